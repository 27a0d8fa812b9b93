import type { TextRange } from "../plan/problem.ts";
import type { Entry } from "./entry.ts";
import { inspectEntry } from "./inspectEntry.ts";
import { depthOf, endOfObject, rangeOfField } from "./jsonPlaces.ts";
import { isPlainEntry } from "./plainEntry.ts";
import type { EntryProblem, JournalProblem } from "./problem.ts";

/** Problems that are kept of one file; the others are only counted. */
export const maxProblems = 100;
/** Levels that may be nested. What compares and writes entries goes down them one by one. */
export const maxDepth = 500;
/** Places in a broken line at which an entry is looked for in vain. */
const maxFailures = 64;

const beginning = '{"id":"';
const openingBrace = 123;

/** Takes the lines of one file apart: entries, and what is wrong. */
export class LineReader {
	private readonly kept: Array<{ -readonly [K in keyof JournalProblem]: JournalProblem[K] }> = [];
	private readonly unknown = new Map<string, { count: number; readonly problem: { args: ReadonlyArray<string> } }>();
	private line = 1;
	private column = 0;
	private readonly counted = { lines: 0, entries: 0, unknown: 0, refused: 0, moreProblems: 0 };

	constructor(
		private readonly file: string,
		private readonly take: (entry: Entry, line: number) => void,
	) {}

	get problems(): ReadonlyArray<JournalProblem> {
		return this.kept;
	}

	/**
	 * `lines`: line breaks so far. `entries`: given out, doubles included. `unknown`: entries of types that this version
	 * does not know. `refused`: lines, and parts of lines, that do not count. `moreProblems`: those that are not kept.
	 */
	get counts(): Readonly<LineReader["counted"]> {
		return this.counted;
	}

	/** Reads whole lines; the text ends with a line break. */
	readLines(text: string): void {
		for (let start = 0; start < text.length; ) {
			const end = text.indexOf("\n", start);
			this.readLine(text.slice(start, end));
			this.nextLine();
			start = end + 1;
		}
	}

	/** Reads a line that has no break yet, if it is an entry already. What follows later belongs to the same line. */
	readOpenEnd(text: string): boolean {
		const plain = text.trim();
		const value = plain.charCodeAt(0) === openingBrace ? parseObject(plain) : undefined;
		if (typeof value?.["type"] !== "string") {
			return false;
		}
		this.readObject(value, plain, text.indexOf("{"));
		this.column += text.length;
		return true;
	}

	/** Passes over a line that is too long to be read, or over the rest of one. Lengths are in bytes. */
	refuse(length: number, limit: number): void {
		this.counted.refused++;
		const args = [String(limit / 1024), String(Math.ceil(length / 1024))];
		this.report({ code: "line-too-long", severity: "error", args });
		this.nextLine();
	}

	private nextLine(): void {
		this.counted.lines++;
		this.line++;
		this.column = 0;
	}

	private readLine(text: string): void {
		const value = text.charCodeAt(0) === openingBrace ? parseObject(text) : undefined;
		if (value) {
			this.readObject(value, text, 0);
		} else if (text !== "" && text !== "\r") {
			this.readPieces(text);
		}
	}

