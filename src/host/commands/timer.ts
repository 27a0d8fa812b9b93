import * as vscode from "vscode";
import { aliasesOf } from "../../journal/aliases.ts";
import { instantOf } from "../../journal/moment.ts";
import { type Draft, newEntry } from "../../journal/newEntry.ts";
import { maxPlainMinutes } from "../../journal/plainEntry.ts";
import type { Plan } from "../../plan/plan.ts";
import { titleOf } from "../../present/entryText.ts";
import { naming } from "../../present/naming.ts";
import { saveStep } from "../journal/saveEntries.ts";
import type { Session } from "../session.ts";
import { timeOf } from "../timerKeeper.ts";
import { askForLostMinutes } from "./askForMinutes.ts";
import { argumentsOf } from "./commandArguments.ts";
import { needSession } from "./needSession.ts";
import { needTarget } from "./needTarget.ts";
import { saveDrafts } from "./saveDrafts.ts";
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
	const ended = on === undefined ? undefined : await stopping(session, plan);
	if (on !== undefined && ended) {
		await saveDrafts(session, plan, [{ type: "timer", ...naming(plan, on) }, ...ended]);
	}
}

/** Stops the timer that runs and logs its minutes. */
export async function stopTimer(context: CommandContext): Promise<void> {
	const found = await needSession(context);
	if (!found) {
		return;
	}
	const wasSetBack = minutesRun(found.session) < 0;
	const ended = await stopping(found.session, found.plan);
	if (!ended) {
		return;
	}
	const [draft] = ended;
	if (!draft) {
		void vscode.window.showInformationMessage(vscode.l10n.t("No timer is running."));
	} else if (draft.type === "time") {
		await saveDrafts(found.session, found.plan, [draft]);
	} else if (await saveStep(found.session, [newEntry(draft, found.session.pen())])) {
		offerUndo(
			wasSetBack
				? vscode.l10n.t("Stopped: nothing was logged.")
				: vscode.l10n.t("Stopped: it ran for less than a minute, so nothing was logged."),
		);
	}
}

/** Stops the timer that runs, or starts one. */
export async function toggleTimer(context: CommandContext): Promise<void> {
	const session = await context.roadmap.current();
	await session?.journal.settled();
	await (session?.journal.ledger.timers().current ? stopTimer(context) : startTimer(context));
}

/**
 * The entry that stops the current timer, with the whole minutes since it was started; one of no minute is taken back. Where
 * the clock was set back meanwhile, the minutes are asked for; undefined when that was cancelled.
 */
async function stopping(session: Session, plan: Plan): Promise<ReadonlyArray<Draft> | undefined> {
	const { current } = session.journal.ledger.timers();
	if (!current) {
		return [];
	}
	const context = { plan, aliases: aliasesOf(plan.byId.values()), words: session.words };
	const run = minutesRun(session);
	const minutes = run < 0 ? await askForLostMinutes(titleOf(current.entry.on, current.entry, context)) : run;
	if (minutes === undefined) {
		return undefined;
	}
	return [
		minutes === "none" || minutes === 0
			? { type: "void", entry: current.entry.id }
			: timeOf(plan, current, Math.min(maxPlainMinutes, minutes)),
	];
}

/** Whole minutes since the current timer was started; below zero where the clock was set back meanwhile. */
function minutesRun({ journal, clock }: Session): number {
	const { current } = journal.ledger.timers();
	const begin = current && instantOf(current.entry.at);
	return begin === undefined ? 0 : Math.round((clock.now() - begin) / 60_000);
}
