import * as vscode from "vscode";
import type { DraftField } from "../core/promptDrafts.ts";
import { escapeLabel } from "./escapeLabel.ts";
import { promptMinutes } from "./promptMinutes.ts";

/** Messages and prompts that the extension shows unasked. Passed in, so that tests can answer them. */
export interface Prompter {
	/** Whether this window has the focus: only one window shows messages. */
	isWindowFocused(): boolean;
	/** Shows a message with buttons; resolves with the chosen one, undefined if it was closed. */
	ask(message: string, ...choices: ReadonlyArray<string>): PromiseLike<string | undefined>;
	/** Prompts for a duration, in minutes; undefined if canceled. */
	promptMinutes(title: string, draft?: DraftField): Promise<number | undefined>;
}

/** The prompter of this window. */
export const windowPrompter: Prompter = {
	isWindowFocused: () => vscode.window.state.focused,
	ask: (message, ...choices) => vscode.window.showInformationMessage(escapeLabel(message), ...choices),
	promptMinutes,
};
