import {
	type Alias,
	type CST,
	isAlias,
	isCollection,
	isMap,
	isPair,
	isScalar,
	type Node,
	Parser,
	type YAMLMap,
	type YAMLSeq,
	type Pair as YamlPair,
} from "yaml";
import type { PlanProblem } from "../planProblem.ts";
import { type Composed, composeRepaired, maxTokens } from "./composeRepaired.ts";
import { relocated } from "./repair.ts";
import type { ChildRef, ListItem, MapNode, Pair, SyntaxNode } from "./syntaxTree.ts";
import { yamlProblem } from "./yamlProblem.ts";

/**
 * The maximum length of a plan, in UTF-16 units: far above what anyone writes, and far below what blocks the editor.
 */
export const maxPlanLength = 512 * 1024;
/** The maximum number of lines: the parser is slow with empty ones. */
const maxLines = 50_000;
const maxDepth = 64;
const maxNodes = 100_000;
/** The most YAML errors to report: each scans its line, and a line may be as long as the plan. */
const maxErrors = 100;

/** The parsed text, or the reasons why it could not be parsed. */
export interface YamlParseResult {
	/** The root node; undefined if the text is empty or could not be parsed. */
	readonly root?: ChildRef;
	/** Whether the text could be parsed, even if it is empty. */
	readonly parsed: boolean;
	/** Whether a part was read differently than YAML does, or skipped: such a text is not edited. */
	readonly repaired: boolean;
	readonly problems: ReadonlyArray<PlanProblem>;
}

/**
 * Parses YAML with the failsafe schema, where every value is text: `2027`, `1.10` and `2026-01-05` stay as written.
 * Anything that could block the editor (size, nesting, aliases that expand to millions) is refused first.
 */
export function parseYaml(text: string): YamlParseResult {
	const steps = parseYamlSteps(text);
	for (;;) {
		const { done, value } = steps.next();
		if (done) {
			return value;
		}
	}
}

/** The same with pauses, each after a few ms for most texts. */
export function* parseYamlSteps(text: string): Generator<void, YamlParseResult> {
	const limit = exceededLimit(text);
	if (limit) {
		return refused(limit);
	}
	let composed: Composed | undefined;
	try {
		composed = yield* withoutStacks(composeRepaired(text));
	} catch (error) {
		if (!(error instanceof RangeError)) {
			throw error;
		}
		// The composer of the library is recursive, and so many levels would overflow the stack.
		return refused(tooDeepAt(tooDeep(text)));
	}
	if (!composed) {
		return refused(inFirstLine(text, "too-many-tokens", String(maxTokens)));
	}
	yield;
	const { document, read, sourceOf, isRepaired } = composed;
	const inSource = (problem: PlanProblem): PlanProblem => {
		const { start, end } = problem.range;
		return { ...problem, range: { start: sourceOf(start), end: sourceOf(end) } };
	};
	const found = syntaxProblems(composed);
	const result = (parsed: boolean, root?: ChildRef): YamlParseResult => ({
		...(root ? { root } : {}),
		parsed,
		repaired: isRepaired,
		problems: [...composed.problems, ...found.map(inSource)],
	});
	if (!document || document.errors.length > 0) {
		return result(false);
	}
	const contents = document.contents as Node | null;
	if (!contents || isEmpty(contents)) {
		return result(true);
	}
	const converter = new Converter(read, found);
	if (read.includes("*") && converter.sizeOf(contents) > maxNodes) {
		return refused(inFirstLine(text, "too-many-aliases"));
	}
	if (isAlias(contents)) {
		return result(true);
	}
	const node = converter.convert(contents, 0);
	if (converter.deep !== undefined) {
		return refused(tooDeepAt(sourceOf(converter.deep)));
	}
	yield;
	const root = { at: node.start, node, isAlias: false };
	return result(true, read === text ? root : relocated(root, sourceOf));
}

function refused(problem: PlanProblem): YamlParseResult {
	return { parsed: false, repaired: false, problems: [problem] };
}

