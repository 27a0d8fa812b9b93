import {
	type Alias,
	Composer,
	type CST,
	type Document,
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
import type { Problem } from "./problem.ts";
import type { Edge, ListItem, MapNode, Pair, SyntaxNode } from "./syntax.ts";
import { yamlProblem } from "./yamlProblem.ts";

/** The longest plan that is read, in UTF-16 units: far above what a person writes, far below what stops an editor. */
export const maxPlanLength = 512 * 1024;
/** The most lines: the parser is slow with empty ones. */
const maxLines = 50_000;
const maxDepth = 64;
const maxNodes = 100_000;

/** A parsed plan, or why there is none. */
export interface YamlReading {
	/** The top node; undefined where the text could not be parsed, or holds nothing. */
	readonly root?: Edge;
	/** Whether the text could be parsed: an empty one can. */
	readonly parsed: boolean;
	/** Whether each part means the same by itself: no anchors, aliases, tags, directives, markers, tabs or problems. */
	readonly simple: boolean;
	readonly problems: ReadonlyArray<Problem>;
}

/**
 * Parses YAML by the failsafe schema, where every value is text: `2027`, `1.10` and `2026-01-05` mean what is written.
 * What could stop the editor (size, nesting, aliases that expand to millions) is refused before it is followed.
 */
export function parseYaml(text: string): YamlReading {
	const refused = (code: Problem["code"], start: number, end: number, ...args: ReadonlyArray<string>): YamlReading => {
		const range = { start, end: Math.max(start, Math.min(end, text.length)) };
		return { parsed: false, simple: false, problems: [{ code, severity: "error", range, args }] };
	};
	const firstLine = text.search(/\r?\n|$/);
	if (text.length > maxPlanLength) {
		return refused("too-large", 0, firstLine, String(maxPlanLength / 1024));
	}
	const lines = lineCount(text);
	if (lines > maxLines) {
		return refused("too-many-lines", 0, firstLine, String(maxLines));
	}
	const brackets = tooManyBrackets(text);
	if (brackets !== undefined) {
		return refused("too-deep", brackets, brackets + 1, String(maxDepth));
	}
	let documents: ReadonlyArray<Document.Parsed>;
	try {
		const options = { schema: "failsafe", version: "1.2", uniqueKeys: false } as const;
		const composed = new Composer(options).compose(new Parser().parse(text), true, text.length);
		documents = [...composed] as Array<Document.Parsed>;
	} catch (error) {
		if (!(error instanceof RangeError)) {
			throw error;
		}
		// The library's composer calls itself for each level, and so many levels do not fit on the stack.
		const deep = tooDeep(text);
		return refused("too-deep", deep, deep + 1, String(maxDepth));
	}
	const [document, second] = documents;
	const problems: Array<Problem> = [];
	const errors = document?.errors ?? [];
	for (const error of errors) {
		const problem = yamlProblem(error, text);
		const last = problems[problems.length - 1];
		// One trap may make the parser stumble twice.
		if (problem.code === "yaml" || problem.code !== last?.code || problem.range.start !== last.range.start) {
			problems.push(problem);
		}
	}
	if (second) {
		const start = Math.min(text.lastIndexOf("\n---", second.range[0]) + 1 || second.range[0], text.length);
		const range = { start, end: Math.min(start + 3, text.length) };
		problems.push({ code: "several-documents", severity: "warning", range, args: [] });
	}
	if (!document || errors.length > 0) {
		return { parsed: false, simple: false, problems };
	}
	const contents = document.contents as Node | null;
	if (!contents || isEmpty(contents)) {
		return { parsed: true, simple: false, problems };
	}
	const converter = new Converter(text, problems);
	if (text.includes("*") && converter.sizeOf(contents) > maxNodes) {
		return refused("too-many-aliases", 0, firstLine);
	}
	if (isAlias(contents)) {
		return { parsed: true, simple: false, problems };
	}
	const { start, node } = converter.convert(contents, 0);
	if (converter.deep !== undefined) {
		return refused("too-deep", converter.deep, converter.deep + 1, String(maxDepth));
	}
	const simple = problems.length === 0 && !converter.special && !text.includes("\t") && !/^(%|---|\.\.\.)/m.test(text);
	return { root: { at: start, node }, parsed: true, simple, problems };
}

function lineCount(text: string): number {
	let lines = 1;
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
		lines++;
	}
	return lines;
}

/**
 * The offset at which brackets nest deeper than the limit, wherever they stand: thousands of open ones would keep the
 * parser busy for seconds. Prose may hold brackets too, so that the limit here is a wide one.
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

/** The offset at which the nesting passes the limit. With a list of its own: the parser does not recurse, so deep text reaches it whole. */
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
		const below =
			token.type === "document"
				? [token.value]
				: "items" in token
					? token.items.flatMap(({ key, value }) => [key, value])
					: [];
		for (const child of below) {
			if (child) {
				open.push({ token: child, depth: depth + 1 });
			}
		}
	}
	return 0;
}

/** Whether a value counts as left out. */
function isEmpty(node: Node): boolean {
	return (
		isScalar(node) && (node.type === "PLAIN" || node.type === undefined) && /^(~|null|)$/i.test(String(node.value))
	);
}

