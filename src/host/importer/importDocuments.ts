import * as vscode from "vscode";
import { planNames } from "../core/planFileName.ts";

/** The editors of an import. Nothing of them is on disk. */
export interface ImportDocuments {
	readonly plan: vscode.TextDocument;
	readonly report: vscode.TextDocument;
}

/** Opens the proposed plan as an untitled `roadmap.yaml`, and the report beside it. */
export async function openImport(folder: vscode.Uri, plan: string, report: string): Promise<ImportDocuments> {
	const untitled = vscode.Uri.joinPath(folder, planNames[0]).with({ scheme: "untitled" });
	const document = await vscode.workspace.openTextDocument(untitled);
	const edit = new vscode.WorkspaceEdit();
	const end = document.positionAt(document.getText().length);
	edit.replace(untitled, new vscode.Range(new vscode.Position(0, 0), end), plan);
	await vscode.workspace.applyEdit(edit);
	const { ViewColumn } = vscode;
	await vscode.window.showTextDocument(document, { preview: false, viewColumn: ViewColumn.One });
	const shown = await vscode.workspace.openTextDocument({ language: "markdown", content: report });
	await vscode.window.showTextDocument(shown, {
		preview: false,
		viewColumn: ViewColumn.Beside,
		preserveFocus: true,
	});
	return { plan: document, report: shown };
}

/** Opens the plan that is there beside the proposal: each difference can be taken over with the arrow in the margin. */
export async function openComparison(plan: vscode.Uri, proposed: string, report: string): Promise<void> {
	const proposal = await vscode.workspace.openTextDocument({ language: "yaml", content: proposed });
	const shown = await vscode.workspace.openTextDocument({ language: "markdown", content: report });
	await vscode.commands.executeCommand("vscode.diff", proposal.uri, plan, vscode.l10n.t("Imported ↔ Your Plan"), {
		preview: false,
	});
	await vscode.window.showTextDocument(shown, {
		preview: false,
		viewColumn: vscode.ViewColumn.Beside,
		preserveFocus: true,
	});
}

/** Closes the editors of an import, without asking whether to save them. */
export async function closeImport({ plan, report }: ImportDocuments): Promise<void> {
	for (const document of [report, plan]) {
		if (!document.isClosed) {
			await vscode.window.showTextDocument(document, { preserveFocus: false });
			await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
		}
	}
}
