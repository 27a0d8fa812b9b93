import * as vscode from "vscode";
import { isRoadmapName } from "../../journal/roadmapNames.ts";
import type { DiskWrite } from "./files/disk.ts";
import { localDisk } from "./files/localDisk.ts";
import { RefusedFileError } from "./files/refusedFile.ts";
import { TimeLimit } from "./files/timeLimit.ts";
import { fileName, planNames } from "./planFileName.ts";

/** The time limit of a write, in ms: a disk may need ten seconds to wake up. */
const mostMs = 20_000;

/** The path of a file that is written as a whole. */
export interface FilePlace {
	/** The base folder, which may be behind a link. */
	readonly folder: vscode.Uri;
	/** The names of the folders below it, which must not be links, and of the file. */
	readonly names: ReadonlyArray<string>;
}

/**
 * Writes all files of Waymark. Folders may come from strangers, so links are never followed and only regular files are
 * written; a disk that does not respond is given up after a time.
 *
 * If a file isn't on a disk of this machine, links are only detected as far as the file system reports them.
 */
export class FileWriter {
	private readonly limit: TimeLimit;
	/** VS Code saves elsewhere: a save that does not end keeps no thread of this process busy. */
	private readonly saves: TimeLimit;

	/**
	 * @param onEnd called when a write that timed out has ended after all
	 * @param ms the time limit of a write
	 */
	constructor(onEnd: () => void = () => undefined, ms = mostMs) {
		this.limit = new TimeLimit(ms, onEnd);
		this.saves = new TimeLimit(ms, onEnd);
	}

	/**
	 * Runs an operation that may wait for a disk, with the time limit of a write; fails at once while the disk does not
	 * respond.
	 */
	run<T>(file: vscode.Uri, work: () => Thenable<T>): Promise<T> {
		return this.limit.run(file.path, async () => work());
	}

	/**
	 * Saves a document with the same time limit, and returns whether that was reported to succeed.
	 *
	 * @throws RefusedFileError with `no-answer` if it takes too long; it may be saved later
	 */
	save(document: vscode.TextDocument): Promise<boolean> {
		const save = () => Promise.resolve(document.save()).catch(() => false);
		return this.saves.run(document.uri.path, save);
	}

	/** @throws RefusedFileError with `no-answer` while a save that timed out has not ended */
	checkSaves(file: vscode.Uri): void {
		this.saves.check(file.path);
	}

	/** Appends whole lines if the file system supports that, see `appendToDisk`; undefined otherwise. */
	append(
		file: vscode.Uri,
		lines: string,
		knownEnd?: number,
	): Promise<{ readonly end: number | undefined }> | undefined {
		const disk = localDisk(file);
		return disk && this.run(file, async () => ({ end: await disk.append(file, lines, knownEnd) }));
	}

	/**
	 * Writes a whole file, over the one that is there.
	 *
	 * @returns the file
	 * @throws RefusedFileError, or the error of the file system
	 */
	write(place: FilePlace, text: string): Promise<vscode.Uri> {
		return this.writeInside(place, text, false);
	}

	/** Flushes what was appended to a file, see `syncToDisk`. */
	async sync(file: vscode.Uri): Promise<void> {
		const disk = localDisk(file);
		await (disk && this.run(file, () => disk.sync(file)));
	}

	/** Writes a new file; fails if it exists. Otherwise like `write`. */
	create(place: FilePlace, text: string): Promise<vscode.Uri> {
		return this.writeInside(place, text, true);
	}

	/**
	 * Writes a file to a location that the user chose. Never overwrites the plan or the journal, regardless of spelling
	 * and links; and like `write` if the location is in a workspace folder or the folder of the plan.
	 *
	 * @param besides files that must not be overwritten
	 */
	async export(
		file: vscode.Uri,
		content: string | Uint8Array,
		plan: vscode.Uri,
		besides: ReadonlyArray<vscode.Uri>,
	): Promise<void> {
		if (isRoadmapName(fileName(file), [...planNames, fileName(plan)])) {
			throw new RefusedFileError("roadmap", file.path);
		}
		const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
		const options = { guarded: [vscode.Uri.joinPath(plan, ".."), ...folders], notOver: [plan, ...besides] };
		await this.run(file, () => writeWhole(file, typeof content === "string" ? encoded(content) : content, options));
	}

	/** Renames a file; fails if there is one with the new name. A link is renamed, not followed. */
	async rename(file: vscode.Uri, to: vscode.Uri): Promise<void> {
		await this.run(to, () => vscode.workspace.fs.rename(file, to, { overwrite: false }));
	}

