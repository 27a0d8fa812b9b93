import * as vscode from "vscode";
import { newEntry } from "../../journal/newEntry.ts";
import type { ReviewDraft } from "../../present/review/draft.ts";
import { entriesOf } from "../../present/review/entriesOf.ts";
import type { Review } from "../../present/review/reviewOf.ts";
import { offerUndo } from "../commands/undo.ts";
import { saveStep } from "../journal/saveEntries.ts";
import type { Session } from "../session.ts";
import { offerReport } from "./reviewReport.ts";

/**
 * Saves a review as it was shown, with the new readings of its indicators, as one step.
 *
 * @throws Error with words for the person, where it cannot be saved
 */
export async function saveReview(session: Session, review: Review, draft: ReviewDraft): Promise<void> {
	const source = await session.source();
	if (!source) {
		throw new Error(vscode.l10n.t("The plan cannot be read. Mend it first: Problems says what is wrong."));
	}
	const { drafts, error } = entriesOf(draft, review, source.plan, source.today);
	if (error !== undefined) {
		throw new Error(error);
	}
	const pen = session.pen();
	if (
		!(await saveStep(
			session,
			drafts.map((each) => newEntry(each, pen)),
		))
	) {
		throw new Error(vscode.l10n.t("Not saved. What you wrote is kept as a draft."));
	}
	offerUndo(vscode.l10n.t("Saved: {0}", source.words.title(review.occurrence.checkpoint)));
	void offerReport(session, review);
}
