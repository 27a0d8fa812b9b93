import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DisposableStore } from "./disposableStore.ts";

/** Creates an empty folder, which is deleted with all its content when the store is disposed. */
export function temporaryFolder(disposables: DisposableStore, purpose: string): string {
	// The real path: macOS keeps its temporary folder behind a link, and VS Code tells the two apart.
	const folder = realpathSync(mkdtempSync(join(tmpdir(), `waymark-${purpose}-`)));
	const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
	disposables.add({ close: async () => remove(), kill: remove });
	return folder;
}
