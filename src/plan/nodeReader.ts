import type * as z from "zod";
import { nearest } from "./nearest.ts";
import type { Problem, ProblemCode } from "./problem.ts";
import type { NodeReader, Read, ReadEntry, Result } from "./reading.ts";
import type { Edge, ListNode, MapNode, Pair, SyntaxNode, TextNode } from "./syntax.ts";

/**
 * Makes a reader of syntax nodes from a zod schema. Zod checks single texts; the walk through lists and maps is ours, so
 * that each value knows its place and what is wrong in one part leaves the others readable.
 */
export function nodeReader(schema: z.core.$ZodType, made = new Map<z.core.$ZodType, NodeReader>()): NodeReader {
	const reader = made.get(schema) ?? makeReader(schema, (part) => nodeReader(part, made));
	made.set(schema, reader);
	return reader;
}

type Make = (part: z.core.$ZodType) => NodeReader;

function makeReader(schema: z.core.$ZodType, make: Make): NodeReader {
	const { def } = schema._zod;
	switch (def.type) {
		case "optional":
			return make((def as z.core.$ZodOptionalDef).innerType);
		case "object":
			return mapReader(schema as z.core.$ZodObject, make);
		case "array":
			return listReader(make((def as z.core.$ZodArrayDef).element));
		case "record":
			return entriesReader(make((def as z.core.$ZodRecordDef).valueType));
		case "union":
			return unionReader((def as z.core.$ZodUnionDef).options.map(make));
		default:
			return textReader(schema as z.ZodType);
	}
}

/** Collects problems of a node and of the nodes below it, all counted from its start. */
class Problems {
	readonly list: Array<Problem> = [];

	add(
		code: ProblemCode,
		start: number,
		length: number,
		args: ReadonlyArray<string> = [],
		severity: Problem["severity"] = "error",
	) {
		this.list.push({ code, severity, range: { start, end: start + length }, args });
	}

	/** Reads the node at the end of an edge. What an alias brings in was reported where it stands. */
	read(reader: NodeReader, edge: Edge): Read<unknown> | undefined {
		const { value, problems } = reader.read(edge.node);
		if (edge.anchoredAt === undefined) {
			for (const problem of problems) {
				const range = { start: problem.range.start + edge.at, end: problem.range.end + edge.at };
				this.list.push({ ...problem, range });
			}
		}
		return value === undefined ? undefined : { edge, value };
	}
}

/** Remembers results by their node: what an edit did not touch is not read again. */
function remembering<N extends SyntaxNode>(
	takes: (node: SyntaxNode) => boolean,
	read: (node: N) => Result,
): NodeReader["read"] {
	const results = new WeakMap<SyntaxNode, Result>();
	return (node) => {
		const known = results.get(node);
		if (known) {
			return known;
		}
		const result = read(node as N);
		if (takes(node)) {
			results.set(node, result);
		}
		return result;
	};
}

function wrongKind(code: ProblemCode, node: SyntaxNode, ...args: ReadonlyArray<string>): Result {
	return { value: undefined, problems: [{ code, severity: "error", range: { start: 0, end: node.length }, args }] };
}

function textReader(schema: z.ZodType): NodeReader {
	const takes = (node: SyntaxNode) => node.kind === "text";
	return {
		takes,
		read(node) {
			if (node.kind !== "text") {
				return wrongKind("expected-text", node);
			}
			if (node.style === "block" && node.value === "") {
				// `goal: >2`: YAML takes the sign as the beginning of a text on the next lines.
				return wrongKind("greater-than", node, ">");
			}
			const result = schema.safeParse(node.value);
			if (result.success) {
				return { value: result.data, problems: [] };
			}
			const [issue] = result.error.issues;
			const { code, why } = (issue?.code === "custom" ? issue.params : undefined) ?? plainIssue(issue);
			const problem = {
				code,
				severity: "error",
				range: { start: 0, end: node.length },
				args: [shortened(node.value), why],
			} as const;
			return { value: undefined, problems: [problem] };
		},
	};
}

/** What zod's own checks find, in our codes. */
function plainIssue(issue: z.core.$ZodIssue | undefined): { readonly code: ProblemCode; readonly why: string } {
	switch (issue?.code) {
		case "too_big":
			return { code: "too-long", why: String(issue.maximum) };
		case "invalid_value":
			return { code: "bad-choice", why: issue.values.join(", ") };
		default:
			return { code: "bad-id", why: "" };
	}
}

