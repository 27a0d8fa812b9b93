import * as vscode from "vscode";
import { argumentsOf } from "./commandArguments.ts";
import type { CommandContext } from "./table.ts";

/**
 * Opens the plan in the editor.
 *
 * @param place anything with a `range` of offsets in the plan, such as a row of the sidebar: its text is selected. Left
 * out, the plan opens where it was left.
 */
export async function openPlan({ roadmap }: CommandContext, place?: unknown): Promise<void> {
	const plan = (await roadmap.current())?.planUri;
	if (!plan) {
		void vscode.window.showInformationMessage(vscode.l10n.t("There is no roadmap.yaml in this workspace yet."));
		return;
	}
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
	const { range } = argumentsOf(place);
	const start = (range as { readonly start?: unknown } | undefined)?.start;
	return typeof start === "number" ? start : undefined;
}
