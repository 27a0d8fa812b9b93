import { columnOf } from "../../../util/textLines.ts";
import { parseYaml } from "../../syntax/parseYaml.ts";
import type { ChildRef, ListNode, MapNode, SyntaxNode, TextNode } from "../../syntax/syntaxTree.ts";
import type { EditFailure } from "../editResult.ts";

/** A node and what encloses it in the text. */
export interface EditTarget {
	readonly node: SyntaxNode;
	readonly inside?: Enclosing;
}

/** The parent collection of a node, and the index of the pair or item. */
export interface Enclosing {
	readonly collection: Collection;
	readonly index: number;
}

/** A list or a map. */
export type Collection = ListNode | MapNode;

/** The key of a pair. */
export interface LocatedKey {
	readonly node: TextNode;
	readonly flow: boolean;
}

/** The text of a plan with the tree, indexed for editing. */
export interface EditablePlan {
	readonly text: string;
	readonly root: ChildRef;
	/** Values by their start offset; those of aliases only where they are defined. */
	readonly values: ReadonlyMap<number, EditTarget>;
	/** Keys by their start offset; in block style, that of the first key is also that of the map. */
	readonly keys: ReadonlyMap<number, LocatedKey>;
	readonly hasAliases: boolean;
}

/** Parses the text of a plan for an edit. */
export function parseEditablePlan(text: string): EditablePlan | EditFailure {
	const { parsed, repaired, root } = parseYaml(text);
	if (!parsed || repaired) {
		return "unparsed";
	}
	if (!root) {
		return "not-found";
	}
	const values = new Map<number, EditTarget>();
	const keys = new Map<number, LocatedKey>();
	let hasAliases = false;
	const visit = (child: ChildRef | undefined, inside?: Enclosing): void => {
		if (!child || child.isAlias) {
			hasAliases ||= child !== undefined;
			return;
		}
		const { node } = child;
		values.set(node.start, inside ? { node, inside } : { node });
		if (node.kind === "map") {
			for (const [index, { key, value }] of node.pairs.entries()) {
				if (key.node.kind === "text" && !key.isAlias) {
					keys.set(key.at, { node: key.node, flow: node.flow });
				}
				visit(value, { collection: node, index });
			}
		} else if (node.kind === "list") {
			for (const [index, { child: item }] of node.items.entries()) {
				visit(item, { collection: node, index });
			}
		}
	};
	visit(root);
	return { text, root, values, keys, hasAliases };
}

/** The padding inside the braces of flow maps in this plan: a space, or nothing. */
export function flowPadding({ text, values }: EditablePlan): string {
	for (const { node } of values.values()) {
		const { start } = node;
		if (node.kind === "map" && node.flow && /^\{ ?[^\s}]/.test(text.slice(start, start + 3))) {
			return text[start + 1] === " " ? " " : "";
		}
	}
	return " ";
}

/** The indentation of list hyphens relative to the key above in this plan: 0 for the unindented style. */
export function listIndent({ text, values }: EditablePlan): number {
	for (const { node, inside } of values.values()) {
		if (node.kind === "list" && !node.flow && inside?.collection.kind === "map") {
			const indent = columnOf(text, node.start) - columnOf(text, inside.collection.start);
			if (indent >= 0) {
				return indent;
			}
		}
	}
	return 2;
}
