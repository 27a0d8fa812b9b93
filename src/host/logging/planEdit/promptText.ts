import * as vscode from "vscode";
import type { DraftField } from "../../core/promptDrafts.ts";
import { inputStep } from "../../ui/quickInput.ts";

/** A prompt for one text. */
export interface TextPrompt {
	readonly title: string;
	readonly prompt: string;
	readonly value?: string;
	readonly placeholder: string;
	/** The error for a trimmed text; undefined if it is valid. */
	readonly problemOf: (text: string) => string | undefined;
	/** What a valid text stands for, shown while it is typed. */
	readonly infoOf?: (text: string) => string | undefined;
	readonly draft: DraftField;
}

/** Prompts for a text, trimmed; undefined if canceled. */
export async function promptText({
	problemOf,
	infoOf,
	value = "",
	...prompt
}: TextPrompt): Promise<string | undefined> {
	const validate = (typed: string) => {
		const text = typed.trim();
		const message = infoOf?.(text);
		return problemOf(text) ?? (message && { message, severity: vscode.InputBoxValidationSeverity.Info });
	};
	const typed = await inputStep({ ...prompt, value, validate });
	return typed && !typed.back ? typed.value.trim() : undefined;
}
