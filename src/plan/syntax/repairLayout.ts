import type { TextEdit } from "../../util/textEdit.ts";
import { marginOf } from "../../util/textLines.ts";
import type { TextRange } from "../../util/textRange.ts";
import type { PlanProblem } from "../planProblem.ts";
import { isFormatKey } from "./formatKeys.ts";
import { blockHeader, endOfBlock, type Line, type LineValue, linesOf, splitLine } from "./lineValue.ts";
import { nextFilled } from "./repairIndent.ts";
import { writeScalar } from "./writeScalar.ts";

/** Lines at a wrong place, or a list directly below a title, and the edits with which they are read as intended. */
export interface LayoutRepair {
	readonly problem: PlanProblem;
	/** In ascending order. */
	readonly edits: ReadonlyArray<TextEdit>;
	/** Whether YAML reads the text, but not as a list. */
	readonly isLost: boolean;
}

/** A list or a map that is open at a line, with the column of its hyphens or keys. */
interface Level {
	readonly column: number;
	readonly kind: "list" | "map";
	/** The key of a list. */
	readonly owner: string;
	/** The title of a map, once it was read. */
	title?: string;
}

/** A line that has a place. */
interface Placed {
	/** Whether a list or a map can follow below it. */
	readonly isOpen: boolean;
	/** The column of its key or, if it has none, of its text. */
	readonly column: number;
	/** The key; empty if there is none. */
	readonly key: string;
	readonly inList: boolean;
	/** The offset of the key or text. */
	readonly start: number;
	/** The length of the key with its colon. */
	readonly lead: number;
	/** The end of its value, which can continue on further lines. */
	readonly end: number;
	readonly value: string;
}

/** A line whose margin is changed; the lines further right move with it. */
interface Move {
	readonly margin: number;
	readonly by: number;
	readonly edits: Array<TextEdit>;
}

/**
 * A text with a list further right on the next line, and a period at the margin of the page. YAML reads the first as one text, and
 * the second as a key of the plan.
 */
export const misplaced =
	/^([ ]*)[^\s#][^\n]*[^\s:][ \t]*\r?\n(?:[ \t]*\r?\n)*\1[ ]+(?:-|[*•·▪◦‣+]|\d{1,3}[.)])[ \t]|^(?:(?:by |from |through )?(?:year|quarter|month|week)s? \d|\d{4}\b)[^\n:]*:|^(?:phases|tracks|commitments|checkpoints|factors|risks|measures):[ \t]*\r?\n[ ]+[^-\s#]/m;
/** Marks of lists elsewhere: `* A`, `• A`, `1. A`. */
const otherMark = /^(?:[*•·▪◦‣+–—]|\d{1,3}[.)])(?= +\S)/;
/** Lists of maps that may be written as a map by their titles. */
const titledLists: ReadonlySet<string> = new Set(
	"phases tracks commitments checkpoints factors risks measures".split(" "),
);
const period = /^(?:(?:by|from|through) )?(?:(?:year|quarter|month|week)s? \d|\d{4}\b)/i;

/** The key for a list directly below a title, by the key of the list with that title. For items, it is `parts`. */
const keysBelow: ReadonlyMap<string, string> = new Map([
	["phases", "outcomes"],
	["tracks", "stages"],
	["stages", "milestones"],
	["commitments", "activities"],
	["checkpoints", "questions"],
	["factors", "practices"],
	["risks", "mitigations"],
	["advantages", "points"],
]);
/** Lists of other things than items. */
const otherLists: ReadonlySet<string> = new Set(
	"measures questions activities points needs drives aim formerly link replaces evidence slips time_off".split(" "),
);
const prose: ReadonlySet<string> = new Set(["about", "note", "why"]);

/**
 * Finds hyphens and keys at a wrong margin, and lists directly below a title, as in `- Run` with `- 5k` further right on the
 * next line. Goes by the margins alone, so that one wrong line doesn't affect those below it.
 */
export function repairLayout(text: string): ReadonlyArray<LayoutRepair> {
	const reader = new LayoutReader(linesOf(text), text.includes("\r\n") ? "\r\n" : "\n");
	return reader.read();
}

class LayoutReader {
	private readonly found: Array<LayoutRepair> = [];
	/** The innermost last. */
	private levels: ReadonlyArray<Level>;
	private last: Placed | undefined;
	private moved: Move | undefined;
	/** The last key at the margin of the page. */
	private section = "";

