import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Lifetime } from "./lifetime.ts";

/** Makes an empty folder that is removed with everything in it when the lifetime ends. */
export function temporaryFolder(lifetime: Lifetime, purpose: string): string {
	// The real path: macOS keeps its temporary folder behind a link, and VS Code tells the two apart.
	const folder = realpathSync(mkdtempSync(join(tmpdir(), `waymark-${purpose}-`)));
	const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
	lifetime.own({ close: async () => remove(), kill: remove });
	return folder;
}