/** The limit that a text exceeds before it is parsed. */
function exceededLimit(text: string): PlanProblem | undefined {
	if (text.length > maxPlanLength) {
		return inFirstLine(text, "too-large", String(maxPlanLength / 1024));
	}
	if (lineCount(text) > maxLines) {
		return inFirstLine(text, "too-many-lines", String(maxLines));
	}
	const brackets = tooManyBrackets(text);
	return brackets === undefined ? undefined : tooDeepAt(brackets);
}

function inFirstLine(text: string, code: PlanProblem["code"], ...args: ReadonlyArray<string>): PlanProblem {
	return { code, severity: "error", range: { start: 0, end: text.search(/\r?\n|$/) }, args };
}

function tooDeepAt(start: number): PlanProblem {
	return { code: "too-deep", severity: "error", range: { start, end: start + 1 }, args: [String(maxDepth)] };
}

/** The errors of the parser and a second document, with offsets in the text that was read. */
function syntaxProblems({ document, second, read }: Composed): Array<PlanProblem> {
	const problems: Array<PlanProblem> = [];
	for (const error of document?.errors.slice(0, maxErrors) ?? []) {
		const problem = yamlProblem(error, read);
		const last = problems[problems.length - 1];
		// One mistake can cause two parser errors.
		if (problem.code === "yaml" || problem.code !== last?.code || problem.range.start !== last.range.start) {
			problems.push(problem);
		}
	}
	if (second) {
		const start = Math.min(read.lastIndexOf("\n---", second.range[0]) + 1 || second.range[0], read.length);
		const range = { start, end: Math.min(start + 3, read.length) };
		problems.push({ code: "several-documents", severity: "warning", range, args: [] });
	}
	return problems;
}

/** Runs steps that create thousands of errors, without their stack traces, which would cost more than the parsing. */
function* withoutStacks<T>(steps: Generator<void, T>): Generator<void, T> {
	for (;;) {
		const { done, value } = withoutStack(() => steps.next());
		if (done) {
			return value;
		}
		yield;
	}
}

function withoutStack<T>(run: () => T): T {
	const limit = Error.stackTraceLimit;
	Error.stackTraceLimit = 0;
	try {
		return run();
	} finally {
		Error.stackTraceLimit = limit;
	}
}

function lineCount(text: string): number {
	let lines = 1;
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
		lines++;
	}
	return lines;
}

/**
 * The offset at which bracket nesting exceeds the limit: thousands of open brackets would block the parser for
 * seconds. Prose may contain brackets too, so this limit is generous.
 */
function tooManyBrackets(text: string): number | undefined {
	let open = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x5b || code === 0x7b) {
			if (++open > 8 * maxDepth) {
				return at;
			}
		} else if ((code === 0x5d || code === 0x7d) && open > 0) {
			open--;
		}
	}
	return undefined;
}

/** The offset at which nesting exceeds the limit. Iterative: deep nesting would overflow the stack. */
function tooDeep(text: string): number {
	const open: Array<{ readonly token: CST.Token; readonly depth: number }> = [];
	for (const token of new Parser().parse(text)) {
		open.push({ token, depth: 0 });
	}
	for (let next = open.pop(); next; next = open.pop()) {
		const { token, depth } = next;
		if (depth > maxDepth) {
			return "offset" in token ? token.offset : 0;
		}
		const items = "items" in token ? token.items.flatMap(({ key, value }) => [key, value]) : [];
		const below = token.type === "document" ? [token.value] : items;
		for (const child of below) {
			if (child) {
				open.push({ token: child, depth: depth + 1 });
			}
		}
	}
	return 0;
}

/** Whether a value is empty. */
function isEmpty(node: Node): boolean {
	return (
		isScalar(node) && (node.type === "PLAIN" || node.type === undefined) && /^(~|null|)$/i.test(String(node.value))
	);
}

class Converter {
	/** Where the nesting passes the limit. */
	deep: number | undefined;
	private readonly sizes = new Map<string, number>();
	private readonly anchors = new Map<string, SyntaxNode>();

	constructor(
		private readonly text: string,
		private readonly problems: Array<PlanProblem>,
	) {}

