import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { changes } from "./sections/changes.ts";
import { header } from "./sections/header.ts";
import { lastPromises } from "./sections/lastPromises.ts";
import { nextPromises } from "./sections/nextPromises.ts";
import { pictures } from "./sections/pictures.ts";
import { questions } from "./sections/questions.ts";
import { record } from "./sections/record.ts";
import { risks } from "./sections/risks.ts";
import { saveBar } from "./sections/saveBar.ts";
import { signals } from "./sections/signals.ts";
import { summary } from "./sections/summary.ts";
import { time } from "./sections/time.ts";
import type { View } from "./view.ts";

/** A review, from what was promised to what is promised next. What does not depend on the draft is not drawn at each key. */
export function wholePage(view: View): TemplateResult {
	const { page, mode, tables, isBegun } = view;
	return html`<main class="review is-${mode}">
			${guard([page, mode], () => header(view))} ${lastPromises(view)} ${guard([page, mode], () => record(view))}
			${guard([page, mode, tables], () => pictures(view))} ${isBegun ? afterPictures(view) : nothing}
		</main>
		${mode === "export" ? "" : saveBar(view)}`;
}

function afterPictures(view: View): TemplateResult {
	const { page, mode } = view;
	return html`${guard([page], () => time(view))} ${signals(view)} ${guard([page, mode], () => risks(view))}
	${questions(view)} ${summary(view)} ${nextPromises(view)} ${guard([page, mode], () => changes(view))}`;
}
