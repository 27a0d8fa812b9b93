import { contains, type Day, type Span } from "../plan/day.ts";
import { dueDay } from "../plan/period.ts";
import type { Item, ItemGroup, Phase, Plan, Stage, Track } from "../plan/plan.ts";
import type { Progress } from "./itemProgress.ts";
import { rollup } from "./rollup.ts";

/** Where a phase lies, seen from today. */
export type Tense = "past" | "current" | "future" | "undated";

/** A phase with everything that falls into it. */
export interface PhaseProgress {
	readonly phase: Phase;
	readonly tense: Tense;
	/** Milestones and targets whose due day lies in this phase, and in no phase that ends earlier. */
	readonly milestones: ReadonlyArray<Item>;
	readonly targets: ReadonlyArray<Item>;
	/** The mean share of its outcomes, milestones and targets; undefined where there are none. */
	readonly share: number | undefined;
}

/** A track with its stages. Shares are 0 to 1, undefined where nothing counts. */
export interface TrackProgress {
	readonly track: Track;
	readonly stages: ReadonlyArray<{ readonly stage: Stage; readonly share: number | undefined }>;
	/** The mean over the milestones of its stages and all items that name it. */
	readonly share: number | undefined;
}

/** The targets of a period, such as a year. */
export interface TargetProgress {
	readonly group: ItemGroup;
	readonly share: number | undefined;
}

/** Which phase milestones and targets belong to. */
export interface Homes {
	readonly of: ReadonlyMap<Phase, ReadonlyArray<Item>>;
	/** Those that fall into none. */
	readonly elsewhere: ReadonlyArray<Item>;
}

/** Finds the phases of all milestones and targets. */
export function homesOf(plan: Plan): Homes {
	const of = new Map<Phase, Array<Item>>(plan.phases.map((phase) => [phase, []]));
	const elsewhere: Array<Item> = [];
	for (const item of plan.items) {
		if (item.kind === "milestone" || item.kind === "target") {
			const home = homeOf(plan.phases, item);
			(home ? of.get(home) : elsewhere)?.push(item);
		}
	}
	return { of, elsewhere };
}

/** How far each phase has come. */
export function phaseProgress(
	{ phases }: Plan,
	homes: Homes,
	progress: ReadonlyMap<string, Progress>,
	today: Day,
): ReadonlyArray<PhaseProgress> {
	return phases.map((phase): PhaseProgress => {
		const home = homes.of.get(phase) ?? [];
		return {
			phase,
			tense: tenseOf(phase.span, today),
			milestones: home.filter((item) => item.kind === "milestone"),
			targets: home.filter((item) => item.kind === "target"),
			share: rollup([...phase.areas.flatMap((area) => area.items), ...home], progress),
		};
	});
}

/** How far each track and each of its stages has come. */
export function trackProgress(plan: Plan, progress: ReadonlyMap<string, Progress>): ReadonlyArray<TrackProgress> {
	return plan.tracks.map((track): TrackProgress => {
		const named = plan.items.filter((item) => item.track === track.id);
		return {
			track,
			stages: track.stages.map((stage) => ({ stage, share: rollup(stage.items, progress) })),
			share: rollup([...track.stages.flatMap((stage) => stage.items), ...named], progress),
		};
	});
}

/** How far the targets of each period have come. */
export function targetProgress(
	{ targets }: Plan,
	progress: ReadonlyMap<string, Progress>,
): ReadonlyArray<TargetProgress> {
	return targets.map((group) => ({ group, share: rollup(group.items, progress) }));
}

/** Phases may overlap: an item belongs to the one that contains its due day and ends first. */
function homeOf(phases: ReadonlyArray<Phase>, item: Item): Phase | undefined {
	const day = dueDay(item.span) ?? item.span?.start;
	let home: Phase | undefined;
	for (const phase of phases) {
		const endsEarlier = (phase.span?.end ?? Infinity) < (home?.span?.end ?? Infinity);
		if (day !== undefined && phase.span && contains(phase.span, day) && (!home || endsEarlier)) {
			home = phase;
		}
	}
	return home;
}

function tenseOf(span: Span | undefined, today: Day): Tense {
	if (!span) {
		return "undated";
	}
	return contains(span, today) ? "current" : today < span.start ? "future" : "past";
}
