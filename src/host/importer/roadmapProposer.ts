import type { ImportAnswers, Proposal } from "../../importer/markdown/proposal.ts";
import type { Steps } from "../../journal/steps.ts";
import { PlanParser } from "../../plan/planParser.ts";
import type { PlanProblem } from "../../plan/planProblem.ts";
import { systemClock, today } from "../core/clock.ts";
import { TimeSlices } from "../core/timeSlices.ts";
import type { ImportSource } from "./importSource.ts";
import type { Importer } from "./timeImport.ts";

/** Proposes a plan with some answers; with the same answers, the same proposal. */
export type RoadmapProposer = (answers: ImportAnswers) => Promise<Proposal>;

/** Parses a source once, and proposes plans for it. All of it is done in slices: a long source takes a second. */
export async function roadmapProposer(
	{ parseMarkdown, proposeOutline }: Pick<Importer, "parseMarkdown" | "proposeOutline">,
	{ name, text }: ImportSource,
): Promise<RoadmapProposer> {
	const slices = new TimeSlices();
	const outline = await slices.run(parseMarkdown(text));
	const parser = new PlanParser();
	function* check(plan: string): Steps<ReadonlyArray<PlanProblem>> {
		return (yield* parser.steps(plan)).problems;
	}
	const known = new Map<string, Promise<Proposal>>();
	return (answers) => {
		const key = JSON.stringify([answers.start, answers.checkMarks, answers.goals, answers.periods]);
		const context = { source: name, today: today(systemClock), check, answers };
		const proposal = known.get(key) ?? slices.run(proposeOutline(outline, context));
		known.set(key, proposal);
		return proposal;
	};
}
