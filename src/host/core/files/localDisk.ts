import { rename, stat } from "node:fs/promises";
import { resolve } from "node:path";
import type * as vscode from "vscode";
import { appendToDisk, readAt, syncToDisk } from "./appendToDisk.ts";
import type { Disk } from "./disk.ts";
import { checkWritable, fileStamp, openForReading } from "./openSafely.ts";
import { linkNew, writeToDisk } from "./writeToDisk.ts";

/**
 * The disk of a file; undefined if it is not on a local disk. In the browser, `localDisk.web.ts` replaces this file.
 */
export function localDisk(file: vscode.Uri): Disk | undefined {
	return file.scheme === "file" ? disk : undefined;
}

const disk: Disk = {
	append: (file, lines, knownEnd) => appendToDisk(pathOf(file), lines, knownEnd),
	sync: (file) => syncToDisk(pathOf(file)),
	write: (file, bytes, { within, guarded = [], isNew = false, notOver = [] }) =>
		writeToDisk(pathOf(file), bytes, {
			...(within ? { within: pathOf(within) } : {}),
			guarded: onDisk(guarded),
			isNew,
			notOver: onDisk(notOver),
		}),
	linkNew: (file, path) => linkNew(pathOf(file), pathOf(path)),
	replace: (fresh, file) => rename(pathOf(fresh), pathOf(file)),
	checkWritable: (file) => checkWritable(pathOf(file)),
	async stamp(file) {
		return fileStamp(await stat(pathOf(file), { bigint: true }));
	},
	async tail(file, wanted, known, most) {
		const { file: handle, size, identity, noted } = await openForReading(pathOf(file));
		try {
			const from = identity === known && size >= wanted ? wanted : 0;
			return { bytes: await readAt(handle, from, Math.min(most, size - from)), from, size, identity, noted };
		} finally {
			await handle.close();
		}
	},
};

function onDisk(files: ReadonlyArray<vscode.Uri>): ReadonlyArray<string> {
	return files.filter(({ scheme }) => scheme === "file").map(pathOf);
}

/** An absolute path without `..`: the checked path is the opened one. */
function pathOf(file: vscode.Uri): string {
	return resolve(file.fsPath);
}