	constructor(
		private readonly lines: ReadonlyArray<Line>,
		private readonly lineBreak: string,
	) {
		const margins = lines.flatMap(({ text }) => (/^ *[^\s#-][^#]*:(?:\s|$)/.test(text) ? [marginOf(text)] : []));
		const column = margins.reduce((least, margin) => Math.min(least, margin), margins[0] ?? 0);
		this.levels = [{ column, kind: "map", owner: "" }];
	}

	read(): ReadonlyArray<LayoutRepair> {
		for (let at = 0; at < this.lines.length; ) {
			const line = this.asItem(this.lines[at] as Line);
			at = /^ *[^\s#]/.test(line.text) ? splitLine(line, at, undefined, (value) => this.readLine(line, value)) : at + 1;
		}
		return this.found;
	}

	private readLine(line: Line, value: LineValue): number {
		if (this.isTitleOfMap(line, value)) {
			return this.titleAsItem(line, value);
		}
		const margin = marginOf(line.text);
		const marks = /^(?:-(?: +|$))*/.exec(line.text.slice(margin))?.[0] ?? "";
		const column = this.movedColumn(margin, marks !== "");
		const placed = marks === "" ? this.placeKey(line, column, value) : this.placeItem(line, column);
		const next = endOfValue(this.lines, value);
		if (placed === undefined) {
			this.shift(line, column - margin);
			// More of the text above, or nothing that has a place.
			this.last = this.last && !this.last.isOpen ? { ...this.last, end: endOf(line) } : this.last;
			return value.line + 1;
		}
		for (let mark = marks.indexOf("-"); mark >= 0; mark = marks.indexOf("-", mark + 1)) {
			this.openLevel("list", placed + mark);
		}
		const inner = placed + marks.length;
		const name = nameOfKey(value.key);
		const content = marks === "-" && value.text === "-" ? "" : withoutComment(value.text);
		// `- Run: 5k`: a title with a colon.
		const isText = name === "" || (marks !== "" && content !== "" && !isFormatKey(name));
		if (!isText) {
			this.openLevel("map", inner);
			const map = this.levels[this.levels.length - 1];
			if (map && name === "title") {
				map.title = content;
			}
		}
		const below = this.lines.slice(value.line + 1, next);
		for (const each of below) {
			this.shift(each, placed - margin);
		}
		this.last = {
			isOpen: /^(?:[&!]\S*)?$/.test(content),
			column: inner,
			key: isText ? "" : name,
			inList: marks !== "",
			start: line.start + margin + marks.length,
			lead: value.key.trimEnd().length,
			end: endOf(below.findLast(({ text }) => text.trim() !== "") ?? line),
			value: isText ? `${value.key}${content}` : content,
		};
		return next;
	}

	/** A line with a hyphen instead of another mark. */
	private asItem(line: Line): Line {
		const margin = marginOf(line.text);
		const content = line.text.slice(margin);
		const mark = otherMark.exec(content)?.[0];
		if (mark === undefined) {
			return line;
		}
		const { last, levels } = this;
		const isInList = levels.some(({ kind, column }) => kind === "list" && column === margin);
		const isBelow =
			last?.isOpen === true && margin > last.column && !/^(?:about|note|why|focus|goal|title)$/.test(last.key);
		if (!isInList && !isBelow) {
			return line;
		}
		const start = line.start + margin;
		// As long as the mark, so that what belongs to the item stays below its text.
		const text = `-${" ".repeat(mark.length - 1)}`;
		this.report("expected-list", { start, end: endOf(line) }, [], true).push({ start, end: start + mark.length, text });
		return { ...line, text: `${" ".repeat(margin)}${text}${content.slice(mark.length)}` };
	}

	/** `Phase 1:` directly below `phases:`, where a list of maps is expected. */
	private isTitleOfMap({ text }: Line, { key, inList }: LineValue): boolean {
		const margin = marginOf(text);
		const name = nameOfKey(key);
		const isFirst = this.last?.isOpen === true && this.last.key === this.section && margin > this.last.column;
		const isNext = this.levels.some(
			(each) => each.kind === "list" && each.owner === this.section && each.column === margin,
		);
		const isMisplaced = !inList && name !== "" && !/^["']/.test(name) && !isFormatKey(name) && !this.moved;
		return isMisplaced && titledLists.has(this.section) && (isFirst || isNext);
	}

	private titleAsItem(line: Line, value: LineValue): number {
		const margin = marginOf(line.text);
		const start = line.start + margin;
		const end = endOf(line);
		const content = withoutComment(value.text);
		const name = nameOfKey(value.key);
		const below = this.lines[nextFilled(this.lines, value.line)]?.text ?? "";
		const isNested = content === "" && marginOf(below) > margin;
		const isList = isNested && /^ *-\s/.test(below);
		const column = isNested && !isList ? marginOf(below) : margin + 2;
		const listKey = isList ? keysBelow.get(this.section) : undefined;
		const title = writeScalar(content === "" ? name : `${name}: ${content}`, { flow: false });
		const length = content === "" ? value.key.trimEnd().length : value.key.length + content.length;
		this.report("expected-list", { start, end }, [], true).push(
			{ start, end: start + length, text: `-${" ".repeat(column - margin - 1)}title: ${title}` },
			...(listKey ? [{ start: end, end, text: `${this.lineBreak}${" ".repeat(column)}${listKey}:` }] : []),
		);
		this.openLevel("list", margin);
		this.openLevel("map", column);
		const key = listKey ?? "title";
		this.last = { isOpen: isList, column, key, inList: true, start, lead: 0, end, value: name };
		return value.line + 1;
	}

	/** The column of a line, after the line that it belongs to was moved. */
	private movedColumn(margin: number, isItem: boolean): number {
		const isItemOfList = isItem && this.levels.some(({ kind, column }) => kind === "list" && column === margin);
		if (!this.moved || margin <= this.moved.margin || isItemOfList) {
			this.moved = undefined;
			return margin;
		}
		return margin + this.moved.by;
	}

	/** Moves a line that belongs to one that was moved. */
	private shift({ text, start }: Line, by: number): void {
		if (this.moved && by !== 0 && text.trim() !== "") {
			const margin = marginOf(text);
			this.moved.edits.push(marginEdit(start, margin, Math.max(0, margin + by)));
		}
	}

	private openLevel(kind: Level["kind"], column: number): void {
		const at = this.levels.findIndex((level) => level.kind === kind && level.column === column);
		if (at >= 0) {
			this.levels = this.levels.slice(0, at + 1);
			return;
		}
		const owner = this.last?.isOpen ? this.last.key : "";
		const outer = this.levels.filter(
			(level) => level.column < column || (level.column === column && level.kind === "map" && kind === "list"),
		);
		this.levels = [...outer, { column, kind, owner }];
	}

	/** @returns the column of the first hyphen as it is read; undefined where the line has no place */
	private placeItem(line: Line, column: number): number | undefined {
		const { last } = this;
		const margin = marginOf(line.text);
		const lists = this.levels.filter(({ kind }) => kind === "list");
		const inner = lists[lists.length - 1];
		if (last && prose.has(last.key) && column > last.column) {
			return undefined;
		}
		if (last?.isOpen && column >= last.column) {
			this.belowTitleKey(last, inner);
		} else if (last && inner && !lists.some((list) => list.column === column)) {
			const isDeeper = column > inner.column + 1 && !last.isOpen && column >= (this.innerColumn(inner) ?? column);
			if (!isDeeper || !this.belowTitle(line, inner, last)) {
				const isText = column === inner.column + 1 && last.key === "" && !last.isOpen;
				return this.move(line, nearest(lists, column).column, isText);
			}
		} else if (last?.isOpen && !inner) {
			return this.move(line, last.column + 2, false);
		}
		this.shift(line, column - margin);
		return column;
	}

	/** The column of the keys of the last item of a list, or of its text. */
	private innerColumn(list: Level): number | undefined {
		const map = this.levels.find(({ kind, column }) => kind === "map" && column > list.column);
		return map?.column ?? (this.last?.key === "" ? this.last.column : undefined);
	}

	/** `- Phase 1:` with a list below it. The parts of items are read from the tree. */
	private belowTitleKey(last: Placed, list: Level | undefined): void {
		const { key, start, end, column } = last;
		const name = list && keysBelow.get(list.owner);
		if (!last.inList || !name || key === "" || isFormatKey(key) || /^["']/.test(key)) {
			return;
		}
		this.report("nested-bullets", { start, end: start + key.length }, [key, name], true).push(
			{ start, end: start, text: "title: " },
			{ start: start + key.length, end: start + last.lead, text: "" },
			{ start: end, end, text: `${this.lineBreak}${" ".repeat(column)}${name}:` },
		);
		this.last = { ...last, key: name };
	}

	/** `- Run` or `- title: Run` with a list further right below it. @returns whether it can have one */
	private belowTitle(line: Line, list: Level, last: Placed): boolean {
		const name = keysBelow.get(list.owner) ?? (otherLists.has(list.owner) ? undefined : "parts");
		const column = this.innerColumn(list);
		if (name === undefined || column === undefined) {
			return false;
		}
		const isText = last.key === "";
		const margin = marginOf(line.text);
		const range = isText
			? { start: last.start, end: last.start + last.value.length }
			: { start: line.start + margin, end: endOf(line) };
		const title = isText ? last.value : (this.levels.find((level) => level.column === column)?.title ?? last.value);
		this.report("nested-bullets", range, [unquoted(title), name], true).push(...(isText ? titleEdits(last) : []), {
			start: last.end,
			end: last.end,
			text: `${this.lineBreak}${" ".repeat(column)}${name}:`,
		});
		this.openLevel("map", column);
		this.last = { ...last, isOpen: true, key: name, column };
		return true;
	}

	/** @returns the column of a key as it is read; undefined where it is more of a text, or no key */
	private placeKey(line: Line, column: number, value: LineValue): number | undefined {
		const { last } = this;
		const margin = marginOf(line.text);
		const maps = this.levels.filter(({ kind }) => kind === "map");
		const inner = this.levels[this.levels.length - 1];
		const name = nameOfKey(value.key);
		if (name === "") {
			return undefined;
		}
		if (column === 0 && period.test(name) && this.section === "targets") {
			return this.move(line, this.levels[1]?.kind === "map" ? this.levels[1].column : 2, true);
		}
		this.section = column === 0 ? name : this.section;
		const isBelow = last?.isOpen && column > (last.key === "" ? (inner?.column ?? 0) : last.column);
		if (isBelow || maps.some((map) => map.column === column)) {
			this.shift(line, column - margin);
			return column;
		}
		if (last?.key === "" && !last.isOpen && inner?.kind === "list" && column >= inner.column && isFormatKey(name)) {
			// `- Run` with a key of it below, which gets its title elsewhere.
			if (column === last.column) {
				return column;
			}
			this.move(line, last.column, false);
			this.moved?.edits.unshift(...titleEdits(last));
			return last.column;
		}
		const isPeriod = value.text === "" && period.test(name);
		const isMore =
			inner !== undefined && column > inner.column && last?.isOpen === false && !(isPeriod && last.key === "");
		if (maps.length === 0 || isMore || name.length > 40) {
			return undefined;
		}
		return this.move(line, nearest(maps, column).column, false);
	}

	private move(line: Line, column: number, isLost: boolean): number {
		const margin = marginOf(line.text);
		const range = { start: line.start + margin, end: endOf(line) };
		const edits = this.report("bad-indent", range, [String(column)], isLost);
		edits.push(marginEdit(line.start, margin, column));
		this.moved = { margin, by: column - margin, edits };
		return column;
	}

	/** Adds a repair. @returns its edits, to be filled */
	private report(
		code: "bad-indent" | "nested-bullets" | "expected-list",
		range: TextRange,
		args: ReadonlyArray<string>,
		isLost: boolean,
	): Array<TextEdit> {
		const edits: Array<TextEdit> = [];
		const shown = args.map((arg) => (arg.length > 100 ? `${arg.slice(0, 99)}…` : arg));
		this.found.push({ problem: { code, severity: "error", range, args: shown }, edits, isLost });
		return edits;
	}
}

/** A key without its colon. */
function nameOfKey(key: string): string {
	const name = key.trimEnd();
	return name.endsWith(":") ? name.slice(0, -1).trimEnd() : name;
}

function withoutComment(text: string): string {
	const comment = text.search(/(?<!\S)#(?!\S)/);
	return comment < 0 ? text : text.slice(0, comment).trimEnd();
}

/** A title without the quotes around it. */
function unquoted(text: string): string {
	return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

/** Writes `title:` before a text, which then may need quotes. */
function titleEdits({ start, value }: Placed): ReadonlyArray<TextEdit> {
	const isQuoted = /^(["']).*\1$/.test(value) || /^\{.*\}$/.test(value);
	return isQuoted || writeScalar(value, { flow: false }) === value
		? [{ start, end: start, text: "title: " }]
		: [{ start, end: start + value.length, text: `title: ${writeScalar(value, { flow: false }, "double")}` }];
}

function nearest(levels: ReadonlyArray<Level>, column: number): Level {
	return levels.reduce((best, level) =>
		Math.abs(level.column - column) <= Math.abs(best.column - column) ? level : best,
	);
}

function endOf({ start, text }: Line): number {
	return start + text.trimEnd().length;
}

/** The edit that changes the margin of the line at an offset. */
function marginEdit(start: number, margin: number, column: number): TextEdit {
	return {
		start: start + Math.min(margin, column),
		end: start + margin,
		text: " ".repeat(Math.max(0, column - margin)),
	};
}

/** The number of the line after a value: a block of text, or what is in quotes or brackets on several lines. */
function endOfValue(lines: ReadonlyArray<Line>, value: LineValue): number {
	const { text } = value;
	const isBlock = blockHeader.test(text);
	const isUnclosed = /^["']/.test(text) ? !/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.test(text) : isOpenFlow(text);
	return isBlock || isUnclosed ? endOfBlock(lines, value) : value.line + 1;
}

function isOpenFlow(text: string): boolean {
	return /^[[{]/.test(text) && (text.match(/[[{]/g)?.length ?? 0) > (text.match(/[\]}]/g)?.length ?? 0);
}
