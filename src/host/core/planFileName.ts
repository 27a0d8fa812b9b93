import * as vscode from "vscode";

/** The possible names of a plan in the root of a workspace folder; the first that exists is used. */
export const planNames = ["roadmap.yaml", "roadmap.yml"] as const;

/** Whether the path exists. Inaccessible paths count as existing: reading them reports the error. */
export async function fileExists(uri: vscode.Uri): Promise<boolean> {
	try {
		await vscode.workspace.fs.stat(uri);
		return true;
	} catch (error) {
		return error instanceof vscode.FileSystemError && error.code === "NoPermissions";
	}
}

/** The plan in a folder; undefined if there is none. */
export async function planIn(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
	for (const name of planNames) {
		const uri = vscode.Uri.joinPath(folder, name);
		if (await fileExists(uri)) {
			return uri;
		}
	}
	return undefined;
}

/** The name of a file without its folder. */
export function fileName(file: vscode.Uri): string {
	return file.path.slice(file.path.lastIndexOf("/") + 1);
}

/** The name of a plan without its extension, with which the name of its journal begins. */
export function planStem(plan: vscode.Uri): string {
	return fileName(plan).replace(/\.ya?ml$/i, "");
}
