import * as vscode from "vscode";
import type { Session } from "../session.ts";

/** Saves a review as a file of its own, where the person wants it, and offers to open it. */
export async function exportHtml({ planUri }: Session, html: string, name: string): Promise<void> {
	const target = await vscode.window.showSaveDialog({
		defaultUri: vscode.Uri.joinPath(planUri, "..", name),
		filters: { HTML: ["html"] },
		title: vscode.l10n.t("Export Review"),
	});
	if (!target) {
		return;
	}
	await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(html));
	const open = vscode.l10n.t("Open");
	const message = vscode.l10n.t("Exported without what is private: {0}", vscode.workspace.asRelativePath(target));
	void vscode.window.showInformationMessage(message, open).then((chosen) => {
		if (chosen === open) {
			void vscode.env.openExternal(target);
		}
	});
}
