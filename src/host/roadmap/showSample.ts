import * as vscode from "vscode";
import { detach } from "../core/detach.ts";

const shownKey = "waymark.sampleShown";

/** Shows the view and the plan of the sample when it is first opened: its window would be empty otherwise. */
export async function showSample(context: vscode.ExtensionContext, plan: vscode.Uri): Promise<void> {
	const isSample = plan.path.startsWith(`${context.globalStorageUri.path}/sample-`);
	if (!isSample || context.workspaceState.get(shownKey) === true) {
		return;
	}
	await context.workspaceState.update(shownKey, true);
	await vscode.window.showTextDocument(plan, { preview: false });
	// The views wait for the plan that is being opened.
	detach(vscode.commands.executeCommand("waymark.roadmap.focus"));
}
