import * as vscode from "vscode";
import { aliasesOf } from "../../journal/aliases.ts";
import { type Draft, newEntry } from "../../journal/newEntry.ts";
import type { Logged } from "../../journal/typed/logged.ts";
import type { Plan } from "../../plan/plan.ts";
import { naming, namingProgress } from "../../present/naming.ts";
import { stepText } from "../../present/stepText.ts";
import { saveStep } from "../journal/saveEntries.ts";
import type { Session } from "../session.ts";
import { offerUndo } from "./undo.ts";

/**
 * Saves new entries as one step, and says so once they are saved.
 *
 * @param text what was saved, where there are better words than those of the entries themselves
 * @returns whether they were
 */
export async function saveDrafts(
	session: Session,
	plan: Plan,
	drafts: ReadonlyArray<Draft>,
	text?: string,
): Promise<boolean> {
	const pen = session.pen();
	const entries = drafts.map((draft) => newEntry(draft, pen));
	const isSaved = await saveStep(session, entries);
	if (isSaved) {
		const context = { plan, aliases: aliasesOf(plan.byId.values()), words: session.words };
		offerUndo(vscode.l10n.t("Logged: {0}", text ?? stepText(entries, session.journal.ledger, context)));
	}
	return isSaved;
}

/**
 * What was done on one thing, as an entry for the time and one for the progress.
 *
 * @param at when; now when left out
 */
export function loggedDrafts(
	plan: Plan,
	{ on, minutes, change, note, link }: Omit<Logged, "day" | "end">,
	at?: string,
): ReadonlyArray<Draft> {
	const when = at === undefined ? {} : { at };
	const noted = note === undefined ? {} : { note };
	return [
		...(minutes === undefined ? [] : [{ type: "time" as const, ...naming(plan, on), ...when, minutes, ...noted }]),
		...(change === undefined
			? []
			: [
					{
						type: "progress" as const,
						...namingProgress(plan, on, change),
						...when,
						...change,
						// With time beside it, the note says what the time was spent on.
						...(minutes === undefined ? noted : {}),
						...(link === undefined ? {} : { link }),
					},
				]),
	];
}
