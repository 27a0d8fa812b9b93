import * as vscode from "vscode";
import { formatMoment } from "../journal/moment.ts";
import { Nudger } from "./nudger.ts";
import type { Session } from "./session.ts";
import type { SharedMemory } from "./sharedMemory.ts";
import { StatusBar } from "./statusBar.ts";
import { TimerKeeper } from "./timerKeeper.ts";
import { type Voice, windowVoice } from "./voice.ts";

const hourMs = 3_600_000;

/** What speaks up by itself while one works: the status item, the nudge, and the question about a forgotten timer. */
export class Attention implements vscode.Disposable {
	readonly nudger: Nudger;
	private readonly bar: StatusBar;
	private readonly keeper: TimerKeeper;
	private readonly focus: vscode.Disposable;
	private minutes: ReturnType<typeof setInterval> | undefined;
	private nextHour: ReturnType<typeof setTimeout> | undefined;
	/** What the last look for a nudge found. */
	private isTinted = false;
	private isDisposed = false;

	constructor(
		private readonly session: Session,
		memory: SharedMemory,
		voice: Voice = windowVoice,
	) {
		this.nudger = new Nudger(session, memory, voice);
		this.bar = new StatusBar(session);
		this.keeper = new TimerKeeper(session, memory, voice);
		this.focus = vscode.window.onDidChangeWindowState(({ focused }) => focused && this.look());
		void this.look();
	}

	/** Shows what has changed: the hours at once, and their tint after a look at what was snoozed. */
	async refresh(): Promise<void> {
		await this.bar.show(this.isTinted);
		const isTinted = await this.nudger.look();
		if (isTinted !== this.isTinted) {
			this.isTinted = isTinted;
			await this.bar.show(isTinted);
		}
		if (this.isDisposed) {
			return;
		}
		this.keepMinutes(this.session.journal.ledger.timers().current !== undefined);
		this.waitForHour();
	}

	dispose(): void {
		this.isDisposed = true;
		clearTimeout(this.nextHour);
		this.keepMinutes(false);
		vscode.Disposable.from(this.focus, this.bar, this.keeper).dispose();
	}

	/** Shows what has changed, and asks about a timer that ran on: when the window opens or gets the focus, and each minute while a timer runs. */
	async look(): Promise<void> {
		await this.refresh();
		if (!this.isDisposed) {
			await this.keeper.look();
		}
	}

	/** While a timer runs its minutes move on; else nothing has to. */
	private keepMinutes(running: boolean): void {
		if (running && this.minutes === undefined) {
			this.minutes = setInterval(() => this.look(), 60_000);
		} else if (!running) {
			clearInterval(this.minutes);
			this.minutes = undefined;
		}
	}

	/** A nudge begins on the hour: looked for once then, not every minute. */
	private waitForHour(): void {
		clearTimeout(this.nextHour);
		const { clock } = this.session;
		const local = formatMoment(clock.now(), clock.timeZone());
		const past = Number(local.slice(14, 16)) * 60_000 + Number(local.slice(17, 19)) * 1000;
		this.nextHour = setTimeout(() => this.refresh(), hourMs - past + 1000);
	}
}
