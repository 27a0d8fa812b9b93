import { formatDay } from "../../../time/day.ts";
import { formatPeriod, parsePeriod } from "../../../time/period.ts";
import type { TextRange } from "../../../util/textRange.ts";
import { childEnd } from "../../edit/yaml/collectionEntries.ts";
import type { PlanProblemCode } from "../../planProblem.ts";
import type { Pair } from "../../syntax/syntaxTree.ts";
import { writeScalar } from "../../syntax/writeScalar.ts";
import { correctValue } from "../correctValue.ts";
import { type FixDraft, fixDraft } from "../fix.ts";
import { type FixContext, rewrite } from "../fixContext.ts";

/** The problem of a value that a key can't have. */
const valueProblems: { readonly [key: string]: PlanProblemCode } = {
	when: "bad-period",
	goal: "bad-quantity",
	from: "bad-quantity",
	hours: "bad-hours",
	times: "bad-times",
	days: "bad-weekdays",
	start: "bad-day",
};

/** Keys of lists: that one text isn't a list is told once it is below its key. */
const lists: ReadonlySet<string> = new Set([
	...["phases", "outcomes", "targets", "commitments", "checkpoints", "parts", "milestones", "activities"],
	...["practices", "mitigations", "needs"],
]);

/**
 * Replaces the key by the one of this format, and the value by the nearest right form if it can't stay: `duration: 8
 * weeks` becomes `when: for 8 weeks`. Something `due` on a day may be done any time before.
 */
export function renameKey(
	context: FixContext,
	range: TextRange,
	{ value }: Pair,
	key: string,
): ReadonlyArray<FixDraft> {
	const edits = rewrite(context, range, key);
	if (typeof edits === "string" || value?.node.kind !== "text" || value.isAlias) {
		return [{ ...fixDraft("write", [key], edits), reveals: true }];
	}
	const { node } = value;
	const place = { start: value.at, end: childEnd(context.text, value) };
	const withValue = (text: string) => {
		const written = writeScalar(text, { flow: true });
		return fixDraft("write", [`${key}: ${written}`], [...edits, { ...place, text: written }]);
	};
	const period = key === "when" ? parsePeriod(node.value) : undefined;
	if (typeof period === "object") {
		return [withValue(asDeadline(node.value))];
	}
	const code = Object.hasOwn(valueProblems, key) ? valueProblems[key] : undefined;
	const { start } = context.plan ?? {};
	const year = start === undefined ? undefined : formatDay(start).slice(0, 4);
	const corrected = code === undefined ? [] : correctValue(code, node.value, period ?? "", year);
	const forms = corrected.map(({ text }) => (key === "when" ? asDeadline(text) : text));
	// A length is certainly one after a key such as `duration`.
	const lengths = forms.filter((text) => text.startsWith("for "));
	const likely = (lengths.length > 0 ? lengths : forms).filter((text) => text !== node.value);
	// Of these, only those that leave no problem are offered.
	return [{ ...fixDraft("write", [key], edits), reveals: lists.has(key) }, ...likely.map(withValue)];
}

/** A period with an end as the time until that end. */
function asDeadline(text: string): string {
	const period = parsePeriod(text);
	if (typeof period === "string" || period.mode !== "in" || period.stretch.kind !== "calendar") {
		return text;
	}
	const by = `by ${text}`;
	if (period.stretch.end === undefined) {
		return text;
	}
	return typeof parsePeriod(by) === "string" ? formatPeriod({ ...period, mode: "by" }) : by;
}
