import type { Item, Phase } from "../../plan/plan.ts";
import type { Day } from "../../time/day.ts";
import type { Forecast } from "../forecast/forecast.ts";
import type { Progress } from "../items/itemProgress.ts";
import { phaseOf } from "../phaseProgress.ts";
import type { Snapshot } from "../snapshot.ts";
import type { WeeksKept } from "../week/weeksKept.ts";

/** Why an item is off track. */
export type OffReason =
	/** It was due some days ago. */
	| { readonly kind: "overdue"; readonly due: Day }
	/** Its chance (0 to 1) by its due day is less than a half. */
	| { readonly kind: "unlikely"; readonly due: Day; readonly chance: number }
	/** It has no forecast, and less progress (0 to 1) than its days. */
	| { readonly kind: "behind"; readonly due: Day; readonly share: number };

/** What is off track. */
export type OffTrack =
	/** Fewer than half of the last 13 weeks were kept. */
	| { readonly kind: "weeks"; readonly kept: WeeksKept }
	/** More than half of the open items of a phase are off track. */
	| { readonly kind: "phase"; readonly phase: Phase; readonly late: ReadonlyArray<Item>; readonly of: number }
	| { readonly kind: "item"; readonly item: Item; readonly reason: OffReason };

/** The item that is off track; undefined for weeks and phases. */
export function offItem(off: OffTrack): Item | undefined {
	return off.kind === "item" ? off.item : undefined;
}

/** With fewer weeks that had a target, it is too early to judge them. */
const leastWeeks = 4;
/** A slip of the whole plan is no answer to one or two late items. */
const leastLate = 3;
/** A chance below this counts as unlikely; as `outlookOf` has it. */
const likelyFrom = 0.5;

/**
 * What is off track, worst first: weeks that keep failing, from which the rest follows; then phases of which most is late;
 * then overdue items, the longest first; then unlikely ones, the least chance first; then those that are behind, the
 * least progress first.
 *
 * @param forecastOf gives only known forecasts where nothing may wait for them
 */
export function offTrack(
	snapshot: Snapshot,
	forecastOf: (item: Item) => Forecast | undefined = (item) => snapshot.forecastOf(item),
): ReadonlyArray<OffTrack> {
	const items = snapshot.plan.items
		.flatMap((item) => {
			const reason = offReason(item, snapshot.progressOf(item), forecastOf(item), snapshot.today);
			return reason ? [{ kind: "item" as const, item, reason }] : [];
		})
		.sort((a, b) => rank(a.reason) - rank(b.reason));
	const kept = snapshot.weeksKept.of13;
	return [
		...(weeksKeepFailing(kept) ? [{ kind: "weeks" as const, kept }] : []),
		...latePhases(
			snapshot,
			items.map(({ item }) => item),
		),
		...items,
	];
}

/** Whether fewer than half of the weeks were kept. */
export function weeksKeepFailing({ kept, of }: WeeksKept): boolean {
	return of >= leastWeeks && kept * 2 < of;
}

/**
 * Why an item is off track; undefined if it isn't. What hasn't begun isn't.
 *
 * @param made its forecast; undefined for none, or while it isn't known
 */
export function offReason(
	{ span }: Pick<Item, "span">,
	{ state, due, pace, share, holds }: Progress,
	made: Forecast | undefined,
	today: Day,
): OffReason | undefined {
	if (due === undefined || (span && span.start > today) || state === "done" || state === "dropped" || holds) {
		return undefined;
	}
	if (state === "overdue" || due < today) {
		return { kind: "overdue", due };
	}
	const chance = made && "chance" in made ? made.chance : undefined;
	if (chance !== undefined) {
		return chance < likelyFrom ? { kind: "unlikely", due, chance } : undefined;
	}
	return pace === "behind" ? { kind: "behind", due, share: share ?? 0 } : undefined;
}

/** In the order of the kinds, then of the reasons; a day weighs little against them. */
function rank(reason: OffReason): number {
	const order = 1e9;
	const { due } = reason;
	switch (reason.kind) {
		case "overdue":
			return due - order;
		case "unlikely":
			return reason.chance * 1e6 + due / 1e6;
		case "behind":
			return order + reason.share * 1e6 + due / 1e6;
	}
}

/** The phases of which more than half of what is open is off track. */
function latePhases(snapshot: Snapshot, off: ReadonlyArray<Item>): ReadonlyArray<OffTrack> {
	const isOff = new Set(off);
	return snapshot.phases.flatMap(({ phase, milestones, targets }): ReadonlyArray<OffTrack> => {
		const all = [...phase.areas.flatMap(({ items }) => items), ...milestones, ...targets];
		const open = [...new Set(all)].filter((item) => isOpen(snapshot.progressOf(item)));
		const late = open.filter((item) => isOff.has(item));
		return late.length >= leastLate && late.length * 2 > open.length
			? [{ kind: "phase", phase, late, of: open.length }]
			: [];
	});
}

function isOpen({ state }: Progress): boolean {
	return state !== "done" && state !== "dropped";
}

/** The phase of an item: the one that it is an outcome of, or that contains its due day. */
export function ownPhase(phases: ReadonlyArray<Phase>, item: Item): Phase | undefined {
	return phases.find(({ areas }) => areas.some(({ items }) => items.includes(item))) ?? phaseOf(phases, item);
}
