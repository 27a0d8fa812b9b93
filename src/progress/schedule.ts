import type { Checkpoint, Plan } from "../plan/plan.ts";
import { reviewCalendar } from "../plan/planCalendar.ts";
import { endOfPlan, mostOccurrences } from "../plan/reviewDays.ts";
import type { Day } from "../time/day.ts";
import { dueDay } from "../time/period.ts";

/** One occurrence of a checkpoint. */
export interface ScheduledDate {
	readonly checkpoint: Checkpoint;
	/** Its number, starting at 1. */
	readonly occurrence: number;
	readonly day: Day;
}

/** A scheduled review, with those that it replaces on the same day. */
export interface ScheduledReview extends ScheduledDate {
	readonly replaced: ReadonlyArray<ScheduledDate>;
}

/**
 * All reviews of a plan in the order of their days. With `every`, the n-th is due on the last day of the n-th period from
 * `start`, after slips that move reviews; with `when`, there is one, on its last day. They end with `until`, otherwise with the plan; a plan
 * without an end has one after today. See {@link mostOccurrences} for the maximum number.
 */
export function scheduleReviews(plan: Plan, today: Day): ReadonlyArray<ScheduledReview> {
	const end = endOfPlan(plan);
	const most = mostOccurrences(plan);
	const { start, boundary } = reviewCalendar(plan);
	const context = { start, boundary, end, today, most };
	const dates = plan.checkpoints.flatMap((checkpoint) => scheduledDatesOf(checkpoint, context));
	const byDay = new Map<Day, Array<ScheduledDate>>();
	for (const due of dates) {
		const sameDay = byDay.get(due.day) ?? [];
		byDay.set(due.day, sameDay);
		sameDay.push(due);
	}
	const days = [...byDay].sort(([a], [b]) => a - b);
	return days.flatMap(([, sameDay]) => (sameDay.length > 1 ? joined(sameDay) : sameDay.map(alone)));
}

interface DueContext extends ReturnType<typeof reviewCalendar> {
	/** The last day of the plan. */
	readonly end: Day | undefined;
	readonly today: Day;
	/** The maximum number of occurrences of one checkpoint. */
	readonly most: number;
}

function scheduledDatesOf(
	checkpoint: Checkpoint,
	{ start, boundary, end, today, most }: DueContext,
): ReadonlyArray<ScheduledDate> {
	const { every, span, until } = checkpoint;
	if (!every) {
		const day = dueDay(span);
		return day === undefined ? [] : [{ checkpoint, occurrence: 1, day }];
	}
	const dates: Array<ScheduledDate> = [];
	const last = until ?? (end === undefined ? undefined : end - 1);
	for (let occurrence = 1; start !== undefined && occurrence <= most; occurrence++) {
		const day = boundary(start, every.unit, every.count * occurrence) - 1;
		const before = dates.at(-1)?.day ?? Number.NEGATIVE_INFINITY;
		if (last === undefined ? before >= today : day > last) {
			break;
		}
		dates.push({ checkpoint, occurrence, day });
	}
	return dates;
}

/**
 * The reviews of one day, without those that another one replaces, directly or indirectly. In a cycle the first one is
 * kept.
 */
function joined(sameDay: ReadonlyArray<ScheduledDate>): ReadonlyArray<ScheduledReview> {
	const byId = new Map(sameDay.map((due) => [due.checkpoint.id, due]));
	const gone = new Set<ScheduledDate>();
	const replacedBy = new Map<ScheduledDate, ReadonlyArray<ScheduledDate>>();
	const replaced = new Set(sameDay.flatMap(({ checkpoint }) => checkpoint.replaces));
	const isFirst = ({ checkpoint }: ScheduledDate) => !replaced.has(checkpoint.id);
	// What nothing replaces comes first, so that a long chain is followed once.
	for (const due of [...sameDay.filter(isFirst), ...sameDay.filter((each) => !isFirst(each))]) {
		if (!gone.has(due)) {
			const reached = reachable(due, byId);
			replacedBy.set(due, reached);
			for (const other of reached) {
				gone.add(other);
			}
		}
	}
	return sameDay.filter((due) => !gone.has(due)).map((due) => ({ ...due, replaced: replacedBy.get(due) ?? [] }));
}

function reachable(due: ScheduledDate, byId: ReadonlyMap<string, ScheduledDate>): ReadonlyArray<ScheduledDate> {
	const found = new Set([due]);
	for (const { checkpoint } of found) {
		for (const id of checkpoint.replaces) {
			const other = byId.get(id);
			if (other) {
				// The loop includes elements that it adds.
				found.add(other);
			}
		}
	}
	found.delete(due);
	return [...found];
}

function alone(due: ScheduledDate): ScheduledReview {
	return { ...due, replaced: [] };
}
