import * as vscode from "vscode";
import { aliasesOf } from "../../journal/ledger/aliases.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { createVoid } from "../../journal/newEntry.ts";
import type { Plan } from "../../plan/plan.ts";
import { minutesPerDay } from "../../time/minutes.ts";
import { instantOf, minutesElapsed } from "../../time/moment.ts";
import { entryTitle } from "../../viewmodel/text/entryText.ts";
import { getSetting } from "../core/config.ts";
import { detach } from "../core/detach.ts";
import type { FileMemento } from "../core/fileMemento.ts";
import { withWorkNotes } from "../logging/evidence/workNote.ts";
import { offerUndo } from "../logging/offerUndo.ts";
import { saveUndoStep } from "../logging/saveEntries.ts";
import { saveNewEntries } from "../logging/saveNewEntries.ts";
import { timerEntry } from "../logging/timerEntry.ts";
import type { PlanSession } from "../session/planSession.ts";
import type { Prompter } from "../ui/prompter.ts";

/** A gap between two checks, in ms, that means that the machine slept: they run every minute. */
const sleepMs = 5 * 60_000;
/** How many questions are open at a time: a journal can have thousands of timers that nobody stopped. */
const mostQuestions = 3;

/** Monitors timers: asks once about each that ran while the user was away. */
export class TimerMonitor implements vscode.Disposable {
	private readonly subscriptions: vscode.Disposable;
	private readonly askedAbout = new Set<string>();
	private openQuestions = 0;
	private lastActivity = Number.NEGATIVE_INFINITY;
	/** The last check in ms since 1970; undefined before the first. */
	private lastCheck: number | undefined;
	/** The timer during which the machine slept, until the user was asked about it. */
	private sleptThrough: string | undefined;

	constructor(
		private readonly session: PlanSession,
		private readonly state: FileMemento,
		private readonly prompter: Prompter,
	) {
		const active = () => {
			this.lastActivity = session.clock.now();
		};
		this.subscriptions = vscode.Disposable.from(
			vscode.workspace.onDidChangeTextDocument(active),
			vscode.window.onDidChangeTextEditorSelection(active),
		);
	}

	/** Checks the timers, and asks in the focused window; once a few questions are open, further ones wait for a later check. */
	async check(): Promise<void> {
		const { session } = this;
		const plan = await session.plan();
		const { current, forgotten } = session.journal.ledger.timers();
		const now = session.clock.now();
		const lastLook = this.lastCheck;
		this.lastCheck = now;
		const ranOn = current && (await this.ranOn(current, now, lastLook));
		if (!plan || !this.prompter.isWindowFocused()) {
			return;
		}
		for (const timer of [...(ranOn?.isForgotten ? [current] : []), ...forgotten]) {
			if (this.openQuestions === mostQuestions) {
				return;
			}
			if (timer && !this.askedAbout.has(timer.root)) {
				this.askedAbout.add(timer.root);
				this.openQuestions++;
				const asking = this.askAboutTimer(plan, timer, timer === current ? ranOn?.last : undefined);
				detach(asking.finally(() => this.openQuestions--));
			}
		}
	}

	dispose(): void {
		this.subscriptions.dispose();
	}

	/**
	 * Whether the current timer runs without activity, and the time of the last activity. Instants in ms since 1970.
	 */
	private async ranOn(
		current: LiveEntry<"timer">,
		now: number,
		lastLook: number | undefined,
	): Promise<{ readonly isForgotten: boolean; readonly last: number }> {
		const begin = instantOf(current.entry.at) ?? now;
		// Before the timer started there were no checks every minute.
		const slept = lastLook !== undefined && now - Math.max(lastLook, begin) > sleepMs;
		if (slept) {
			this.sleptThrough = current.root;
		}
		const last = await this.lastSeen(current, slept || lastLook === undefined);
		return { isForgotten: now - begin > limitMs() || this.sleptThrough === current.root, last };
	}

	/**
	 * The last activity that any window knows of, in ms since 1970.
	 *
	 * @param isReturn whether this is the first check after sleep, or of a new window
	 */
	private async lastSeen(timer: LiveEntry<"timer">, isReturn: boolean): Promise<number> {
		const key = `activity ${timer.root}`;
		const known = Number((await this.state.get(key)) ?? instantOf(timer.entry.at) ?? 0);
		// The first keystroke after a return is not a sign of earlier activity.
		const seen = isReturn ? known : Math.max(known, this.lastActivity);
		if (seen > known) {
			await this.state.set(key, String(seen));
		}
		return seen;
	}

	private async askAboutTimer(plan: Plan, timer: LiveEntry<"timer">, last: number | undefined): Promise<void> {
		const { session } = this;
		const { formatter, clock } = session;
		const minutesTo = (end: number) => Math.max(0, Math.round(minutesElapsed(timer.entry.at, end) ?? 0));
		const save = async (minutes: number) => {
			const nowAndZone = { now: clock.now(), timeZone: clock.timeZone() };
			const drafts = await withWorkNotes(session, timer, [timerEntry(plan, timer, minutes, nowAndZone)]);
			if (!drafts) {
				// The note was canceled, so that the timer runs on.
				this.askedAbout.delete(timer.root);
			}
			return drafts !== undefined && (await saveNewEntries(session, plan, drafts));
		};
		const title = entryTitle(timer.entry.on, timer.entry, { plan, aliases: aliasesOf(plan.byId.values()), formatter });
		const all = minutesTo(clock.now());
		const untilLast = last === undefined ? 0 : minutesTo(last);
		const keepAll = vscode.l10n.t("Keep All ({0})", formatter.minutes(all));
		const keepLast = vscode.l10n.t("Until Last Activity ({0})", formatter.minutes(untilLast));
		const enter = vscode.l10n.t("Enter Minutes...");
		const discard = vscode.l10n.t("Discard");
		const isLost = (minutesElapsed(timer.entry.at, clock.now()) ?? 0) <= -1;
		const choices = [
			// No entry is longer than a day.
			...(isLost || all > minutesPerDay ? [] : [keepAll]),
			...(untilLast > 0 && untilLast < all && untilLast <= minutesPerDay ? [keepLast] : []),
			enter,
			discard,
		];
		const question = isLost
			? vscode.l10n.t(
					"The timer for {0} starts in the future because the clock was set back. How long did it take?",
					title,
				)
			: vscode.l10n.t(
					"The timer for {0} has been running for {1}. How much of it do you want to keep?",
					title,
					formatter.minutes(all),
				);
		const chosen = await this.prompter.ask(question, ...choices);
		const isRunning = session.journal.ledger.timers();
		if (![isRunning.current, ...isRunning.forgotten].some((each) => each?.root === timer.root)) {
			// It was stopped in the meantime.
			return;
		}
		switch (chosen) {
			case keepAll:
				await save(all);
				return;
			case keepLast:
				await save(untilLast);
				return;
			case enter: {
				const draft = (await session.promptDraft("stopTimer")).field(timer.root);
				const minutes = await this.prompter.promptMinutes(title, draft);
				if (minutes !== undefined) {
					if (await save(minutes)) {
						draft.keep(undefined);
					}
				} else {
					this.askedAbout.delete(timer.root);
				}
				return;
			}
			case discard:
				if (await saveUndoStep(session, [createVoid(timer.entry.id, session.entryContext())])) {
					offerUndo(vscode.l10n.t("Discarded the timer for {0}", title));
				}
				return;
			default:
				return;
		}
	}
}

function limitMs(): number {
	return getSetting("timer.limitHours") * 3_600_000;
}
