import * as vscode from "vscode";
import { extraReview, type Review } from "../../review/review.ts";
import type { ReviewDraft } from "../../review/reviewDraft.ts";
import { earlyReviewText } from "../../viewmodel/review/earlyReviewText.ts";
import type { PlanSession } from "../session/planSession.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";

/**
 * Asks before a review is saved long before it is due: it can be held now, or beside the scheduled one as an extra
 * review. The draft is kept if the user cancels.
 *
 * @returns the review to save
 * @throws Error with a message for the user, if the user cancels
 */
export async function confirmEarly(session: PlanSession, review: Review, draft: ReviewDraft): Promise<Review> {
	const source = await session.source();
	const text = source && earlyReviewText(review.occurrence, draft, source);
	if (!text) {
		return review;
	}
	const hold = vscode.l10n.t("Hold It Now");
	const extra = vscode.l10n.t("Hold an Extra Review");
	const options = { modal: true, detail: text.detail };
	switch (await vscode.window.showWarningMessage(escapeLabel(text.message), options, hold, extra)) {
		case hold:
			return review;
		case extra:
			return extraReview(source, review);
		default:
			throw new Error(vscode.l10n.t("The review wasn't saved. Your changes are kept as a draft."));
	}
}