	/** The number of nodes after expanding all aliases; infinite if an alias is inside its own anchor. */
	sizeOf(node: unknown): number {
		if (isPair(node)) {
			return this.sizeOf(node.key) + this.sizeOf(node.value);
		}
		if (isAlias(node)) {
			return this.sizes.get(node.source) ?? this.unknownAlias(node);
		}
		const anchor = (node as Node | null)?.anchor;
		if (anchor) {
			this.sizes.set(anchor, Number.POSITIVE_INFINITY);
		}
		let size = 1;
		if (isCollection(node)) {
			for (const item of node.items) {
				size += this.sizeOf(item);
			}
		}
		if (anchor) {
			this.sizes.set(anchor, size);
		}
		return size;
	}

	/** `- *Really* good`: an unknown alias is most likely text that begins with an asterisk. */
	private unknownAlias(alias: Alias): number {
		const [start, end] = alias.range ?? [0, 0];
		this.problems.push({ code: "unknown-alias", severity: "error", range: { start, end }, args: [`*${alias.source}`] });
		return 1;
	}

	convert(node: Node, depth: number): SyntaxNode {
		const start = node.range?.[0] ?? 0;
		const end = node.range?.[1] ?? start;
		const converted = this.nodeOf(node, start, end, depth);
		const { anchor } = node as { anchor?: string };
		if (anchor) {
			this.anchors.set(anchor, converted);
		}
		return converted;
	}

	private nodeOf(node: Node, start: number, end: number, depth: number): SyntaxNode {
		if (isScalar(node)) {
			const block = node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL";
			const inline = node.type === "PLAIN" ? "plain" : "quoted";
			const style = block ? "block" : inline;
			if (!block) {
				this.hashBehind(end, { start, value: String(node.value), isPlain: style === "plain" });
			}
			if (style === "plain") {
				this.nestedBullets(start, end, String(node.value));
			}
			return { kind: "text", start, end, value: String(node.value), style };
		}
		if (depth > maxDepth) {
			this.deep ??= start;
			return { kind: "text", start, end, value: "", style: "plain" };
		}
		return isMap(node) ? this.map(node, start, end, depth + 1) : this.list(node as YAMLSeq, start, end, depth + 1);
	}

