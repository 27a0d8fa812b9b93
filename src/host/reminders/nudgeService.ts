import * as vscode from "vscode";
import {
	computeNudge,
	findQuietWeeks,
	type Nudge,
	type QuietWeeks,
	type Snooze,
	snoozeEnd,
} from "../../progress/nudge.ts";
import { type Day, formatDay, parseDay } from "../../time/day.ts";
import { nudgeText, quietWeeksText } from "../../viewmodel/text/nudgeText.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { hourOf } from "../core/clock.ts";
import { getSetting, updateSetting } from "../core/config.ts";
import { detach } from "../core/detach.ts";
import type { FileMemento } from "../core/fileMemento.ts";
import type { PlanSession } from "../session/planSession.ts";
import type { Prompter } from "../ui/prompter.ts";

/**
 * Reminds the user when the week is behind and can still be made up; at most one message a week, and only if enabled.
 */
export class NudgeService {
	private readonly plan: string;
	/** The week of the last message: concurrent checks send one. */
	private toldWeek: Day | undefined;

	constructor(
		private readonly session: PlanSession,
		private readonly state: FileMemento,
		private readonly prompter: Prompter,
	) {
		this.plan = session.planUri.toString();
	}

	/** Whether to highlight the status bar item; also sends the message if it is due. */
	async check(): Promise<boolean> {
		const source = await this.session.source();
		const found = source && computeNudge(source.snapshot, hourOf(this.session.clock), settings());
		const quiet = source && findQuietWeeks(source.snapshot);
		if (!source || !(found || quiet) || source.today <= (await this.snoozed())) {
			return false;
		}
		if (await this.shouldNotify(source)) {
			// Not awaited: the status bar does not wait for an answer.
			if (quiet) {
				detach(this.offerReturn(quiet), this.session.log);
			} else if (found) {
				detach(this.showNudge(source, found), this.session.log);
			}
		}
		return found !== undefined;
	}

	/** Snoozes reminders in all windows. */
	async snooze(how: Snooze): Promise<void> {
		const source = await this.session.source();
		if (source) {
			const last = snoozeEnd(how, source.snapshot);
			await this.state.set(`snooze ${this.plan}`, formatDay(last));
			this.session.refreshViews();
			detach(
				vscode.window.showInformationMessage(
					vscode.l10n.t("Reminders are snoozed through {0}.", source.formatter.date(last)),
				),
				this.session.log,
			);
		}
	}

	/** Whether a message is due, the first of this week; marks it as sent. */
	private async shouldNotify({ snapshot }: ViewSource): Promise<boolean> {
		const { start } = snapshot.week.span;
		if (!getSetting("nudge.notify") || !this.prompter.isWindowFocused() || this.toldWeek === start) {
			return false;
		}
		this.toldWeek = start;
		const key = `nudged ${this.plan}`;
		if ((await this.state.get(key)) === formatDay(start)) {
			return false;
		}
		await this.state.set(key, formatDay(start));
		return true;
	}

	private async showNudge({ formatter }: ViewSource, found: Nudge): Promise<void> {
		const log = vscode.l10n.t("Log Time");
		if ((await this.ask(nudgeText(found, formatter), log)) === log) {
			const on = found.most ? { on: found.most.commitment.id } : undefined;
			await vscode.commands.executeCommand("waymark.logTime", on);
		}
	}

	/** Offers a restart after weeks without entries, once for each such time. */
	private async offerReturn(quiet: QuietWeeks): Promise<void> {
		const key = `welcomed ${this.plan}`;
		const start = formatDay(quiet.start);
		if ((await this.state.get(key)) === start) {
			return;
		}
		await this.state.set(key, start);
		const choose = vscode.l10n.t("Choose...");
		if ((await this.ask(quietWeeksText(quiet), choose)) === choose) {
			await vscode.commands.executeCommand("waymark.quietWeeks");
		}
	}

	/** Shows a message with snooze buttons, which are handled here; returns any other choice. */
	private async ask(message: string, choice: string): Promise<string | undefined> {
		const snooze = vscode.l10n.t("Snooze...");
		const never = vscode.l10n.t("Never");
		const chosen = await this.prompter.ask(message, choice, snooze, never);
		if (chosen === snooze) {
			await vscode.commands.executeCommand("waymark.snoozeNudges");
		} else if (chosen === never) {
			await updateSetting("nudge.notify", false);
		}
		return chosen;
	}

	private async snoozed(): Promise<Day> {
		return parseDay((await this.state.get(`snooze ${this.plan}`)) ?? "") ?? Number.NEGATIVE_INFINITY;
	}
}

function settings() {
	return { lastDays: getSetting("nudge.lastDays"), fromHour: getSetting("nudge.fromHour") };
}
