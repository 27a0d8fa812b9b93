import type { NewEntry } from "../journal/newEntry.ts";
import type { EditFailure } from "../plan/edit/editResult.ts";
import type { Plan } from "../plan/plan.ts";
import { parsePlan } from "../plan/planParser.ts";
import type { RepairStep } from "../progress/backOnTrack/planRepair.ts";
import { applyEdits } from "../util/textEdit.ts";
import { type PlanChange, planChangeEdits, planChangeEntry } from "./planChange.ts";

/** A plan after some changes, with the journal entries about them. */
export interface MadeSteps {
	readonly text: string;
	readonly plan: Plan;
	readonly entries: ReadonlyArray<NewEntry>;
}

/**
 * Makes changes one after the other: each is found in the text that the one before leaves.
 *
 * @param before the plan with its text
 * @param why the reason; empty for none
 */
export function makeSteps(
	before: Pick<MadeSteps, "text" | "plan">,
	steps: ReadonlyArray<RepairStep>,
	why: string,
): MadeSteps | EditFailure {
	let { text, plan } = before;
	const entries: Array<NewEntry> = [];
	for (const step of steps) {
		const change = changeOf(step, plan);
		const edits = change ? planChangeEdits(text, change, why) : "not-found";
		if (!change || typeof edits === "string") {
			return typeof edits === "string" ? edits : "not-found";
		}
		entries.push(planChangeEntry(plan, change, why));
		text = applyEdits(text, edits);
		const read = parsePlan(text);
		if (!read.plan || read.repaired) {
			return "unsafe";
		}
		plan = read.plan;
	}
	return { text, plan, entries };
}

/** The step as a change of the plan, with its node as the plan has it now; undefined if the plan has no such node. */
function changeOf(step: RepairStep, plan: Plan): PlanChange | undefined {
	if (step.kind === "hours") {
		const node = step.node && plan.commitments.find(({ id }) => id === step.node?.id);
		const { node: _, ...week } = step;
		if (step.node) {
			return node && { ...week, node };
		}
		return week;
	}
	if (!("node" in step)) {
		return step;
	}
	const node = plan.items.find(({ id }) => id === step.node.id);
	return node && { ...step, node };
}
