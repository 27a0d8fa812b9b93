import { readPlanText } from "./planText.ts";
import { setKey } from "./setKey.ts";
import type { EditResult } from "./textEdit.ts";

/** Sets day one of the plan, as `YYYY-MM-DD`; without one, takes it out. */
export function setStart(text: string, start: string | undefined): EditResult {
	const plan = readPlanText(text);
	return typeof plan === "string" ? plan : setKey(text, plan.root.at, "start", start);
}
