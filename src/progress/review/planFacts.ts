import type { Named, Plan, Timed } from "../../plan/plan.ts";
import { formatDay } from "../../time/day.ts";
import type { Snapshot } from "../assembleSnapshot.ts";
import { type Fact, type FactOf, privacyField, writtenId } from "./reviewFact.ts";

/** The maximum number of stored reviews: more than a plan has, unless a checkpoint is due very often. */
const maxCheckpoints = 120;

/** Phases and stages with dates. */
export function phaseFacts({ phases, tracks }: Plan): ReadonlyArray<Fact> {
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
			...writtenId(node),
			title,
			...(track === undefined ? {} : { track }),
			start: formatDay(span.start),
			...end,
			...privacyField(node),
		},
	];
}

/** All reviews, past and future. */
export function checkpointFacts({ checkpoints }: Snapshot): ReadonlyArray<Fact> {
	return checkpoints.slice(0, maxCheckpoints).map(
		({ checkpoint, occurrence, day, review }): FactOf<"checkpoint"> => ({
			fact: "checkpoint",
			id: checkpoint.id,
			title: checkpoint.title,
			occurrence,
			day: formatDay(day),
			...(review ? { held: formatDay(review.day) } : {}),
			...privacyField(checkpoint),
		}),
	);
}
