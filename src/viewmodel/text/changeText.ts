import * as l10n from "@vscode/l10n";
import type { Change } from "../../amount/change.ts";
import type { Commitment } from "../../plan/plan.ts";
import { spanContains } from "../../time/day.ts";
import { trendText } from "./entryText.ts";
import { habitCountText } from "./habits/habitText.ts";
import { ofGoalText } from "./itemText.ts";
import type { ViewSource } from "./viewSource.ts";

/** The title of the node with an ID. */
export function targetTitle({ plan, formatter }: ViewSource, id: string): string {
	const node = plan.byId.get(id);
	return node ? formatter.title(node) : id;
}

/** The result of a change: "Articles: 4 of 5+", "Team: rising". */
export function changeText(source: ViewSource, id: string, change: Change): string {
	return `${targetTitle(source, id)}: ${newValue(source, id, change)}`;
}

function holdsId({ id, activities }: Commitment, wanted: string): boolean {
	return id === wanted || activities.some((activity) => activity.id === wanted);
}

function newValue(source: ViewSource, id: string, { set, add }: Change): string {
	const { snapshot, formatter, plan, today } = source;
	const habit = snapshot.habits.find(({ node, unit }) => unit === "times" && holdsId(node as Commitment, id));
	if (habit && add !== undefined) {
		return l10n.t("{0} this week", habitCountText({ ...habit, count: habit.count + add }, formatter));
	}
	if (typeof set === "boolean") {
		return set ? l10n.t("done") : l10n.t("not done");
	}
	if (typeof set === "string") {
		return trendText(set);
	}
	// The value of a measure is that of an item with it, preferably one whose period is current.
	const asking = plan.items.filter(({ of }) => of === id);
	const item = snapshot.items.get(id) ?? asking.find(({ span }) => span && spanContains(span, today)) ?? asking[0];
	const before = (item && snapshot.progressOf(item).value) ?? item?.from ?? 0;
	const value = add === undefined ? (set ?? 0) : before + add;
	return item?.goal ? ofGoalText(value, item.goal, formatter) : formatter.number(value);
}
