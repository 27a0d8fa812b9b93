import * as l10n from "@vscode/l10n";
import type { Quantity } from "../../amount/parseQuantity.ts";
import { requiredParts } from "../../plan/parts.ts";
import type { Item, ItemKind } from "../../plan/plan.ts";
import type { Progress } from "../../progress/items/itemProgress.ts";
import type { Snapshot } from "../../progress/snapshot.ts";
import type { Day } from "../../time/day.ts";
import { plural } from "../../util/plural.ts";
import type { Formatter } from "./formatter.ts";
import type { ViewSource } from "./viewSource.ts";

/** The kind of an item, by its place in the plan. */
export function itemKindText(kind: ItemKind): string {
	switch (kind) {
		case "outcome":
			return l10n.t("outcome");
		case "milestone":
			return l10n.t("milestone");
		case "target":
			return l10n.t("target");
		case "indicator":
			return l10n.t("indicator");
		case "practice":
			return l10n.t("practice");
		case "mitigation":
			return l10n.t("mitigation");
	}
}

/** "60 of 100+", "5 of 2-3 people: above"; the goal alone if nothing was logged; nothing if there is no goal. */
export function reachedTexts(item: Item, progress: Progress, formatter: Formatter): ReadonlyArray<string> {
	const { goal } = item;
	const { value, periods } = progress;
	if (!goal) {
		return [];
	}
	const kept =
		periods && periods.elapsed > 0
			? [
					plural(
						periods.elapsed,
						l10n.t("kept {0} of 1 time", periods.met),
						l10n.t("kept {0} of {1} times", periods.met, periods.elapsed),
					),
				]
			: [];
	if (value === undefined) {
		return [startText(item, progress, formatter), ...kept];
	}
	const reached = ofGoalText(value, goal, formatter);
	if (goal.band || goal.high === undefined || goal.atMost || value < goal.low) {
		return [reached, ...kept];
	}
	const where = value > goal.high ? l10n.t("above") : l10n.t("within");
	return [`${reached}: ${where}`, ...kept];
}

/** "60 of 100+"; for a band "202 (between 190 and 200 lbs): above". */
export function ofGoalText(value: number, goal: Quantity, formatter: Formatter): string {
	if (!goal.band) {
		return l10n.t("{0} of {1}", formatter.value(value, goal), formatter.goal(goal));
	}
	const { low, high = low } = goal;
	const aboveOrWithin = value > high ? l10n.t("above") : l10n.t("within");
	return `${formatter.value(value, goal)} (${formatter.goal(goal)}): ${value < low ? l10n.t("below") : aboveOrWithin}`;
}

/** "part of Course", "optional": how an item that is listed alone belongs to the plan. @param partOf the title of its item */
export function placeTexts(
	{ partOf, optional = false }: { readonly partOf?: string | undefined; readonly optional?: boolean },
	formatter: Formatter,
): ReadonlyArray<string> {
	return [
		...(partOf === undefined ? [] : [l10n.t("part of {0}", formatter.title({ title: partOf }))]),
		...(optional ? [l10n.t("optional")] : []),
	];
}

/** "2 of 3 done": the parts of an item, without dropped and optional ones; nothing if there are none. */
export function partsTexts(item: Item, { progressOf }: Pick<Snapshot, "progressOf">): ReadonlyArray<string> {
	return doneTexts(requiredParts(item), { progressOf });
}

/** "2 of 3 done", without dropped and optional items; nothing if none count. */
export function doneTexts(
	items: ReadonlyArray<Item>,
	{ progressOf }: Pick<Snapshot, "progressOf">,
): ReadonlyArray<string> {
	const states = items.filter(({ optional }) => !optional).map((item) => progressOf(item).state);
	const counted = states.filter((state) => state !== "dropped");
	const done = counted.filter((state) => state === "done").length;
	return counted.length === 0 ? [] : [l10n.t("{0} of {1} done", done, counted.length)];
}

/** The progress of an item without entries: its first value, "0 of 3 nurses", if more is better and it has no rate. */
function startText({ goal, from }: Item, { notMeasured }: Progress, formatter: Formatter): string {
	const asked = goal ? formatter.goal(goal) : "";
	if (notMeasured) {
		return l10n.t("{0}, not measured yet", asked);
	}
	return goal && goal.per === undefined && !goal.atMost && !goal.band
		? l10n.t("{0} of {1}", formatter.value(from, goal), asked)
		: asked;
}

/** Its due date, until when it holds, or since when it no longer does. */
export function dueTexts(
	{ due, state, lapsed, lapses, expired, expires, holds }: Progress,
	{ formatter, today }: ViewSource,
): ReadonlyArray<string> {
	if (expired && expires !== undefined) {
		return [l10n.t("expired {0}", formatter.date(expires))];
	}
	if (lapsed && lapses !== undefined) {
		return [l10n.t("needs confirmation since {0}", formatter.date(lapses))];
	}
	if (due === undefined) {
		return holds ? [l10n.t("holds")] : [];
	}
	const date = formatter.date(due);
	if (state === "overdue") {
		return [l10n.t("was due {0}, {1}", formatter.relative(due, today), date)];
	}
	return holds ? [l10n.t("holds, until {0}", date)] : [l10n.t("{0}, by {1}", formatter.relative(due, today), date)];
}

/**
 * The due date as a narrow view has room for it: one short date, and none where the parent has the same one. What is overdue
 * always has its date.
 *
 * @param above the due dates that the parents show
 */
export function shortDueTexts(
	progress: Progress,
	{ formatter, today }: ViewSource,
	above: ReadonlyArray<Day | undefined>,
): ReadonlyArray<string> {
	const { due, state, lapsed, lapses, expired, expires, holds } = progress;
	if (expired && expires !== undefined) {
		return [l10n.t("expired {0}", formatter.shortDate(expires, today))];
	}
	if (lapsed && lapses !== undefined) {
		return [l10n.t("needs confirmation since {0}", formatter.shortDate(lapses, today))];
	}
	if (due === undefined) {
		return holds ? [l10n.t("holds")] : [];
	}
	const date = formatter.shortDate(due, today);
	if (state === "overdue") {
		return [l10n.t("was due {0}", date)];
	}
	if (above.includes(due)) {
		return holds ? [l10n.t("holds")] : [];
	}
	return [holds ? l10n.t("holds, until {0}", date) : date];
}

/** The pace of a started item. */
export function paceTexts({ pace, state }: Pick<Progress, "pace" | "state">): ReadonlyArray<string> {
	switch (state === "started" ? pace : undefined) {
		case "ahead":
			return [l10n.t("ahead")];
		case "onPace":
			return [l10n.t("on pace")];
		case "behind":
			return [l10n.t("behind")];
		default:
			return [];
	}
}

/** The state of an item. */
export function itemStateText({
	state,
	dueSoon = false,
	holds = false,
}: Pick<Progress, "state"> & Partial<Pick<Progress, "dueSoon" | "holds">>): string {
	switch (state) {
		case "done":
			return l10n.t("done");
		case "overdue":
			return l10n.t("overdue");
		case "started":
			if (dueSoon) {
				return l10n.t("started, due soon");
			}
			return holds ? l10n.t("holds so far") : l10n.t("started");
		case "open":
			return dueSoon ? l10n.t("not started, due soon") : l10n.t("not started");
		case "dropped":
			return l10n.t("dropped");
	}
}
