import { itemsOfTrack } from "../../plan/parts.ts";
import type { Item, Phase, Plan, Stage, Track } from "../../plan/plan.ts";
import type { Span } from "../../time/day.ts";
import type { PhaseAssignments } from "../phaseProgress.ts";

/** What is forecast by the number of its items that are done. */
export type ForecastNode = Phase | Stage | Track;

/** The items of a phase, stage or track. */
export interface ForecastGroup {
	readonly items: ReadonlyArray<Item>;
	/** The days of the phase or stage; a track has none. */
	readonly span: Span | undefined;
}

/** The items that phases, stages and tracks are judged by, as their rows show them; without optional ones. */
export function forecastGroups(plan: Plan, assignments: PhaseAssignments): ReadonlyMap<ForecastNode, ForecastGroup> {
	const phases = plan.phases.map((phase): [ForecastNode, ForecastGroup] => {
		const outcomes = phase.areas.flatMap(({ items }) => items);
		return [phase, { items: [...outcomes, ...(assignments.of.get(phase) ?? [])], span: phase.span }];
	});
	const tracks = plan.tracks.flatMap((track): ReadonlyArray<[ForecastNode, ForecastGroup]> => {
		const named = itemsOfTrack(plan, track.id).filter(isJudged);
		const items = new Set([...track.stages.flatMap((stage) => stage.items), ...named]);
		return [
			[track, { items: [...items], span: undefined }],
			...track.stages.map((stage): [ForecastNode, ForecastGroup] => [stage, { items: stage.items, span: stage.span }]),
		];
	});
	return new Map(
		[...phases, ...tracks].map(([node, { items, span }]) => [
			node,
			{ items: items.filter(({ optional }) => !optional), span },
		]),
	);
}

/** Whether an item is one of those that are to be reached: indicators, practices and mitigations aren't. */
function isJudged({ kind }: Item): boolean {
	return kind === "outcome" || kind === "milestone" || kind === "target";
}
