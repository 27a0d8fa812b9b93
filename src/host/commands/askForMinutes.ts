import * as vscode from "vscode";
import { parseMinutes } from "../../journal/typed/minutes.ts";
import { minutesProblem } from "../../present/entryFields.ts";
import { inputStep } from "./steps.ts";

/** Asks how long something took, in minutes; undefined when it was cancelled. */
export async function askForMinutes(title: string): Promise<number | undefined> {
	const typed = await inputStep({
		title,
		placeholder: "45m",
		prompt: vscode.l10n.t("How long it took, as in: 45m, 1h30, 1.5h"),
		value: "",
		validate: (text) => (text.trim() === "" ? undefined : minutesProblem(text)),
	});
	const reading = typed && !typed.back ? parseMinutes(typed.value) : undefined;
	return reading?.kind === "minutes" ? reading.minutes : undefined;
}
