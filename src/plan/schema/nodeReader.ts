import type * as z from "zod";
import { nearestName } from "../../util/nearest.ts";
import type { TextRange } from "../../util/textRange.ts";
import type { PlanProblem, PlanProblemCode } from "../planProblem.ts";
import {
	type ChildRef,
	type ListNode,
	type MapNode,
	nodeRange,
	type Pair,
	pairWithKey,
	type SyntaxNode,
	type TextNode,
} from "../syntax/syntaxTree.ts";
import { type ForeignKey, foreignKey } from "./foreignKeys.ts";
import type { NodeReader, NodeReaderResult, ReadEntry, ReadNode } from "./nodeReading.ts";
import { isPrivateKey, privatePair } from "./privateKey.ts";

/**
 * Creates a reader of syntax nodes from a zod schema. Zod validates single texts; lists and maps are read here, so
 * that every value has its range and an error in one part leaves the others intact.
 */
export function nodeReader(schema: z.core.$ZodType, made = new Map<z.core.$ZodType, NodeReader>()): NodeReader {
	const known = made.get(schema);
	if (known) {
		return known;
	}
	// An item can have parts, which are items: until it is made, it is found by its schema.
	const finished = () => made.get(schema) as NodeReader;
	made.set(schema, { takes: (node) => finished().takes(node), read: (node) => finished().read(node) });
	const reader = makeReader(schema, (part) => nodeReader(part, made));
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

/** Collects problems of a node and of the nodes below it. */
class Problems {
	readonly list: Array<PlanProblem> = [];

	add(
		code: PlanProblemCode,
		{ start, end }: TextRange,
		args: ReadonlyArray<string> = [],
		severity: PlanProblem["severity"] = "error",
	) {
		this.list.push({ code, severity, range: { start, end }, args });
	}

	/** Reads a child. Problems of an aliased node are reported at its definition. */
	read(reader: NodeReader, { node, isAlias }: ChildRef): ReadNode<unknown> | undefined {
		const { value, problems } = reader.read(node);
		if (!isAlias) {
			for (const problem of problems) {
				this.list.push(problem);
			}
		}
		return value === undefined ? undefined : { node, value };
	}
}

function wrongKind(code: PlanProblemCode, node: SyntaxNode, ...args: ReadonlyArray<string>): NodeReaderResult {
	return { value: undefined, problems: [{ code, severity: "error", range: nodeRange(node), args }] };
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
				// `goal: >2`: in YAML the sign starts a block scalar.
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
				range: nodeRange(node),
				args: [shortened(node.value), why],
			} as const;
			return { value: undefined, problems: [problem] };
		},
	};
}

/** Maps the issues of zod to problem codes. */
function plainIssue(issue: z.core.$ZodIssue | undefined): { readonly code: PlanProblemCode; readonly why: string } {
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
	const read = (node: SyntaxNode): NodeReaderResult => {
		if (node.kind === "text" && node.style !== "block") {
			// `needs: a`, `tracks: Technical`: a list with one item.
			const only = element.read(node);
			return {
				...wrongKind("expected-list", node),
				value: only.value === undefined ? [] : [{ node, value: only.value }],
			};
		}
		if (node.kind !== "list") {
			return wrongKind("expected-list", node);
		}
		const problems = new Problems();
		const value: Array<ReadNode<unknown>> = [];
		for (const child of node.items.flatMap(({ child }) => unnested(child, element, problems))) {
			const read = problems.read(element, child);
			if (read) {
				value.push(read);
			}
		}
		return { value, problems: problems.list };
	};
	return { takes, read };
}

/**
 * `- Run a race:` with a list below it: parts of an item with this title. Where there are no parts, the title and the
 * items below it are read as items of the same list. With keys below it, they are those of a node with this title.
 */
