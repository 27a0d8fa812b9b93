import { EncodingError, wideEncoding } from "../../plan/textEncoding.ts";
import { checksum } from "../../util/checksum.ts";
import type { Entry } from "../entry.ts";
import type { JournalProblem } from "../journalProblem.ts";
import { JournalWeight } from "../journalWeight.ts";
import { finish, type Steps } from "../steps.ts";
import { LineReader, maxProblems } from "./lineReader.ts";

/** Bytes with one checksum, which are decoded together if lines allow: as much as fits into the cache of a processor. */
const blockSize = 65_536;
/** The longest line that is read, in bytes. */
export const maxLine = 2 ** 20;
/** Bytes of an unfinished line that its problem shows. */
const mostShown = 1024;
const lineBreak = 10;
const closingBrace = 125;
/** Replaces bytes that aren't UTF-8 when they are decoded. */
const replacement = "\uFFFD";

/** The result of a read. */
export type ReadResult =
	/** Nothing new. */
	| "unchanged"
	/** There are new entries, or an unfinished last line appeared or changed. */
	| "appended"
	/** Earlier content has changed: everything must be read again, with a new object. */
	| "rewritten";

/**
 * Follows one file of a journal while it grows: each read returns the entries since the last one. Only complete lines
 * are read. A last line without a line break is complete if it is an entry; otherwise it is a problem until the rest of it
 * is written.
 */
export class JournalText {
	private readonly decoder = new TextDecoder("utf-8", { ignoreBOM: true });
	private readonly lines: LineReader;
	private readonly sums: Array<number> = [];
	private consumed = 0;
	private openEnd = false;
	/** The problem of an unfinished last line. */
	private endProblem: JournalProblem | undefined;
	/** The bytes that were skipped of a line that is too long; its end isn't written yet. */
	private passed = 0;
	private full = false;

	/**
	 * @param file the name to show in problems
	 * @param take receives each entry with its line, counted from 1
	 * @param weight the memory that the lines may use, shared with the other files
	 */
	constructor(
		readonly file: string,
		take: (entry: Entry, line: number) => void,
		private readonly weight = new JournalWeight(),
	) {
		this.lines = new LineReader(file, take);
	}

	/** The number of bytes read, up to the end of the last complete line. */
	get offset(): number {
		return this.consumed;
	}

	/** Where the next read can start, unless it reads the whole file: at most 64 KB before `offset`. */
	get tailStart(): number {
		return this.consumed - (this.consumed % blockSize);
	}

	/** Whether the file ends without a line break, so that one must be written before the next entry. */
	get endsOpen(): boolean {
		return this.openEnd;
	}

	/** Whether reading stopped because all files together would use too much memory. */
	get isFull(): boolean {
		return this.full;
	}

	/** The first hundred problems, in the order of their lines. */
	get problems(): ReadonlyArray<JournalProblem> {
		const { problems } = this.lines;
		return this.endProblem && problems.length < maxProblems ? [...problems, this.endProblem] : problems;
	}

	/** The number of lines and entries. */
	get counts(): LineReader["counts"] {
		const { counts } = this.lines;
		return this.endProblem ? { ...counts, refused: counts.refused + 1 } : counts;
	}

	/**
	 * Reads what was added. Bytes that were read before are compared with their checksum; with `from` 0 that is the whole
	 * file, so that a change anywhere is detected.
	 *
	 * @param bytes the file from `from` to its end
	 * @param from 0, or `tailStart`
	 * @throws EncodingError if the file is UTF-16 or UTF-32, so that nothing in it can be read
	 */
	read(bytes: Uint8Array, from: 0 | JournalText["tailStart"] = 0): ReadResult {
		return finish(this.steps(bytes, from));
	}

