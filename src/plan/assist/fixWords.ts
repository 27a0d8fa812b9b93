import { nearest } from "../nearest.ts";
import type { Problem, TextRange } from "../problem.ts";
import { type Draft, draft } from "./fix.ts";
import { type FixContext, rewrite, textAt } from "./fixContext.ts";
import { mendText } from "./mendText.ts";

/** Fixes of single words: what is misspelt, taken already, or written in a form that its key does not know. */
export function fixWords(context: FixContext, problem: Problem): ReadonlyArray<Draft> {
	const { code, range, args } = problem;
	const [first = "", second = "", ...rest] = args;
	const write = (to: string | undefined, isSafe: boolean): ReadonlyArray<Draft> =>
		to ? [draft("write", [to], rewrite(context, range, to), isSafe)] : [];
	switch (code) {
		case "unknown-key":
			return write(nearest(first, [second, ...rest]), true);
		case "unknown-id":
		case "unknown-measure":
		case "unknown-track":
		case "unknown-checkpoint":
			return write(second, false);
		case "duplicate-id":
			return write(freeId(context, first, range), false);
		default: {
			// What the problem tells of a long text is cut.
			const found = textAt(context, range)?.found.node.value ?? "";
			return mendText(code, found, second).flatMap(({ text, isSafe }) => write(text, isSafe));
		}
	}
}

/** The id with a number that nothing else has, as an id that was made of a title would get it. */
function freeId({ plan }: FixContext, id: string, at: TextRange): string {
	for (let number = 2; ; number++) {
		const free = `${id}-${number}`;
		const holder = plan?.byId.get(free);
		if (!holder || (holder.range.start <= at.start && at.end <= holder.range.end)) {
			return free;
		}
	}
}