function unnested(child: ChildRef | undefined, element: NodeReader, problems: Problems): ReadonlyArray<ChildRef> {
	if (!child || child.isAlias || child.node.kind === "text" || child.node.flow) {
		return child ? [child] : [];
	}
	const { node } = child;
	if (node.kind === "list") {
		if (element.takes(node)) {
			return [child];
		}
		// `- - a`: one hyphen too many.
		problems.add("expected-text-or-map", node);
		return childrenOf(node);
	}
	const [pair, second] = node.pairs;
	const below = pair?.value?.node;
	const isBelow = below !== undefined && below.kind !== "text" && !below.flow;
	if (!pair || second || !isBelow || pair.key.node.kind !== "text" || pair.value?.isAlias) {
		return [child];
	}
	const key = pair.key.node.value;
	const isKey = element
		.read(node)
		.problems.every(
			({ code, args: [name = "", ...keys] }) => code !== "unknown-key" || name !== key || foreignKey(key, keys),
		);
	if (below.kind === "map") {
		if (isKey || below.pairs.length === 0 || pairWithKey(below, "title")) {
			return [child];
		}
		problems.add("nested-bullets", keyRange(pair), [shortened(key), "title"]);
		return [
			{
				...child,
				node: { ...node, pairs: [{ key: named("title", pair), value: pair.key, bare: false }, ...below.pairs] },
			},
		];
	}
	if (isKey || !element.takes(pair.key.node)) {
		return [child];
	}
	const whole = withPartsBelow(node, pair);
	const isWhole = element.read(whole).problems.every(({ code }) => code !== "unknown-key");
	problems.add("nested-bullets", keyRange(pair), [shortened(key), isWhole ? "parts" : ""]);
	return isWhole ? [{ ...child, node: whole }] : [pair.key, ...childrenOf(below)];
}

/** `- Run a race:` with a list below it, as the item that is meant. */
function withPartsBelow(node: MapNode, pair: Pair): MapNode {
	const { key, value } = pair;
	const pairs: ReadonlyArray<Pair> = [
		{ key: named("title", pair), value: key, bare: false },
		{ key: named("parts", pair), ...(value ? { value } : {}), bare: false },
	];
	return { ...node, pairs };
}

/** A key that isn't written, at the place of one that is. */
function named(name: string, { key: { at } }: Pair): ChildRef {
	return { at, isAlias: false, node: { kind: "text", style: "plain", value: name, start: at, end: at } };
}

function childrenOf({ items }: ListNode): ReadonlyArray<ChildRef> {
	return items.flatMap(({ child }) => child ?? []);
}

/** The range of a key, which may be an alias. */
function keyRange({ key: { at, node } }: Pair): TextRange {
	return { start: at, end: at + node.end - node.start };
}

/** A key that can be read: a text that occurs for the first time and is not YAML's merge key. */
function readableKey(pair: Pair, met: Set<string>, problems: Problems): TextNode | undefined {
	const { node } = pair.key;
	const range = keyRange(pair);
	if (node.kind !== "text") {
		problems.add("bad-key", range);
		return undefined;
	}
	if (node.value === "<<" && node.style === "plain") {
		problems.add("merge-key", range);
		return undefined;
	}
	if (met.has(node.value)) {
		problems.add("duplicate-key", range, [shortened(node.value)]);
		return undefined;
	}
	met.add(node.value);
	return node;
}

function entriesReader(element: NodeReader): NodeReader {
	const takes = (node: SyntaxNode) => node.kind === "map";
	const read = (node: SyntaxNode): NodeReaderResult => {
		if (node.kind !== "map") {
			return wrongKind("expected-map", node, node.kind);
		}
		const problems = new Problems();
		const met = new Set<string>();
		const value: Array<ReadEntry<unknown>> = [];
		for (const pair of node.pairs) {
			const key = readableKey(pair, met, problems);
			if (key && pair.bare && key.value.includes(":")) {
				problems.add("colon-without-space", keyRange(pair), [shortened(key.value)]);
			} else if (key && pair.value) {
				const read = problems.read(element, pair.value);
				if (read) {
					value.push({ key: key.value, keyNode: pair.key.node, read });
				}
			}
		}
		return { value, problems: problems.list };
	};
	return { takes, read };
}

const emptyList: ListNode = { kind: "list", start: 0, end: 0, flow: true, items: [] };

function takesLists(reader: NodeReader): boolean {
	return reader.takes(emptyList);
}

