import { itemsOfTrack } from "../plan/parts.ts";
import type { Item, ItemGroup, Phase, Plan, Stage, Track } from "../plan/plan.ts";
import { type Day, type Span, spanContains } from "../time/day.ts";
import { dueDay } from "../time/period.ts";
import type { Progress } from "./items/itemProgress.ts";
import { rollup } from "./items/rollup.ts";

/** The tense of a phase. */
export type Tense = "past" | "current" | "future" | "undated";

/** A phase with its items. */
export interface PhaseProgress {
	readonly phase: Phase;
	readonly tense: Tense;
	/** Milestones and targets that are due in this phase, and not in one that ends earlier. */
	readonly milestones: ReadonlyArray<Item>;
	readonly targets: ReadonlyArray<Item>;
	/** Targets that run today, while the phase is current, and belong to another phase or to none. */
	readonly running: ReadonlyArray<Item>;
	/** The mean progress of its outcomes, milestones and targets; undefined if there are none. */
	readonly share: number | undefined;
}

/** A track with its stages. Progress is 0 to 1, undefined if nothing counts. */
export interface TrackProgress {
	readonly track: Track;
	readonly stages: ReadonlyArray<{ readonly stage: Stage; readonly share: number | undefined }>;
	/** The mean of the milestones of its stages and all items of the track. */
	readonly share: number | undefined;
}

/** The targets of a period, such as a year. */
export interface TargetProgress {
	readonly group: ItemGroup;
	readonly share: number | undefined;
}

/** The phases of milestones and targets. */
export interface PhaseAssignments {
	readonly of: ReadonlyMap<Phase, ReadonlyArray<Item>>;
	/** Items outside of all phases. */
	readonly elsewhere: ReadonlyArray<Item>;
}

/** Assigns milestones and targets to phases. */
export function assignToPhases(plan: Plan): PhaseAssignments {
	const of = new Map<Phase, Array<Item>>(plan.phases.map((phase) => [phase, []]));
	const elsewhere: Array<Item> = [];
	for (const item of plan.items) {
		if (item.partOf === undefined && (item.kind === "milestone" || item.kind === "target")) {
			const phase = phaseOf(plan.phases, item);
			(phase ? of.get(phase) : elsewhere)?.push(item);
		}
	}
	return { of, elsewhere };
}

/** The progress of each phase. */
export function phaseProgress(
	{ phases, items: all }: Plan,
	assignments: PhaseAssignments,
	progress: ReadonlyMap<string, Progress>,
	today: Day,
): ReadonlyArray<PhaseProgress> {
	const running = all.filter(
		({ kind, span, partOf }) => kind === "target" && partOf === undefined && span && spanContains(span, today),
	);
	return phases.map((phase): PhaseProgress => {
		const items = assignments.of.get(phase) ?? [];
		return {
			phase,
			tense: tenseOf(phase.span, today),
			milestones: items.filter((item) => item.kind === "milestone"),
			targets: items.filter((item) => item.kind === "target"),
			running: tenseOf(phase.span, today) === "current" ? running.filter((item) => !items.includes(item)) : [],
			share: rollup([...phase.areas.flatMap((area) => area.items), ...items], progress, phase.span === undefined),
		};
	});
}

/** The progress of each track and its stages. */
export function trackProgress(plan: Plan, progress: ReadonlyMap<string, Progress>): ReadonlyArray<TrackProgress> {
	const groups = [
		...plan.tracks.flatMap(({ stages }) => stages),
		...plan.phases.map(({ span, areas }) => ({ span, items: areas.flatMap(({ items }) => items) })),
	];
	const undated = new Set(groups.filter(({ span }) => !span).flatMap(({ items }) => items));
	return plan.tracks.map((track): TrackProgress => {
		const named = itemsOfTrack(plan, track.id);
		return {
			track,
			stages: track.stages.map((stage) => ({ stage, share: rollup(stage.items, progress, !stage.span) })),
			share: rollup([...track.stages.flatMap((stage) => stage.items), ...named], progress, (item) => undated.has(item)),
		};
	});
}

/** The progress of the targets of each period. */
export function targetProgress(
	{ targets }: Plan,
	progress: ReadonlyMap<string, Progress>,
): ReadonlyArray<TargetProgress> {
	return targets.map((group) => ({ group, share: rollup(group.items, progress, !group.span) }));
}

/** Phases may overlap: an item belongs to the one that contains its due date and ends first. */
export function phaseOf(phases: ReadonlyArray<Phase>, { span }: Pick<Item, "span">): Phase | undefined {
	const day = dueDay(span) ?? span?.start;
	let found: Phase | undefined;
	for (const phase of phases) {
		const endsEarlier = (phase.span?.end ?? Infinity) < (found?.span?.end ?? Infinity);
		if (day !== undefined && phase.span && spanContains(phase.span, day) && (!found || endsEarlier)) {
			found = phase;
		}
	}
	return found;
}

function tenseOf(span: Span | undefined, today: Day): Tense {
	if (!span) {
		return "undated";
	}
	if (spanContains(span, today)) {
		return "current";
	}
	return today < span.start ? "future" : "past";
}
