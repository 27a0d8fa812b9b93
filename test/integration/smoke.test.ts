import { strict as assert } from "node:assert";
import * as vscode from "vscode";

describe("the extension host of this run", () => {
	it("activates the extension", async () => {
		const extension = vscode.extensions.getExtension("waymark.waymark");
		await extension?.activate();
		assert.equal(extension?.isActive, true);
	});

	it("has a folder whose files can be searched", async () => {
		const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
		assert.ok(folder);
		const file = vscode.Uri.joinPath(folder, "to-be-found.txt");
		await vscode.workspace.fs.writeFile(file, new Uint8Array());
		const found = await vscode.workspace.findFiles("to-be-found.txt");
		await vscode.workspace.fs.delete(file);
		assert.equal(found.length, 1);
	});
});
