import * as l10n from "@vscode/l10n";
import { weeksKeepFailing } from "../progress/backOnTrack/offTrack.ts";
import type { HabitWeek } from "../progress/week/habitWeek.ts";
import type { CommitmentWeek } from "../progress/week/weekReport.ts";
import type { Formatter } from "./text/formatter.ts";
import { habitPaceText, habitsDoneText, isTicked } from "./text/habits/habitText.ts";
import { isHidden } from "./text/privacy.ts";
import type { ViewSource } from "./text/viewSource.ts";
import { weekPaceText, weekStateText } from "./text/weekText.ts";
import { timerIcon, timerText } from "./timer/timerText.ts";

/** The size of the status bar item. */
export const statusSizes = ["off", "icon", "compact", "full"] as const;

export type StatusSize = (typeof statusSizes)[number];

/** A line of the tooltip, with its actions. */
export interface StatusLine {
	readonly text: string;
	readonly strong?: boolean;
	readonly actions: ReadonlyArray<StatusAction>;
}

/** A link that runs a command. */
export interface StatusAction {
	readonly label: string;
	readonly command: string;
	readonly args?: Readonly<Record<string, unknown>>;
}

/** The content of the status bar item. */
export interface StatusItemContent {
	readonly text: string;
	/** The accessible name. */
	readonly spoken: string;
	readonly lines: ReadonlyArray<StatusLine>;
	/** Whether it shows a running timer. */
	readonly isTimer: boolean;
}

/**
 * The week in the status bar: its hours and target, or the running timer; the tooltip lists all commitments.
 *
 * @param now ms since 1970
 * @param more lines before the last one
 */
export function statusItem(
	source: ViewSource,
	size: StatusSize,
	now: number,
	more: ReadonlyArray<StatusLine> = [],
): StatusItemContent {
	const { snapshot, formatter, ledger } = source;
	const { week } = snapshot;
	const { current } = ledger.timers();
	const habits = week.aim.high === 0 && week.minutes === 0 ? snapshot.habits : [];
	const spoken = l10n.t(
		"This week: {0}",
		habits.length > 0 ? habitsDoneText(habits) : weekPaceText(week, formatter, false),
	);
	const running = current && timerText(current, source, now);
	const time =
		week.state === "off"
			? formatter.minutes(week.minutes)
			: l10n.t("{0} of {1}", formatter.minutes(week.minutes), formatter.aim(week.aim));
	const short = habits.length > 0 ? habitsDoneText(habits) : time;
	const full = habits.length > 0 ? short : `${short} · ${weekStateText(week.state, false)}`;
	const icon = `$(${running ? timerIcon : weekIcon(formatter)})`;
	const withTimer = running && (size === "compact" ? running.short : `${running.full} · ${short}`);
	const sized = withTimer ?? (size === "compact" ? short : full);
	const shown = size === "icon" ? "" : sized;
	return {
		text: shown === "" ? icon : `${icon} ${shown}`,
		spoken: running ? `${running.spoken}. ${spoken}` : spoken,
		isTimer: running !== undefined,
		lines: [
			...(running
				? [
						{
							text: running.full,
							strong: true,
							actions: [action(l10n.t("Stop"), "waymark.stopTimer"), action(l10n.t("Switch"), "waymark.startTimer")],
						},
					]
				: []),
			{ text: spoken, strong: true, actions: [] },
			...week.commitments.map((each) => commitmentLine(each, formatter)),
			...snapshot.habits.map((each) => habitLine(each, formatter)),
			...reviewLines(source),
			...failingLine(source),
			...discreetLine(formatter),
			...more,
			{
				text: "",
				actions: [
					action(l10n.t("Log Time"), "waymark.logTime"),
					action(l10n.t("What Next?"), "waymark.whatNext"),
					action(l10n.t("Overview"), "waymark.openOverview"),
					action(l10n.t("Journal"), "waymark.showJournal"),
				],
			},
		],
	};
}

/** An eye that is closed while discreet mode is on: nobody else may notice, but the user must. */
function weekIcon({ discreet }: Formatter): string {
	return discreet ? "eye-closed" : "milestone";
}

function discreetLine({ discreet }: Formatter): ReadonlyArray<StatusLine> {
	const text = l10n.t("Discreet mode is on");
	return discreet ? [{ text, actions: [action(l10n.t("Turn Off"), "waymark.toggleDiscreetMode")] }] : [];
}

/** A way out where most of the last weeks were not kept. */
function failingLine({ snapshot }: ViewSource): ReadonlyArray<StatusLine> {
	const { of13 } = snapshot.weeksKept;
	return weeksKeepFailing(of13)
		? [
				{
					text: l10n.t("{0} of the last {1} weeks kept", of13.kept, of13.of),
					actions: [action(l10n.t("Get Back on Track..."), "waymark.getBackOnTrack")],
				},
			]
		: [];
}

function commitmentLine(each: CommitmentWeek, formatter: Formatter): StatusLine {
	const { commitment, aim, minutes } = each;
	if (isHidden(commitment, formatter)) {
		return { text: formatter.title(commitment), actions: [] };
	}
	const missing = aim.low - minutes;
	const left = missing > 0 ? [l10n.t("{0} to go", formatter.minutes(missing))] : [];
	const on = { on: commitment.id };
	return {
		text: [`${formatter.title(commitment)}: ${weekPaceText(each, formatter, false)}`, ...left].join(" · "),
		actions: [action(l10n.t("Log"), "waymark.logTime", on), action(l10n.t("Start"), "waymark.startTimer", on)],
	};
}

function habitLine(habit: HabitWeek, formatter: Formatter): StatusLine {
	if (isHidden(habit.node, formatter)) {
		return { text: formatter.title(habit.node), actions: [] };
	}
	const on = { on: habit.node.id };
	return {
		text: `${formatter.title(habit.node)}: ${habitPaceText(habit, formatter, false)}`,
		actions: isTicked(habit)
			? [action(l10n.t("Log Once"), "waymark.logProgress", { ...on, add: 1 })]
			: [action(l10n.t("Log"), "waymark.logProgress", on)],
	};
}

function reviewLines({ snapshot, formatter, today }: ViewSource): ReadonlyArray<StatusLine> {
	return snapshot.checkpoints
		.filter(({ state }) => state === "due" || state === "overdue")
		.map(({ checkpoint, occurrence, day, state }) =>
			isHidden(checkpoint, formatter)
				? { text: formatter.title(checkpoint), actions: [] }
				: {
						text:
							state === "overdue"
								? l10n.t("{0} was due {1}", formatter.title(checkpoint), formatter.relative(day, today))
								: l10n.t("{0} is due {1}", formatter.title(checkpoint), formatter.relative(day, today)),
						actions: [action(l10n.t("Open"), "waymark.openReview", { checkpoint: checkpoint.id, occurrence })],
					},
		);
}

function action(label: string, command: string, args?: StatusAction["args"]): StatusAction {
	return { label, command, ...(args ? { args } : {}) };
}
