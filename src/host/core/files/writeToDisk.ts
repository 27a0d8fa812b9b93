import { type FileHandle, link, readFile, readlink, realpath, stat } from "node:fs/promises";
import { dirname, sep } from "node:path";
import { checkFolders, makeFolders, openForWriting } from "./openSafely.ts";
import { RefusedFileError } from "./refusedFile.ts";

/** Options for writing a whole file. */
export interface WholeWrite {
	/** An absolute path that is a prefix of the file's path: folders below it must not be links. */
	readonly within?: string;
	/** Folders with the same rule, if the file is in one of them, by any path. */
	readonly guarded?: ReadonlyArray<string>;
	/** Whether to fail with EEXIST if the file exists. */
	readonly isNew?: boolean;
	/** Files that must not be overwritten under any name, as absolute paths. */
	readonly notOver?: ReadonlyArray<string>;
}

/**
 * Writes a whole file and creates missing folders. Never through a link, see `openForWriting`; the old content is kept
 * until everything was checked.
 *
 * @param path absolute
 * @throws RefusedFileError, or the platform's error
 */
export async function writeToDisk(path: string, bytes: Uint8Array, options: WholeWrite): Promise<void> {
	const { isNew = false, notOver = [] } = options;
	const within = options.within ?? (await folderAround(path, options.guarded ?? []));
	await makeFolders(path, within);
	const { file, identity } = await openForWriting(path, isNew ? "create" : "replace");
	try {
		// A folder may have been replaced by a link while the file was opened.
		await checkFolders(path, within);
		await checkPlace(file, path, within);
		if ((await identitiesOf(notOver)).includes(identity)) {
			throw new RefusedFileError("roadmap", path);
		}
		await file.truncate(0);
		await file.writeFile(bytes);
	} finally {
		await file.close();
	}
}

/**
 * Gives a file a second path, unless something is there: of several processes that do so at once, one succeeds, and the
 * others find its whole content.
 *
 * @returns whether it did
 * @throws the platform's error
 */
export async function linkNew(file: string, path: string): Promise<boolean> {
	try {
		await link(file, path);
		return true;
	} catch (error) {
		switch ((error as { readonly code?: unknown }).code) {
			case "EEXIST":
				return false;
			case "EPERM":
			case "ENOSYS":
			case "ENOTSUP":
			case "EOPNOTSUPP":
				return copyNew(file, path);
			default:
				throw error;
		}
	}
}

/** The same on a disk without hard links, where others may find only a part of the content. */
async function copyNew(file: string, path: string): Promise<boolean> {
	try {
		await writeToDisk(path, await readFile(file), { isNew: true });
		return true;
	} catch (error) {
		if ((error as { readonly code?: unknown }).code === "EEXIST") {
			return false;
		}
		throw error;
	}
}

/** Linux knows the real path of an open file, which also reveals a replacement between two checks. */
async function checkPlace(file: FileHandle, path: string, within: string | undefined): Promise<void> {
	const place = within && (await readlink(`/proc/self/fd/${file.fd}`).catch(() => undefined));
	if (within !== undefined && place && !place.startsWith((await realpath(within)).replace(/\/?$/, sep))) {
		throw new RefusedFileError("link", path);
	}
}

/** The outermost part of a path that is one of the folders, in any spelling and through links. */
async function folderAround(path: string, folders: ReadonlyArray<string>): Promise<string | undefined> {
	const known = await identitiesOf(folders);
	const above: Array<string> = [];
	for (let at = dirname(path); at !== above[0]; at = dirname(at)) {
		above.unshift(at);
	}
	const found = await identitiesOf(above);
	return above.find((_, index) => found[index] !== undefined && known.includes(found[index]));
}

async function identitiesOf(paths: ReadonlyArray<string>): Promise<ReadonlyArray<string | undefined>> {
	return Promise.all(
		paths.map(async (path) => {
			const there = await stat(path, { bigint: true }).catch(() => undefined);
			return there && `${there.dev}:${there.ino}`;
		}),
	);
}
