import * as vscode from "vscode";
import type { MovedDate } from "../../../logging/planChange.ts";
import { movedDateText, movesText } from "../../../viewmodel/text/planChangeText.ts";
import type { ViewSource } from "../../../viewmodel/text/viewSource.ts";

/** The item of a preview that makes the change. */
export function applyItem(moved: ReadonlyArray<MovedDate>): vscode.QuickPickItem {
	return { label: `$(check) ${vscode.l10n.t("Change the plan")}`, description: movesText(moved.length) };
}

/** A moved date in a preview. */
export function movedItem(moved: MovedDate, { formatter }: ViewSource): vscode.QuickPickItem {
	return { label: formatter.title(moved.node), description: movedDateText(moved, formatter) };
}