	/** Looks for whole entries in a line that is none: before and behind what was torn or written by hand. */
	private readPieces(text: string): void {
		// Only at the very beginning: behind an entry it is but a broken piece. And only by itself: an entry may be glued to it.
		if (this.column === 0 && /^\s*(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/.test(text) && !text.includes(beginning)) {
			this.counted.refused++;
			this.report({ code: "conflict-marker", severity: "warning", args: [text.trim().slice(0, 7)] });
			return;
		}
		let explained = 0;
		let start = text.search(/\S/);
		for (let failures = 0; start >= 0 && failures < maxFailures; ) {
			const end = text.charCodeAt(start) === openingBrace ? endOfObject(text, start) : undefined;
			const piece = end === undefined ? "" : text.slice(start, end);
			const value = piece && parseObject(piece);
			if (end !== undefined && value && typeof value["type"] === "string") {
				this.refusePiece(text, explained, start);
				this.readObject(value, piece, start);
				explained = end;
				start = startOfNext(text, end);
			} else {
				failures++;
				start = text.indexOf(beginning, start + 1);
			}
		}
		this.refusePiece(text, explained, text.length);
	}

	private refusePiece(text: string, start: number, end: number): void {
		const piece = text.slice(start, end);
		if (piece.trim() !== "") {
			this.counted.refused++;
			const begin = piece.trim().slice(0, 60).replace(/\p{C}/gu, " ");
			this.report({ code: "unreadable", severity: "error", args: [begin] }, { start, end });
		}
	}

	/** @param start where the text of the object begins in the line, or in what is left of it */
	private readObject(value: object, text: string, start: number): void {
		// Half the characters of a text close what the others open: only a longer one can be too deep.
		if (text.length > 2 * maxDepth && depthOf(text) > maxDepth) {
			this.counted.refused++;
			this.report({ code: "too-deep", severity: "error", args: [String(maxDepth)] });
		} else if (isPlainEntry(value)) {
			this.counted.entries++;
			this.take(value, this.line);
		} else {
			this.inspect(value, text, start);
		}
	}

	private inspect(value: object, text: string, start: number): void {
		const { entry, unknownType, problems } = inspectEntry(value);
		if (unknownType !== undefined) {
			this.countUnknown(unknownType, text, start);
			return;
		}
		for (const problem of problems) {
			this.report(problem, () => rangeIn(text, problem, start), entry?.id);
		}
		if (entry) {
			this.counted.entries++;
			this.take(entry, this.line);
		} else {
			this.counted.refused++;
		}
	}

	/** One problem a type, at its first line: a newer version may have written thousands of them. */
	private countUnknown(type: string, text: string, start: number): void {
		this.counted.unknown++;
		const known = this.unknown.get(type);
		if (known) {
			known.count++;
			known.problem.args = [type, String(known.count)];
			return;
		}
		const problem: EntryProblem = { code: "unknown-type", severity: "warning", args: [type, "1"], field: "type" };
		const kept = this.report(problem, () => rangeIn(text, problem, start));
		if (kept) {
			this.unknown.set(type, { count: 1, problem: kept });
		}
	}

	/** Keeps a problem, as long as there are not too many; the place is worked out only then. */
	private report(
		{ code, severity, args }: EntryProblem,
		place?: TextRange | (() => TextRange | undefined),
		entry?: string,
	): { args: ReadonlyArray<string> } | undefined {
		const { file, line } = this;
		const last = this.kept.at(-1);
		if (code === "unreadable" && last?.code === code && last.lastLine >= line - 1) {
			last.lastLine = line;
			delete last.range;
			return last;
		}
		if (this.kept.length >= maxProblems) {
			this.counted.moreProblems++;
			return undefined;
		}
		const inText = typeof place === "function" ? place() : place;
		const range = inText && { start: inText.start + this.column, end: inText.end + this.column };
		const problem = {
			code,
			severity,
			args,
			file,
			line,
			lastLine: line,
			...(range ? { range } : {}),
			...(entry ? { entry } : {}),
		};
		this.kept.push(problem);
		return problem;
	}
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
	try {
		// What begins with a brace is an object, if it is anything.
		return JSON.parse(text) as Readonly<Record<string, unknown>>;
	} catch {
		return undefined;
	}
}

/** Where the next entry may begin: right behind the last one whatever it begins with, as if each had a line of its own. */
function startOfNext(text: string, end: number): number {
	const brace = /\s*\{/y;
	brace.lastIndex = end;
	return brace.test(text) ? brace.lastIndex - 1 : text.indexOf(beginning, end);
}

function rangeIn(text: string, { field }: EntryProblem, start: number): TextRange {
	const range = field === undefined ? undefined : rangeOfField(text, field);
	return { start: start + (range?.start ?? 0), end: start + (range?.end ?? text.length) };
}
