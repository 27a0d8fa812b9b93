import type { Span } from "../../../time/day.ts";
import type { Plan } from "../../plan.ts";

/** The key of the targets of these days, as it is written; undefined if there are none yet. */
export function targetsKey({ targets }: Pick<Plan, "targets">, { start, end }: Span): string | undefined {
	return targets.find(({ span }) => span?.start === start && span.end === end)?.title;
}

/** The key of the targets of a year: `year 2`, or `2027` in a plan without a start. */
export function yearKey({ start }: Pick<Plan, "start">, year: number): string {
	return start === undefined ? String(year) : `year ${year}`;
}