	/**
	 * What YAML takes for a comment and may be text: `Close issue #42`, `"Close issue" #42` and, without quotes, `Learn C #`
	 * and `Close issue # 42`.
	 */
	private hashBehind(
		end: number,
		{ start, value, isPlain }: { readonly start: number; readonly value: string; readonly isPlain: boolean },
	): void {
		const isBlank = this.text[end] === " " || this.text[end] === "\t";
		const behind = isBlank
			? /^[ \t]+#(?:[ \t]*$|#*[^\s#].*|[ \t]+\d+[ \t]*$)/m.exec(this.text.slice(end, end + 500))
			: null;
		const isNumber = behind !== null && /#[ \t]+\d/.test(behind[0]);
		if (behind?.index === 0 && (isPlain ? !isNumber || /\p{L}$/u.test(value) : /#[^\s#]/.test(behind[0]))) {
			const args = [`${value} ${behind[0].trim()}`.trim()];
			this.problems.push({ code: "hash-in-text", severity: "warning", range: { start, end }, args });
		}
	}

	/** `- #1 priority`, `goal: #5`: to YAML a comment, and no value. */
	private hashInstead(at: number): void {
		const [, blank = "", text = ""] = /^([ \t]+)(#+[^\s#][^\r\n]*)/.exec(this.text.slice(at, at + 500)) ?? [];
		if (text !== "") {
			const start = at + blank.length;
			const range = { start, end: start + text.trimEnd().length };
			this.problems.push({ code: "hash-in-text", severity: "warning", range, args: [text.trimEnd()] });
		}
	}

	/** A list below a title without a colon. */
	private nestedBullets(start: number, end: number, value: string): void {
		const source = value.includes(" - ") ? this.text.slice(start, end) : "";
		if (/\n[ \t]*-[ \t]/.test(source)) {
			const title = source.slice(0, source.search(/\r?\n/)).trimEnd();
			this.problems.push({ code: "nested-bullets", severity: "warning", range: { start, end }, args: [title] });
		}
	}

	/** A title or an item of a list without quotes on several lines. A list below it is reported as such. */
	private continuedText(child: ChildRef | undefined): void {
		if (child?.node.kind !== "text" || child.node.style !== "plain" || child.isAlias) {
			return;
		}
		const { start, end, value } = child.node;
		const source = this.text.slice(start, end);
		if (source.includes("\n") && !/\n[ \t]*-[ \t]/.test(source)) {
			this.problems.push({ code: "continued-text", severity: "warning", range: { start, end }, args: [value] });
		}
	}

	private map(map: YAMLMap, start: number, end: number, depth: number): MapNode {
		const pairs: Array<Pair> = [];
		let last = start;
		for (const pair of map.items as Array<YamlPair<Node, Node | null>>) {
			const key = this.child(pair.key, depth);
			if (!key) {
				const [keyStart, keyEnd] = pair.key?.range ?? pair.value?.range ?? [start, start];
				this.problems.push({ code: "bad-key", severity: "error", range: { start: keyStart, end: keyEnd }, args: [] });
				continue;
			}
			const value = this.child(pair.value, depth);
			if (key.node.kind === "text" && key.node.value === "title") {
				this.continuedText(value);
			}
			const bare = map.flow === true && pair.value === null;
			const colon = value ? -1 : this.text.indexOf(":", key.node.end);
			if (!value && !map.flow && /^\s*$/.test(this.text.slice(key.node.end, colon))) {
				this.hashInstead(colon + 1);
			}
			pairs.push(value ? { key, value, bare } : { key, bare });
			last = value ? endOf(value, pair.value) : endOf(key, pair.key);
		}
		// For the library, a map behind a question mark starts at its first colon.
		const first = Math.min(start, pairs[0]?.key.at ?? start);
		return { kind: "map", start: first, end: map.flow ? end : last, flow: map.flow === true, pairs };
	}

	private list(list: YAMLSeq, start: number, end: number, depth: number): SyntaxNode {
		const column = start - this.lineStart(start);
		let last = start;
		const items = (list.items as Array<Node>).map((item): ListItem => {
			const itemAt = item.range?.[0] ?? start;
			const mark = list.flow ? itemAt : this.hyphen(itemAt, column);
			const child = this.child(item, depth);
			this.continuedText(child);
			last = child ? endOf(child, item) : mark + 1;
			if (!child && !list.flow) {
				this.hashInstead(mark + 1);
			}
			return child ? { dashOffset: mark, child } : { dashOffset: mark };
		});
		return { kind: "list", start, end: list.flow ? end : last, flow: list.flow === true, items };
	}

	private lineStart(at: number): number {
		return at === 0 ? 0 : this.text.lastIndexOf("\n", at - 1) + 1;
	}

	/**
	 * The hyphen of an item: in the common column of the list, on the line of the item or, after a comment, above it.
	 */
	private hyphen(itemAt: number, column: number): number {
		let lineStart = this.lineStart(itemAt);
		while (lineStart > 0 && (lineStart + column >= itemAt || this.text[lineStart + column] !== "-")) {
			lineStart = this.lineStart(lineStart - 1);
		}
		return lineStart + column;
	}

	private child(node: Node | Alias | null, depth: number): ChildRef | undefined {
		if (!node) {
			return undefined;
		}
		if (isAlias(node)) {
			const target = this.anchors.get(node.source);
			return target && { at: node.range?.[0] ?? target.start, node: target, isAlias: true };
		}
		if (isEmpty(node)) {
			return undefined;
		}
		const converted = this.convert(node, depth);
		return { at: converted.start, node: converted, isAlias: false };
	}
}

/** The end of a child in the text; for an alias, the end of its name, not of the node that it refers to. */
function endOf({ at, node, isAlias }: ChildRef, written: Node | null): number {
	return isAlias ? (written?.range?.[1] ?? at) : node.end;
}
