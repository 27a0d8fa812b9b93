import { addItem } from "./addItem.ts";
import type { EditResult } from "./editResult.ts";
import { parseEditablePlan } from "./yaml/editablePlan.ts";

/** Adds days to the time off, in the syntax of the plan: `2026-07-20..2026-08-02`. */
export function addTimeOff(text: string, when: string): EditResult {
	const plan = parseEditablePlan(text);
	return typeof plan === "string" ? plan : addItem(text, { mapAt: plan.root.node.start, key: "time_off" }, when);
}
