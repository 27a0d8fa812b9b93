import * as l10n from "@vscode/l10n";
import type { Times } from "../../../amount/hours.ts";
import type { Quantity } from "../../../amount/quantity.ts";
import type { Item } from "../../../plan/plan.ts";
import type { HabitWeek } from "../../../progress/week/habitWeek.ts";
import { plural } from "../../../util/plural.ts";
import type { Formatter } from "../formatter.ts";
import { weekStateText } from "../weekText.ts";

/** The count and the aim in as few letters as a narrow view needs: "2/3". */
export function habitFigureText({ node, unit, count, aim }: HabitWeek, formatter: Formatter): string {
	return unit === "sum"
		? goalText(node as Item, count, formatter)
		: `${formatter.number(count)}/${rangeText(aim, formatter)}`;
}

/** "2 of 3 times", "4 of 7 days", "8 of 10 km". */
export function habitCountText(habit: HabitWeek, formatter: Formatter): string {
	const { node, unit, count, aim } = habit;
	const [done, asked] = [formatter.number(count), rangeText(aim, formatter)];
	switch (unit) {
		case "times":
			return plural(aim.high, l10n.t("{0} of 1 time", done), l10n.t("{0} of {1} times", done, asked));
		case "days":
			return plural(aim.high, l10n.t("{0} of 1 day", done), l10n.t("{0} of {1} days", done, asked));
		case "sum":
			return goalText(node as Item, count, formatter);
	}
}

/** What was done over some days: "12 times", "20 days", "45 km". */
export function habitDoneText(
	{ unit, count, goal }: Pick<HabitWeek, "unit" | "count"> & { readonly goal: Quantity | undefined },
	formatter: Formatter,
): string {
	const done = formatter.number(count);
	switch (unit) {
		case "times":
			return plural(count, l10n.t("1 time"), l10n.t("{0} times", done));
		case "days":
			return plural(count, l10n.t("1 day"), l10n.t("{0} days", done));
		case "sum":
			return goal ? [formatter.value(count, goal), goal.unit].filter(Boolean).join(" ") : done;
	}
}

/** "2 of 3 times · on pace". */
export function habitPaceText(habit: HabitWeek, formatter: Formatter, isOver: boolean): string {
	return `${habitCountText(habit, formatter)} · ${weekStateText(habit.state, isOver)}`;
}

/** "1 of 3 done": of the habits of a week. */
export function habitsDoneText(habits: ReadonlyArray<HabitWeek>): string {
	const done = habits.filter(({ state }) => state === "done").length;
	return l10n.t("{0} of {1} done", done, habits.length);
}

function goalText({ goal }: Item, count: number, formatter: Formatter): string {
	return goal ? l10n.t("{0} of {1}", formatter.value(count, goal), formatter.goal(goal)) : formatter.number(count);
}

function rangeText({ low, high }: Times, formatter: Formatter): string {
	return low === high ? formatter.number(low) : `${formatter.number(low)}–${formatter.number(high)}`;
}

/** Whether one time is all that there is to log on a day. */
export function isTicked({ node, unit }: Pick<HabitWeek, "node" | "unit">): boolean {
	if (unit === "times") {
		return true;
	}
	const { goal, of } = node as Item;
	const isPlain = goal?.unit === undefined || /^(?:x|×|times?|mal|次)$/i.test(goal.unit);
	return (
		of === undefined && !goal?.atMost && goal?.currency === undefined && isPlain && (unit === "sum" || goal?.low === 1)
	);
}
