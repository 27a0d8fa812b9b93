import { pairOf, placeOf } from "../syntax.ts";
import { readPlanText } from "./planText.ts";
import { setKey } from "./setKey.ts";
import type { EditResult } from "./textEdit.ts";

/** Sets the aim of the week, as the plan writes it: `2-3`. One that changes over the years gives way to it. */
export function setWeekHours(text: string, hours: string): EditResult {
	const plan = readPlanText(text);
	if (typeof plan === "string") {
		return plan;
	}
	const { node, at } = plan.root;
	const week = node.kind === "map" ? pairOf(node, "week")?.value : undefined;
	return week?.node.kind === "map"
		? setKey(text, placeOf(week, at), "hours", hours)
		: setKey(text, at, "week", { hours });
}
