import { type FileHandle, open, stat } from "node:fs/promises";

const lineBreak = Buffer.from("\n");
/** How often lines that are not there after they were written are written again: some network disks lose a write. */
const mostAttempts = 3;

/**
 * Appends whole lines to a file, which is made where there is none. Several processes may do so at once without a lock: the
 * lines go in one write to wherever the file ends at that moment. Resolves when they were read back; they survive the death
 * of the process from then on.
 *
 * @param lines ends with a line break
 * @param knownEnd a size at which the file is known to end with a line break, so that it need not be looked at
 * @returns such a size; undefined where others wrote at the same time
 * @throws the platform's error (`code` is such as ENOSPC, EACCES, EISDIR), or `LostWriteError`
 */
export async function appendToDisk(path: string, lines: string, knownEnd = 0): Promise<number | undefined> {
	const bytes = Buffer.from(lines);
	for (let attempt = 0; attempt < mostAttempts; attempt++) {
		// At once with opening it; one that is made now, or has just been replaced, is looked at again below.
		const [file, named] = await Promise.all([open(path, "a+"), stat(path).catch(() => undefined)]);
		try {
			const { size } = named ?? (await file.stat());
			// What a writer that died has left unfinished must not become the beginning of these lines.
			const isOpen = size !== knownEnd && (await endsOpen(file, size));
			await file.write(isOpen ? Buffer.concat([lineBreak, bytes]) : bytes);
			// Both at once: each costs a way to the disk and back.
			const [end, replaced] = await Promise.all([endOf(file, size, bytes), isReplaced(file, path)]);
			if (end !== "lost" && !replaced) {
				return end;
			}
		} finally {
			await file.close();
		}
	}
	throw new LostWriteError(path);
}

/** What was written is not there when it is read back, however often it is tried. */
export class LostWriteError extends Error {
	constructor(path: string) {
		super(`written to ${path}, but it is not there`);
	}
}

/** Has the platform write what it holds in memory, so that it survives a power failure too. */
export async function syncToDisk(path: string): Promise<void> {
	const file = await open(path, "r+");
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
 * Where the bytes end that were written; undefined where they stand elsewhere than at the old end.
 *
 * @param from where the file ended before the write: what others wrote meanwhile may stand before and behind it
 */
async function endOf(file: FileHandle, from: number, bytes: Buffer): Promise<number | undefined | "lost"> {
	if ((await readAt(file, from, bytes.length)).equals(bytes)) {
		return from + bytes.length;
	}
	const { size } = await file.stat();
	return (await readAt(file, from, size - from)).includes(bytes) ? undefined : "lost";
}

/** Whether the path leads to another file by now, and nothing to this one: git and sync tools replace a file that is open. */
async function isReplaced(file: FileHandle, path: string): Promise<boolean> {
	const { nlink, dev, ino } = await file.stat();
	if (nlink > 0) {
		return false;
	}
	// Some file systems do not count links: only what the path leads to tells.
	const named = await stat(path).catch(() => undefined);
	return named?.dev !== dev || named.ino !== ino;
}

/** Up to so many bytes from a place on; fewer where the file ends before. */
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
