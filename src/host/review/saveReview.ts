import * as vscode from "vscode";
import { createEntry } from "../../journal/newEntry.ts";
import type { Review } from "../../review/review.ts";
import type { ReviewDraft } from "../../review/reviewDraft.ts";
import { reviewDraftEntries } from "../../review/reviewDraftEntries.ts";
import { detach } from "../core/detach.ts";
import { offerUndo } from "../logging/offerUndo.ts";
import { saveUndoStep } from "../logging/saveEntries.ts";
import type { PlanSession } from "../session/planSession.ts";
import { offerReport } from "./offerReport.ts";

/**
 * Saves a review as displayed, with new readings of its indicators, as one step.
 *
 * @throws Error with a message for the user, if it cannot be saved
 */
export async function saveReview(session: PlanSession, review: Review, draft: ReviewDraft): Promise<void> {
	const source = await session.source();
	if (!source) {
		throw new Error(vscode.l10n.t("The plan can't be read. Fix the errors in the Problems view first."));
	}
	const { drafts, error } = reviewDraftEntries(draft, review, source.plan, source.today);
	if (error !== undefined) {
		throw new Error(error);
	}
	const entryContext = session.entryContext();
	if (
		!(await saveUndoStep(
			session,
			drafts.map((each) => createEntry(each, entryContext)),
		))
	) {
		throw new Error(vscode.l10n.t("Couldn't save the review. Your changes are kept as a draft."));
	}
	offerUndo(vscode.l10n.t("Saved: {0}", source.formatter.title(review.occurrence.checkpoint)));
	detach(offerReport(session, review));
}
