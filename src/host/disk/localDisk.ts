import { open } from "node:fs/promises";
import type * as vscode from "vscode";
import { appendToDisk, readAt, syncToDisk } from "./appendToDisk.ts";
import type { Disk } from "./disk.ts";

/** The disk that a file lies on; undefined where it lies elsewhere. In the browser `localDisk.web.ts` stands in for this. */
export function localDisk(file: vscode.Uri): Disk | undefined {
	return file.scheme === "file" ? disk : undefined;
}

const disk: Disk = {
	append: (file, lines, knownEnd) => appendToDisk(file.fsPath, lines, knownEnd),
	sync: (file) => syncToDisk(file.fsPath),
	async tail(file, wanted, known) {
		const handle = await open(file.fsPath, "r");
		try {
			const { dev, ino, size } = await handle.stat();
			const identity = `${dev}:${ino}`;
			const from = identity === known && size >= wanted ? wanted : 0;
			return { bytes: await readAt(handle, from, size - from), from, identity };
		} finally {
			await handle.close();
		}
	},
};
