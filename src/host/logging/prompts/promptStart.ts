import * as vscode from "vscode";
import { parseDay } from "../../../time/day.ts";
import { type InputResult, type InputStep, inputStep } from "../../ui/quickInput.ts";

/** Prompts for the first day of a plan; undefined if canceled. */
export function promptStart(
	step: Pick<InputStep, "title" | "step" | "totalSteps" | "value">,
): Promise<InputResult | undefined> {
	return inputStep({
		...step,
		placeholder: "2026-01-05",
		prompt: vscode.l10n.t("The first day of the plan. Month 1 and year 1 start here. You can change it later."),
		validate: (text) =>
			parseDay(text.trim()) === undefined
				? vscode.l10n.t("Enter a date as YYYY-MM-DD, for example 2026-01-05.")
				: undefined,
	});
}