	/**
	 * The same in steps of one block, for a file that is read in pieces. Each piece starts at `tailStart` and is longer than
	 * a megabyte. No other read may happen between two steps.
	 *
	 * @param isEnd whether the file ends where the bytes do
	 */
	*steps(bytes: Uint8Array, from: 0 | JournalText["tailStart"], isEnd = true): Steps<ReadResult> {
		const before = this.consumed - from;
		if (before < 0 || from % blockSize !== 0) {
			throw new RangeError(`a read begins at 0 or at ${this.tailStart}, not at ${from}`);
		}
		if (bytes.length < before || !this.isAsBefore(bytes.subarray(0, before), from)) {
			return "rewritten";
		}
		const wide = this.consumed === 0 ? wideEncoding(bytes) : undefined;
		if (wide) {
			throw new EncodingError(wide);
		}
		const start = this.tailStart;
		const endBefore = this.endProblem?.args[0];
		const end = yield* this.readLines(bytes, before, isEnd);
		if (bytes.length > 0) {
			// If the file ends with a block, there are no bytes after it.
			this.openEnd = bytes[bytes.length - 1] !== lineBreak;
		}
		if (end === before) {
			return this.endProblem?.args[0] === endBefore ? "unchanged" : "appended";
		}
		this.consumed = from + end;
		for (let block = start; block < this.consumed; block += blockSize) {
			this.sums[block / blockSize] = checksum(bytes.subarray(block - from, Math.min(block - from + blockSize, end)));
		}
		return "appended";
	}

	/**
	 * Whether bytes of the file are the same as when they were read.
	 *
	 * @param bytes up to `tailStart` at most, a whole number of blocks of 64 KB
	 * @param from a multiple of 64 KB
	 */
	matches(bytes: Uint8Array, from: number): boolean {
		return this.isAsBefore(bytes, from);
	}

	private isAsBefore(bytes: Uint8Array, from: number): boolean {
		for (let at = 0; at < bytes.length; at += blockSize) {
			if (checksum(bytes.subarray(at, at + blockSize)) !== this.sums[(from + at) / blockSize]) {
				return false;
			}
		}
		return true;
	}

	/** Reads all complete lines from an offset. Returns the offset after them. */
	private *readLines(bytes: Uint8Array, start: number, isEnd: boolean): Steps<number> {
		const end = bytes.lastIndexOf(lineBreak) + 1;
		let at = start;
		while (at < end && !this.full) {
			// As many complete lines as fit into a block, but at least one.
			const fitting = bytes.lastIndexOf(lineBreak, Math.min(at + blockSize, end) - 1) + 1;
			const next = fitting > at && this.passed === 0 ? fitting : bytes.indexOf(lineBreak, at) + 1;
			const length = this.passed + next - at;
			const lines = bytes.subarray(at, next);
			if (length > maxLine) {
				this.lines.refuse(length, maxLine);
			} else if (this.weight.take(lines)) {
				this.readWholeLines(lines);
			} else {
				this.full = true;
				return at;
			}
			this.passed = 0;
			at = next;
			yield;
		}
		return this.full ? at : this.readOpenEnd(bytes, at, isEnd);
	}

	/** Lines with invalid UTF-8 count as far as they can be read, and are reported: an ID may contain replaced letters. */
	private readWholeLines(bytes: Uint8Array): void {
		const text = this.decoder.decode(bytes);
		if (!text.includes(replacement) || isUtf8(bytes)) {
			this.lines.readLines(text);
			return;
		}
		for (let start = 0; start < bytes.length; ) {
			const end = bytes.indexOf(lineBreak, start) + 1;
			const line = bytes.subarray(start, end);
			this.lines.readLines(this.decoder.decode(line), isUtf8(line));
			start = end;
		}
	}

	private readOpenEnd(bytes: Uint8Array, start: number, isEnd: boolean): number {
		this.endProblem = undefined;
		if (this.passed + bytes.length - start > maxLine) {
			// It is too long already, so these bytes needn't be read again.
			this.passed += bytes.length - start;
			return bytes.length;
		}
		const rest = bytes.subarray(start);
		const isRead =
			isEnd && rest.findLast((byte) => byte > 32) === closingBrace && this.lines.readOpenEnd(this.decoder.decode(rest));
		if (isEnd && !isRead) {
			this.endProblem = this.lines.problemOfOpenEnd(this.decoder.decode(rest.subarray(0, mostShown)));
		}
		return isRead ? bytes.length : start;
	}
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}
