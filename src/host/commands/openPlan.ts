import * as vscode from "vscode";
import { detach } from "../core/detach.ts";
import { readErrorText } from "../core/fileErrorText.ts";
import { statRegular } from "../core/readRegular.ts";
import { commandArguments } from "../logging/commandArguments.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/**
 * Opens the plan in the editor.
 *
 * @param place anything with a `range` of offsets in the plan, such as a row of a view: its text is selected. Without
 * it, the plan opens at the last position.
 */
export async function openPlan({ roadmap }: CommandContext, place?: unknown): Promise<void> {
	const plan = (await roadmap.current())?.planUri;
	if (!plan) {
		detach(vscode.window.showInformationMessage(vscode.l10n.t("There's no roadmap.yaml in this workspace yet.")));
		return;
	}
	await statRegular(plan).catch((error: unknown) => {
		throw new Error(readErrorText(error), { cause: error });
	});
	const document = await vscode.workspace.openTextDocument(plan);
	const start = startOf(place);
	if (start === undefined) {
		await vscode.window.showTextDocument(document);
		return;
	}
	const position = document.positionAt(start);
	await vscode.window.showTextDocument(document, {
		selection: new vscode.Range(position, position),
		preserveFocus: true,
	});
}

function startOf(place: unknown): number | undefined {
	const { range } = commandArguments(place);
	const start = (range as { readonly start?: unknown } | undefined)?.start;
	return typeof start === "number" ? start : undefined;
}
