import * as vscode from "vscode";
import { checksum } from "../../../util/checksum.ts";

/** The scheme of the virtual document with the changed plan. */
const scheme = "waymark-preview";

/**
 * Shows the plan beside a changed text of it in the diff editor, without taking the focus.
 *
 * @param title of the diff editor
 * @returns closes it
 */
export async function showPlanDiff(planUri: vscode.Uri, after: string, title: string): Promise<vscode.Disposable> {
	const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
		provideTextDocumentContent: () => after,
	});
	// Another text is another document: VS Code would show the old one again.
	const version = checksum(new TextEncoder().encode(after)).toString(36);
	const uri = planUri.with({ scheme, query: version, fragment: "" });
	await vscode.commands.executeCommand("vscode.diff", planUri, uri, title, { preview: true, preserveFocus: true });
	return new vscode.Disposable(() => {
		provider.dispose();
		const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
		const shown = tabs.filter(({ input }) => isDiffOf(input, uri));
		// What the user has closed already is fine, too.
		vscode.window.tabGroups.close(shown).then(undefined, () => undefined);
	});
}

function isDiffOf(input: unknown, uri: vscode.Uri): boolean {
	return input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString();
}
