import { type Day, formatDay } from "../../time/day.ts";
import { pairWithKey } from "../syntax/syntaxTree.ts";
import type { EditResult } from "./editResult.ts";
import { setKey } from "./setKey.ts";
import { type EditablePlan, parseEditablePlan } from "./yaml/editablePlan.ts";

/** New hours, in the syntax of the plan, and the first day on which they hold (`YYYY-MM-DD`). */
export interface HoursFrom {
	readonly hours: string;
	readonly from: string;
	/** A day on which the hours before held, for hours that had no period so far. */
	readonly since: Day;
}

/**
 * Changes the hours of a commitment from a day on. What held before stays, so that past weeks keep their aims: `hours: 4`
 * becomes `hours: { 2026-01-05: 4, 2026-11-30: 3 }`.
 *
 * @param nodeAt where the map of the commitment begins
 */
export function setHoursFrom(text: string, nodeAt: number, change: HoursFrom): EditResult {
	const plan = parseEditablePlan(text);
	return typeof plan === "string" ? plan : hoursEdits(plan, nodeAt, change);
}

/** The same for the hours of the week. */
export function setWeekHoursFrom(text: string, change: HoursFrom): EditResult {
	const plan = parseEditablePlan(text);
	if (typeof plan === "string") {
		return plan;
	}
	const { node } = plan.root;
	const week = node.kind === "map" ? pairWithKey(node, "week")?.value : undefined;
	if (week?.isAlias) {
		return "shared";
	}
	return week?.node.kind === "map" ? hoursEdits(plan, week.node.start, change) : "not-a-map";
}

function hoursEdits(plan: EditablePlan, nodeAt: number, { hours, from, since }: HoursFrom): EditResult {
	const node = plan.values.get(nodeAt)?.node;
	if (node?.kind !== "map") {
		return node ? "not-a-map" : "not-found";
	}
	const written = pairWithKey(node, "hours")?.value;
	if (written?.isAlias) {
		return "shared";
	}
	if (written?.node.kind === "map") {
		return setKey(plan.text, written.node.start, from, hours);
	}
	const before = written?.node.kind === "text" ? written.node.value.trim() : "";
	const first = formatDay(since);
	// Nothing held before that day, or the plan begins with it.
	const value = before === "" || first >= from ? hours : { [first]: before, [from]: hours };
	return setKey(plan.text, nodeAt, "hours", value);
}
