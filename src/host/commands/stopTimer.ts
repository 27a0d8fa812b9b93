import * as vscode from "vscode";
import { createEntry } from "../../journal/newEntry.ts";
import { detach } from "../core/detach.ts";
import { withWorkNotes } from "../logging/evidence/workNote.ts";
import { offerUndo } from "../logging/offerUndo.ts";
import { requireSession } from "../logging/requireSession.ts";
import { saveUndoStep } from "../logging/saveEntries.ts";
import { saveNewEntries } from "../logging/saveNewEntries.ts";
import { minutesRun, timerStop } from "../logging/timerStop.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/** Stops the running timer and logs its minutes, with a note about what was done meanwhile. */
export async function stopTimer(context: CommandContext): Promise<void> {
	const found = await requireSession(context);
	if (!found) {
		return;
	}
	const { current, forgotten } = found.session.journal.ledger.timers();
	const timer = current ?? forgotten[0];
	const wasSetBack = minutesRun(found.session, timer) < 0;
	const stopped = await timerStop(found.session, found.plan, timer);
	const ended = stopped && timer ? await withWorkNotes(found.session, timer, stopped) : stopped;
	if (!ended) {
		return;
	}
	const [draft] = ended;
	if (!draft) {
		detach(vscode.window.showInformationMessage(vscode.l10n.t("No timer is running.")));
	} else if (draft.type === "time") {
		await saveNewEntries(found.session, found.plan, [draft]);
	} else if (await saveUndoStep(found.session, [createEntry(draft, found.session.entryContext())])) {
		offerUndo(
			wasSetBack
				? vscode.l10n.t("Stopped. Nothing was logged.")
				: vscode.l10n.t("Stopped. It ran for less than a minute, so nothing was logged."),
		);
	}
}
