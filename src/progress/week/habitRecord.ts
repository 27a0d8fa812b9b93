import type { Span } from "../../time/day.ts";
import { weekOf } from "../../time/week.ts";
import { type HabitContext, type HabitWeek, habitsIn } from "./habitWeek.ts";

/** What was done of a habit over some days. */
export interface HabitRecord extends Pick<HabitWeek, "node" | "unit"> {
	/** In these days; see {@link HabitWeek.unit}. */
	readonly count: number;
	/** The weeks that ended in these days and asked for something, and how many of them reached it. */
	readonly weeks: { readonly kept: number; readonly of: number };
}

/** The record of each habit over some days, in the order of the plan, commitments first; without those of which nothing was asked or done. */
export function habitRecords(context: HabitContext, days: Required<Span>): ReadonlyArray<HabitRecord> {
	const { plan, today } = context;
	const found = new Map<string, HabitRecord>();
	for (
		let week = weekOf(days.start, plan.week.starts);
		week.start < days.end;
		week = weekOf(week.end, plan.week.starts)
	) {
		const inDays = { start: Math.max(week.start, days.start), end: Math.min(week.end, days.end) };
		const counts = new Map(habitsIn(context, inDays).map(({ node, count }) => [node.id, count]));
		const isOver = week.end <= days.end && week.end <= today + 1;
		for (const habit of habitsIn(context, week)) {
			const { node, unit, state } = habit;
			const { count, weeks } = found.get(node.id) ?? { count: 0, weeks: { kept: 0, of: 0 } };
			const isAsked = isOver && state !== "off";
			found.set(node.id, {
				node,
				unit,
				count: count + (counts.get(node.id) ?? 0),
				weeks: { kept: weeks.kept + (isAsked && isKept(habit) ? 1 : 0), of: weeks.of + (isAsked ? 1 : 0) },
			});
		}
	}
	const order = new Map([...plan.commitments, ...plan.items].map(({ id }, at) => [id, at]));
	return [...found.values()].sort((a, b) => (order.get(a.node.id) ?? 0) - (order.get(b.node.id) ?? 0));
}

/** Whether a week that is over reached what it asks for. A limit that was not exceeded by its last day is kept. */
function isKept({ node, unit, state }: HabitWeek): boolean {
	const isLimit = unit === "sum" && "goal" in node && node.goal?.atMost === true;
	return state === "done" || (isLimit && state !== "outOfReach");
}
