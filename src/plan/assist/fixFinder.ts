import type { Day } from "../day.ts";
import { applyEdits, mergeEdits, type TextEdit } from "../edit/textEdit.ts";
import type { Problem } from "../problem.ts";
import { PlanParser, type PlanReading } from "../readPlan.ts";
import type { Draft, Fix } from "./fix.ts";
import type { FixContext } from "./fixContext.ts";
import { fixDoubles } from "./fixDoubles.ts";
import { fixPlan } from "./fixPlan.ts";
import { fixTraps } from "./fixTraps.ts";
import { fixWords } from "./fixWords.ts";

/** Finds ways to mend the problems of one text. Each was read back: with it the problem is gone, and no error has come. */
export class FixFinder {
	private readonly parser = new PlanParser();
	private readonly reading: PlanReading;
	private readonly context: FixContext;

	/** @param today the day that something is said to have happened on, where the plan needs one */
	constructor(
		private readonly text: string,
		today: Day,
	) {
		this.reading = this.parser.read(text);
		const { root, plan } = this.reading;
		this.context = { text, root, plan, today };
	}

	get problems(): ReadonlyArray<Problem> {
		return this.reading.problems;
	}

	/** Ways to mend a problem, the likeliest first. */
	fixesOf(problem: Problem): ReadonlyArray<Fix> {
		const drafts = [fixWords, fixTraps, fixPlan, fixDoubles].flatMap((family) => family(this.context, problem));
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

	/** The edits of all safe fixes together; empty where there are none. */
	fixAll(): ReadonlyArray<TextEdit> {
		const chosen: Array<TextEdit> = [];
		for (const problem of this.problems) {
			const fix = this.fixesOf(problem).find(({ isSafe }) => isSafe);
			if (
				fix &&
				!fix.edits.some((edit) => chosen.some((other) => edit.start <= other.end && other.start <= edit.end))
			) {
				chosen.push(...fix.edits);
			}
		}
		const edits = mergeEdits(chosen);
		const after = edits.length === 0 ? this.reading : this.parser.read(applyEdits(this.text, edits));
		return edits.length > 0 && this.isBetter(after) ? edits : [];
	}

	private proved({ edits, ...rest }: Draft, problem: Problem): Fix | undefined {
		if (typeof edits === "string" || edits.length === 0) {
			return undefined;
		}
		const merged = mergeEdits(edits);
		const after = this.parser.read(applyEdits(this.text, merged));
		const isGone = !after.problems.some((each) => isSame(each, problem, merged));
		return isGone && this.isBetter(after) ? { ...rest, edits: merged } : undefined;
	}

	/** Whether no error has come. Where the text could not even be parsed, what now comes to light was there before. */
	private isBetter(after: PlanReading): boolean {
		const errors = ({ problems }: PlanReading, code: string) =>
			problems.filter((each) => each.severity === "error" && each.code === code).length;
		const hasNone = () => after.problems.every(({ code }) => errors(after, code) <= errors(this.reading, code));
		return this.reading.plan ? after.plan !== undefined && hasNone() : true;
	}
}

/** Whether a problem after some edits is one from before them. */
function isSame(after: Problem, before: Problem, edits: ReadonlyArray<TextEdit>): boolean {
	const growth = edits
		.filter(({ end }) => end <= before.range.start)
		.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
	return (
		after.code === before.code &&
		after.range.start === before.range.start + growth &&
		after.args.join("\n") === before.args.join("\n")
	);
}
