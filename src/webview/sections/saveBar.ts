import "@vscode-elements/elements/dist/vscode-button/index.js";
import { html, nothing, type TemplateResult } from "lit";
import { isBlank, unansweredQuestions } from "../editDraft.ts";
import { type PageView, pageLabel } from "../pageView.ts";
import { shape } from "../parts/shape.ts";
import { isolatedText } from "../parts/textParts.ts";

/** The state of the draft, and the Save button; always visible. */
export function saveBar(view: PageView): TemplateResult {
	const { page, mode, status, actions } = view;
	const isOpen = mode === "open";
	const isQuiet = !isOpen && status.kind !== "error" && status.kind !== "saved";
	const isSaving = status.kind === "saving";
	// An amendment can be canceled and its changes discarded; a new review has nothing to go back to.
	const isDiscardable = view.draft !== page.written || !isBlank(page.written);
	const missing = isOpen
		? unansweredQuestions(
				page.questions.map(({ ask }) => ask),
				view.draft,
			).length
		: 0;
	return html`<footer class="save-bar ${isQuiet ? "is-quiet" : ""}">
		<div class="save-words">
			<div role="alert" class="error">${status.kind === "error" ? html`${shape("error")} ${isolatedText(status.text)}` : nothing}</div>
			<div role="status" class="status">${statusText(view)}</div>
			${
				missing === 0
					? nothing
					: html`<button
							type="button"
							class="missing"
							title=${pageLabel(view, "goToUnanswered")}
							@click=${() => actions.goToUnanswered()}
							>${pageLabel(view, "unanswered").replace("{0}", String(missing))}</button
						>`
			}
		</div>
		${
			isOpen
				? html`<div class="buttons">
						${
							isDiscardable
								? html`<vscode-button secondary @click=${() => actions.ask("discard")}
										>${pageLabel(view, "discard")}</vscode-button
									>`
								: nothing
						}
						<vscode-button @click=${() => isSaving || actions.ask("save")}
							>${isSaving ? pageLabel(view, "saving") : pageLabel(view, isBlank(page.written) ? "save" : "saveAgain")}</vscode-button
						>
					</div>`
				: nothing
		}
	</footer>`;
}

function statusText(view: PageView): unknown {
	switch (view.status.kind) {
		case "kept":
			return pageLabel(view, "draftKept");
		case "saving":
			return pageLabel(view, "saving");
		case "saved":
			return html`${shape("saved")} ${pageLabel(view, "saved")}`;
		case "error":
		case "none":
			return nothing;
	}
}
