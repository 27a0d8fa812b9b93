import * as vscode from "vscode";

/** The assets of the pages. */
export interface PageFiles {
	readonly script: string;
	readonly style: string;
}

/** Reads the built script and style sheet of the pages. */
export async function readPageFiles(extensionUri: vscode.Uri): Promise<PageFiles> {
	const read = async (file: string) =>
		new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, "dist", file)));
	const [script, style] = await Promise.all([read("review.js"), read("review.css")]);
	return { script, style };
}
