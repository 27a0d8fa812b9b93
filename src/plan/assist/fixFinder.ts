import type { Day } from "../../time/day.ts";
import { applyEdits, mergeEdits, type TextEdit } from "../../util/textEdit.ts";
import { type PlanParseResult, PlanParser } from "../planParser.ts";
import type { PlanProblem } from "../planProblem.ts";
import type { Fix, FixDraft, FixLog } from "./fix.ts";
import type { FixContext } from "./fixContext.ts";
import { fixDuplicates } from "./fixDuplicates.ts";
import { fixLayout } from "./fixLayout.ts";
import { fixPlan } from "./fixPlan.ts";
import { fixSpelling } from "./fixSpelling.ts";
import { fixYamlPitfalls } from "./fixYamlPitfalls.ts";

/** The edits of several fixes, and what to log with them. */
export interface CombinedFixes {
	readonly edits: ReadonlyArray<TextEdit>;
	readonly logs: ReadonlyArray<FixLog>;
}

/** The most fixes to verify: each takes as long as parsing the plan. */
const mostFixed = 100;

/** Finds fixes for the problems of one text. Each is verified: it removes the problem and adds no error. */
export class FixFinder {
	private readonly parser = new PlanParser();
	private readonly reading: PlanParseResult;
	private readonly context: FixContext;

	/** @param today the date to use if the fix needs one */
	constructor(
		private readonly text: string,
		today: Day,
	) {
		this.reading = this.parser.parse(text);
		const { root, plan } = this.reading;
		this.context = { text, root, plan, today };
	}

	get problems(): ReadonlyArray<PlanProblem> {
		return this.reading.problems;
	}

	/** Fixes for a problem, the likeliest first. */
	fixesOf(problem: PlanProblem): ReadonlyArray<Fix> {
		const drafts = [fixSpelling, fixLayout, fixYamlPitfalls, fixPlan, fixDuplicates].flatMap((family) =>
			family(this.context, problem),
		);
		const met = new Set<string>();
		return drafts.flatMap((each): ReadonlyArray<Fix> => {
			const fix = this.proved(each, problem);
			const same = JSON.stringify([each.kind, each.args]);
			if (!fix || met.has(same)) {
				return [];
			}
			met.add(same);
			return [fix];
		});
	}

	/** The edits of all safe fixes of the first hundred problems; empty if there are none. */
	fixAll(): ReadonlyArray<TextEdit> {
		return this.combined((problem) => this.fixesOf(problem).find(({ isSafe }) => isSafe)).edits;
	}

	/**
	 * The likeliest fixes of the first hundred problems, where those are wanted ones. One that reveals other problems is applied
	 * alone.
	 */
	likelyFixes(isWanted: (fix: Fix, problem: PlanProblem) => boolean): CombinedFixes {
		return this.combined((problem) => {
			const [first, second] = this.fixesOf(problem);
			return first && isWanted(first, problem) && !isOneOfTwo(problem, first, second) ? first : undefined;
		});
	}

	/** Fixes that change different parts of the text, and together add no error. Of two that don't go together, the first. */
	private combined(fixOf: (problem: PlanProblem) => Fix | undefined): CombinedFixes {
		const fixes = this.problems.slice(0, mostFixed).flatMap((problem) => fixOf(problem) ?? []);
		const revealing = fixes.filter(({ reveals }) => reveals);
		const apart: Array<Fix> = [];
		for (const fix of revealing.length > 0 ? revealing : fixes) {
			if (!apart.some((other) => doOverlap(fix, other))) {
				apart.push(fix);
			}
		}
		const all = combinedFixes(apart);
		return this.isGood(all.edits, revealing.length > 0) ? all : combinedFixes(this.together(apart));
	}

	/** The fixes that go together, each with those before it. */
	private together(fixes: ReadonlyArray<Fix>): ReadonlyArray<Fix> {
		let chosen: ReadonlyArray<Fix> = [];
		for (const fix of fixes) {
			const more = [...chosen, fix];
			chosen = this.isGood(combinedFixes(more).edits, fix.reveals === true) ? more : chosen;
		}
		return chosen;
	}

	private isGood(edits: ReadonlyArray<TextEdit>, reveals: boolean): boolean {
		return this.isBetter(this.parser.parse(applyEdits(this.text, edits)), reveals);
	}

	private proved({ edits, ...rest }: FixDraft, problem: PlanProblem): Fix | undefined {
		if (typeof edits === "string" || edits.length === 0) {
			return undefined;
		}
		const merged = mergeEdits(edits);
		const after = this.parser.parse(applyEdits(this.text, merged));
		const isGone = !after.problems.some((each) => isSame(each, problem, merged));
		return isGone && this.isBetter(after, rest.reveals === true) ? { ...rest, edits: merged } : undefined;
	}

	/**
	 * Whether no error was added. If the text could not be parsed before, all its errors existed before.
	 *
	 * @param reveals whether errors may show that existed before in what wasn't read
	 */
	private isBetter(after: PlanParseResult, reveals: boolean): boolean {
		if (!this.reading.plan) {
			return true;
		}
		const before = errorsOf(this.reading);
		const isMore = ([code, count]: readonly [string, number]) => count > (before.get(code) ?? 0);
		const added = [...errorsOf(after)].filter(isMore);
		return after.plan !== undefined && added.every(([code]) => reveals && code !== "duplicate-key");
	}
}

function combinedFixes(fixes: ReadonlyArray<Fix>): CombinedFixes {
	return { edits: mergeEdits(fixes.flatMap(({ edits }) => edits)), logs: fixes.flatMap(({ log }) => log ?? []) };
}

/** Whether the likeliest fix is one of two meanings of the same value, such as `09/01/2026`. Only the user knows which. */
function isOneOfTwo({ code }: PlanProblem, first: Fix, second: Fix | undefined): boolean {
	const keyOf = ({ args: [text = ""] }: Fix) => text.split(":")[0];
	const isSame = code.startsWith("bad-") || (second !== undefined && keyOf(first) === keyOf(second));
	return first.kind === "write" && second?.kind === "write" && isSame;
}

/** Whether two fixes change the same or adjacent text. */
function doOverlap(one: Fix, other: Fix): boolean {
	return one.edits.some((edit) => other.edits.some(({ start, end }) => edit.start <= end && start <= edit.end));
}

/** The number of errors of each kind. */
function errorsOf({ problems }: PlanParseResult): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { severity, code } of problems) {
		if (severity === "error") {
			counts.set(code, (counts.get(code) ?? 0) + 1);
		}
	}
	return counts;
}

/** Whether a problem after the edits existed before them. */
function isSame(after: PlanProblem, before: PlanProblem, edits: ReadonlyArray<TextEdit>): boolean {
	const growth = edits
		.filter(({ end }) => end <= before.range.start)
		.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
	return (
		after.code === before.code &&
		after.range.start === before.range.start + growth &&
		after.args.join("\n") === before.args.join("\n")
	);
}
