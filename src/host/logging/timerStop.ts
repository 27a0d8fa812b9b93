import { aliasesOf } from "../../journal/ledger/aliases.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import type { NewEntry } from "../../journal/newEntry.ts";
import type { Plan } from "../../plan/plan.ts";
import { minutesPerDay } from "../../time/minutes.ts";
import { minutesElapsed } from "../../time/moment.ts";
import { entryTitle } from "../../viewmodel/text/entryText.ts";
import type { DraftField } from "../core/promptDrafts.ts";
import type { PlanSession } from "../session/planSession.ts";
import { askForSharedMinutes, promptLostMinutes } from "../ui/promptMinutes.ts";
import { timerEntry } from "./timerEntry.ts";

/**
 * The entries that stop a timer: its whole minutes since it was started, or a void if it ran for less than a minute. Empty if
 * there is no timer. If the clock was set back in the meantime, or another timer ran at the same time, prompts for the
 * minutes; undefined if the user cancels.
 */
export async function timerStop(
	session: PlanSession,
	plan: Plan,
	timer: LiveEntry<"timer"> | undefined,
): Promise<ReadonlyArray<NewEntry> | undefined> {
	if (!timer) {
		return [];
	}
	const context = { plan, aliases: aliasesOf(plan.byId.values()), formatter: session.formatter };
	const title = entryTitle(timer.entry.on, timer.entry, context);
	const run = minutesRun(session, timer);
	const isForgotten = session.journal.ledger.timers().current?.root !== timer.root;
	const draft = (await session.promptDraft("stopTimer")).field(timer.root);
	const minutes = await confirmMinutes(run, title, isForgotten, draft);
	if (minutes === undefined) {
		return undefined;
	}
	return [
		minutes === "none" || minutes === 0
			? { type: "void", entry: timer.entry.id }
			: timerEntry(plan, timer, Math.min(minutesPerDay, minutes), {
					now: session.clock.now(),
					timeZone: session.clock.timeZone(),
				}),
	];
}

/** Whole minutes since a timer was started; negative if the clock was set back in the meantime, 0 without a timer. */
export function minutesRun({ clock }: PlanSession, timer: LiveEntry<"timer"> | undefined): number {
	return Math.round((timer && minutesElapsed(timer.entry.at, clock.now())) ?? 0);
}

/** The minutes to log: asked for if the clock was set back, or if another timer ran at the same time; undefined if canceled. */
async function confirmMinutes(run: number, title: string, isForgotten: boolean, draft: DraftField) {
	if (run < 0) {
		return promptLostMinutes(title, draft);
	}
	return isForgotten ? askForSharedMinutes(title, draft) : run;
}