function mapReader(schema: z.core.$ZodObject, make: Make): NodeReader {
	const { shape } = schema._zod.def;
	const keys = new Map(Object.entries(shape).map(([key, type]) => [key, make(type)]));
	const required = Object.entries(shape).flatMap(([key, type]) => (type._zod.optin === "optional" ? [] : [key]));
	const takes = (node: SyntaxNode) => node.kind === "map";
	const titleReader = keys.get("title");
	const read = (node: SyntaxNode): NodeReaderResult => {
		if (node.kind === "text" && titleReader && node.style !== "block") {
			// `phases: [Learn]`: only a title.
			const title = titleReader.read(node).value;
			const value = title === undefined ? undefined : { title: { node, value: title } };
			return { ...wrongKind("expected-map", node, node.kind), value };
		}
		if (node.kind === "list" && [...keys.values()].every(takesLists)) {
			// `indicators:` with a list below it: as the first kind, until it is fixed.
			const [[name, first] = []] = keys;
			const { value, problems = [] } = first?.read(node) ?? {};
			const read = name === undefined || value === undefined ? undefined : { [name]: { node, value } };
			return { value: read, problems: [...wrongKind("expected-map", node, node.kind).problems, ...problems] };
		}
		if (node.kind !== "map") {
			return wrongKind("expected-map", node, node.kind);
		}
		const problems = new Problems();
		const met = new Set<string>();
		const value: Record<string, ReadNode<unknown>> = {};
		for (const pair of withoutCommas(node.pairs, keys, problems)) {
			const key = readableKey(pair, met, problems);
			const reader = key && keys.get(key.value);
			if (key && !reader) {
				const isTaken = (known: string) => pairWithKey(node, known) !== undefined || Object.hasOwn(value, known);
				const likely = likeliestFirst(keys, pair.value?.node, isTaken);
				unknownKey(pair, key, likely, problems);
				readSynonym(pair, foreignKey(key.value, likely), { keys, value, problems });
			} else if (key && reader && pair.value) {
				// A value with a comma in it is already reported.
				const found = node.pairs.includes(pair) ? problems : new Problems();
				const read = found.read(reader, pair.value);
				if (read) {
					value[key.value] = read;
				}
			} else if (key?.value === "private") {
				problems.add("bad-boolean", keyRange(pair), ["", ""]);
			}
		}
		const hiding = keys.has("private") ? privatePair(node, (key) => keys.has(key)) : undefined;
		if (hiding) {
			value["private"] = { node: (hiding.value ?? hiding.key).node, value: true };
		}
		const isEmpty = titleReader && Object.keys(value).length === 0;
		const title = isEmpty ? textBeforeColon(node, [...keys.keys()]) : undefined;
		if (title) {
			value["title"] = { node: title, value: title.value };
		}
		for (const key of required) {
			if (!met.has(key) && !Object.hasOwn(value, key) && node.pairs.length > 0) {
				const range = { start: node.start, end: Math.min(node.end, firstKeyEnd(node)) };
				problems.add(key === "title" ? "missing-title" : "missing", range, [key]);
			}
		}
		return { value, problems: problems.list };
	};
	return { takes, read };
}

function firstKeyEnd(node: MapNode): number {
	const [first] = node.pairs;
	return first ? keyRange(first).end : node.end;
}

/**
 * `{ title: Talks, big and small }`, `{ goal: 1,000+ }`: the comma ended the value, and the rest became a key without
 * a value. It is read as part of the value.
 */
function withoutCommas(
	pairs: ReadonlyArray<Pair>,
	keys: ReadonlyMap<string, NodeReader>,
	problems: Problems,
): ReadonlyArray<Pair> {
	if (!pairs.some(({ bare }) => bare)) {
		return pairs;
	}
	const joined: Array<Pair> = [];
	const indexes = new Set<number>();
	for (const pair of pairs) {
		const last = joined[joined.length - 1];
		const whole = isRestOfValue(pair, keys) ? joinedValue(last?.value, pair.key) : undefined;
		if (last && whole) {
			joined[joined.length - 1] = { ...last, value: { at: whole.start, node: whole, isAlias: false } };
			indexes.add(joined.length - 1);
		} else {
			joined.push(pair);
		}
	}
	for (const index of indexes) {
		const node = joined[index]?.value?.node;
		if (node?.kind === "text") {
			problems.add("comma-in-flow", node, [shortened(node.value)]);
		}
	}
	return joined;
}

/** Whether a pair consists only of a plain key that isn't a known key of the map. */
function isRestOfValue({ bare, key: { node, isAlias } }: Pair, keys: ReadonlyMap<string, NodeReader>): boolean {
	const isPlain = bare && !isAlias && node.kind === "text" && node.style === "plain";
	return isPlain && !isKeyOf(node.value, keys) && !node.value.includes(":");
}

/** A text value and the rest of it after a comma. */
function joinedValue(value: ChildRef | undefined, { node: rest }: ChildRef): TextNode | undefined {
	if (value?.node.kind !== "text" || value.isAlias || rest.kind !== "text") {
		return undefined;
	}
	const { start, end, value: before } = value.node;
	const blanks = " ".repeat(Math.max(0, Math.min(rest.start - end, 100) - 1));
	return { kind: "text", style: "plain", start, end: rest.end, value: `${before},${blanks}${rest.value}` };
}

/** Whether a key without a value is a known key of the map: then the comma before it ends a value. */
function isKeyOf(key: string, keys: ReadonlyMap<string, NodeReader>): boolean {
	return keys.has(key) || (keys.has("private") && isPrivateKey(key, (each) => keys.has(each)));
}

