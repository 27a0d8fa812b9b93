import * as vscode from "vscode";
import { askForMinutes } from "./commands/askForMinutes.ts";
import { plainText } from "./plainText.ts";

/** How the extension speaks up by itself. Passed in, so that a test can hear it and answer. */
export interface Voice {
	/** Whether the person is at this window: of several windows only that one speaks. */
	isHeard(): boolean;
	/** Shows a message with choices; resolves with the one that was chosen, undefined when it was closed. */
	ask(message: string, ...choices: ReadonlyArray<string>): PromiseLike<string | undefined>;
	/** Asks how long something took, in minutes; undefined when it was cancelled. */
	askForMinutes(title: string): Promise<number | undefined>;
}

/** Messages of the window, while it has the focus. */
export const windowVoice: Voice = {
	isHeard: () => vscode.window.state.focused,
	ask: (message, ...choices) => vscode.window.showInformationMessage(plainText(message), ...choices),
	askForMinutes,
};
