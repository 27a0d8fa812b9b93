import {
	Composer,
	type CST,
	type Document,
	isAlias,
	isCollection,
	isPair,
	type Node,
	type ParsedNode,
	Parser,
} from "yaml";
import type { Problem } from "./problem.ts";

/** The longest plan that is read, in UTF-16 units: far above what a person writes, far below what stops an editor. */
export const maxPlanLength = 512 * 1024;
const maxDepth = 64;
const maxNodes = 100_000;

/** A parsed plan, or why there is none; `problems` may come with either. */
export interface YamlTree {
	readonly document?: Document.Parsed;
	readonly problems: ReadonlyArray<Problem>;
}

/**
 * Parses YAML by the failsafe schema, where every value is text: `2027`, `1.10` and `2026-01-05` mean what is written.
 * What could stop the editor (size, nesting, aliases that expand to millions) is refused before it is followed.
 */
export function parseYaml(text: string): YamlTree {
	const whole = { start: 0, end: Math.min(text.length, firstLineEnd(text)) };
	if (text.length > maxPlanLength) {
		return { problems: [{ code: "too-large", severity: "error", range: whole, args: [String(maxPlanLength / 1024)] }] };
	}
	const tokens: Array<CST.Token> = [];
	for (const token of new Parser().parse(text)) {
		const deep = tooDeep(token);
		if (deep !== undefined) {
			const range = { start: deep, end: Math.min(deep + 1, text.length) };
			return { problems: [{ code: "too-deep", severity: "error", range, args: [String(maxDepth)] }] };
		}
		tokens.push(token);
	}
	const options = { schema: "failsafe", version: "1.2", uniqueKeys: false, keepSourceTokens: false } as const;
	const documents = [...new Composer(options).compose(tokens, true, text.length)] as Array<Document.Parsed>;
	const [document, second] = documents;
	const problems: Array<Problem> = [];
	for (const { errors } of documents) {
		for (const { pos, message } of errors) {
			const start = Math.min(pos[0], text.length);
			const end = Math.min(Math.max(pos[1], start), text.length);
			problems.push({ code: "yaml", severity: "error", range: { start, end }, args: [message] });
		}
	}
	if (second) {
		const start = second.range[0];
		problems.push({ code: "several-documents", severity: "warning", range: { start, end: second.range[1] }, args: [] });
	}
	if (!document || problems.some((problem) => problem.severity === "error")) {
		return { problems };
	}
	if (expandedSize(document) > maxNodes) {
		return { problems: [{ code: "too-many-aliases", severity: "error", range: whole, args: [] }] };
	}
	return { document, problems };
}

function firstLineEnd(text: string): number {
	const end = text.indexOf("\n");
	return end < 0 ? text.length : end;
}

/** The offset at which the nesting passes the limit. Walks with a list of its own: the parser does not recurse, so deep text reaches it whole. */
function tooDeep(root: CST.Token): number | undefined {
	const open: Array<{ readonly token: CST.Token; readonly depth: number }> = [{ token: root, depth: 0 }];
	for (let next = open.pop(); next; next = open.pop()) {
		const { token, depth } = next;
		if (depth > maxDepth) {
			return "offset" in token ? token.offset : 0;
		}
		if (token.type === "document" && token.value) {
			open.push({ token: token.value, depth });
		}
		if ("items" in token) {
			for (const { key, value } of token.items) {
				if (key) {
					open.push({ token: key, depth: depth + 1 });
				}
				if (value) {
					open.push({ token: value, depth: depth + 1 });
				}
			}
		}
	}
	return undefined;
}

/** How many nodes a reader that follows every alias would meet; infinite where an alias stands inside its own anchor. */
function expandedSize(document: Document.Parsed): number {
	const anchors = new Map<string, number>();
	const sizeOf = (node: unknown): number => {
		if (isPair(node)) {
			return sizeOf(node.key) + sizeOf(node.value);
		}
		if (isAlias(node)) {
			return anchors.get(node.source) ?? Number.POSITIVE_INFINITY;
		}
		let size = 1;
		if (isCollection(node)) {
			for (const item of node.items) {
				size += sizeOf(item);
			}
		}
		const anchor = (node as Node | null)?.anchor;
		if (anchor) {
			anchors.set(anchor, size);
		}
		return size;
	};
	return document.contents ? sizeOf(document.contents as ParsedNode) : 0;
}
