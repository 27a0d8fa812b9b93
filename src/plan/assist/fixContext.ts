import type { Day } from "../day.ts";
import { endOf } from "../edit/entries.ts";
import { replaceText } from "../edit/replaceValue.ts";
import type { TextEdit } from "../edit/textEdit.ts";
import { quotingOf, writeScalar } from "../edit/writeScalar.ts";
import type { Plan } from "../plan.ts";
import type { TextRange } from "../problem.ts";
import { type SpotText, spotAt } from "../spot.ts";
import type { Edge } from "../syntax.ts";

/** What the fixes of one text are made from. */
export interface FixContext {
	readonly text: string;
	/** Undefined while the text cannot be parsed. */
	readonly root: Edge | undefined;
	readonly plan: Plan | undefined;
	readonly today: Day;
}

/** The text that begins where a problem does, and whether it stands inside `[]` or `{}`. */
export function textAt(
	{ root }: FixContext,
	{ start }: TextRange,
): { readonly found: SpotText; readonly flow: boolean } | undefined {
	const spot = root && spotAt(root, start);
	return spot?.text?.start === start ? { found: spot.text, flow: spot.path.at(-1)?.node.flow ?? false } : undefined;
}

/** The edits that write another text in the place of one, a key or a value, quoted alike; a reason where no text stands there. */
export function rewrite(context: FixContext, range: TextRange, to: string): ReadonlyArray<TextEdit> | "not-found" {
	const at = textAt(context, range);
	if (!at) {
		return "not-found";
	}
	const { found, flow } = at;
	const { node, start } = found;
	if (!found.isKey) {
		return replaceText(context.text, { node, start }, to, flow);
	}
	const end = endOf(context.text, node, start);
	return [{ start, end, text: writeScalar(to, { flow, key: true }, quotingOf(context.text.slice(start, end))) }];
}
