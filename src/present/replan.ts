import type { Draft } from "../journal/newEntry.ts";
import { type Day, formatDay } from "../plan/day.ts";
import { addSlip } from "../plan/edit/addSlip.ts";
import { dropItem, reviveItem } from "../plan/edit/dropItem.ts";
import { setGoal, setWhen } from "../plan/edit/setGoal.ts";
import { setStart } from "../plan/edit/setStart.ts";
import type { EditResult } from "../plan/edit/textEdit.ts";
import { formatPeriod } from "../plan/period.ts";
import type { Commitment, Item, Phase, Plan, Stage } from "../plan/plan.ts";
import type { Words } from "./words.ts";

/** Something of the plan whose dates can be changed. */
export type DatedNode = Item | Phase | Stage | Commitment;

/** A change of the plan, in the words of the plan. */
export type PlanChange =
	| { readonly kind: "start"; readonly start: string }
	| { readonly kind: "slip"; readonly at: string; readonly by: string }
	| { readonly kind: "when"; readonly node: DatedNode; readonly when: string }
	| { readonly kind: "goal"; readonly node: Item; readonly goal: string }
	| { readonly kind: "drop"; readonly node: Item; readonly on: string }
	| { readonly kind: "revive"; readonly node: Item };

/**
 * The edits of the plan's text for a change.
 *
 * @param text the one that the nodes come from
 * @param why the reason; empty for none
 */
export function replanEdits(text: string, change: PlanChange, why: string): EditResult {
	switch (change.kind) {
		case "start":
			return setStart(text, change.start);
		case "slip":
			return addSlip(text, { at: change.at, by: change.by, why });
		case "when":
			return setWhen(text, change.node.range.start, change.when);
		case "goal":
			return setGoal(text, change.node.range.start, change.goal);
		case "drop":
			return dropItem(text, change.node.range.start, { on: change.on, why });
		case "revive":
			return reviveItem(text, change.node.range.start);
	}
}

/** The goal of an item as it stands to be changed; empty where others see the screen and should not see it. */
export function goalToChange({ goal, private: isPrivate }: Item, { discreet }: Words): string {
	return goal === undefined || (discreet && (isPrivate || goal.currency !== undefined)) ? "" : goal.text;
}

/** The journal's record of a change. */
export function amendment(plan: Plan, change: PlanChange, why: string): Draft {
	const reason = why === "" ? {} : { why };
	const about = "node" in change ? { on: change.node.id, name: change.node.title } : {};
	return { type: "plan", ...about, ...fieldOf(plan, change), ...reason };
}

function fieldOf({ start }: Plan, change: PlanChange) {
	switch (change.kind) {
		case "start":
			return { field: "start", was: start === undefined ? null : formatDay(start), now: change.start };
		case "slip":
			return { field: "slips", was: null, now: `${change.at} + ${change.by}` };
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

/** A date that moves: the last day of something, or its first where it has no end. */
export interface MovedDate {
	readonly id: string;
	readonly node: { readonly title: string; readonly private: boolean };
	readonly was: Day | undefined;
	readonly now: Day | undefined;
}

/** Every date that is another one after a change, in the order of the new dates. */
export function movedDates(before: Plan, after: Plan): ReadonlyArray<MovedDate> {
	const old = new Map(datedNodes(before));
	const moved = datedNodes(after).flatMap(([id, node]): ReadonlyArray<MovedDate> => {
		const was = dateOf(old.get(id));
		const now = dateOf(node);
		return was === now ? [] : [{ id, node, was, now }];
	});
	return moved.sort((a, b) => (a.now ?? Infinity) - (b.now ?? Infinity));
}

function datedNodes({ phases, tracks, items, commitments }: Plan): ReadonlyArray<readonly [string, DatedNode]> {
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
