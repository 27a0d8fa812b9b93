import type { Day } from "../../time/day.ts";
import { applyEdits, mergeEdits, type TextEdit } from "../../util/textEdit.ts";
import { type PlanParseResult, PlanParser } from "../planParser.ts";
import type { PlanProblem } from "../planProblem.ts";
import type { Fix, FixDraft } from "./fix.ts";
import type { FixContext } from "./fixContext.ts";
import { fixDuplicates } from "./fixDuplicates.ts";
import { fixLayout } from "./fixLayout.ts";
import { fixPlan } from "./fixPlan.ts";
import { fixSpelling } from "./fixSpelling.ts";
import { fixYamlPitfalls } from "./fixYamlPitfalls.ts";

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
		const chosen: Array<TextEdit> = [];
		for (const problem of this.problems.slice(0, mostFixed)) {
			const fix = this.fixesOf(problem).find(({ isSafe }) => isSafe);
			if (
				fix &&
				!fix.edits.some((edit) => chosen.some((other) => edit.start <= other.end && other.start <= edit.end))
			) {
				chosen.push(...fix.edits);
			}
		}
		const edits = mergeEdits(chosen);
		const after = edits.length === 0 ? this.reading : this.parser.parse(applyEdits(this.text, edits));
		return edits.length > 0 && this.isBetter(after) ? edits : [];
	}

	private proved({ edits, ...rest }: FixDraft, problem: PlanProblem): Fix | undefined {
		if (typeof edits === "string" || edits.length === 0) {
			return undefined;
		}
		const merged = mergeEdits(edits);
		const after = this.parser.parse(applyEdits(this.text, merged));
		const isGone = !after.problems.some((each) => isSame(each, problem, merged));
		return isGone && this.isBetter(after) ? { ...rest, edits: merged } : undefined;
	}

	/** Whether no error was added. If the text could not be parsed before, all its errors existed before. */
	private isBetter(after: PlanParseResult): boolean {
		if (!this.reading.plan) {
			return true;
		}
		const before = errorsOf(this.reading);
		return after.plan !== undefined && [...errorsOf(after)].every(([code, count]) => count <= (before.get(code) ?? 0));
	}
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
