import { formatDay } from "../../plan/day.ts";
import type { Named, Plan, Timed } from "../../plan/plan.ts";
import type { Snapshot } from "../assemble.ts";
import { type Fact, type FactOf, hiding } from "./facts.ts";

/** Reviews on the line of time that are kept: every one, but of a checkpoint that comes round all too often. */
const maxCheckpoints = 120;

/** Phases and stages that have dates. */
export function stretchFacts({ phases, tracks }: Plan): ReadonlyArray<Fact> {
	return [
		...phases.flatMap((phase) => stretchFact(phase)),
		...tracks.flatMap(({ id, stages }) => stages.flatMap((stage) => stretchFact(stage, id))),
	];
}

function stretchFact(node: Named & Timed, track?: string): ReadonlyArray<FactOf<"stretch">> {
	const { span, title } = node;
	if (!span) {
		return [];
	}
	const end = span.end === undefined ? {} : { end: formatDay(span.end - 1) };
	return [
		{
			fact: "stretch",
			title,
			...(track === undefined ? {} : { track }),
			start: formatDay(span.start),
			...end,
			...hiding(node),
		},
	];
}

/** Every review, held or to come. */
export function checkpointFacts({ checkpoints }: Snapshot): ReadonlyArray<Fact> {
	return checkpoints.slice(0, maxCheckpoints).map(
		({ checkpoint, occurrence, day, review }): FactOf<"checkpoint"> => ({
			fact: "checkpoint",
			id: checkpoint.id,
			title: checkpoint.title,
			occurrence,
			day: formatDay(day),
			...(review ? { held: formatDay(review.day) } : {}),
			...hiding(checkpoint),
		}),
	);
}
