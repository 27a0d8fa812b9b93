import type { Item } from "../../plan/plan.ts";
import { type Day, formatDay } from "../../time/day.ts";
import { dayOfMonth, monthOf } from "../../time/month.ts";
import { type Calendar, formatPeriod, type Period, type RelativeUnit } from "../../time/period.ts";
import type { PlanIndex } from "../planIndex.ts";

/** How many of the smaller unit a unit has: weeks stay weeks, and everything longer counts in months. */
const smaller: Readonly<Record<RelativeUnit, { readonly unit: "week" | "month"; readonly times: number }>> = {
	week: { unit: "week", times: 1 },
	month: { unit: "month", times: 1 },
	quarter: { unit: "month", times: 3 },
	year: { unit: "month", times: 12 },
};

/**
 * A period, in the syntax of the plan, in which an item is due on a day or a little later: at the end of a week or month of
 * the plan if its period counts from the start, otherwise at the end of a calendar month. Its first day and its mode stay,
 * so that the record of its forecast stays the same.
 */
export function laterPeriod(item: Item, due: Day, { calendar, through }: PlanIndex): string {
	const { when, span } = item;
	const mode = through.has(item) ? "through" : "by";
	const relative = when && relativePeriod(when, due, calendar);
	if (relative) {
		return formatPeriod(relative);
	}
	const last = monthEnd(due);
	const isSpan = when?.mode === "in" && span !== undefined && (item.goal !== undefined || due - span.start > 1);
	const isOneDay = span?.end !== undefined && span.end - span.start === 1 && item.goal === undefined;
	return isSpan && !isOneDay
		? `${formatDay(span.start)}..${formatDay(last)}`
		: `${mode} ${formatDay(last).slice(0, 7)}`;
}

function relativePeriod({ mode, stretch }: Period, due: Day, { start, boundary }: Calendar): Period | undefined {
	if (stretch.kind !== "relative" || start === undefined || mode === "from") {
		return undefined;
	}
	const { unit, times } = smaller[stretch.unit];
	const first = (stretch.first - 1) * times + 1;
	let last = first;
	while (boundary(start, unit, last) <= due) {
		last++;
	}
	// `by` and `through` only say the end.
	return { mode, stretch: { kind: "relative", unit, first: mode === "in" ? first : last, last } };
}

/** The last day of the calendar month of a day. */
export function monthEnd(day: Day): Day {
	return (dayOfMonth(monthOf(day) + 1, 1) ?? day + 1) - 1;
}
