import type { Plan } from "../plan/plan.ts";
import { planCalendar } from "../plan/planCalendar.ts";
import { phaseOf } from "../progress/phaseProgress.ts";
import { formatDay, type Span } from "../time/day.ts";
import { addDuration, type Duration, parseDuration } from "../time/duration.ts";
import { formatPeriod, type Period, parsePeriod, resolvePeriod } from "../time/period.ts";
import type { DatedNode } from "./planChange.ts";

/**
 * Reads when something is to be: a period as in the plan, a delay such as `+3 months`, or the end of its phase.
 *
 * @param phaseEnd the words for the end of the phase in the language of the user
 * @returns the period in the syntax of the plan; undefined if the text is none of these
 */
export function readWhen(text: string, node: DatedNode, plan: Plan, phaseEnd: string): string | undefined {
	const typed = text.trim();
	const wanted = typed.toLocaleLowerCase();
	if (wanted === phaseEnd.toLocaleLowerCase() || /^(?:by )?(?:the )?end of (?:the )?phase$/.test(wanted)) {
		const end = phaseOf(plan.phases, node)?.span?.end;
		return end === undefined ? undefined : `by ${formatDay(end - 1)}`;
	}
	const delay = /^\+ ?(.+)$/.exec(typed)?.[1] ?? /^(.+) later$/i.exec(typed)?.[1];
	const duration = delay === undefined ? undefined : parseDuration(delay);
	if (duration) {
		return delayed(node, duration);
	}
	const period = parsePeriod(typed);
	return period === undefined || typeof period === "string" ? undefined : typed;
}

/** The days of a period of something in the plan; undefined if the plan has no start. */
export function spanOfWhen(when: string, plan: Plan): Span | undefined {
	const period = parsePeriod(when);
	return typeof period === "string" ? undefined : resolvePeriod(period, planCalendar(plan.start, plan.slips));
}

/** Both ends move, so that it takes as long as before. Undefined if it has no end. */
function delayed({ when, span }: DatedNode, duration: Duration): string | undefined {
	if (!span || span.end === undefined) {
		return undefined;
	}
	const shifted = when && shiftedUnits(when, duration);
	if (shifted) {
		return formatPeriod(shifted);
	}
	const last = formatDay(addDuration(span.end - 1, duration));
	return when?.mode === "in" && span.end - span.start > 1
		? `${formatDay(addDuration(span.start, duration))}..${last}`
		: `by ${last}`;
}

/** `month 5` in `month 8`: units of the plan stay, where the delay has the same. */
function shiftedUnits({ mode, stretch }: Period, { count, unit }: Duration): Period | undefined {
	if (stretch.kind !== "relative" || stretch.unit !== unit) {
		return undefined;
	}
	const last = stretch.last === undefined ? {} : { last: stretch.last + count };
	return { mode, stretch: { ...stretch, first: stretch.first + count, ...last } };
}
