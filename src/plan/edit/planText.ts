import { parseYaml } from "../parseYaml.ts";
import { type Edge, type ListNode, type MapNode, placeOf, type SyntaxNode, type TextNode } from "../syntax.ts";
import { columnOf } from "./lines.ts";
import type { EditFailure } from "./textEdit.ts";

/** A node with its place in the text, and what encloses it there. */
export interface Located<N extends SyntaxNode = SyntaxNode> {
	readonly node: N;
	readonly start: number;
	readonly inside?: Enclosing;
}

/** The collection around a node, and which of its pairs or items the node is the value of. */
export interface Enclosing {
	readonly collection: Located<Collection>;
	readonly index: number;
}

/** A list or a map. */
export type Collection = ListNode | MapNode;

/** The key of a pair. */
export interface LocatedKey {
	readonly node: TextNode;
	readonly start: number;
	readonly flow: boolean;
}

/** The text of a plan with its tree, as an edit needs it. */
export interface PlanText {
	readonly text: string;
	readonly root: Edge;
	/** The values by the offsets at which they begin; those that aliases bring in only where they are written. */
	readonly values: ReadonlyMap<number, Located>;
	/** The keys by the offsets at which they begin: that of a map's first one is the map's own in block style. */
	readonly keys: ReadonlyMap<number, LocatedKey>;
	readonly hasAliases: boolean;
}

/** Parses the text of a plan for an edit. */
export function readPlanText(text: string): PlanText | EditFailure {
	const { parsed, root } = parseYaml(text);
	if (!parsed) {
		return "unparsed";
	}
	if (!root) {
		return "not-found";
	}
	const values = new Map<number, Located>();
	const keys = new Map<number, LocatedKey>();
	let hasAliases = false;
	const visit = (edge: Edge | undefined, above: number, inside?: Enclosing): void => {
		if (!edge || edge.anchoredAt !== undefined) {
			hasAliases ||= edge !== undefined;
			return;
		}
		const { node } = edge;
		const start = placeOf(edge, above);
		values.set(start, inside ? { node, start, inside } : { node, start });
		if (node.kind === "map") {
			const collection = { node, start };
			for (const [index, { key, value }] of node.pairs.entries()) {
				if (key.node.kind === "text" && key.anchoredAt === undefined) {
					keys.set(start + key.at, { node: key.node, start: start + key.at, flow: node.flow });
				}
				visit(value, start, { collection, index });
			}
		} else if (node.kind === "list") {
			const collection = { node, start };
			for (const [index, { edge: item }] of node.items.entries()) {
				visit(item, start, { collection, index });
			}
		}
	};
	visit(root, 0);
	return { text, root, values, keys, hasAliases };
}

/** What the plan puts between the braces of a flow map and its content: a space, or nothing. */
export function flowPadding({ text, values }: PlanText): string {
	for (const { node, start } of values.values()) {
		if (node.kind === "map" && node.flow && /^\{ ?[^\s}]/.test(text.slice(start, start + 3))) {
			return text[start + 1] === " " ? " " : "";
		}
	}
	return " ";
}

/** How many spaces the plan sets the hyphens of a list in from the key above: 0 in the unindented style. */
export function listIndent({ text, values }: PlanText): number {
	for (const { node, start, inside } of values.values()) {
		if (node.kind === "list" && !node.flow && inside?.collection.node.kind === "map") {
			const indent = columnOf(text, start) - columnOf(text, inside.collection.start);
			if (indent >= 0) {
				return indent;
			}
		}
	}
	return 2;
}
