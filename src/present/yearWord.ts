import * as l10n from "@vscode/l10n";
import type { Plan } from "../plan/plan.ts";

/** What a year of the plan is called: "Year 2", or "2027" where the plan has no start. */
export function yearWord({ start }: Plan, year: number): string {
	return start === undefined ? String(year) : l10n.t("Year {0}", year);
}
