import * as vscode from "vscode";
import type { Bundles } from "./bundles.ts";
import * as localDisk from "./host/core/files/localDisk.web.ts";

/** The one that VS Code gives the entry bundle; in the browser it finds nothing but `vscode`. */
declare const require: (name: string) => unknown;

/**
 * The same bundles as on Node. The `require` of the web extension host can't load other files, so they are read and run as
 * VS Code itself runs the entry bundle.
 */
export function bundles(extensionUri: vscode.Uri): Bundles {
	const find = (name: string): unknown => (name === "./localDisk.js" ? localDisk : require(name));
	const loaded = new Map<string, Promise<unknown>>();
	const load = <T>(name: string) => {
		const promise = loaded.get(name) ?? run(vscode.Uri.joinPath(extensionUri, "dist", name), find);
		loaded.set(name, promise);
		// A file that couldn't be read now may be readable later.
		promise.catch(() => loaded.delete(name));
		return promise as Promise<T>;
	};
	return { load: () => load("lazy.js"), loadImporter: () => load("importer.js") };
}

/** Runs a CommonJS module, and returns its exports. */
async function run(file: vscode.Uri, find: (name: string) => unknown): Promise<unknown> {
	const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
	const module = { exports: {} };
	new Function("module", "exports", "require", `${text}\n//# sourceURL=${file}`)(module, module.exports, find);
	return module.exports;
}
