import * as vscode from "vscode";
import type { Entry } from "../../journal/entry.ts";
import { plainLine } from "../../journal/text/entryLine.ts";
import { detach } from "../core/detach.ts";
import { isWorthRetrying, mayBeWritten, writeErrorText } from "../core/fileErrorText.ts";
import type { PlanSession } from "../session/planSession.ts";

/**
 * Saves entries. On failure, the user can retry any number of times or copy the lines, so that nothing typed is lost.
 *
 * @returns whether they were saved
 */
export async function saveEntries(session: PlanSession, entries: ReadonlyArray<Entry>): Promise<boolean> {
	for (;;) {
		const saved = await appendTo(session, entries);
		if (saved.ok) {
			return true;
		}
		if ((await tellUnsaved(entries, saved.error, isWorthRetrying(saved.error))) !== "retry") {
			return false;
		}
	}
}

/**
 * Saves entries for another program without waiting for the user. On failure, the user is told, without a retry: the
 * program may retry itself.
 *
 * @returns undefined on success, otherwise an error message
 */
export async function saveForProgram(session: PlanSession, entries: ReadonlyArray<Entry>): Promise<string | undefined> {
	const saved = await appendTo(session, entries);
	if (saved.ok) {
		session.history.record(entries.map(({ id }) => id));
		return undefined;
	}
	// Not awaited: the program does not wait for the user.
	detach(tellUnsaved(entries, saved.error, false));
	return unsavedText(saved.error);
}

type Saved = { readonly ok: true } | { readonly ok: false; readonly error: unknown };

async function appendTo(session: PlanSession, entries: ReadonlyArray<Entry>): Promise<Saved> {
	try {
		await session.journal.append(entries);
		session.offerGitMerge();
		return { ok: true };
	} catch (error) {
		return { ok: false, error };
	}
}

/** Reports why entries were not saved. @param canRetry whether a retry is offered */
async function tellUnsaved(
	entries: ReadonlyArray<Entry>,
	error: unknown,
	canRetry: boolean,
): Promise<"retry" | undefined> {
	const retry = vscode.l10n.t("Retry");
	const copy = vscode.l10n.t("Copy as Text");
	const chosen = await vscode.window.showErrorMessage(unsavedText(error), ...(canRetry ? [retry] : []), copy);
	if (chosen === copy) {
		await vscode.env.clipboard.writeText(entries.map(plainLine).join(""));
	}
	return chosen === retry ? "retry" : undefined;
}

function unsavedText(error: unknown): string {
	const why = writeErrorText(error);
	return mayBeWritten(error)
		? vscode.l10n.t("This might not have been saved. {0} If you try again, it's counted only once.", why)
		: vscode.l10n.t("Couldn't save. {0}", why);
}

/** Saves entries as one undoable step. */
export async function saveUndoStep(session: PlanSession, entries: ReadonlyArray<Entry>): Promise<boolean> {
	const isSaved = await saveEntries(session, entries);
	if (isSaved) {
		session.history.record(entries.map(({ id }) => id));
	}
	return isSaved;
}
