import type * as vscode from "vscode";

/** A part of a file. */
export interface Tail {
	readonly bytes: Uint8Array;
	/** The offset of the bytes: as requested, or 0 if the file was replaced or truncated. */
	readonly from: number;
	/** The size of the whole file. */
	readonly size: number;
	/** Identifies the file; changes if it is replaced, for example by Git or sync tools. */
	readonly identity: string;
	/** The stamp of the file when it was opened. */
	readonly noted: FileStamp;
}

/**
 * Changes with the file, even if its size and modification time are restored, because the change time cannot be set.
 */
export interface FileStamp {
	/** Starts with the size in bytes. */
	readonly stamp: string;
	/** The change is so recent that another one could have the same time. */
	readonly isFresh: boolean;
}

/** How a whole file is written, see `WholeWrite`. */
export interface DiskWrite {
	readonly within?: vscode.Uri;
	readonly guarded?: ReadonlyArray<vscode.Uri>;
	readonly isNew?: boolean;
	readonly notOver?: ReadonlyArray<vscode.Uri>;
}

/** Operations of a local disk that VS Code file systems do not have: append, partial reads, link detection. */
export interface Disk {
	/** See `appendToDisk`. */
	append(file: vscode.Uri, lines: string, knownEnd?: number): Promise<number | undefined>;
	/** See `syncToDisk`. */
	sync(file: vscode.Uri): Promise<void>;
	/** See `writeToDisk`. */
	write(file: vscode.Uri, bytes: Uint8Array, options: DiskWrite): Promise<void>;
	/** See `linkNew`. */
	linkNew(file: vscode.Uri, path: vscode.Uri): Promise<boolean>;
	/** Moves a file over another one in one step: there is always the old one or the new one. A link is replaced, not followed. */
	replace(fresh: vscode.Uri, file: vscode.Uri): Promise<void>;
	/** See `checkFileWritable`. */
	checkWritable(file: vscode.Uri): Promise<void>;
	/** The current stamp of a file. */
	stamp(file: vscode.Uri): Promise<FileStamp>;
	/**
	 * Reads a part of a file, up to its end. Pipes, sockets and devices are refused, and never block.
	 *
	 * @param from the first byte to read, if the file still has this `identity`
	 * @param most the maximum number of bytes
	 * @throws RefusedFileError, or the platform's error
	 */
	tail(file: vscode.Uri, from: number, identity: string, most: number): Promise<Tail>;
}
