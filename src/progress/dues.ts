import type { Day, Span } from "../plan/day.ts";
import { type Calendar, dueDay } from "../plan/period.ts";
import type { Checkpoint, Plan } from "../plan/plan.ts";

/** One time that a checkpoint falls due. */
export interface Due {
	readonly checkpoint: Checkpoint;
	/** Which time it is, from 1. */
	readonly occurrence: number;
	readonly day: Day;
}

/** A review that falls due, with those that it stands for: of checkpoints that this one replaces, due on the same day. */
export interface DueReview extends Due {
	readonly replaced: ReadonlyArray<Due>;
}

/** More than a review a day for ten years is a mistake, and must not fill the memory. */
const maxOccurrences = 4000;

/**
 * All reviews of a plan in the order of their days. With `every` the n-th falls due on the last day of the n-th period from
 * `start`, after slips; with `when` there is one, on its last day. The last is that of `until`, else of the end of the plan;
 * a plan without an end shows one after today.
 */
export function dueReviews(plan: Plan, calendar: Calendar, today: Day): ReadonlyArray<DueReview> {
	const end = endOfPlan(plan);
	const dues = plan.checkpoints.flatMap((checkpoint) => duesOf(checkpoint, calendar, end, today));
	const byDay = new Map<Day, Array<Due>>();
	for (const due of dues) {
		const sameDay = byDay.get(due.day) ?? [];
		byDay.set(due.day, sameDay);
		sameDay.push(due);
	}
	const days = [...byDay].sort(([a], [b]) => a - b);
	return days.flatMap(([, sameDay]) => (sameDay.length > 1 ? joined(sameDay) : sameDay.map(alone)));
}

/** The latest finite end of anything with dates; exclusive. Undefined where nothing ends. */
export function endOfPlan({ phases, tracks, targets, items, commitments, checkpoints }: Plan): Day | undefined {
	const dated: ReadonlyArray<{ readonly span?: Span }> = [
		...phases,
		...tracks.flatMap(({ stages, shares }) => [...stages, ...shares]),
		...targets,
		...items,
		...commitments,
		...checkpoints,
	];
	const end = dated.reduce((latest, { span }) => Math.max(latest, span?.end ?? latest), Number.NEGATIVE_INFINITY);
	return Number.isFinite(end) ? end : undefined;
}

function duesOf(
	checkpoint: Checkpoint,
	{ start, boundary }: Calendar,
	end: Day | undefined,
	today: Day,
): ReadonlyArray<Due> {
	const { every, span, until } = checkpoint;
	if (!every) {
		const day = dueDay(span);
		return day === undefined ? [] : [{ checkpoint, occurrence: 1, day }];
	}
	const dues: Array<Due> = [];
	const last = until ?? (end === undefined ? undefined : end - 1);
	for (let occurrence = 1; start !== undefined && occurrence <= maxOccurrences; occurrence++) {
		const day = boundary(start, every.unit, every.count * occurrence) - 1;
		const before = dues.at(-1)?.day ?? Number.NEGATIVE_INFINITY;
		if (last === undefined ? before >= today : day > last) {
			break;
		}
		dues.push({ checkpoint, occurrence, day });
	}
	return dues;
}

/** Those of one day: what one replaces, itself or by what it replaces, is part of it. In a circle the first one stands. */
function joined(sameDay: ReadonlyArray<Due>): ReadonlyArray<DueReview> {
	const byId = new Map(sameDay.map((due) => [due.checkpoint.id, due]));
	const gone = new Set<Due>();
	const replacedBy = new Map<Due, ReadonlyArray<Due>>();
	for (const due of sameDay) {
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

function reachable(due: Due, byId: ReadonlyMap<string, Due>): ReadonlyArray<Due> {
	const found = new Set([due]);
	for (const { checkpoint } of found) {
		for (const id of checkpoint.replaces) {
			const other = byId.get(id);
			if (other) {
				// The loop goes on over what is added here.
				found.add(other);
			}
		}
	}
	found.delete(due);
	return [...found];
}

function alone(due: Due): DueReview {
	return { ...due, replaced: [] };
}
