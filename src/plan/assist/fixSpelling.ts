import { formatDay } from "../../time/day.ts";
import type { TextRange } from "../../util/textRange.ts";
import type { PlanProblem } from "../planProblem.ts";
import { correctValue } from "./correctValue.ts";
import { type FixDraft, fixDraft } from "./fix.ts";
import { type FixContext, rewrite, textAt } from "./fixContext.ts";
import { fixKey } from "./fixKey.ts";

/** Fixes of single words: misspelled, already in use, or in an unsupported form. */
export function fixSpelling(context: FixContext, problem: PlanProblem): ReadonlyArray<FixDraft> {
	const { code, range, args } = problem;
	const [first = "", second = ""] = args;
	const write = (to: string | undefined, isSafe: boolean): ReadonlyArray<FixDraft> =>
		to ? [fixDraft("write", [to], rewrite(context, range, to), isSafe)] : [];
	switch (code) {
		case "unknown-key":
			return fixKey(context, problem);
		case "unknown-id":
		case "unknown-measure":
		case "unknown-track":
		case "unknown-checkpoint":
			return write(second, false);
		case "duplicate-id":
			return write(freeId(context, first, range), false);
		default: {
			// The problem shortens long texts.
			const found = textAt(context, range)?.found.node.value ?? "";
			const { start } = context.plan ?? {};
			const year = start === undefined ? undefined : formatDay(start).slice(0, 4);
			return correctValue(code, found, second, year).flatMap(({ text, isSafe }) => write(text, isSafe));
		}
	}
}

/** The ID with the first free number, as for derived IDs. */
function freeId({ plan }: FixContext, id: string, at: TextRange): string {
	for (let number = 2; ; number++) {
		const free = `${id}-${number}`;
		const holder = plan?.byId.get(free);
		if (!holder || (holder.range.start <= at.start && at.end <= holder.range.end)) {
			return free;
		}
	}
}
