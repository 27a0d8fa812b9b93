import type { Day } from "../../time/day.ts";
import type { TextEdit } from "../../util/textEdit.ts";
import type { TextRange } from "../../util/textRange.ts";
import { nodeEnd } from "../edit/yaml/collectionEntries.ts";
import { replaceText } from "../edit/yaml/replaceValue.ts";
import type { Plan } from "../plan.ts";
import { pathAt, type TextOnPath } from "../syntax/syntaxPath.ts";
import type { ChildRef } from "../syntax/syntaxTree.ts";
import { quotingOf, writeScalar } from "../syntax/writeScalar.ts";

/** The input of all fixes of one text. */
export interface FixContext {
	readonly text: string;
	/** Undefined while the text cannot be parsed. */
	readonly root: ChildRef | undefined;
	readonly plan: Plan | undefined;
	readonly today: Day;
}

/** The text node that begins at the start of a problem, and whether it is inside `[]` or `{}`. */
export function textAt(
	{ root }: FixContext,
	{ start }: TextRange,
): { readonly found: TextOnPath; readonly flow: boolean } | undefined {
	const path = root && pathAt(root, start);
	return path?.text?.node.start === start
		? { found: path.text, flow: path.path.at(-1)?.node.flow ?? false }
		: undefined;
}

/** The edits that replace a key or value and keep its quoting; a reason if there is no text node. */
export function rewrite(context: FixContext, range: TextRange, to: string): ReadonlyArray<TextEdit> | "not-found" {
	const at = textAt(context, range);
	if (!at) {
		return "not-found";
	}
	const { found, flow } = at;
	const { node } = found;
	if (!found.isKey) {
		return replaceText(context.text, node, to, flow);
	}
	const { start } = node;
	const end = nodeEnd(context.text, node);
	return [{ start, end, text: writeScalar(to, { flow, key: true }, quotingOf(context.text.slice(start, end))) }];
}
