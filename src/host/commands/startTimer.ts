import type { EntryOf } from "../../journal/entry.ts";
import { createEntry, type NewEntry } from "../../journal/newEntry.ts";
import { targetFields } from "../../journal/targetFields.ts";
import { entryTitle } from "../../viewmodel/text/entryText.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { timerStartText } from "../../viewmodel/timer/timerText.ts";
import { commandArguments } from "../logging/commandArguments.ts";
import { withWorkNotes } from "../logging/evidence/workNote.ts";
import { offerUndo } from "../logging/offerUndo.ts";
import { pickTimerTarget } from "../logging/prompts/pickTimerTarget.ts";
import { requireSource } from "../logging/requireSource.ts";
import { resolveTargetArg } from "../logging/resolveTargetArg.ts";
import { saveUndoStep } from "../logging/saveEntries.ts";
import { timerStop } from "../logging/timerStop.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/**
 * Starts a timer, and stops one that is running.
 *
 * @param given a row, or `{on}`: an ID of the plan
 */
export async function startTimer(context: CommandContext, given?: unknown): Promise<void> {
	const found = await requireSource(context);
	if (!found) {
		return;
	}
	const { session, source } = found;
	const on = resolveTargetArg(source, commandArguments(given)) ?? (await pickTimerTarget(source));
	if (on === undefined || on === "unknown") {
		return;
	}
	const { current } = session.journal.ledger.timers();
	const stopped = await timerStop(session, source.plan, current);
	const ended = stopped && current ? await withWorkNotes(session, current, stopped) : stopped;
	if (!ended) {
		return;
	}
	const entryContext = session.entryContext();
	const drafts: ReadonlyArray<NewEntry> = [{ type: "timer", ...targetFields(source.plan, on) }, ...ended];
	if (
		await saveUndoStep(
			session,
			drafts.map((draft) => createEntry(draft, entryContext)),
		)
	) {
		const title = source.formatter.title(source.plan.byId.get(on) ?? { title: on });
		offerUndo(timerStartText(title, current && endedTimer(current.entry, ended, source), source.formatter));
	}
}

function endedTimer(entry: EntryOf<"timer">, ended: ReadonlyArray<NewEntry>, source: ViewSource) {
	const [end] = ended;
	return {
		title: entryTitle(entry.on, entry, source),
		minutes: end?.type === "time" ? end.minutes : undefined,
	};
}
