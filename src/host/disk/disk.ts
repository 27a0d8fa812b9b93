import type * as vscode from "vscode";

/** The end of a file. */
export interface Tail {
	readonly bytes: Uint8Array;
	/** Where the bytes begin in the file: where they were asked for, or 0 where the file is another one or shorter now. */
	readonly from: number;
	/** Changes when another file takes its place, as git and sync tools have it. */
	readonly identity: string;
}

/** What a real disk can do, and VS Code's file systems in general cannot: append, and read a part. */
export interface Disk {
	/** See `appendToDisk`. */
	append(file: vscode.Uri, lines: string, knownEnd?: number): Promise<number | undefined>;
	/** See `syncToDisk`. */
	sync(file: vscode.Uri): Promise<void>;
	/**
	 * Reads a file to its end.
	 *
	 * @param from the first byte wanted, as long as the file is still the one with this `identity`
	 */
	tail(file: vscode.Uri, from: number, identity: string): Promise<Tail>;
}
