import * as vscode from "vscode";
import type { Entry } from "../../journal/entry.ts";
import { JournalText, type ReadResult } from "../../journal/journalText.ts";
import { localDisk } from "../disk/localDisk.ts";

/** One file of the journal, read as it grows. When what was read is rewritten, a new object has to take its place. */
export class JournalFile {
	readonly text: JournalText;
	private identity = "";
	private stamp = "";
	/** Why it could not be read the last time. */
	failure: unknown;

	/** @param take is given every entry with its line, counted from 1 */
	constructor(
		readonly uri: vscode.Uri,
		name: string,
		take: (entry: Entry, line: number) => void,
	) {
		this.text = new JournalText(name, take);
	}

	/**
	 * Reads what was added. A file that has grown is checked near its old end, and where it changed otherwise from its
	 * beginning.
	 *
	 * @param whole checks it from the beginning in any case
	 */
	read(whole: boolean): Promise<ReadResult> {
		return this.noteFailure(async () => {
			const stamp = await stampOf(this.uri);
			if (stamp === this.stamp && !whole) {
				return "unchanged";
			}
			const result = await this.readBytes(whole || sizeIn(stamp) <= sizeIn(this.stamp));
			this.stamp = stamp;
			return result;
		});
	}

	/** Reads what was added, where something is known to be, without asking whether the file has changed. */
	readOn(): Promise<ReadResult> {
		return this.noteFailure(() => this.readBytes(false));
	}

	private async noteFailure(reading: () => Promise<ReadResult>): Promise<ReadResult> {
		try {
			const result = await reading();
			this.failure = undefined;
			return result;
		} catch (error) {
			const isNews = String(error) !== String(this.failure);
			this.failure = error;
			return isNews && this.text.offset > 0 ? "rewritten" : isNews ? "appended" : "unchanged";
		}
	}

	private async readBytes(whole: boolean): Promise<ReadResult> {
		const disk = localDisk(this.uri);
		if (!disk) {
			return this.text.read(await vscode.workspace.fs.readFile(this.uri));
		}
		const { bytes, from, identity } = await disk.tail(this.uri, whole ? 0 : this.text.tailStart, this.identity);
		this.identity = identity;
		return this.text.read(bytes, from);
	}
}

/** Changes when the file does: its size and the time of its last change. */
async function stampOf(uri: vscode.Uri): Promise<string> {
	const { size, mtime } = await vscode.workspace.fs.stat(uri);
	return `${size} ${mtime}`;
}

function sizeIn(stamp: string): number {
	return Number(stamp.split(" ")[0]);
}
