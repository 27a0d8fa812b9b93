import type * as vscode from "vscode";

/** What is in bundles of its own and loaded when it is first needed. */
export interface Bundles {
	readonly load: () => Promise<typeof import("./host/lazy.ts")>;
	readonly loadImporter: () => Promise<typeof import("./importer/roadmapImporter.ts")>;
}

/** Not `import()`, which finds no names in a bundle for both hosts. */
declare const require: (path: string) => never;

/** The bundles beside the entry bundle. In the browser, `bundles.web.ts` replaces this file. */
export function bundles(_extensionUri: vscode.Uri): Bundles {
	return {
		load: async () => require("./host/lazy.ts"),
		loadImporter: async () => require("./importer/roadmapImporter.ts"),
	};
}
