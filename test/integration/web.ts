// The entry of the suite for the web extension host; the build puts before it the tests that need no disk.
import * as vscode from "vscode";
import { runTests } from "../harness/suites/testReport.ts";

/** Called by VS Code inside the extension host. Without a disk and an environment, the result goes where the folder's files go: beside it. */
export async function run(): Promise<void> {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	if (folder === undefined) throw new Error("No folder is open.");
	const result = await runTests(mocha);
	const file = vscode.Uri.joinPath(folder.uri, "..", "result.json");
	await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(result)));
	if (result.failures.length > 0) throw new Error(`${result.failures.length} tests failed.`);
}
