import "@vscode-elements/elements/dist/vscode-button/index.js";
import { html, nothing, type TemplateResult } from "lit";
import { isBlank } from "../editDraft.ts";
import { shape } from "../parts/shapes.ts";
import { text } from "../parts/text.ts";
import { label, type View } from "../view.ts";
import { unansweredCount } from "./questions.ts";

/** What became of what was filled in, and the button that saves it; it stays in sight. */
export function saveBar(view: View): TemplateResult {
	const { page, mode, status, actions } = view;
	const isOpen = mode === "open";
	const isQuiet = !isOpen && status.kind !== "error" && status.kind !== "saved";
	const isSaving = status.kind === "saving";
	// An amendment can be left, and what was written thrown away; on a fresh page there is nothing to do so with.
	const isDiscardable = view.draft !== page.written || !isBlank(page.written);
	const missing = isOpen ? unansweredCount(view) : 0;
	return html`<footer class="save-bar ${isQuiet ? "is-quiet" : ""}">
		<div class="save-words">
			<div role="alert" class="error">${status.kind === "error" ? html`${shape("error")} ${text(status.text)}` : nothing}</div>
			<div role="status" class="status">${statusText(view)}</div>
			${missing === 0 ? nothing : html`<span class="missing">${label(view, "unanswered").replace("{0}", String(missing))}</span>`}
		</div>
		${
			isOpen
				? html`<div class="buttons">
						${
							isDiscardable
								? html`<vscode-button secondary @click=${() => actions.ask("discard")}
										>${label(view, "discard")}</vscode-button
									>`
								: nothing
						}
						<vscode-button @click=${() => isSaving || actions.ask("save")}
							>${isSaving ? label(view, "saving") : label(view, isBlank(page.written) ? "save" : "saveAgain")}</vscode-button
						>
					</div>`
				: nothing
		}
	</footer>`;
}

function statusText(view: View): unknown {
	switch (view.status.kind) {
		case "kept":
			return label(view, "draftKept");
		case "saving":
			return label(view, "saving");
		case "saved":
			return html`${shape("saved")} ${label(view, "saved")}`;
		case "error":
		case "none":
			return nothing;
	}
}
