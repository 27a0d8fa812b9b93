import { lineEnd } from "../../util/textLines.ts";
import type { TextRange } from "../../util/textRange.ts";
import type { ChildRef, SyntaxNode } from "../syntax/syntaxTree.ts";

/** Several lines that can be folded to the first. */
export interface FoldingRange extends TextRange {
	readonly kind: "region" | "comment";
}

/**
 * What can be folded: each key with its value, each item of a list, and runs of comment lines. Unlike folding by
 * indentation, this includes lists that aren't indented, and braces over several lines.
 */
export function foldingRanges(text: string, root: ChildRef): ReadonlyArray<FoldingRange> {
	const folds: Array<FoldingRange> = [];
	const add = (start: number, end: number) => {
		if (text.slice(start, end).includes("\n")) {
			folds.push({ kind: "region", start, end });
		}
	};
	const visit = (node: SyntaxNode): void => {
		for (const { at, child } of partsOf(node)) {
			if (child && !child.isAlias) {
				const { end } = child.node;
				add(at, text[end - 1] === "\n" ? end - 1 : end);
				visit(child.node);
			}
		}
	};
	visit(root.node);
	return [...folds, ...commentFolds(text)];
}

/** The values of a map or list, with the offset of the key or hyphen. */
function partsOf(node: SyntaxNode): ReadonlyArray<{ readonly at: number; readonly child: ChildRef | undefined }> {
	switch (node.kind) {
		case "map":
			return node.pairs.map(({ key, value }) => ({ at: key.at, child: value }));
		case "list":
			return node.items.map(({ dashOffset, child }) => ({ at: dashOffset, child }));
		default:
			return [];
	}
}

function commentFolds(text: string): ReadonlyArray<FoldingRange> {
	return [...text.matchAll(/^[ \t]*#[^\n]*(?:\n[ \t]*#[^\n]*)+/gm)].map(({ index, 0: lines }) => ({
		kind: "comment",
		start: index,
		end: lineEnd(text, index + lines.length),
	}));
}
