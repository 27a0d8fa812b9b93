import * as vscode from "vscode";
import { type Draft, newEntry } from "../journal/newEntry.ts";
import type { PlanSwap } from "../journal/undoHistory.ts";
import { difference } from "../plan/edit/textEdit.ts";
import { editText } from "./editText.ts";
import { saveEntries } from "./journal/saveEntries.ts";
import type { Session } from "./session.ts";

/**
 * Changes the plan and saves entries about it, as one step that Undo takes back together: both, or neither.
 *
 * @returns whether it was done; if not, the person has been told why
 */
export async function changePlan(session: Session, swap: PlanSwap, drafts: ReadonlyArray<Draft>): Promise<boolean> {
	if (!(await swapPlan(session, swap))) {
		return false;
	}
	const pen = session.pen();
	const entries = drafts.map((draft) => newEntry(draft, pen));
	if (!(await saveEntries(session, entries))) {
		await swapPlan(session, { before: swap.after, after: swap.before });
		return false;
	}
	session.history.record(
		entries.map(({ id }) => id),
		swap,
	);
	return true;
}

/** Makes one text of the plan another one, as long as it is still the first; if not, the person is told so. */
export async function swapPlan(session: Session, { before, after }: PlanSwap): Promise<boolean> {
	const failure = await editText(session.planUri, (text) =>
		withoutBreaks(text) === withoutBreaks(before) ? [difference(text, after)] : "unsafe",
	);
	if (failure === undefined) {
		await session.planRead();
		return true;
	}
	void vscode.window.showWarningMessage(
		failure === "unsafe"
			? vscode.l10n.t("The plan was changed meanwhile, so this was not done. Change it by hand, or begin again.")
			: vscode.l10n.t("The plan could not be saved. See that the file can be written, then try again."),
	);
	return false;
}

/** Texts in an editor have one kind of line breaks throughout. */
function withoutBreaks(text: string): string {
	return text.replaceAll("\r\n", "\n");
}
