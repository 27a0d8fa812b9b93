import * as vscode from "vscode";
import { aliasesOf } from "../journal/aliases.ts";
import type { LiveEntry } from "../journal/liveEntry.ts";
import { formatMoment, instantOf } from "../journal/moment.ts";
import { type Draft, voidOf } from "../journal/newEntry.ts";
import { maxPlainMinutes } from "../journal/plainEntry.ts";
import type { Plan } from "../plan/plan.ts";
import { titleOf } from "../present/entryText.ts";
import { naming } from "../present/naming.ts";
import { saveDrafts } from "./commands/saveDrafts.ts";
import { offerUndo } from "./commands/undo.ts";
import { saveStep } from "./journal/saveEntries.ts";
import type { Session } from "./session.ts";
import type { SharedMemory } from "./sharedMemory.ts";
import type { Voice } from "./voice.ts";

/** A gap between two looks, in ms, in which the machine must have slept: a minute is what should lie between them. */
const sleepMs = 5 * 60_000;

/** Watches over the timers: asks about one that ran on while nobody worked, once for each. */
export class TimerKeeper implements vscode.Disposable {
	private readonly following: vscode.Disposable;
	private readonly asked = new Set<string>();
	private lastActivity = Number.NEGATIVE_INFINITY;
	/** In ms since 1970; undefined before the first look. */
	private lastLook: number | undefined;
	/** The timer during which the machine slept, while nobody has been asked about it. */
	private sleptThrough: string | undefined;

	constructor(
		private readonly session: Session,
		private readonly memory: SharedMemory,
		private readonly voice: Voice,
	) {
		const active = () => {
			this.lastActivity = session.clock.now();
		};
		this.following = vscode.Disposable.from(
			vscode.workspace.onDidChangeTextDocument(active),
			vscode.window.onDidChangeTextEditorSelection(active),
		);
	}

	/** Looks at the timers, and asks in the window that the person is at. */
	async look(): Promise<void> {
		const { session } = this;
		const plan = await session.plan();
		const { current, forgotten } = session.journal.ledger.timers();
		const now = session.clock.now();
		const lastLook = this.lastLook;
		this.lastLook = now;
		if (!plan || !current) {
			return;
		}
		const begin = instantOf(current.entry.at) ?? now;
		// Before the timer began nobody had to look each minute.
		const slept = lastLook !== undefined && now - Math.max(lastLook, begin) > sleepMs;
		if (slept) {
			this.sleptThrough = current.root;
		}
		const last = await this.lastSeen(current, slept || lastLook === undefined);
		const isForgotten = now - begin > limitMs() || this.sleptThrough === current.root;
		if (!this.voice.isHeard()) {
			return;
		}
		for (const timer of [...(isForgotten ? [current] : []), ...forgotten]) {
			if (!this.asked.has(timer.root)) {
				this.asked.add(timer.root);
				void this.ask(plan, timer, timer === current ? last : undefined);
			}
		}
	}

	dispose(): void {
		this.following.dispose();
	}

	/**
	 * When somebody worked last, as far as any window knows; ms since 1970.
	 *
	 * @param isReturn whether this is the first look after a sleep, or of a window that has just opened
	 */
	private async lastSeen(timer: LiveEntry<"timer">, isReturn: boolean): Promise<number> {
		const key = `activity ${timer.root}`;
		const known = Number((await this.memory.get(key)) ?? instantOf(timer.entry.at) ?? 0);
		// The first key stroke on return is no sign of work before it.
		const seen = isReturn ? known : Math.max(known, this.lastActivity);
		if (seen > known) {
			await this.memory.set(key, String(seen));
		}
		return seen;
	}

	private async ask(plan: Plan, timer: LiveEntry<"timer">, last: number | undefined): Promise<void> {
		const { session } = this;
		const { words, clock } = session;
		const begin = instantOf(timer.entry.at) ?? clock.now();
		const minutesTo = (end: number) => Math.min(maxPlainMinutes, Math.max(0, Math.round((end - begin) / 60_000)));
		const title = titleOf(timer.entry.on, timer.entry, { plan, aliases: aliasesOf(plan.byId.values()), words });
		const all = minutesTo(clock.now());
		const untilLast = last === undefined ? 0 : minutesTo(last);
		const keepAll = vscode.l10n.t("Keep All ({0})", words.minutes(all));
		const keepLast = vscode.l10n.t("Until Last Activity ({0})", words.minutes(untilLast));
		const enter = vscode.l10n.t("Enter Minutes...");
		const discard = vscode.l10n.t("Discard");
		const isLost = begin - clock.now() >= 60_000;
		const choices = [
			...(isLost ? [] : [keepAll]),
			...(untilLast > 0 && untilLast < all ? [keepLast] : []),
			enter,
			discard,
		];
		const question = isLost
			? vscode.l10n.t(
					"The timer on {0} began later than it is now: the clock was set back. How long did it take?",
					title,
				)
			: vscode.l10n.t("The timer on {0} has been running for {1}. How much of it counts?", title, words.minutes(all));
		const chosen = await this.voice.ask(question, ...choices);
		const isRunning = session.journal.ledger.timers();
		if (![isRunning.current, ...isRunning.forgotten].some((each) => each?.root === timer.root)) {
			// Another window, or the person, has stopped it meanwhile.
			return;
		}
		switch (chosen) {
			case keepAll:
				await saveDrafts(session, plan, [timeOf(plan, timer, all)]);
				return;
			case keepLast:
				await saveDrafts(session, plan, [
					{ ...timeOf(plan, timer, untilLast), at: formatMoment(last ?? begin, clock.timeZone()) },
				]);
				return;
			case enter: {
				const minutes = await this.voice.askForMinutes(title);
				if (minutes !== undefined) {
					await saveDrafts(session, plan, [timeOf(plan, timer, minutes)]);
				} else {
					this.asked.delete(timer.root);
				}
				return;
			}
			case discard:
				if (await saveStep(session, [voidOf(timer.entry.id, session.pen())])) {
					offerUndo(vscode.l10n.t("Discarded: the timer on {0}", title));
				}
				return;
			default:
				return;
		}
	}
}

/** The entry that stops a timer. */
export function timeOf(plan: Plan, { entry, root }: LiveEntry<"timer">, minutes: number): Draft {
	const id = aliasesOf(plan.byId.values()).idOf(entry.on);
	const name = id === undefined ? { on: entry.on, name: entry.name ?? entry.on } : naming(plan, id);
	return { type: "time", ...name, minutes, timer: root };
}

function limitMs(): number {
	const hours = vscode.workspace.getConfiguration("waymark").get("timer.limitHours");
	return (typeof hours === "number" && hours > 0 ? hours : 4) * 3_600_000;
}
