import { lineEnd } from "../edit/lines.ts";
import type { TextRange } from "../problem.ts";
import type { Edge, SyntaxNode } from "../syntax.ts";

/** A stretch of several lines that can be folded to its first. */
export interface Fold extends TextRange {
	readonly kind: "region" | "comment";
}

/**
 * What can be folded: each key with what stands below it, each item of a list, and runs of comment lines. Unlike folding by
 * indentation it knows lists that are not set in, and braces over several lines.
 */
export function foldsOf(text: string, root: Edge): ReadonlyArray<Fold> {
	const folds: Array<Fold> = [];
	const add = (start: number, end: number) => {
		if (text.slice(start, end).includes("\n")) {
			folds.push({ kind: "region", start, end });
		}
	};
	const visit = (node: SyntaxNode, start: number): void => {
		const parts =
			node.kind === "map"
				? node.pairs.map(({ key, value }) => ({ at: key.at, edge: value }))
				: node.kind === "list"
					? node.items.map(({ mark, edge }) => ({ at: mark, edge }))
					: [];
		for (const { at, edge } of parts) {
			if (edge && edge.anchoredAt === undefined) {
				const end = start + edge.at + edge.node.length;
				add(start + at, text[end - 1] === "\n" ? end - 1 : end);
				visit(edge.node, start + edge.at);
			}
		}
	};
	visit(root.node, root.at);
	return [...folds, ...commentFolds(text)];
}

function commentFolds(text: string): ReadonlyArray<Fold> {
	return [...text.matchAll(/^[ \t]*#[^\n]*(?:\n[ \t]*#[^\n]*)+/gm)].map(({ index, 0: lines }) => ({
		kind: "comment",
		start: index,
		end: lineEnd(text, index + lines.length),
	}));
}
