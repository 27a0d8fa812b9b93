import { chartDate } from "../charts/chartDefaults.ts";
import { type DateTick, dateTicks } from "../charts/dateTicks.ts";
import type { TimelineWindow } from "./timelineWindow.ts";

const tickWidth = 56;

/** The labeled ticks of a window: days or weeks when it is short, otherwise months or years. */
export function timelineTicks({ first, last }: TimelineWindow, width: number): ReadonlyArray<DateTick> {
	const perDay = width / Math.max(1, last - first);
	const step = [1, 2, 7].find((days) => days * perDay >= tickWidth);
	if (step === undefined) return dateTicks(first, last, width);
	const language = document.documentElement.lang || undefined;
	const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC" });
	const second = new Intl.DateTimeFormat(
		language,
		step < 7 ? { weekday: "short", timeZone: "UTC" } : { year: "numeric", timeZone: "UTC" },
	);
	// Day 4 of 1970 was a Monday.
	const from = step < 7 ? Math.ceil(first / step) * step : Math.ceil((first - 4) / 7) * 7 + 4;
	const ticks: Array<DateTick> = [];
	for (let at = from; (last - at) * perDay > 40; at += step) {
		const date = chartDate(at);
		const isLabeled = step < 7 || ticks.length === 0 || date.getUTCFullYear() !== chartDate(at - 7).getUTCFullYear();
		ticks.push({ date, text: isLabeled ? `${day.format(date)}\n${second.format(date)}` : day.format(date) });
	}
	return ticks;
}
