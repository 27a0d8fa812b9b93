import "@vscode-elements/elements/dist/vscode-button/index.js";
import { html, nothing, type TemplateResult } from "lit";
import type { PageLabel } from "../../review/reviewPageModel.ts";
import { type PageView, pageLabel } from "../pageView.ts";
import { factList, isolatedText } from "../parts/textParts.ts";

/** The title and facts of the review, and its actions. */
export function pageHeader(view: PageView): TemplateResult {
	const { page, mode, actions } = view;
	return html`<header class="head">
		<div class="head-words">
			<h1 tabindex="-1">${isolatedText(page.title)}</h1>
			${factList(page.facts)}
		</div>
		${
			mode === "export"
				? nothing
				: html`<div class="buttons">
						${mode === "held" ? html`<vscode-button @click=${() => actions.ask("amend")}>${pageLabel(view, "amend")}</vscode-button>` : nothing}
						${
							page.previous === undefined
								? nothing
								: html`<vscode-button secondary title=${page.previous.title} @click=${() => actions.ask("openPrevious")}
										>${pageLabel(view, "openPrevious")}</vscode-button
									>`
						}
						<vscode-button secondary @click=${() => actions.ask("export")}>${pageLabel(view, "export")}</vscode-button>
					</div>`
		}
	</header>
	${mode === "export" ? nothing : sectionLinks(view)}`;
}

/** Jumps to the sections of a long page. */
function sectionLinks(view: PageView): TemplateResult {
	const { promises, indicators, risks, charts, questions, changes, amendments, shifts } = view.page;
	const sections: ReadonlyArray<readonly [PageLabel, boolean]> = [
		["promisesTitle", promises.length > 0],
		["recordTitle", true],
		["picturesTitle", charts.length > 0],
		["amendmentsTitle", amendments.rows.length + shifts.rows.length > 0],
		["timeTitle", true],
		["signalsTitle", indicators.length > 0],
		["risksTitle", risks.length > 0],
		["questionsTitle", questions.length > 0],
		["summaryTitle", true],
		["nextTitle", true],
		["changesTitle", view.mode !== "open" && changes.length > 0],
	];
	return html`<nav class="sections" aria-label=${pageLabel(view, "sections")}>
		${sections
			.filter(([, isThere]) => isThere)
			.map(
				([title]) => html`<button type="button" @click=${() => view.actions.goToSection(title)}>
					${pageLabel(view, title)}
				</button>`,
			)}
	</nav>`;
}
