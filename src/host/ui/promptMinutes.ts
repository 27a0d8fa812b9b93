import * as vscode from "vscode";
import { parseMinutes } from "../../time/minutes.ts";
import { minutesProblem } from "../../viewmodel/journal/entryFields.ts";
import type { DraftField } from "../core/promptDrafts.ts";
import { inputStep } from "./quickInput.ts";

/** Prompts for a duration, in minutes; undefined if canceled. */
export async function promptMinutes(title: string, draft?: DraftField): Promise<number | undefined> {
	const minutes = await ask(title, vscode.l10n.t("How long it took, for example 45m, 1h30, or 1.5h"), draft);
	return minutes === "none" ? undefined : minutes;
}

/** Prompts for a duration that can't be computed from the clock; "none" if it is left empty, to log nothing. */
export function promptLostMinutes(title: string, draft: DraftField): Promise<number | "none" | undefined> {
	return ask(
		title,
		vscode.l10n.t(
			"The timer starts in the future because the clock was set back. How long did it take? Leave empty to log nothing.",
		),
		draft,
	);
}

/**
 * Prompts for the part of the time that counts, for a timer that overlapped with another one; "none" if it is left
 * empty, to log nothing.
 */
export function askForSharedMinutes(title: string, draft: DraftField): Promise<number | "none" | undefined> {
	return ask(
		title,
		vscode.l10n.t(
			"Another timer was started while this one was running. How long did this take? Leave empty to log nothing.",
		),
		draft,
	);
}

async function ask(title: string, prompt: string, draft?: DraftField): Promise<number | "none" | undefined> {
	const validate = (text: string) => (text.trim() === "" ? undefined : minutesProblem(text));
	const typed = await inputStep({ title, placeholder: "45m", prompt, value: "", validate, draft });
	if (!typed || typed.back) {
		return undefined;
	}
	const reading = parseMinutes(typed.value);
	return reading?.kind === "minutes" ? reading.minutes : "none";
}
