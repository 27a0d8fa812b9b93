import * as vscode from "vscode";
import { parseMinutes } from "../../journal/typed/minutes.ts";
import { minutesProblem } from "../../present/entryFields.ts";
import { inputStep } from "./steps.ts";

/** Asks how long something took, in minutes; undefined when it was cancelled. */
export async function askForMinutes(title: string): Promise<number | undefined> {
	const minutes = await ask(title, vscode.l10n.t("How long it took, as in: 45m, 1h30, 1.5h"));
	return minutes === "none" ? undefined : minutes;
}

/** Asks how long something took of which the clock does not tell; "none" where it was left empty, to log nothing. */
export function askForLostMinutes(title: string): Promise<number | "none" | undefined> {
	return ask(
		title,
		vscode.l10n.t(
			"The timer began later than it is now: the clock was set back. How long did it take? Leave it empty to log nothing.",
		),
	);
}

async function ask(title: string, prompt: string): Promise<number | "none" | undefined> {
	const validate = (text: string) => (text.trim() === "" ? undefined : minutesProblem(text));
	const typed = await inputStep({ title, placeholder: "45m", prompt, value: "", validate });
	if (!typed || typed.back) {
		return undefined;
	}
	const reading = parseMinutes(typed.value);
	return reading?.kind === "minutes" ? reading.minutes : "none";
}