	/**
	 * Writes a file atomically: if the process ends during the write, the old content is kept. Otherwise like `write`.
	 */
	async replace({ folder, names }: FilePlace, text: string): Promise<vscode.Uri> {
		const file = vscode.Uri.joinPath(folder, ...names);
		const fresh = await this.write({ folder, names: names.with(-1, `${names.at(-1)}.${crypto.randomUUID()}`) }, text);
		// VS Code deletes the old file before it moves the new one, so that a window that ends in between would lose both.
		await this.run(
			file,
			() => localDisk(file)?.replace(fresh, file) ?? vscode.workspace.fs.rename(fresh, file, { overwrite: true }),
		);
		return file;
	}

	/**
	 * Writes a new file atomically. Of several processes that do so at once only one succeeds, as far as the file system
	 * supports it. Otherwise like `write`.
	 *
	 * @returns whether it was written; false if the file exists
	 */
	async claim({ folder, names }: FilePlace, text: string): Promise<boolean> {
		const file = vscode.Uri.joinPath(folder, ...names);
		const fresh = await this.write({ folder, names: names.with(-1, `${names.at(-1)}.${crypto.randomUUID()}`) }, text);
		try {
			return await this.run(file, () => localDisk(file)?.linkNew(fresh, file) ?? renameNew(fresh, file));
		} finally {
			// It no longer exists if it was renamed.
			await Promise.resolve(vscode.workspace.fs.delete(fresh)).catch(() => undefined);
		}
	}

	private async writeInside({ folder, names }: FilePlace, text: string, isNew: boolean): Promise<vscode.Uri> {
		const file = vscode.Uri.joinPath(folder, ...names);
		await this.run(file, () => writeWhole(file, encoded(text), { within: folder, isNew }));
		return file;
	}
}

/**
 * Checks a file before an editor saves it, because the editor follows links.
 *
 * @throws RefusedFileError if it is a link, has another name elsewhere, or is not a regular file
 */
export async function checkFileWritable(file: vscode.Uri): Promise<void> {
	const disk = localDisk(file);
	if (disk) {
		await disk.checkWritable(file);
	} else {
		await lookAt(file);
	}
}

/** Renames a file, unless something is at the new path. @returns whether it did */
async function renameNew(from: vscode.Uri, to: vscode.Uri): Promise<boolean> {
	try {
		await vscode.workspace.fs.rename(from, to, { overwrite: false });
		return true;
	} catch (error) {
		if (error instanceof vscode.FileSystemError && error.code === "FileExists") {
			return false;
		}
		throw error;
	}
}

async function writeWhole(file: vscode.Uri, bytes: Uint8Array, options: DiskWrite): Promise<void> {
	const disk = localDisk(file);
	if (disk) {
		return disk.write(file, bytes, options);
	}
	const { guarded = [], isNew = false } = options;
	const within = options.within ?? guarded.find((folder) => isInside(file, folder));
	for (const folder of within ? foldersBetween(within, file) : []) {
		const type = await typeOf(folder);
		if (type !== undefined && type !== vscode.FileType.Directory) {
			throw new RefusedFileError(type & vscode.FileType.SymbolicLink ? "link" : "special", folder.path);
		}
	}
	if ((await lookAt(file)) && isNew) {
		throw vscode.FileSystemError.FileExists(file);
	}
	await vscode.workspace.fs.writeFile(file, bytes);
}

/** Whether the file exists, as far as the file system knows its type. */
async function lookAt(file: vscode.Uri): Promise<boolean> {
	const type = await typeOf(file);
	if (type === undefined || type === vscode.FileType.File) {
		return type !== undefined;
	}
	if (type === vscode.FileType.Directory) {
		throw vscode.FileSystemError.FileIsADirectory(file);
	}
	throw new RefusedFileError(type & vscode.FileType.SymbolicLink ? "link" : "special", file.path);
}

async function typeOf(file: vscode.Uri): Promise<vscode.FileType | undefined> {
	try {
		return (await vscode.workspace.fs.stat(file)).type;
	} catch (error) {
		if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") {
			return undefined;
		}
		throw error;
	}
}

function foldersBetween(within: vscode.Uri, file: vscode.Uri): ReadonlyArray<vscode.Uri> {
	const names = file.path
		.slice(within.path.length)
		.split("/")
		.filter((name) => name !== "")
		.slice(0, -1);
	return names.map((_, index) => vscode.Uri.joinPath(within, ...names.slice(0, index + 1)));
}

function isInside(file: vscode.Uri, folder: vscode.Uri): boolean {
	const root = folder.path.replace(/\/?$/, "/");
	return file.scheme === folder.scheme && file.authority === folder.authority && file.path.startsWith(root);
}

function encoded(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}
