import { checksum } from "./checksum.ts";
import type { Entry } from "./entry.ts";
import { LineReader } from "./lineReader.ts";
import type { JournalProblem } from "./problem.ts";

/** Bytes that share a checksum and, as far as lines allow, are decoded at once: what a processor's cache holds. */
const blockSize = 65_536;
/** The longest line that is read, in bytes. */
export const maxLine = 2 ** 20;
const lineBreak = 10;
const closingBrace = 125;

/** What became of a read. */
export type ReadResult =
	/** Nothing new. */
	| "unchanged"
	| "appended"
	/** What was read before stands there no more: everything has to be read anew, with a new object. */
	| "rewritten";

/**
 * Follows one file of a journal while it grows: each read gives the entries that came since the last one. Lines are taken
 * when they are whole. A last line without a line break is whole when it is an entry all the same; until then it is
 * unfinished, which is no problem: the rest of it may be on its way.
 */
export class JournalText {
	private readonly decoder = new TextDecoder("utf-8", { ignoreBOM: true });
	private readonly lines: LineReader;
	private readonly sums: Array<number> = [];
	private consumed = 0;
	private openEnd = false;

	/**
	 * @param file the name that problems give
	 * @param take is given each entry as it was read, with its line, counted from 1
	 */
	constructor(
		readonly file: string,
		take: (entry: Entry, line: number) => void,
	) {
		this.lines = new LineReader(file, take);
	}

	/** Bytes read so far, up to the end of the last whole line. */
	get offset(): number {
		return this.consumed;
	}

	/** The first byte that the next read needs, if it is not to read the whole file: at most 64 KB before `offset`. */
	get tailStart(): number {
		return this.consumed - (this.consumed % blockSize);
	}

	/** Whether the file ends without a line break, so that one has to be written before the next entry. */
	get endsOpen(): boolean {
		return this.openEnd;
	}

	/** What is wrong with the lines so far, in their order; the first hundred. */
	get problems(): ReadonlyArray<JournalProblem> {
		return this.lines.problems;
	}

	/** How many lines and entries there were. */
	get counts(): LineReader["counts"] {
		return this.lines.counts;
	}

	/**
	 * Reads what was added. Whatever of the bytes was read before is checked against its checksum: all of it where they
	 * begin with the file, so that a change anywhere is noticed.
	 *
	 * @param bytes the file from `from` to its end
	 * @param from 0, or `tailStart`
	 */
	read(bytes: Uint8Array, from: 0 | JournalText["tailStart"] = 0): ReadResult {
		const before = this.consumed - from;
		if (before < 0 || from % blockSize !== 0) {
			throw new RangeError(`a read begins at 0 or at ${this.tailStart}, not at ${from}`);
		}
		if (bytes.length < before || !this.isAsBefore(bytes.subarray(0, before), from)) {
			return "rewritten";
		}
		const start = this.tailStart;
		const end = this.readLines(bytes, before);
		if (bytes.length > 0) {
			// Without bytes there is nothing new behind a block that ends where the file does.
			this.openEnd = bytes[bytes.length - 1] !== lineBreak;
		}
		if (end === before) {
			return "unchanged";
		}
		this.consumed = from + end;
		for (let block = start; block < this.consumed; block += blockSize) {
			this.sums[block / blockSize] = checksum(bytes.subarray(block - from, Math.min(block - from + blockSize, end)));
		}
		return "appended";
	}

	private isAsBefore(bytes: Uint8Array, from: number): boolean {
		for (let at = 0; at < bytes.length; at += blockSize) {
			if (checksum(bytes.subarray(at, at + blockSize)) !== this.sums[(from + at) / blockSize]) {
				return false;
			}
		}
		return true;
	}

	/** Reads all whole lines from a place on; the place behind them. */
	private readLines(bytes: Uint8Array, start: number): number {
		const end = bytes.lastIndexOf(lineBreak) + 1;
		let at = start;
		while (at < end) {
			// As many whole lines as fit into a block, but at least one.
			const fitting = bytes.lastIndexOf(lineBreak, Math.min(at + blockSize, end) - 1) + 1;
			const next = fitting > at ? fitting : bytes.indexOf(lineBreak, at) + 1;
			if (next - at > maxLine) {
				this.lines.refuse(next - at, maxLine);
			} else {
				this.lines.readLines(this.decoder.decode(bytes.subarray(at, next)));
			}
			at = next;
		}
		return this.readOpenEnd(bytes, at);
	}

	private readOpenEnd(bytes: Uint8Array, start: number): number {
		const isRead =
			bytes.length - start <= maxLine &&
			bytes.subarray(start).findLast((byte) => byte > 32) === closingBrace &&
			this.lines.readOpenEnd(this.decoder.decode(bytes.subarray(start)));
		return isRead ? bytes.length : start;
	}
}
