import * as vscode from "vscode";
import { detach } from "../core/detach.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";

/** Shows what was saved, with an Undo button. */
export function offerUndo(message: string): void {
	offerAction(message, vscode.l10n.t("Undo"), "waymark.undo");
}

export function offerAction(message: string, action: string, command: string): void {
	// Not awaited: it is done, whether or not the user answers.
	detach(
		vscode.window.showInformationMessage(escapeLabel(message), action).then((chosen) => {
			if (chosen === action) {
				detach(vscode.commands.executeCommand(command));
			}
		}),
	);
}