/**
 * A key of another format, such as `key_results`, is reported, and shown as what it means as long as that is certain. A
 * `deadline` is not: something due on a day may be done any time before. A list or a map below it is read with its own problems:
 * whoever writes `milestones` at the top may write `name` in it.
 */
function readSynonym(
	pair: Pair,
	foreign: ForeignKey | undefined,
	into: {
		readonly keys: ReadonlyMap<string, NodeReader>;
		readonly value: Record<string, ReadNode<unknown>>;
		readonly problems: Problems;
	},
): void {
	if (foreign?.kind !== "synonym" || foreign.key === "when" || !pair.value) {
		return;
	}
	const { node, isAlias } = pair.value;
	const { value, problems = [] } = into.keys.get(foreign.key)?.read(node) ?? {};
	const isOfKind = node.kind !== "text" && !isAlias && into.keys.get(foreign.key)?.takes(node);
	if (value === undefined || Object.hasOwn(into.value, foreign.key) || (problems.length > 0 && !isOfKind)) {
		return;
	}
	into.value[foreign.key] = { node, value };
	for (const problem of problems) {
		into.problems.list.push(problem);
	}
}

/**
 * The keys that a map can have, the likeliest for a value first: those that aren't taken and can have such a value. A list of
 * `goals` is no `goal`.
 */
function likeliestFirst(
	keys: ReadonlyMap<string, NodeReader>,
	value: SyntaxNode | undefined,
	isTaken: (key: string) => boolean,
): ReadonlyArray<string> {
	const isLikely = ([key, reader]: readonly [string, NodeReader]) =>
		!isTaken(key) && (value === undefined || reader.takes(value));
	return [...keys].toSorted((a, b) => Number(isLikely(b)) - Number(isLikely(a))).map(([key]) => key);
}

/** Detects common YAML mistakes that result in an unknown key. */
function unknownKey(pair: Pair, key: TextNode, keys: ReadonlyArray<string>, problems: Problems): void {
	if (pair.bare && key.value.includes(":")) {
		problems.add("colon-without-space", keyRange(pair), [shortened(key.value)]);
	} else {
		problems.add("unknown-key", keyRange(pair), [shortened(key.value), ...keys]);
	}
}

/** Reads a node by the first option that accepts its kind. */
function unionReader(options: ReadonlyArray<NodeReader>): NodeReader {
	const takes = (node: SyntaxNode) => options.some((option) => option.takes(node));
	return {
		takes,
		read(node) {
			// A single text where only lists and maps are allowed is reported by the list.
			const option =
				options.find((option) => option.takes(node)) ?? (node.kind === "text" ? options.find(takesLists) : undefined);
			const result = option?.read(node) ?? wrongKind("expected-text-or-map", node);
			return colonInTitle(node, result, options) ?? result;
		},
	};
}

/** A list or a map in block style. */
function isBlock(node: SyntaxNode | undefined): boolean {
	return node !== undefined && node.kind !== "text" && !node.flow;
}

/** `- ROI: for all`: a text in a list became a map with an unknown key because of its colon. */
function colonInTitle(
	node: SyntaxNode,
	{ problems }: NodeReaderResult,
	options: ReadonlyArray<NodeReader>,
): NodeReaderResult | undefined {
	const unknown = problems.find(({ code }) => code === "unknown-key");
	const text = node.kind === "map" && unknown ? textBeforeColon(node, unknown.args.slice(1)) : undefined;
	const read = text && options.find((option) => option.takes(text))?.read(text);
	return text && { ...wrongKind("colon-in-title", node, shortened(text.value)), value: read?.value };
}

/** The text that became a map with a single unknown key because of its colon; undefined if it is something else. */
function textBeforeColon(node: MapNode, keys: ReadonlyArray<string>): TextNode | undefined {
	const [pair, second] = node.flow ? [] : node.pairs;
	if (!pair || second || pair.key.node.kind !== "text" || isBlock(pair.value?.node)) {
		return undefined;
	}
	const key = pair.key.node.value;
	const foreign = foreignKey(key, keys);
	const isTitle = foreign?.kind === "synonym" && foreign.key === "title";
	if (keys.includes(key) || isTitle || nearestName(shortened(key), keys)) {
		return undefined;
	}
	const rest = pair.value?.node.kind === "text" ? ` ${pair.value.node.value}` : "";
	return { kind: "text", style: "quoted", ...nodeRange(node), value: `${key}:${rest}` };
}
