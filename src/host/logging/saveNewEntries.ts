import * as vscode from "vscode";
import type { Entry } from "../../journal/entry.ts";
import { aliasesOf } from "../../journal/ledger/aliases.ts";
import { createEntry, type NewEntry } from "../../journal/newEntry.ts";
import { stepping } from "../../journal/steps.ts";
import type { Plan } from "../../plan/plan.ts";
import { undoStepText } from "../../viewmodel/text/undoStepText.ts";
import type { PlanSession } from "../session/planSession.ts";
import { offerUndo } from "./offerUndo.ts";
import { saveForProgram, saveUndoStep } from "./saveEntries.ts";

/**
 * Saves new entries as one step, and tells the user.
 *
 * @param text what was saved, if there is a better text than that of the entries
 * @returns whether they were saved
 */
export async function saveNewEntries(
	session: PlanSession,
	plan: Plan,
	drafts: ReadonlyArray<NewEntry>,
	text?: string,
): Promise<boolean> {
	const entries = await entriesOf(session, drafts);
	const isSaved = await saveUndoStep(session, entries);
	if (isSaved) {
		tellSaved(session, plan, entries, text);
	}
	return isSaved;
}

/**
 * Saves new entries for another program, see `saveForProgram`.
 *
 * @param text see {@link saveNewEntries}
 * @returns undefined on success, otherwise an error message
 */
export async function saveDraftsForProgram(
	session: PlanSession,
	plan: Plan,
	drafts: ReadonlyArray<NewEntry>,
	text?: string,
): Promise<string | undefined> {
	const entries = await entriesOf(session, drafts);
	const problem = await saveForProgram(session, entries);
	if (problem === undefined) {
		tellSaved(session, plan, entries, text);
	}
	return problem;
}

/** In slices: an import can have a hundred thousand. */
async function entriesOf(session: PlanSession, drafts: ReadonlyArray<NewEntry>): Promise<ReadonlyArray<Entry>> {
	const entryContext = session.entryContext();
	const entries: Array<Entry> = [];
	await session.slices.runNow(stepping(drafts, (draft) => entries.push(createEntry(draft, entryContext))));
	return entries;
}

function tellSaved(session: PlanSession, plan: Plan, entries: ReadonlyArray<Entry>, text?: string): void {
	const context = { plan, aliases: aliasesOf(plan.byId.values()), formatter: session.formatter };
	offerUndo(vscode.l10n.t("Logged: {0}", text ?? undoStepText(entries, session.journal.ledger, context)));
}
