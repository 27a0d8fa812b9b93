import * as vscode from "vscode";
import type { Entry } from "../../journal/entry.ts";
import { writeLine } from "../../journal/entryLine.ts";
import { whyUnwritable } from "../fileProblem.ts";
import type { Session } from "../session.ts";

/**
 * Saves entries. Where that fails the person is told why and can try again, as often as it takes, or copy the lines: what
 * was typed is not lost before that.
 *
 * @returns whether they were saved
 */
export async function saveEntries(session: Session, entries: ReadonlyArray<Entry>): Promise<boolean> {
	for (;;) {
		try {
			await session.journal.append(entries);
			session.offerGitMerge();
			return true;
		} catch (error) {
			const retry = vscode.l10n.t("Retry");
			const copy = vscode.l10n.t("Copy as Text");
			const message = vscode.l10n.t("Not saved. {0}", whyUnwritable(error));
			const chosen = await vscode.window.showErrorMessage(message, retry, copy);
			if (chosen === copy) {
				await vscode.env.clipboard.writeText(entries.map(writeLine).join(""));
			}
			if (chosen !== retry) {
				return false;
			}
		}
	}
}

/** Saves entries as one step that Undo takes back together. */
export async function saveStep(session: Session, entries: ReadonlyArray<Entry>): Promise<boolean> {
	const isSaved = await saveEntries(session, entries);
	if (isSaved) {
		session.history.record(entries.map(({ id }) => id));
	}
	return isSaved;
}
