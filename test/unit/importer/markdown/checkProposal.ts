import type { Steps } from "../../../../src/journal/steps.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import type { PlanProblem } from "../../../../src/plan/planProblem.ts";

/** The problems of a proposed plan. */
export function* checkProposal(text: string): Steps<ReadonlyArray<PlanProblem>> {
	yield;
	return parsePlan(text).problems;
}
