import type { Ledger } from "../../journal/ledger/ledger.ts";
import type { NewEntry } from "../../journal/newEntry.ts";
import type { EditFailure } from "../../plan/edit/editResult.ts";
import type { Item, Plan } from "../../plan/plan.ts";
import { parsePlan } from "../../plan/planParser.ts";
import type { PlanProblem } from "../../plan/planProblem.ts";
import { type OffTrack, offTrack } from "../../progress/backOnTrack/offTrack.ts";
import type { PlanRepair, RepairContext } from "../../progress/backOnTrack/planRepair.ts";
import { chanceOf } from "../../progress/backOnTrack/reachableAmount.ts";
import { repairsOf } from "../../progress/backOnTrack/repairs.ts";
import { planIndex } from "../../progress/planIndex.ts";
import { computeSnapshot, type Snapshot } from "../../progress/snapshot.ts";
import type { Day } from "../../time/day.ts";
import { dueDay } from "../../time/period.ts";
import { weekOf } from "../../time/week.ts";
import { withLazyFields } from "../../util/memo/lazyFields.ts";
import { once } from "../../util/memo/once.ts";
import { movedReviews } from "../movedReviews.ts";
import { type MovedDate, movedDates } from "../planChange.ts";
import { makeSteps } from "../planSteps.ts";

/** What repairs are computed from, besides the text of the plan. */
export interface RepairInput {
	readonly ledger: Ledger;
	readonly today: Day;
	readonly maxHoursPerDay: number;
	/** Whether forecasts are turned on. */
	readonly forecasts: boolean;
	/** Whether the hours of the week change today; otherwise from the start of the next week on. */
	readonly easeNow: boolean;
}

/** A plan with the repairs that were chosen so far. */
export interface RepairState {
	readonly input: RepairInput;
	readonly text: string;
	readonly plan: Plan;
	readonly problems: ReadonlyArray<PlanProblem>;
	readonly snapshot: Snapshot;
	readonly context: RepairContext;
	/** The journal entries about the changes. */
	readonly entries: ReadonlyArray<NewEntry>;
}

/** Why a repair can't be made. */
export type RepairFailure =
	| EditFailure
	/** The plan would have a problem that it doesn't have now. */
	| "problems"
	/** It is no longer off track, or the way back no longer exists. */
	| "gone";

/** A chosen way back: what is off, by its key, and the kind of the repair. */
export interface RepairChoice {
	readonly off: string;
	readonly repair: PlanRepair["kind"];
}

/** A repair with the plan after it; or why it can't be made. */
export interface RepairOption {
	readonly repair: PlanRepair;
	readonly result: RepairState | RepairFailure;
}

/**
 * Reads a plan text; undefined if it isn't a plan.
 *
 * @param known the snapshot of the text, if there is one
 */
export function repairState(
	text: string,
	input: RepairInput,
	entries: ReadonlyArray<NewEntry> = [],
	known?: Snapshot,
): RepairState | undefined {
	const { plan: read, problems } = parsePlan(text);
	const plan = known?.plan ?? read;
	if (!read || !plan) {
		return undefined;
	}
	const { today, maxHoursPerDay, forecasts } = input;
	// Most plans are only checked for problems: their snapshots would take most of the time.
	const snapshot = once(() => known ?? computeSnapshot(plan, input.ledger, today, { maxHoursPerDay, forecasts }));
	const context = () => ({
		snapshot: snapshot(),
		index: planIndex(plan),
		maxMinutesPerDay: maxHoursPerDay * 60,
		easeFrom: input.easeNow ? today : weekOf(today, plan.week.starts).end,
	});
	return withLazyFields({ input, text, plan, problems, entries }, { snapshot, context });
}

/** What is off, by a key that stays the same while the plan changes. */
export function offKey(off: OffTrack): string {
	switch (off.kind) {
		case "weeks":
			return "weeks";
		case "phase":
			return `phase:${off.phase.id}`;
		case "item":
			return `item:${off.item.id}`;
	}
}

/** The ways back for something that is off, with the plan after each. */
export function repairOptions(state: RepairState, off: OffTrack): ReadonlyArray<RepairOption> {
	return repairsOf(off, state.context).flatMap((repair) => {
		const result = applyRepair(state, repair, "");
		return off.kind === "item" && repair.kind === "slip" ? slipOption(off.item, repair, result) : [{ repair, result }];
	});
}

/** A slip of the plan for an item, with its chance after it; none if its date doesn't move with the plan. */
function slipOption(
	item: Item,
	repair: PlanRepair & { readonly kind: "slip" },
	result: RepairOption["result"],
): ReadonlyArray<RepairOption> {
	const after = typeof result === "string" ? undefined : result.plan.items.find(({ id }) => id === item.id);
	if (typeof result === "string" || !after || dueDay(after.span) === dueDay(item.span)) {
		return [];
	}
	const chance = chanceOf(result.snapshot.forecastOf(after));
	return [{ repair: chance === undefined ? repair : { ...repair, after: chance }, result }];
}

/** Everything that a repair moves: the dates of items, parts, phases, stages, and commitments, then reviews. */
export function movedByRepair(before: RepairState, after: RepairState): ReadonlyArray<MovedDate> {
	return [...movedDates(before.plan, after.plan), ...movedReviews(before.plan, after.plan, before.input.today)];
}

/**
 * Makes chosen repairs one after the other, each computed from the plan as the ones before leave it.
 *
 * @param why the reason; empty for none
 */
export function applyChoices(
	start: RepairState,
	choices: ReadonlyArray<RepairChoice>,
	why: string,
): RepairState | RepairFailure {
	let state = start;
	for (const choice of choices) {
		const off = offTrack(state.snapshot).find((each) => offKey(each) === choice.off);
		const repair = off && repairsOf(off, state.context).find(({ kind }) => kind === choice.repair);
		const result = repair ? applyRepair(state, repair, why) : "gone";
		if (typeof result === "string") {
			return result;
		}
		state = result;
	}
	return state;
}

/** Makes a repair, step by step: each step is found in the text that the one before leaves. */
export function applyRepair(state: RepairState, repair: PlanRepair, why: string): RepairState | RepairFailure {
	const made = makeSteps(state, repair.steps, why);
	if (typeof made === "string") {
		return made;
	}
	const after = repairState(made.text, state.input, [...state.entries, ...made.entries]);
	if (!after) {
		return "unsafe";
	}
	return hasNewProblems(state.problems, after.problems) ? "problems" : after;
}

/** Whether there are more problems of some kind than before. */
function hasNewProblems(before: ReadonlyArray<PlanProblem>, after: ReadonlyArray<PlanProblem>): boolean {
	const count = (problems: ReadonlyArray<PlanProblem>, wanted: PlanProblem) =>
		problems.filter(({ code }) => code === wanted.code).length;
	return after.some((problem) => count(after, problem) > count(before, problem));
}
