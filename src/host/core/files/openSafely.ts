import { type BigIntStats, constants } from "node:fs";
import { type FileHandle, lstat, mkdir, open, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import type { FileStamp } from "./disk.ts";
import { RefusedFileError } from "./refusedFile.ts";

/** Windows has neither flag: there only the checks before and after opening help. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
const { O_RDWR, O_RDONLY, O_APPEND, O_CREAT, O_EXCL } = constants;

/** An open file that was verified to be the one at its path. */
export interface OpenFile {
	readonly file: FileHandle;
	/** In bytes. */
	readonly size: number;
	/** Identifies the file, regardless of its name. */
	readonly identity: string;
	readonly noted: FileStamp;
}

/** Some file systems store times in steps of two seconds. */
const coarsestTimeMs = 2000;

/**
 * Opens a regular file for reading and writing, never through a link; creates it if it does not exist. Checked before,
 * so that no device is opened; opened without following links; and compared after, so that the open file is the one at
 * the path.
 *
 * @param way `append` only writes at the end; `create` fails with EEXIST if the file exists, `existing` with ENOENT if
 * it does not
 * @throws RefusedFileError, or the platform's error
 */
export async function openForWriting(
	path: string,
	way: "append" | "replace" | "create" | "existing",
): Promise<OpenFile> {
	const before = await look(path);
	if (before) {
		checkFile(before, path);
	}
	const isNew = way === "create" || (!before && way !== "existing");
	const flags = O_RDWR | O_NOFOLLOW | O_NONBLOCK | (way === "append" ? O_APPEND : 0);
	const file = await opened(path, isNew ? flags | O_CREAT | O_EXCL : flags, way === "append" || way === "replace");
	return checked(file, async () => {
		const [there, named] = await Promise.all([file.stat({ bigint: true }), look(path)]);
		checkFile(there, path);
		if (!named || identityOf(named) !== identityOf(there)) {
			throw new RefusedFileError(named?.isSymbolicLink() ? "link" : "replaced", path);
		}
		return there;
	});
}

/** Opens a file for reading. Pipes, sockets and devices are refused, and never block; links are followed. */
export async function openForReading(path: string): Promise<OpenFile> {
	checkKind(await stat(path, { bigint: true }), path);
	const file = await open(path, O_RDONLY | O_NONBLOCK);
	return checked(file, async () => {
		const there = await file.stat({ bigint: true });
		checkKind(there, path);
		return there;
	});
}

/**
 * Checks that writing to a path changes only that file; a missing file is allowed. @throws RefusedFileError otherwise
 */
export async function checkWritable(path: string): Promise<void> {
	const there = await look(path);
	if (there) {
		checkFile(there, path);
	}
}

/**
 * Creates the missing parent folders of a file. Folders below `within` must not be links; `within` itself may be
 * behind links.
 *
 * @param within an absolute path that is a prefix of `path`
 */
export async function makeFolders(path: string, within: string | undefined): Promise<void> {
	if (within === undefined) {
		await mkdir(dirname(path), { recursive: true });
		return;
	}
	await mkdir(within, { recursive: true });
	for (const folder of foldersBetween(within, path)) {
		if (!(await look(folder))) {
			await mkdir(folder).catch(unlessThere);
		}
		// Before creating the next one, which must not be behind a link.
		await checkFolder(folder);
	}
}

/** @throws RefusedFileError if a folder between the two is a link or not a folder */
export async function checkFolders(path: string, within: string | undefined): Promise<void> {
	for (const folder of within === undefined ? [] : foldersBetween(within, path)) {
		await checkFolder(folder);
	}
}

async function checkFolder(folder: string): Promise<void> {
	const there = await lstat(folder);
	if (!there.isDirectory()) {
		throw new RefusedFileError(there.isSymbolicLink() ? "link" : "special", folder);
	}
}

/** The metadata of a path, without following links; undefined if it does not exist. */
async function look(path: string): Promise<BigIntStats | undefined> {
	try {
		return await lstat(path, { bigint: true });
	} catch (error) {
		if (codeOf(error) === "ENOENT") {
			return undefined;
		}
		throw error;
	}
}

/** @param retries whether a concurrent change is reported as replaced, so that the caller can retry */
async function opened(path: string, flags: number, retries: boolean): Promise<FileHandle> {
	try {
		return await open(path, flags, 0o666);
	} catch (error) {
		const code = codeOf(error);
		if (code === "ELOOP" || code === "EMLINK") {
			throw new RefusedFileError("link", path, { cause: error });
		}
		if (retries && (code === "EEXIST" || (code === "ENOENT" && !(flags & O_CREAT)))) {
			throw new RefusedFileError("replaced", path, { cause: error });
		}
		throw error;
	}
}

async function checked(file: FileHandle, check: () => Promise<BigIntStats>): Promise<OpenFile> {
	try {
		const there = await check();
		return { file, size: Number(there.size), identity: identityOf(there), noted: fileStamp(there) };
	} catch (error) {
		await file.close();
		throw error;
	}
}

function checkFile(there: BigIntStats, path: string): void {
	checkKind(there, path);
	if (there.nlink > 1n) {
		throw new RefusedFileError("hard-link", path);
	}
}

function checkKind(there: BigIntStats, path: string): void {
	if (there.isSymbolicLink()) {
		throw new RefusedFileError("link", path);
	}
	if (there.isDirectory()) {
		throw Object.assign(new Error(`${path} is a folder`), { code: "EISDIR" });
	}
	if (!there.isFile()) {
		throw new RefusedFileError("special", path);
	}
}

/** The stamp of a file with these metadata. */
export function fileStamp({ size, dev, ino, ctimeNs, ctimeMs }: BigIntStats): FileStamp {
	return { stamp: `${size} ${dev} ${ino} ${ctimeNs}`, isFresh: Date.now() - Number(ctimeMs) < coarsestTimeMs };
}

function identityOf({ dev, ino }: BigIntStats): string {
	return `${dev}:${ino}`;
}

/** The folders between `within` and a file, the outermost first. */
function foldersBetween(within: string, path: string): ReadonlyArray<string> {
	const names = relative(within, path).split(sep).slice(0, -1);
	if (names[0] === ".." || isAbsolute(names[0] ?? "")) {
		throw new RangeError(`${path} is not in ${within}`);
	}
	return names.map((_, index) => join(within, ...names.slice(0, index + 1)));
}

function unlessThere(error: unknown): void {
	if (codeOf(error) !== "EEXIST") {
		throw error;
	}
}

function codeOf(error: unknown): unknown {
	return (error as { readonly code?: unknown } | undefined)?.code;
}