/** A converted node with its place in the text. */
interface Converted {
	readonly start: number;
	readonly node: SyntaxNode;
}

class Converter {
	/** Whether an anchor, alias or tag was met. */
	special = false;
	/** Where the nesting passes the limit. */
	deep: number | undefined;
	private readonly sizes = new Map<string, number>();
	private readonly anchors = new Map<string, Converted>();

	constructor(
		private readonly text: string,
		private readonly problems: Array<Problem>,
	) {}

	/** How many nodes a reader that follows every alias would meet; infinite where an alias stands inside its own anchor. */
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

	/** `- *Really* good`: nothing has that name, and most likely a text that begins with a star was meant. */
	private unknownAlias(alias: Alias): number {
		const [start, end] = alias.range ?? [0, 0];
		this.problems.push({ code: "unknown-alias", severity: "error", range: { start, end }, args: [`*${alias.source}`] });
		return 1;
	}

	convert(node: Node, depth: number): Converted {
		const { anchor, tag } = node as { anchor?: string; tag?: string };
		this.special ||= anchor !== undefined || tag !== undefined;
		const start = node.range?.[0] ?? 0;
		const end = node.range?.[1] ?? start;
		const converted = { start, node: this.nodeOf(node, start, end, depth) };
		if (anchor) {
			this.anchors.set(anchor, converted);
		}
		return converted;
	}

	private nodeOf(node: Node, start: number, end: number, depth: number): SyntaxNode {
		if (isScalar(node)) {
			const block = node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL";
			const style = block ? "block" : node.type === "PLAIN" ? "plain" : "quoted";
			const before = this.text.charCodeAt(end + 1) === 0x23 && this.text.slice(end, end + 8);
			if (style === "plain" && before && /^[ \t]#[ \t]*\r?$/m.exec(before)?.index === 0) {
				// `Learn C #`: the sign and what follows is no text but a comment.
				this.problems.push({
					code: "hash-in-text",
					severity: "warning",
					range: { start, end },
					args: [`${node.value} #`],
				});
			}
			return { kind: "text", length: end - start, value: String(node.value), style };
		}
		if (depth > maxDepth) {
			this.deep ??= start;
			return { kind: "text", length: end - start, value: "", style: "plain" };
		}
		return isMap(node) ? this.map(node, start, end, depth + 1) : this.list(node as YAMLSeq, start, end, depth + 1);
	}

	private map(map: YAMLMap, start: number, end: number, depth: number): MapNode {
		const pairs: Array<Pair> = [];
		let last = start;
		for (const pair of map.items as Array<YamlPair<Node, Node | null>>) {
			const key = this.edge(pair.key, start, depth);
			if (!key) {
				const [keyStart, keyEnd] = pair.key?.range ?? pair.value?.range ?? [start, start];
				this.problems.push({ code: "bad-key", severity: "error", range: { start: keyStart, end: keyEnd }, args: [] });
				continue;
			}
			const value = this.edge(pair.value, start, depth);
			const bare = map.flow === true && pair.value === null;
			pairs.push(value ? { key, value, bare } : { key, bare });
			last = value ? endOf(value, pair.value, start) : endOf(key, pair.key, start);
		}
		return { kind: "map", length: (map.flow ? end : last) - start, flow: map.flow === true, pairs };
	}

	private list(list: YAMLSeq, start: number, end: number, depth: number): SyntaxNode {
		const column = start - this.lineStart(start);
		let last = start;
		const items = (list.items as Array<Node>).map((item): ListItem => {
			const itemAt = item.range?.[0] ?? start;
			const mark = (list.flow ? itemAt : this.hyphen(itemAt, column)) - start;
			const edge = this.edge(item, start, depth);
			last = edge ? endOf(edge, item, start) : start + mark + 1;
			return edge ? { mark, edge } : { mark };
		});
		return { kind: "list", length: (list.flow ? end : last) - start, flow: list.flow === true, items };
	}

	private lineStart(at: number): number {
		return at === 0 ? 0 : this.text.lastIndexOf("\n", at - 1) + 1;
	}

	/** The hyphen of an item: all of a list stand in one column, this one on the item's line or, after a comment, above. */
	private hyphen(itemAt: number, column: number): number {
		let lineStart = this.lineStart(itemAt);
		while (lineStart > 0 && (lineStart + column >= itemAt || this.text[lineStart + column] !== "-")) {
			lineStart = this.lineStart(lineStart - 1);
		}
		return lineStart + column;
	}

	private edge(node: Node | Alias | null, above: number, depth: number): Edge | undefined {
		if (!node) {
			return undefined;
		}
		if (isAlias(node)) {
			this.special = true;
			const target = this.anchors.get(node.source);
			const at = (node.range?.[0] ?? above) - above;
			return target && { at, node: target.node, anchoredAt: target.start };
		}
		if (isEmpty(node)) {
			this.special ||= node.anchor !== undefined || node.tag !== undefined;
			return undefined;
		}
		const { start, node: converted } = this.convert(node, depth);
		return { at: start - above, node: converted };
	}
}

/** Where what stands in the text for an edge ends: an alias takes its own name there, not what it brings in. */
function endOf(edge: Edge, written: Node | null, above: number): number {
	return edge.anchoredAt === undefined ? above + edge.at + edge.node.length : (written?.range?.[1] ?? above);
}