function shortened(text: string): string {
	return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

function listReader(element: NodeReader): NodeReader {
	const takes = (node: SyntaxNode) => node.kind === "list";
	const read = remembering<ListNode>(takes, (node) => {
		if (node.kind !== "list") {
			return wrongKind("expected-list", node);
		}
		const problems = new Problems();
		const value: Array<Read<unknown>> = [];
		for (const { edge } of node.items) {
			const read = edge && problems.read(element, edge);
			if (read) {
				value.push(read);
			}
		}
		return { value, problems: problems.list };
	});
	return { takes, read };
}

/** A key that can be read: a text, met for the first time, that is not YAML's merge key. */
function readableKey(pair: Pair, met: Set<string>, problems: Problems): TextNode | undefined {
	const { at, node } = pair.key;
	if (node.kind !== "text") {
		problems.add("bad-key", at, node.length);
		return undefined;
	}
	if (node.value === "<<" && node.style === "plain") {
		problems.add("merge-key", at, node.length);
		return undefined;
	}
	if (met.has(node.value)) {
		problems.add("duplicate-key", at, node.length, [shortened(node.value)]);
		return undefined;
	}
	met.add(node.value);
	return node;
}

function entriesReader(element: NodeReader): NodeReader {
	const takes = (node: SyntaxNode) => node.kind === "map";
	const read = remembering<MapNode>(takes, (node) => {
		if (node.kind !== "map") {
			return wrongKind("expected-map", node);
		}
		const problems = new Problems();
		const met = new Set<string>();
		const value: Array<ReadEntry<unknown>> = [];
		for (const pair of node.pairs) {
			const key = readableKey(pair, met, problems);
			if (key && pair.bare && key.value.includes(":")) {
				problems.add("colon-without-space", pair.key.at, key.length, [shortened(key.value)]);
			} else if (key && pair.value) {
				const read = problems.read(element, pair.value);
				if (read) {
					value.push({ key: key.value, keyEdge: pair.key, read });
				}
			}
		}
		return { value, problems: problems.list };
	});
	return { takes, read };
}

function mapReader(schema: z.core.$ZodObject, make: Make): NodeReader {
	const { shape } = schema._zod.def;
	const keys = new Map(Object.entries(shape).map(([key, type]) => [key, make(type)]));
	const required = Object.entries(shape).flatMap(([key, type]) => (type._zod.optin === "optional" ? [] : [key]));
	const takes = (node: SyntaxNode) => node.kind === "map";
	const read = remembering<MapNode>(takes, (node) => {
		if (node.kind !== "map") {
			return wrongKind("expected-map", node);
		}
		const problems = new Problems();
		const met = new Set<string>();
		const value: Record<string, Read<unknown>> = {};
		let last: Pair | undefined;
		for (const pair of node.pairs) {
			const key = readableKey(pair, met, problems);
			const reader = key && keys.get(key.value);
			if (key && !reader) {
				unknownKey(pair, key, last, [...keys.keys()], problems);
			} else if (key && reader && pair.value) {
				const read = problems.read(reader, pair.value);
				if (read) {
					value[key.value] = read;
				}
			}
			last = pair;
		}
		for (const key of required) {
			if (!met.has(key) && node.pairs.length > 0) {
				problems.add(key === "title" ? "missing-title" : "missing", 0, Math.min(node.length, firstKeyEnd(node)), [key]);
			}
		}
		return { value, problems: problems.list };
	});
	return { takes, read };
}

function firstKeyEnd(node: MapNode): number {
	const first = node.pairs[0]?.key;
	return first ? first.at + first.node.length : node.length;
}

/** Several of YAML's traps show as a key that nobody knows. */
function unknownKey(
	pair: Pair,
	key: TextNode,
	last: Pair | undefined,
	keys: ReadonlyArray<string>,
	problems: Problems,
): void {
	const before = last?.value?.node;
	if (pair.bare && /^\d{3}(\D|$)/.test(key.value) && before?.kind === "text" && /\d$/.test(before.value)) {
		// `{goal: 1,000+}`: the comma ended the value.
		const at = last?.value?.at ?? 0;
		problems.add("comma-in-flow", at, pair.key.at + key.length - at, [`${before.value},${key.value}`]);
	} else if (pair.bare && key.value.includes(":")) {
		problems.add("colon-without-space", pair.key.at, key.length, [shortened(key.value)]);
	} else {
		problems.add("unknown-key", pair.key.at, key.length, [shortened(key.value), ...keys]);
	}
}

/** Of several forms, the first that a node looks like. */
function unionReader(options: ReadonlyArray<NodeReader>): NodeReader {
	const takes = (node: SyntaxNode) => options.some((option) => option.takes(node));
	return {
		takes,
		read(node) {
			const option = options.find((option) => option.takes(node));
			const result = option?.read(node) ?? wrongKind("expected-text-or-map", node);
			return colonInTitle(node, result) ?? result;
		},
	};
}

/** `- ROI: for all`: where a text alone would have done, one with a colon in it became a map with a key that nobody knows. */
function colonInTitle(node: SyntaxNode, { problems }: Result): Result | undefined {
	const [pair, second] = node.kind === "map" && !node.flow ? node.pairs : [];
	const unknown = problems.find(({ code }) => code === "unknown-key");
	if (!pair || second || !unknown || pair.key.node.kind !== "text" || pair.value?.node.kind !== "text") {
		return undefined;
	}
	const [key = "", ...keys] = unknown.args;
	if (nearest(key, keys)) {
		return undefined;
	}
	return wrongKind("colon-in-title", node, shortened(`${pair.key.node.value}: ${pair.value.node.value}`));
}
