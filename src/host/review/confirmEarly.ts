import * as vscode from "vscode";
import type { Review } from "../../review/review.ts";
import type { ReviewDraft } from "../../review/reviewDraft.ts";
import { earlyReviewText } from "../../viewmodel/review/earlyReviewText.ts";
import type { PlanSession } from "../session/planSession.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";

/**
 * Asks before a review is saved long before it is due. The draft is kept if the user cancels.
 *
 * @throws Error with a message for the user, if the user cancels
 */
export async function confirmEarly(session: PlanSession, { occurrence }: Review, draft: ReviewDraft): Promise<void> {
	const source = await session.source();
	const text = source && earlyReviewText(occurrence, draft, source);
	if (!text) {
		return;
	}
	const hold = vscode.l10n.t("Hold It Now");
	const options = { modal: true, detail: text.detail };
	if ((await vscode.window.showWarningMessage(escapeLabel(text.message), options, hold)) !== hold) {
		throw new Error(vscode.l10n.t("The review wasn't saved. Your changes are kept as a draft."));
	}
}
