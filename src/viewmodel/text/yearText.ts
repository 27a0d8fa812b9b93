import * as l10n from "@vscode/l10n";
import type { Plan } from "../../plan/plan.ts";

/** The label of a year of the plan: "Year 2", or "2027" if the plan has no start. */
export function yearText({ start }: Plan, year: number): string {
	return start === undefined ? String(year) : l10n.t("Year {0}", year);
}
