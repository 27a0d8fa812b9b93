import { type FileHandle, lstat } from "node:fs/promises";
import { openForReading, openForWriting } from "./openSafely.ts";
import { RefusedFileError } from "./refusedFile.ts";

const lineBreak = Buffer.from("\n");
/** The number of attempts if lines are missing after a write: some network disks lose writes. */
const mostAttempts = 3;

/**
 * Appends whole lines to a file, which is created if it does not exist. Several processes may do so concurrently
 * without a lock: the lines go in one write to the current end of the file. Resolves after they were read back; from
 * then on they survive a crash of the process. Never writes through a link, see `openForWriting`.
 *
 * @param lines must end with a line break
 * @param knownEnd a size at which the file is known to end with a line break, to save a read
 * @returns such a size; undefined if others wrote at the same time
 * @throws only if the lines are not in the file: the error of the platform (`code` is such as ENOSPC, EACCES, EISDIR),
 * `RefusedFileError` or `LostWriteError`. If that is unknown, `RefusedFileError` with `unverified`
 */
export async function appendToDisk(path: string, lines: string, knownEnd = 0): Promise<number | undefined> {
	const bytes = Buffer.from(lines);
	for (let attempt = 0; attempt < mostAttempts; attempt++) {
		try {
			const end = await appendOnce(path, bytes, knownEnd);
			if (end !== "lost") {
				return end;
			}
		} catch (error) {
			// Git and sync tools replace the file.
			if (!(error instanceof RefusedFileError && error.code === "replaced")) {
				throw error;
			}
		}
	}
	throw new LostWriteError(path);
}

async function appendOnce(path: string, bytes: Buffer, knownEnd: number): Promise<number | undefined | "lost"> {
	const { file, size } = await openForWriting(path, "append");
	let isWriting = false;
	try {
		// An unfinished line of a crashed writer must not become the start of these lines.
		const isOpen = size !== knownEnd && (await endsOpen(file, size));
		isWriting = true;
		await file.write(isOpen ? Buffer.concat([lineBreak, bytes]) : bytes);
		// In one call: each needs a round trip to the disk.
		const [end, replaced] = await Promise.all([endOf(file, size, bytes), isReplaced(file, path)]);
		await file.close();
		return replaced ? "lost" : end;
	} catch (error) {
		await file.close().catch(() => undefined);
		// The write may have succeeded although an error was reported.
		if (isWriting && (await isWritten(path, size, bytes, error))) {
			return undefined;
		}
		throw error;
	}
}

/** Whether the bytes are in the file, after its former end. */
async function isWritten(path: string, from: number, bytes: Buffer, cause: unknown): Promise<boolean> {
	try {
		const { file, size } = await openForReading(path);
		try {
			return (await readAt(file, from, size - from)).includes(bytes);
		} finally {
			await file.close();
		}
	} catch {
		throw new RefusedFileError("unverified", path, { cause });
	}
}

/** The written lines are missing when they are read back, after all attempts. */
export class LostWriteError extends Error {
	readonly code = "Unavailable";

	constructor(path: string) {
		super(`written to ${path}, but it is not there`);
	}
}

/** Flushes a file to disk, so that it survives a power failure too. */
export async function syncToDisk(path: string): Promise<void> {
	const { file } = await openForWriting(path, "existing");
	try {
		await file.datasync();
	} finally {
		await file.close();
	}
}

async function endsOpen(file: FileHandle, size: number): Promise<boolean> {
	return size > 0 && !(await readAt(file, size - 1, 1)).equals(lineBreak);
}

/**
 * The end of the written bytes; undefined if they are not at the old end.
 *
 * @param from the end of the file before the write; others may have written before and after the bytes
 */
async function endOf(file: FileHandle, from: number, bytes: Buffer): Promise<number | undefined | "lost"> {
	if ((await readAt(file, from, bytes.length)).equals(bytes)) {
		return from + bytes.length;
	}
	const { size } = await file.stat();
	return (await readAt(file, from, size - from)).includes(bytes) ? undefined : "lost";
}

/** Whether the path now names another file and this one was deleted: Git and sync tools replace open files. */
async function isReplaced(file: FileHandle, path: string): Promise<boolean> {
	const { nlink, dev, ino } = await file.stat();
	if (nlink > 0) {
		return false;
	}
	// Some file systems do not count links: compare with the file at the path.
	const named = await lstat(path).catch(() => undefined);
	return named?.dev !== dev || named.ino !== ino;
}

/** Reads up to a number of bytes from an offset; fewer at the end of the file. */
export async function readAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
	const bytes = Buffer.alloc(Math.max(0, length));
	let filled = 0;
	while (filled < bytes.length) {
		const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, from + filled);
		if (bytesRead === 0) {
			break;
		}
		filled += bytesRead;
	}
	return bytes.subarray(0, filled);
}
