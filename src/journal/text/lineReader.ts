import { jsonDepth, jsonFieldRange, jsonObjectEnd } from "../../util/jsonRanges.ts";
import type { TextRange } from "../../util/textRange.ts";
import type { Entry } from "../entry.ts";
import type { EntryProblem, JournalProblem } from "../journalProblem.ts";
import { inspectEntry } from "./inspectEntry.ts";
import { isPlainEntry } from "./plainEntry.ts";

/** The maximum number of listed problems of a file; the others are only counted. */
export const maxProblems = 100;
/** The maximum nesting depth: entries are compared and written recursively. */
export const maxDepth = 500;
/** The number of failed attempts after which a broken line is no longer searched for entries. */
const maxFailures = 64;
/** How many times a long broken line may be searched in full; a short one up to `maxFailures` times. */
const maxLooks = 4;
const shortLine = 8192;
/** The maximum number of listed problems of a line. */
const maxProblemsOfLine = 10;

/** The maximum number of texts that entries share. */
const maxShared = 10_000;

const beginning = '{"id":"';
const openingBrace = 123;

/** Parses the lines of one file into entries and problems. */
export class LineReader {
	private readonly kept: Array<{ -readonly [K in keyof JournalProblem]: JournalProblem[K] }> = [];
	private readonly unknown = new Map<string, { count: number; readonly problem: { args: ReadonlyArray<string> } }>();
	private readonly texts = new Map<string, string>();
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
	 * `lines`: line breaks so far. `entries`: entries passed on, including duplicates. `unknown`: entries of types that
	 * this version doesn't know. `refused`: lines, and parts of lines, that don't count. `moreProblems`: unlisted problems.
	 */
	get counts(): Readonly<LineReader["counted"]> {
		return this.counted;
	}

	/**
	 * Reads complete lines; the text ends with a line break.
	 *
	 * @param isWhole whether the bytes were valid UTF-8; if not, letters are missing
	 */
	readLines(text: string, isWhole = true): void {
		for (let start = 0; start < text.length; ) {
			const end = text.indexOf("\n", start);
			const { entries } = this.counted;
			this.readLine(text.slice(start, end));
			if (!isWhole && this.counted.entries > entries) {
				this.report({ code: "invalid-bytes", severity: "warning", args: [] });
			}
			this.nextLine();
			start = end + 1;
		}
	}

	/** Reads a last line without a line break if it is an entry. Text that is added later belongs to the same line. */
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

	/** The problem of an unfinished last line: it is torn, or the rest isn't written yet. */
	problemOfOpenEnd(text: string): JournalProblem | undefined {
		const { file, line, column } = this;
		const start = text.search(/\S/);
		const where = { file, line, lastLine: line, range: { start: column, end: column + text.length } };
		return start < 0 ? undefined : { code: "unreadable", severity: "error", args: [beginningOf(text)], ...where };
	}

	/** Skips a line that is too long, or the rest of one. Lengths are in bytes. */
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

	/** Searches a line that isn't an entry for complete entries, next to a torn one or to text written by hand. */
	private readPieces(text: string): void {
		// A conflict marker counts only at column 0 and alone on its line.
		if (this.column === 0 && /^\s*(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/.test(text) && !text.includes(beginning)) {
			this.counted.refused++;
			this.report({ code: "conflict-marker", severity: "warning", args: [text.trim().slice(0, 7)] });
			return;
		}
		let explained = 0;
		let start = text.search(/\S/);
		// A failed attempt reads the rest of the line, or a complete object that isn't an entry.
		let letters = Math.max(maxLooks * text.length, maxFailures * shortLine);
		for (let failures = 0; start >= 0 && failures < maxFailures && letters > 0; ) {
			const end = text.charCodeAt(start) === openingBrace ? jsonObjectEnd(text, start) : undefined;
			const piece = end === undefined ? "" : text.slice(start, end);
			const value = piece && parseObject(piece);
			if (end !== undefined && value && typeof value["type"] === "string") {
				this.refusePiece(text, explained, start);
				this.readObject(value, piece, start);
				explained = end;
				start = startOfNext(text, end);
			} else {
				failures++;
				letters -= end === undefined ? text.length - start : piece.length;
				start = text.indexOf(beginning, start + 1);
			}
		}
		this.refusePiece(text, explained, text.length);
	}

	private refusePiece(text: string, start: number, end: number): void {
		const piece = text.slice(start, end);
		if (piece.trim() !== "") {
			this.counted.refused++;
			this.report({ code: "unreadable", severity: "error", args: [beginningOf(piece)] }, { start, end });
		}
	}

	/** @param start the offset of the object in the line, or in the part of it that is read */
	private readObject(value: object, text: string, start: number): void {
		// Each level takes two characters, so a shorter text can't be too deep.
		if (text.length > 2 * maxDepth && jsonDepth(text) > maxDepth) {
			this.counted.refused++;
			this.report({ code: "too-deep", severity: "error", args: [String(maxDepth)] });
		} else if (isPlainEntry(value)) {
			this.counted.entries++;
			this.take(this.sharing(value), this.line);
		} else {
			this.inspect(value, text, start);
		}
	}

	/** The same entry, sharing IDs and titles with other entries to save memory. */
	private sharing(entry: Entry): Entry {
		const fields: { on?: unknown; name?: unknown } = entry;
		if (typeof fields.on === "string") {
			fields.on = this.shared(fields.on);
		}
		if (typeof fields.name === "string") {
			fields.name = this.shared(fields.name);
		}
		return entry;
	}

	private shared(text: string): string {
		const known = this.texts.get(text);
		if (known === undefined && this.texts.size < maxShared) {
			this.texts.set(text, text);
		}
		return known ?? text;
	}

	private inspect(value: object, text: string, start: number): void {
		const { entry, unknownType, problems } = inspectEntry(value);
		if (unknownType !== undefined) {
			this.countUnknown(unknownType, text, start);
			return;
		}
		for (const problem of problems.slice(0, maxProblemsOfLine)) {
			this.report(problem, () => rangeIn(text, problem, start), entry?.id);
		}
		this.counted.moreProblems += Math.max(0, problems.length - maxProblemsOfLine);
		if (entry) {
			this.counted.entries++;
			this.take(entry, this.line);
		} else {
			this.counted.refused++;
		}
	}

	/** One problem for each type, at its first line: a newer version may have written thousands of entries. */
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

	/** Adds a problem unless there are too many. Its range is computed only if it is added. */
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

function beginningOf(text: string): string {
	return text.trim().slice(0, 60).replace(/\p{C}/gu, " ");
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
	try {
		// Valid JSON that begins with a brace is an object.
		return JSON.parse(text) as Readonly<Record<string, unknown>>;
	} catch {
		return undefined;
	}
}

/** The offset at which the next entry may begin: directly after the last one, as on a new line, or where one is recognized. */
function startOfNext(text: string, end: number): number {
	const brace = /\s*\{/y;
	brace.lastIndex = end;
	return brace.test(text) ? brace.lastIndex - 1 : text.indexOf(beginning, end);
}

function rangeIn(text: string, { field }: EntryProblem, start: number): TextRange {
	const range = field === undefined ? undefined : jsonFieldRange(text, field);
	return { start: start + (range?.start ?? 0), end: start + (range?.end ?? text.length) };
}
