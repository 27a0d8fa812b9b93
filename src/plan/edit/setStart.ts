import type { EditResult } from "./editResult.ts";
import { setKey } from "./setKey.ts";
import { parseEditablePlan } from "./yaml/editablePlan.ts";

/** Sets day one of the plan, as `YYYY-MM-DD`; removes it if undefined. */
export function setStart(text: string, start: string | undefined): EditResult {
	const plan = parseEditablePlan(text);
	return typeof plan === "string" ? plan : setKey(text, plan.root.node.start, "start", start);
}
