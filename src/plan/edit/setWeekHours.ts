import { pairWithKey } from "../syntax/syntaxTree.ts";
import type { EditResult } from "./editResult.ts";
import { setKey } from "./setKey.ts";
import { parseEditablePlan } from "./yaml/editablePlan.ts";

/** Sets the weekly target, in the syntax of the plan: `2-3`. Replaces one that changes over the years. */
export function setWeekHours(text: string, hours: string): EditResult {
	return setWeekKey(text, "hours", hours);
}

/** Sets the working days, in the syntax of the plan: `monday-friday`. */
export function setWeekDays(text: string, days: string): EditResult {
	return setWeekKey(text, "days", days);
}

function setWeekKey(text: string, key: "hours" | "days", value: string): EditResult {
	const plan = parseEditablePlan(text);
	if (typeof plan === "string") {
		return plan;
	}
	const { node } = plan.root;
	const week = node.kind === "map" ? pairWithKey(node, "week")?.value : undefined;
	return week?.node.kind === "map"
		? setKey(text, week.node.start, key, value)
		: setKey(text, node.start, "week", { [key]: value });
}
