import "@vscode-elements/elements/dist/vscode-button/index.js";
import { html, nothing, type TemplateResult } from "lit";
import { facts, text } from "../parts/text.ts";
import { label, type View } from "../view.ts";

/** What the review is, and what can be done with it as a whole. */
export function header(view: View): TemplateResult {
	const { page, mode, actions } = view;
	return html`<header class="head">
		<div class="head-words">
			<h1 tabindex="-1">${text(page.title)}</h1>
			${facts(page.facts)}
		</div>
		${
			mode === "export"
				? nothing
				: html`<div class="buttons">
						${mode === "held" ? html`<vscode-button @click=${() => actions.ask("amend")}>${label(view, "amend")}</vscode-button>` : nothing}
						${
							page.previous === undefined
								? nothing
								: html`<vscode-button secondary title=${page.previous.title} @click=${() => actions.ask("openPrevious")}
										>${label(view, "openPrevious")}</vscode-button
									>`
						}
						<vscode-button secondary @click=${() => actions.ask("export")}>${label(view, "export")}</vscode-button>
					</div>`
		}
	</header>`;
}
