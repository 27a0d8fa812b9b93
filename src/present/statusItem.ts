import * as l10n from "@vscode/l10n";
import type { LiveEntry } from "../journal/liveEntry.ts";
import { instantOf } from "../journal/moment.ts";
import type { CommitmentWeek } from "../progress/weekReport.ts";
import { titleOf } from "./entryText.ts";
import type { ViewSource } from "./viewSource.ts";
import { paceWords, weekStateWord } from "./weekWords.ts";
import type { Words } from "./words.ts";

/** How much the status bar says. */
export const statusSizes = ["off", "icon", "compact", "full"] as const;

export type StatusSize = (typeof statusSizes)[number];

/** A line of the tooltip, with what can be done about it. */
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

/** What the status item shows. */
export interface StatusShown {
	readonly text: string;
	/** What a screen reader says. */
	readonly spoken: string;
	readonly lines: ReadonlyArray<StatusLine>;
}

/**
 * The week in the status bar: its hours against the aim, or the timer that runs; all commitments in the tooltip.
 *
 * @param now ms since 1970
 */
export function statusItem(source: ViewSource, size: StatusSize, now: number): StatusShown {
	const { snapshot, words, ledger } = source;
	const { week } = snapshot;
	const { current } = ledger.timers();
	const spoken = l10n.t("This week: {0}", paceWords(week, words, false));
	const running = current && runningText(current, source, now);
	const short =
		week.state === "off"
			? words.minutes(week.minutes)
			: l10n.t("{0} of {1}", words.minutes(week.minutes), words.aim(week.aim));
	const full = `${short} · ${weekStateWord(week.state, false)}`;
	const icon = running ? "$(record)" : "$(milestone)";
	const shown = size === "icon" ? "" : size === "compact" ? (running?.short ?? short) : (running?.full ?? full);
	return {
		text: shown === "" ? icon : `${icon} ${shown}`,
		spoken: running ? `${running.full}. ${spoken}` : spoken,
		lines: [
			...(running
				? [{ text: running.full, strong: true, actions: [action(l10n.t("Stop"), "waymark.stopTimer")] }]
				: []),
			{ text: spoken, strong: true, actions: [] },
			...week.commitments.map((each) => commitmentLine(each, words)),
			...reviewLines(source),
			{
				text: "",
				actions: [
					action(l10n.t("Log Time"), "waymark.logTime"),
					action(l10n.t("What Next?"), "waymark.whatNext"),
					action(l10n.t("Journal"), "waymark.showJournal"),
				],
			},
		],
	};
}

/** The timer in words: its minutes alone, and with what it is on. */
function runningText({ entry }: LiveEntry<"timer">, source: ViewSource, now: number) {
	const minutes = Math.max(0, Math.floor((now - (instantOf(entry.at) ?? now)) / 60_000));
	const short = source.words.minutes(minutes);
	return { short, full: `${titleOf(entry.on, entry, source)}: ${short}` };
}

function commitmentLine(each: CommitmentWeek, words: Words): StatusLine {
	const { commitment, aim, minutes } = each;
	const missing = aim.low - minutes;
	const left = missing > 0 ? [l10n.t("{0} missing", words.minutes(missing))] : [];
	const on = { on: commitment.id };
	return {
		text: [`${words.title(commitment)}: ${paceWords(each, words, false)}`, ...left].join(" · "),
		actions: [action(l10n.t("Log"), "waymark.logTime", on), action(l10n.t("Start"), "waymark.startTimer", on)],
	};
}

function reviewLines({ snapshot, words, today }: ViewSource): ReadonlyArray<StatusLine> {
	return snapshot.checkpoints
		.filter(({ state }) => state === "due" || state === "overdue")
		.map(({ checkpoint, occurrence, day, state }) => ({
			text:
				state === "overdue"
					? l10n.t("{0} was due {1}", words.title(checkpoint), words.relative(day, today))
					: l10n.t("{0} is due {1}", words.title(checkpoint), words.relative(day, today)),
			actions: [action(l10n.t("Open"), "waymark.openReview", { checkpoint: checkpoint.id, occurrence })],
		}));
}

function action(label: string, command: string, args?: StatusAction["args"]): StatusAction {
	return { label, command, ...(args ? { args } : {}) };
}
