import type { NewEntry } from "../journal/newEntry.ts";
import { addSlip } from "../plan/edit/addSlip.ts";
import { addTimeOff } from "../plan/edit/addTimeOff.ts";
import { dropItem, restoreItem } from "../plan/edit/dropItem.ts";
import type { EditResult } from "../plan/edit/editResult.ts";
import { setHoursFrom, setWeekHoursFrom } from "../plan/edit/hoursFrom.ts";
import { setGoal, setWhen } from "../plan/edit/setGoal.ts";
import { setStart } from "../plan/edit/setStart.ts";
import { setWeekDays, setWeekHours } from "../plan/edit/setWeekHours.ts";
import { startOf } from "../plan/moveDates.ts";
import type { Commitment, Item, Phase, Plan, Stage } from "../plan/plan.ts";
import type { RepairStep } from "../progress/backOnTrack/planRepair.ts";
import { type Day, formatDay, parseDay } from "../time/day.ts";
import { formatPeriod } from "../time/period.ts";

/** A node whose dates can be changed. */
export type DatedNode = Item | Phase | Stage | Commitment;

/** A plan change, in the syntax of the plan. */
export type PlanChange =
	| RepairStep
	| { readonly kind: "start"; readonly start: string }
	| { readonly kind: "weekHours"; readonly hours: string; readonly was: string }
	| { readonly kind: "when"; readonly node: DatedNode; readonly when: string }
	| { readonly kind: "revive"; readonly node: Item };

/**
 * The edits of the plan text for a change.
 *
 * @param text the text that the nodes were parsed from
 * @param why the reason; empty for none
 */
export function planChangeEdits(text: string, change: PlanChange, why: string): EditResult {
	switch (change.kind) {
		case "start":
			return setStart(text, change.start);
		case "slip":
			return addSlip(text, { at: change.at, by: change.by, ...(change.reviews ? { reviews: true } : {}), why });
		case "timeOff":
			return addTimeOff(text, change.when);
		case "weekHours":
			return setWeekHours(text, change.hours);
		case "hours":
			return hoursEdits(text, change);
		case "weekDays":
			return setWeekDays(text, change.days);
		case "when":
			return setWhen(text, change.node.range.start, change.when);
		case "goal":
			return setGoal(text, change.node.range.start, change.goal);
		case "drop":
			return dropItem(text, change.node.range.start, { on: change.on, why });
		case "revive":
			return restoreItem(text, change.node.range.start);
	}
}

function hoursEdits(text: string, { node, hours, from }: PlanChange & { readonly kind: "hours" }): EditResult {
	const change = { hours, from, since: hoursSince(text, from) };
	return node ? setHoursFrom(text, node.range.start, change) : setWeekHoursFrom(text, change);
}

/** A day on which the hours so far held: day one of the plan, or a week before they change. */
function hoursSince(text: string, from: string): Day {
	return startOf(text) ?? (parseDay(from) ?? 0) - 7;
}

/** The journal entry for a change. */
export function planChangeEntry(plan: Plan, change: PlanChange, why: string): NewEntry {
	const reason = why === "" ? {} : { why };
	const about = "node" in change && change.node ? { on: change.node.id, name: change.node.title } : {};
	return { type: "plan", ...about, ...fieldOf(plan, change), ...reason };
}

function fieldOf({ start }: Plan, change: PlanChange) {
	switch (change.kind) {
		case "start":
			return { field: "start", was: start === undefined ? null : formatDay(start), now: change.start };
		case "slip":
			return { field: "slips", was: null, now: `${change.at} + ${change.by}` };
		case "timeOff":
			return { field: "time_off", was: null, now: change.when };
		case "weekHours":
			return { field: "week.hours", was: change.was, now: change.hours };
		case "hours":
			return { field: change.node ? "hours" : "week.hours", was: change.was, now: `${change.hours}, ${change.from}+` };
		case "weekDays":
			return { field: "week.days", was: change.was, now: change.days };
		case "when":
			return { field: "when", was: change.node.when ? formatPeriod(change.node.when) : null, now: change.when };
		case "goal":
			return { field: "goal", was: change.node.goal?.text ?? null, now: change.goal };
		case "drop":
			return { field: "dropped", was: null, now: change.on };
		case "revive": {
			const { on, why = "" } = change.node.dropped ?? {};
			return { field: "dropped", was: on === undefined ? why : formatDay(on), now: null };
		}
	}
}

/** A moved date: the last day of a node, or its first if it has no end. */
export interface MovedDate {
	readonly id: string;
	readonly node: { readonly title: string; readonly private: boolean };
	readonly was: Day | undefined;
	readonly now: Day | undefined;
}

/** All moved dates, in the order of the new dates. */
export function movedDates(before: Plan, after: Plan): ReadonlyArray<MovedDate> {
	const old = new Map(datedNodes(before));
	const moved = datedNodes(after).flatMap(([id, node]): ReadonlyArray<MovedDate> => {
		const was = dateOf(old.get(id));
		const now = dateOf(node);
		return was === now ? [] : [{ id, node, was, now }];
	});
	return moved.sort((a, b) => (a.now ?? Infinity) - (b.now ?? Infinity));
}

/** Everything with dates that can be changed, by an ID that no two of them share, in the order of the plan. */
export function datedNodes({
	phases,
	tracks,
	items,
	commitments,
}: Plan): ReadonlyArray<readonly [id: string, DatedNode]> {
	return [
		...phases.map((phase) => [`phase:${phase.id}`, phase] as const),
		...tracks.flatMap((track) => track.stages.map((stage) => [`stage:${track.id}:${stage.id}`, stage] as const)),
		...items.map((item) => [`item:${item.id}`, item] as const),
		...commitments.map((commitment) => [`commitment:${commitment.id}`, commitment] as const),
	];
}

function dateOf(node: DatedNode | undefined): Day | undefined {
	const span = node?.span;
	return span && (span.end === undefined ? span.start : span.end - 1);
}
