import * as vscode from "vscode";
import { formatMoment } from "../../time/moment.ts";
import { detach } from "../core/detach.ts";
import type { FileMemento } from "../core/fileMemento.ts";
import type { PlanSession } from "../session/planSession.ts";
import { type Prompter, windowPrompter } from "../ui/prompter.ts";
import { MilestoneMoments } from "./milestoneMoments.ts";
import { NudgeService } from "./nudgeService.ts";
import { StatusBar } from "./statusBar.ts";
import { TimerMonitor } from "./timerMonitor.ts";

const hourMs = 3_600_000;

/** Controls the status bar, reminders, and questions about forgotten timers. */
export class ReminderController implements vscode.Disposable {
	readonly nudges: NudgeService;
	private readonly bar: StatusBar;
	private readonly milestones: MilestoneMoments;
	private readonly timerMonitor: TimerMonitor;
	private readonly focus: vscode.Disposable;
	private minutes: ReturnType<typeof setInterval> | undefined;
	private nextHour: ReturnType<typeof setTimeout> | undefined;
	/** The result of the last reminder check. */
	private isTinted = false;
	private isDisposed = false;

	constructor(
		private readonly session: PlanSession,
		state: FileMemento,
		prompter: Prompter = windowPrompter,
	) {
		this.nudges = new NudgeService(session, state, prompter);
		this.bar = new StatusBar(session);
		this.milestones = new MilestoneMoments(session, state, prompter);
		this.timerMonitor = new TimerMonitor(session, state, prompter);
		this.focus = vscode.window.onDidChangeWindowState(({ focused }) => focused && detach(this.check(), session.log));
		detach(this.check(), this.session.log);
	}

	/** Updates the hours at once, and the highlight after checking the snooze. */
	async refresh(): Promise<void> {
		await this.bar.show(this.isTinted);
		await this.milestones.check();
		const isTinted = await this.nudges.check();
		if (isTinted !== this.isTinted) {
			this.isTinted = isTinted;
			await this.bar.show(isTinted);
		}
		if (this.isDisposed) {
			return;
		}
		this.updateEveryMinute(this.session.journal.ledger.timers().current !== undefined);
		this.updateNextHour();
	}

	dispose(): void {
		this.isDisposed = true;
		clearTimeout(this.nextHour);
		this.updateEveryMinute(false);
		vscode.Disposable.from(this.focus, this.bar, this.timerMonitor).dispose();
	}

	/**
	 * Updates everything, and asks about a forgotten timer: when the window opens or gets the focus, and each minute
	 * while a timer runs.
	 */
	async check(): Promise<void> {
		await this.refresh();
		if (!this.isDisposed) {
			await this.timerMonitor.check();
		}
	}

	/** Updates every minute while a timer runs. */
	private updateEveryMinute(running: boolean): void {
		if (running && this.minutes === undefined) {
			this.minutes = setInterval(() => detach(this.check(), this.session.log), 60_000);
		} else if (!running) {
			clearInterval(this.minutes);
			this.minutes = undefined;
		}
	}

	/** Reminders begin on the hour, so one check then is enough. */
	private updateNextHour(): void {
		clearTimeout(this.nextHour);
		const { clock } = this.session;
		const local = formatMoment(clock.now(), clock.timeZone());
		const past = Number(local.slice(14, 16)) * 60_000 + Number(local.slice(17, 19)) * 1000;
		this.nextHour = setTimeout(() => detach(this.refresh(), this.session.log), hourMs - past + 1000);
	}
}
