import { addItem } from "./addItem.ts";
import { readPlanText } from "./planText.ts";
import type { EditResult } from "./textEdit.ts";

/** Adds days to the plan's time off, as the plan writes them: `2026-07-20..2026-08-02`. */
export function addTimeOff(text: string, when: string): EditResult {
	const plan = readPlanText(text);
	return typeof plan === "string" ? plan : addItem(text, { mapAt: plan.root.at, key: "time_off" }, when);
}
