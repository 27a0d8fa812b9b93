import * as vscode from "vscode";
import { formatMoment } from "../journal/moment.ts";
import { type Day, formatDay, parseDay } from "../plan/day.ts";
import { nudgeText, quietText } from "../present/nudgeText.ts";
import type { ViewSource } from "../present/viewSource.ts";
import { type Nudge, nudge, type QuietWeeks, quietWeeks, type Snooze, snoozedUntil } from "../progress/nudge.ts";
import type { Session } from "./session.ts";
import type { SharedMemory } from "./sharedMemory.ts";
import type { Voice } from "./voice.ts";

/** Points out, kindly, that the week is behind while it can still be made up; at most one message a week, and none unless asked for. */
export class Nudger {
	private readonly plan: string;
	/** The week that a message was sent in: looks that overlap send one. */
	private toldWeek: Day | undefined;

	constructor(
		private readonly session: Session,
		private readonly memory: SharedMemory,
		private readonly voice: Voice,
	) {
		this.plan = session.planUri.toString();
	}

	/** Whether there is something to point out now, which tints the status item; sends the message where one is wanted. */
	async look(): Promise<boolean> {
		const source = await this.session.source();
		const found = source && nudge(source.snapshot, this.hour(), settings());
		const quiet = source && quietWeeks(source.snapshot);
		if (!source || !(found || quiet) || source.today <= (await this.snoozed())) {
			return false;
		}
		if (await this.maySpeak(source)) {
			// Not awaited: the status item does not wait for an answer.
			void (quiet ? this.offer(quiet) : found && this.point(source, found));
		}
		return found !== undefined;
	}

	/** Lets nudges rest, in all windows. */
	async snooze(how: Snooze): Promise<void> {
		const source = await this.session.source();
		if (source) {
			const last = snoozedUntil(how, source.snapshot);
			await this.memory.set(`snooze ${this.plan}`, formatDay(last));
			this.session.showAnew();
			void vscode.window.showInformationMessage(
				vscode.l10n.t("Nothing is pointed out through {0}.", source.words.date(last)),
			);
		}
	}

	/** Whether a message is wanted and the first of this week; from then on it is not. */
	private async maySpeak({ snapshot }: ViewSource): Promise<boolean> {
		const { start } = snapshot.week.span;
		if (configuration().get("nudge.notify") !== true || !this.voice.isHeard() || this.toldWeek === start) {
			return false;
		}
		this.toldWeek = start;
		const key = `nudged ${this.plan}`;
		if ((await this.memory.get(key)) === formatDay(start)) {
			return false;
		}
		await this.memory.set(key, formatDay(start));
		return true;
	}

	private async point({ words }: ViewSource, found: Nudge): Promise<void> {
		const log = vscode.l10n.t("Log Time");
		if ((await this.ask(nudgeText(found, words), log)) === log) {
			const on = found.most ? { on: found.most.commitment.id } : undefined;
			await vscode.commands.executeCommand("waymark.logTime", on);
		}
	}

	/** After weeks without any time: a way back, once for each such time. */
	private async offer(quiet: QuietWeeks): Promise<void> {
		const key = `welcomed ${this.plan}`;
		const start = formatDay(quiet.start);
		if ((await this.memory.get(key)) === start) {
			return;
		}
		await this.memory.set(key, start);
		const choose = vscode.l10n.t("Choose...");
		if ((await this.ask(quietText(quiet), choose)) === choose) {
			await vscode.commands.executeCommand("waymark.quietWeeks");
		}
	}

	/** Shows a message with a way to hear less; that is done here, and any other choice is given back. */
	private async ask(message: string, choice: string): Promise<string | undefined> {
		const snooze = vscode.l10n.t("Snooze...");
		const never = vscode.l10n.t("Never");
		const chosen = await this.voice.ask(message, choice, snooze, never);
		if (chosen === snooze) {
			await vscode.commands.executeCommand("waymark.snoozeNudges");
		} else if (chosen === never) {
			await configuration().update("nudge.notify", false, vscode.ConfigurationTarget.Global);
		}
		return chosen;
	}

	private async snoozed(): Promise<Day> {
		return parseDay((await this.memory.get(`snooze ${this.plan}`)) ?? "") ?? Number.NEGATIVE_INFINITY;
	}

	private hour(): number {
		const { clock } = this.session;
		return Number(formatMoment(clock.now(), clock.timeZone()).slice(11, 13));
	}
}

function configuration(): vscode.WorkspaceConfiguration {
	return vscode.workspace.getConfiguration("waymark");
}

function settings() {
	const lastDays = configuration().get("nudge.lastDays");
	const fromHour = configuration().get("nudge.fromHour");
	return {
		lastDays: typeof lastDays === "number" ? lastDays : 2,
		fromHour: typeof fromHour === "number" ? fromHour : 17,
	};
}
