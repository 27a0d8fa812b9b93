import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import type { PageView } from "./pageView.ts";
import { amendmentsSection } from "./sections/amendmentsSection.ts";
import { changesSection } from "./sections/changesSection.ts";
import { chartsSection } from "./sections/chartsSection.ts";
import { lastPromisesSection } from "./sections/lastPromisesSection.ts";
import { nextPromisesSection } from "./sections/nextPromisesSection.ts";
import { pageHeader } from "./sections/pageHeader.ts";
import { questionsSection } from "./sections/questionsSection.ts";
import { recordSection } from "./sections/recordSection.ts";
import { risksSection } from "./sections/risksSection.ts";
import { saveBar } from "./sections/saveBar.ts";
import { signalsSection } from "./sections/signalsSection.ts";
import { summarySection } from "./sections/summarySection.ts";
import { timeSection } from "./sections/timeSection.ts";

/** The page of a review. Sections that do not depend on the draft are not rendered on every keystroke. */
export function renderPage(view: PageView): TemplateResult {
	const { page, mode, tables, isBegun } = view;
	return html`<main class="review is-${mode}">
			${guard([page, mode], () => pageHeader(view))} ${lastPromisesSection(view)} ${guard([page, mode], () => recordSection(view))}
			${guard([page, mode, tables], () => chartsSection(view))} ${isBegun ? afterPictures(view) : nothing}
		</main>
		${mode === "export" ? "" : saveBar(view)}`;
}

function afterPictures(view: PageView): TemplateResult {
	const { page, mode } = view;
	return html`${guard([page], () => amendmentsSection(view))} ${guard([page], () => timeSection(view))}
	${signalsSection(view)} ${guard([page, mode], () => risksSection(view))}
	${questionsSection(view)} ${summarySection(view)} ${nextPromisesSection(view)} ${guard([page, mode], () => changesSection(view))}`;
}
