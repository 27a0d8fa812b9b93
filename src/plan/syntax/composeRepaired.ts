import { Composer, type Document, Lexer, Parser } from "yaml";
import { applyEdits } from "../../util/textEdit.ts";
import { lineEnd, lineStart } from "../../util/textLines.ts";
import type { PlanProblem } from "../planProblem.ts";
import { repairProblem, sourceOffsets } from "./repair.ts";
import { misplaced, repairLayout } from "./repairLayout.ts";
import { repairLines } from "./repairLines.ts";
import { yamlProblem } from "./yamlProblem.ts";

/** The maximum number of tokens: half as many again as in 5,000 lines of a plan. The parser is slow with text that consists of punctuation only. */
export const maxTokens = 60_000;

/** Where YAML may read a text without a part of it: `!word`, `#42`, `- Title:` with keys below, `- <<: text`. */
const lostText = /(?:^|[\s,:[{-])(?:[!&]|#+[^\s#])|^[ \t]*-[^#\n]*(?::[ \t]?\r?$|<<)/m;

/** The number of tokens of one step: a few ms. */
const stepTokens = 2000;

/** Characters that are read again, in all, without a line that cannot be read. */
const mostReadAgain = 128 * 1024;
const mostSkipped = 200;
const leastSkipped = 8;
/** A long text is read less often, which takes longer. */
const leastSkippedOfLong = 3;
const long = 64 * 1024;
/** Errors whose lines are skipped at once. */
const mostAtOnce = 100;
/** The most repairs to report: each scans its line, and a line may be as long as the plan. */
const maxReported = 100;

/** A text parsed as YAML, with its unreadable values read as text. */
export interface Composed {
	readonly document: Document.Parsed | undefined;
	/** A second document, which is not read. */
	readonly second: Document.Parsed | undefined;
	/** The text that was parsed: the given one, after the repairs and without the skipped lines. */
	readonly read: string;
	/** Converts offsets in the text that was read to offsets in the given text. */
	readonly sourceOf: (offset: number) => number;
	/** Whether a part was read differently than YAML does, or skipped. */
	readonly isRepaired: boolean;
	/** The problems of the repairs and of skipped lines, with offsets in the given text. */
	readonly problems: ReadonlyArray<PlanProblem>;
}

/** A text that was changed so that YAML reads it as intended. */
type Repaired = Omit<Composed, "document" | "second">;

/**
 * Parses a text as YAML, with pauses. If that fails, unreadable values are read as if they were in quotes, and lines that are still
 * unreadable are skipped: one bad line never hides the plan. Undefined if it has too many tokens.
 *
 * @throws RangeError if the nesting is too deep for the library
 */
export function* composeRepaired(text: string): Generator<void, Composed | undefined> {
	const plain = yield* compose(text);
	if (!plain) {
		return undefined;
	}
	const isRead = plain.document !== undefined && plain.document.errors.length === 0;
	const asWritten = { ...plain, read: text, sourceOf: (offset: number) => offset, isRepaired: false, problems: [] };
	const isMisplaced = isRead && misplaced.test(text);
	if (isRead && !isMisplaced && !lostText.test(text)) {
		return asWritten;
	}
	// Where YAML reads the text, only what it would leave out or join is read in another way.
	yield;
	const repaired = repairText(text, isRead);
	if (!repaired.isRepaired && isRead) {
		return asWritten;
	}
	yield;
	const composed = yield* compose(repaired.read);
	if (composed?.document?.errors.length === 0) {
		return { ...composed, ...repaired };
	}
	return (isRead ? undefined : yield* withoutLines(repaired)) ?? asWritten;
}

/** Repairs the layout of a text, then its values. @param isRead whether YAML reads the text: only what it would lose is repaired */
function repairText(text: string, isRead: boolean): Repaired {
	const found = repairLayout(text);
	const layout = !isRead || found.some(({ isLost }) => isLost) ? found : [];
	const edits = layout.flatMap((each) => each.edits).sort((a, b) => a.start - b.start);
	const aligned = edits.length === 0 ? text : applyEdits(text, edits);
	const values = repairLines(aligned).filter(({ meant = "", isLost }) => !isRead || isLost || /^[!#&]/.test(meant));
	const inText = sourceOffsets(edits);
	const inAligned = sourceOffsets(values);
	const problems = values.filter(({ isMore }) => !isMore).slice(0, maxReported);
	return {
		read: applyEdits(aligned, values),
		sourceOf: (offset) => inText(inAligned(offset)),
		isRepaired: edits.length > 0 || values.length > 0,
		problems: [
			...layout.slice(0, maxReported).map(({ problem }) => problem),
			...problems.map(repairProblem).map((problem) => relocatedProblem(problem, inText)),
		],
	};
}

function relocatedProblem(problem: PlanProblem, sourceOf: (offset: number) => number): PlanProblem {
	const { start, end } = problem.range;
	return { ...problem, range: { start: sourceOf(start), end: sourceOf(end) } };
}

/** The first documents of a text; undefined if it has too many tokens. */
function* compose(text: string): Generator<void, Pick<Composed, "document" | "second"> | undefined> {
	const composer = new Composer({ schema: "failsafe", version: "1.2", uniqueKeys: false });
	const parser = new Parser();
	const documents: Array<Document> = [];
	let tokens = 0;
	for (const token of new Lexer().lex(text)) {
		if (++tokens > maxTokens) {
			return undefined;
		}
		if (tokens % stepTokens === 0) {
			yield;
		}
		for (const node of parser.next(token)) {
			documents.push(...composer.next(node));
		}
	}
	for (const node of parser.end()) {
		yield;
		documents.push(...composer.next(node));
	}
	documents.push(...composer.end(true, text.length));
	yield;
	const [document, second] = documents as Array<Document.Parsed>;
	return { document, second };
}

/**
 * Skips the lines at which reading fails, one after the other. Where that would take too long, all lines with an error are
 * skipped at once. Undefined where nothing of the plan would be left.
 */
function* withoutLines({ read: text, sourceOf, problems }: Repaired): Generator<void, Composed | undefined> {
	const skipped: Array<PlanProblem> = [];
	let read = text;
	const least = text.length > long ? leastSkippedOfLong : leastSkipped;
	const most = Math.min(mostSkipped, Math.max(least, Math.floor(mostReadAgain / text.length)));
	for (let count = 0; count <= most + 2; count++) {
		const composed = yield* compose(read);
		if (!composed) {
			return undefined;
		}
		const { document, second } = composed;
		const errors = document?.errors ?? [];
		if (errors.length === 0) {
			return document && { document, second, read, sourceOf, isRepaired: true, problems: [...skipped, ...problems] };
		}
		const bad = new Map<number, PlanProblem>();
		for (const error of errors.slice(0, count < most ? 1 : mostAtOnce)) {
			const problem = yamlProblem(error, read);
			const start = lineToSkip(read, problem.range.start);
			if (start !== undefined && !bad.has(start)) {
				bad.set(start, problem);
			}
		}
		if (bad.size === 0) {
			return undefined;
		}
		for (const [start, { code, args }] of bad) {
			const content = start + (/^\s*/.exec(read.slice(start, lineEnd(read, start)))?.[0].length ?? 0);
			const range = { start: sourceOf(content), end: sourceOf(lineEnd(read, start)) };
			skipped.push({ code, severity: "error", range, args });
			// Blanks, so that all other places stay. A comment would end a text that goes on below it.
			const end = lineEnd(read, start);
			read = read.slice(0, content) + " ".repeat(end - content) + read.slice(end);
		}
	}
	return undefined;
}

/** The line at an offset or, if that is empty or already skipped, the last one before it. */
function lineToSkip(text: string, at: number): number | undefined {
	let start = lineStart(text, Math.min(at, text.length));
	while (/^\s*(?:#|$)/.test(text.slice(start, lineEnd(text, start)))) {
		if (start === 0) {
			return undefined;
		}
		start = lineStart(text, start - 1);
	}
	return start;
}
