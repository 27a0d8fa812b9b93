import * as vscode from "vscode";
import { instantOf } from "../../journal/moment.ts";
import { type Draft, newEntry } from "../../journal/newEntry.ts";
import { maxPlainMinutes } from "../../journal/plainEntry.ts";
import type { Plan } from "../../plan/plan.ts";
import { saveStep } from "../journal/saveEntries.ts";
import type { Session } from "../session.ts";
import { timeOf } from "../timerKeeper.ts";
import { argumentsOf } from "./commandArguments.ts";
import { needSession } from "./needSession.ts";
import { needTarget } from "./needTarget.ts";
import { naming, saveDrafts } from "./saveDrafts.ts";
import type { CommandContext } from "./table.ts";
import { offerUndo } from "./undo.ts";

/**
 * Starts a timer; one that runs is stopped with it.
 *
 * @param given a row, or `{on}`: an id of the plan
 */
export async function startTimer(context: CommandContext, given?: unknown): Promise<void> {
	const found = await needSession(context);
	if (!found) {
		return;
	}
	const { session, plan } = found;
	const on = await needTarget(plan, session.words, argumentsOf(given), vscode.l10n.t("Start Timer"));
	if (on !== undefined) {
		await saveDrafts(session, plan, [{ type: "timer", ...naming(plan, on) }, ...stopping(session, plan)]);
	}
}

/** Stops the timer that runs and logs its minutes. */
export async function stopTimer(context: CommandContext): Promise<void> {
	const found = await needSession(context);
	if (!found) {
		return;
	}
	const [draft] = stopping(found.session, found.plan);
	if (!draft) {
		void vscode.window.showInformationMessage(vscode.l10n.t("No timer is running."));
	} else if (draft.type === "time") {
		await saveDrafts(found.session, found.plan, [draft]);
	} else if (await saveStep(found.session, [newEntry(draft, found.session.pen())])) {
		offerUndo(vscode.l10n.t("Stopped: it ran for less than a minute, so nothing was logged."));
	}
}

/** Stops the timer that runs, or starts one. */
export async function toggleTimer(context: CommandContext): Promise<void> {
	const session = await context.roadmap.current();
	await session?.journal.settled();
	await (session?.journal.ledger.timers().current ? stopTimer(context) : startTimer(context));
}

/** The entry that stops the current timer, with the whole minutes since it was started; one of no minute is taken back. */
function stopping({ journal, clock }: Session, plan: Plan): ReadonlyArray<Draft> {
	const { current } = journal.ledger.timers();
	if (!current) {
		return [];
	}
	const begin = instantOf(current.entry.at) ?? clock.now();
	const minutes = Math.min(maxPlainMinutes, Math.max(0, Math.round((clock.now() - begin) / 60_000)));
	return [minutes > 0 ? timeOf(plan, current, minutes) : { type: "void", entry: current.entry.id }];
}
