import { chartDate, dayMs } from "./chartDefaults.ts";

const months = [1, 2, 3, 6, 12, 24, 60, 120] as const;
const tickWidth = 52;

/** A labeled tick of the time axis: a month, or a year at its start. */
export interface DateTick {
	readonly date: Date;
	readonly text: string;
}

/** As many months or years between two days (since 1970) as fit into a width. */
export function dateTicks(start: number, end: number, width: number): ReadonlyArray<DateTick> {
	const perDay = width / Math.max(1, end - start);
	const step = months.find((one) => one * 30.4 * perDay >= tickWidth) ?? 120;
	const language = document.documentElement.lang || undefined;
	const year = new Intl.DateTimeFormat(language, { year: "numeric", timeZone: "UTC" });
	const month = new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" });
	const first = chartDate(start);
	const ticks: Array<DateTick> = [];
	const firstMonth = step >= 12 ? 0 : Math.floor(first.getUTCMonth() / step) * step;
	for (let index = firstMonth; ; index += step) {
		const date = new Date(Date.UTC(first.getUTCFullYear(), index, 1));
		if (date >= chartDate(end)) return ticks;
		if (date < first) continue;
		// Its label would overflow on the right.
		if (((date.getTime() - first.getTime()) / dayMs) * perDay > width - 34) return ticks;
		const isYear = step >= 12 || ticks.length === 0 || date.getUTCMonth() < step;
		if (step >= 12) ticks.push({ date, text: year.format(date) });
		else ticks.push({ date, text: isYear ? `${month.format(date)}\n${year.format(date)}` : month.format(date) });
	}
}
