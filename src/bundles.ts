import type * as vscode from "vscode";

/** What is in bundles of its own and loaded when it is first needed. */
export interface Bundles {
	readonly load: () => Promise<typeof import("./host/lazy.ts")>;
	readonly loadImporter: () => Promise<typeof import("./importer/roadmapImporter.ts")>;
}

/** The bundles beside the entry bundle. In the browser, `bundles.web.ts` replaces this file. */
export function bundles(_extensionUri: vscode.Uri): Bundles {
	return { load: () => import("./host/lazy.ts"), loadImporter: () => import("./importer/roadmapImporter.ts") };
}
