import * as l10n from "@vscode/l10n";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { minutesElapsed } from "../../time/moment.ts";
import { entryTitle } from "../text/entryText.ts";
import type { Formatter } from "../text/formatter.ts";
import { isPrivateEntry } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";

/** The number of characters of a title in the compact status bar item. */
const compactTitle = 24;

/** The icon of a running timer. */
export const timerIcon = "play-circle";

/** The texts of a running timer. */
export interface TimerText {
	/** "Thought leadership 0:12", with a long title shortened. */
	readonly short: string;
	/** The same with the whole title. */
	readonly full: string;
	/** For screen readers: "Timer running: Thought leadership, 12 min". */
	readonly spoken: string;
}

/** @param now ms since 1970 */
export function timerText({ entry }: LiveEntry<"timer">, source: TimerTextSource, now: number): TimerText {
	const { formatter } = source;
	if (formatter.discreet && isPrivateEntry(entry, source)) {
		const text = l10n.t("Private");
		return { short: text, full: text, spoken: l10n.t("Timer running: {0}", text) };
	}
	const minutes = Math.max(0, Math.floor(minutesElapsed(entry.at, now) ?? 0));
	const title = entryTitle(entry.on, entry, source);
	const letters = [...title];
	const start =
		letters.length > compactTitle
			? `${letters
					.slice(0, compactTitle - 1)
					.join("")
					.trimEnd()}…`
			: title;
	const clock = formatter.elapsed(minutes);
	return {
		short: `${start} ${clock}`,
		full: `${title} ${clock}`,
		spoken: l10n.t("Timer running: {0}", `${title}, ${formatter.minutes(minutes)}`),
	};
}

type TimerTextSource = Pick<ViewSource, "plan" | "aliases" | "formatter">;

/** When a timer was started, on the clock of its place: "since 9:15 AM". */
export function timerSinceText({ entry }: LiveEntry<"timer">, formatter: Formatter): string {
	const minutes = Number(entry.at.slice(11, 13)) * 60 + Number(entry.at.slice(14, 16));
	return l10n.t("since {0}", formatter.time(minutes));
}

/** A timer that a new one ends. */
export interface EndedTimer {
	readonly title: string;
	/** Undefined if nothing is logged. */
	readonly minutes: number | undefined;
}

/** What happened: "Timer started: Writing", or both timers if one was running. */
export function timerStartText(title: string, ended: EndedTimer | undefined, formatter: Formatter): string {
	if (!ended) {
		return l10n.t("Timer started: {0}", title);
	}
	return ended.minutes === undefined
		? l10n.t("Timer switched to {0}. Nothing was logged on {1}.", title, ended.title)
		: l10n.t("Timer switched to {0}. Logged on {1}: {2}.", title, ended.title, formatter.minutes(ended.minutes));
}
