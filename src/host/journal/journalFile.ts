import * as vscode from "vscode";
import type { Entry } from "../../journal/entry.ts";
import { type JournalWeight, maxJournalFile } from "../../journal/journalWeight.ts";
import { JournalText, type ReadResult } from "../../journal/text/journalText.ts";
import type { FileStamp, Tail } from "../core/files/disk.ts";
import { localDisk } from "../core/files/localDisk.ts";
import { statRegular } from "../core/readRegular.ts";
import type { TimeSlices } from "../core/timeSlices.ts";

/** How thoroughly a file is checked for changes, see `read`. */
export type ReadDepth = (typeof readDepths)[number];

/** In ascending order. */
export const readDepths = ["tail", "content", "whole"] as const;

/** The bytes to read at once: a multiple of the blocks of `JournalText`, and more than its longest line. */
const pieceSize = 2 * 2 ** 20;

/** The file has too many bytes, or the journal too many entries. `code` says which. */
export class JournalTooLargeError extends Error {
	constructor(readonly code: "file-too-large" | "journal-too-large" | "too-many-files") {
		super(`the journal is not read: ${code}`);
	}
}

/** A part of a file; without a local disk, its stamp is unknown. */
type Piece = Omit<Tail, "noted"> & { readonly noted?: FileStamp };

/** The state that the files of one journal share. */
export interface JournalReading {
	/** Receives every entry with its file and its line, counted from 1. */
	readonly take: (entry: Entry, file: string, line: number) => void;
	readonly weight: JournalWeight;
	readonly slices: TimeSlices;
}

/** One file of the journal, read as it grows. If content that was already read changes, a new object is needed. */
export class JournalFile {
	readonly text: JournalText;
	private identity = "";
	/** The stamp of the file when it was read. `isFresh`: it may have changed without a new stamp. */
	private noted: FileStamp = { stamp: "", isFresh: true };
	/** The last read error. */
	failure: unknown;

	constructor(
		readonly uri: vscode.Uri,
		name: string,
		private readonly reading: JournalReading,
	) {
		this.text = new JournalText(name, (entry, line) => reading.take(entry, name, line), reading.weight);
	}

	/**
	 * Reads what was added. A file that has grown is checked near its old end; otherwise it is read from its beginning.
	 *
	 * @param depth `content`: also compares the content; `whole`: reads from the beginning in any case
	 */
	read(depth: ReadDepth): Promise<ReadResult> {
		return this.noteFailure(async () => {
			const noted = await stampOf(this.uri);
			checkSize(sizeIn(noted));
			const isSame = noted.stamp === this.noted.stamp && !(depth === "content" && this.noted.isFresh);
			if (isSame && depth !== "whole") {
				return "unchanged";
			}
			const { result } = await this.readBytes(depth === "whole" || sizeIn(noted) <= sizeIn(this.noted));
			this.noted = noted;
			return result;
		});
	}

	/** Reads what was added, without checking first whether the file has changed. The next `read` does not read it again. */
	readOn(): Promise<ReadResult> {
		return this.noteFailure(async () => {
			const { result, noted } = await this.readBytes(false);
			if (noted && result !== "rewritten") {
				this.noted = noted;
			}
			return result;
		});
	}

	private async noteFailure(reading: () => Promise<ReadResult>): Promise<ReadResult> {
		try {
			const result = await reading();
			this.failure = undefined;
			return result;
		} catch (error) {
			const isNews = String(error) !== String(this.failure);
			this.failure = error;
			if (!isNews) {
				return "unchanged";
			}
			return this.text.offset > 0 ? "rewritten" : "appended";
		}
	}

	/** `noted`: the stamp from before the first byte was read, if it is known. */
	private async readBytes(whole: boolean): Promise<{ readonly result: ReadResult; readonly noted?: FileStamp }> {
		const pieceAt = await this.pieces();
		let noted: FileStamp | undefined;
		let read: ReadResult = "unchanged";
		for (let from = whole ? 0 : this.text.tailStart; ; ) {
			const piece = await pieceAt(from);
			checkSize(piece.size);
			noted ??= piece.noted;
			if (piece.from !== from) {
				// It was replaced or truncated. The first part of a read starts again at once.
				if (this.text.offset > 0) {
					return { result: "rewritten" };
				}
				from = piece.from;
			}
			const end = from + piece.bytes.length;
			const isEnd = end >= piece.size || piece.bytes.length === 0;
			if (!isEnd && end <= this.text.tailStart) {
				if (!this.text.matches(piece.bytes, from)) {
					return { result: "rewritten" };
				}
				from = end;
				continue;
			}
			const result = await this.reading.slices.run(this.text.steps(piece.bytes, from, isEnd));
			if (result === "rewritten" || isEnd || this.text.isFull) {
				return { result: result === "unchanged" ? read : result, ...(noted ? { noted } : {}) };
			}
			read = result;
			from = this.text.tailStart;
		}
	}

	/** Reads the file from an offset: in parts from a local disk, as a whole otherwise. */
	private async pieces(): Promise<(from: number) => Promise<Piece>> {
		const disk = localDisk(this.uri);
		if (!disk) {
			// Before it is all in memory.
			checkSize((await statRegular(this.uri)).size);
			const bytes = await vscode.workspace.fs.readFile(this.uri);
			const size = bytes.length;
			return async (from) => ({ bytes: bytes.subarray(from, from + pieceSize), from, size, identity: "" });
		}
		return async (from) => {
			const piece = await disk.tail(this.uri, from, this.identity, pieceSize);
			this.identity = piece.identity;
			return piece;
		};
	}
}

function checkSize(size: number): void {
	if (size > maxJournalFile) {
		throw new JournalTooLargeError("file-too-large");
	}
}

/** The stamp of a file. Without a local disk, the file may always have changed without a new one. */
async function stampOf(uri: vscode.Uri): Promise<FileStamp> {
	const { size, mtime } = await statRegular(uri);
	return (await localDisk(uri)?.stamp(uri)) ?? { stamp: `${size} ${mtime}`, isFresh: true };
}

function sizeIn({ stamp }: FileStamp): number {
	return Number(stamp.split(" ")[0]);
}
