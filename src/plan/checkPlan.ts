import { formatHours, type Hours } from "../amount/hours.ts";
import { type Day, formatDay } from "../time/day.ts";
import { addDuration } from "../time/duration.ts";
import { components } from "../util/components.ts";
import { NameSearch } from "../util/nearest.ts";
import type { TextRange } from "../util/textRange.ts";
import { slug } from "./assignIds.ts";
import { entryOn, shareOn, valueOn } from "./datedValues.ts";
import { requiredParts } from "./parts.ts";
import type { Checkpoint, Dated, Item, NodeReference, Plan } from "./plan.ts";
import type { PlanProblem, PlanProblemCode } from "./planProblem.ts";
import { endOfPlan, firstReview, lastReviewDay, mostOccurrences, tooOften } from "./reviewDays.ts";

/**
 * Checks references, dependencies and sums between the parts of a plan.
 *
 * @param numberedIds derived IDs of several nodes: references to them are ambiguous
 */
export function checkPlan(plan: Plan, numberedIds: ReadonlySet<string>): ReadonlyArray<PlanProblem> {
	return [
		...checkReferences(plan, numberedIds),
		...checkCycles(plan),
		...checkItems(plan),
		...checkShares(plan),
		...checkHours(plan),
		...checkCheckpoints(plan),
	];
}

function problem(
	code: PlanProblemCode,
	severity: PlanProblem["severity"],
	range: TextRange,
	...args: ReadonlyArray<string>
): PlanProblem {
	return { code, severity, range, args };
}

function checkReferences(plan: Plan, numberedIds: ReadonlySet<string>): ReadonlyArray<PlanProblem> {
	const problems: Array<PlanProblem> = [];
	const kinds = {
		"unknown-track": new Set(plan.tracks.map(({ id }) => id)),
		"unknown-measure": new Set(plan.measures.map(({ id }) => id)),
		"unknown-checkpoint": new Set(plan.checkpoints.map(({ id }) => id)),
		"unknown-id": plan.byId,
	} as const;
	const search = new NameSearch();
	const parts = new PartSearch(plan);
	const refer = (code: keyof typeof kinds, id: string, range: TextRange) => {
		const known: Pick<ReadonlySet<string>, "has" | "keys"> = kinds[code];
		if (!known.has(id)) {
			const meant = parts.whole(id, known) ?? search.nearest(id, known) ?? "";
			problems.push(problem(code, "error", range, id, meant));
		} else if (numberedIds.has(id)) {
			problems.push(problem("derived-id", "warning", range, id));
		}
	};
	for (const item of plan.items) {
		if (item.of !== undefined) {
			refer("unknown-measure", item.of, item.range);
		}
		if (item.track !== undefined && !kinds["unknown-track"].has(item.track) && item.kind !== "milestone") {
			refer("unknown-track", item.track, item.range);
		}
	}
	const items = new Set(plan.items.map(({ id }) => id));
	const referToItem = ({ id, range }: NodeReference) => {
		if (plan.byId.has(id) && !items.has(id)) {
			problems.push(problem("unknown-id", "error", range, id, search.nearest(id, items) ?? ""));
		} else {
			refer("unknown-id", id, range);
		}
	};
	plan.aim.forEach(referToItem);
	for (const { needs, range } of plan.items) {
		for (const id of needs) {
			referToItem({ id, range });
		}
	}
	for (const { id, drives } of [...plan.items, ...plan.commitments]) {
		for (const driven of drives) {
			if (driven.id === id) {
				problems.push(problem("drives-itself", "error", driven.range, id));
			} else {
				referToItem(driven);
			}
		}
	}
	for (const commitment of plan.commitments) {
		if (commitment.track !== undefined) {
			refer("unknown-track", commitment.track, commitment.range);
		}
	}
	problems.push(...optionalNeeds(plan), ...partsThatAreIds(plan));
	for (const checkpoint of plan.checkpoints) {
		for (const replaced of checkpoint.replaces) {
			refer("unknown-checkpoint", replaced, checkpoint.range);
		}
		for (const { evidence, range } of checkpoint.questions) {
			for (const id of evidence) {
				refer("unknown-id", id, range);
			}
		}
	}
	return problems;
}

/** Needs that are optional: nobody needs what may be left out. */
function optionalNeeds({ items }: Plan): ReadonlyArray<PlanProblem> {
	const optional = new Set(items.flatMap((item) => (item.optional ? [item.id] : [])));
	return items.flatMap(({ needs, range }) =>
		needs.filter((id) => optional.has(id)).map((id) => problem("needs-optional", "warning", range, id)),
	);
}

/** `parts: [aws-saa]`: parts are written out, only needs are IDs. */
function partsThatAreIds({ items, byId }: Plan): ReadonlyArray<PlanProblem> {
	return items.flatMap(({ partOf, title, range }) => {
		const meant = partOf === undefined ? undefined : byId.get(title);
		return meant?.idWritten && meant.title !== title ? [problem("part-is-id", "warning", range, title)] : [];
	});
}

/** Nobody shortens IDs by hand that are longer. */
const longestName = 100;

/** Finds the only ID that begins or ends with a shorter one: `az-900` of "AZ-900 – Azure Fundamentals". */
class PartSearch {
	private readonly lists = new Map<object, ReadonlyMap<string, string | undefined>>();

	constructor(private readonly plan: Plan) {}

	/** @param known the same object for the same IDs */
	whole(part: string, known: Pick<ReadonlySet<string>, "keys">): string | undefined {
		const list = this.lists.get(known) ?? this.partsOf(known);
		this.lists.set(known, list);
		return list.get(part.toLowerCase());
	}

	private partsOf(known: Pick<ReadonlySet<string>, "keys">): ReadonlyMap<string, string | undefined> {
		const parts = new Map<string, string | undefined>();
		for (const id of known.keys()) {
			const title = this.plan.byId.get(id)?.title ?? "";
			for (const name of new Set([...partsOfId(id), ...(title.length > longestName ? [] : [slug(title)])])) {
				parts.set(name, parts.has(name) ? undefined : id);
			}
		}
		return parts;
	}
}

function partsOfId(id: string): ReadonlyArray<string> {
	const words = id.length > longestName ? [] : id.toLowerCase().split("-");
	return words.slice(1).flatMap((_, at) => [words.slice(0, at + 1).join("-"), words.slice(at + 1).join("-")]);
}

function checkCycles(plan: Plan): ReadonlyArray<PlanProblem> {
	const items = new Map(plan.items.map((item) => [item.id, item]));
	const problems: Array<PlanProblem> = [];
	const needsOf = (item: Item) => [...item.needs.flatMap((id) => items.get(id) ?? []), ...requiredParts(item)];
	components(plan.items, needsOf, (path, from) => {
		const cycle = [...path.slice(from, from + 8), ...path.slice(from, from + 1)].map(({ id }) => id);
		const range = path.at(-1)?.range ?? { start: 0, end: 0 };
		problems.push(problem("needs-cycle", "error", range, cycle.slice(0, 8).join(" → ")));
	});
	return problems;
}

function checkItems(plan: Plan): ReadonlyArray<PlanProblem> {
	return plan.items.flatMap(({ goal, from, span, range }) => {
		if (!goal) {
			return [];
		}
		const isBeyond = !goal.atMost && !goal.band && from !== 0 && from >= goal.low;
		const firstEnd = goal.per && span && addDuration(span.start, { count: 1, unit: goal.per });
		const isTooShort = firstEnd !== undefined && span?.end !== undefined && firstEnd > span.end;
		return [
			...(isBeyond ? [problem("from-beyond-goal", "warning", range, goal.text)] : []),
			...(isTooShort ? [problem("rate-never", "warning", range, goal.text)] : []),
		];
	});
}

/** More than any plan needs; without a limit a malicious plan could block the editor. */
const mostLookups = 1_000_000;

/** The days on which a dated value begins or ends, in order; limited to the first of them. */
function turns(
	lists: ReadonlyArray<ReadonlyArray<{ readonly span?: { readonly start: Day; readonly end?: Day } }>>,
): ReadonlyArray<Day> {
	const dated = lists.flat();
	const days = dated.flatMap(({ span }) =>
		span ? [span.start, ...(span.end === undefined ? [] : [span.end - 1])] : [],
	);
	const inOrder = [...new Set(days)].sort((a, b) => a - b);
	// All values are looked up for each day.
	return inOrder.slice(0, Math.ceil(mostLookups / dated.length));
}

/** The first day on which the shares of all tracks do not add up to 1, and their sum. */
export function findUnevenShares({ tracks, start = 0 }: Plan): { readonly day: Day; readonly sum: number } | undefined {
	const shared = tracks.filter(({ shares }) => shares.length > 0);
	// Shares are linear between these days, so it is enough to check these days.
	for (const day of shared.length > 0 ? [start, ...turns(shared.map(({ shares }) => shares))] : []) {
		const sum = shared.reduce((total, { shares }) => total + (shareOn(shares, day) ?? 0), 0);
		if (Math.abs(sum - 1) > 0.005) {
			return { day, sum };
		}
	}
	return undefined;
}

function checkShares(plan: Plan): ReadonlyArray<PlanProblem> {
	const uneven = findUnevenShares(plan);
	const first = plan.tracks.find(({ shares }) => shares.length > 0);
	if (!uneven || !first) {
		return [];
	}
	const year = String(Math.floor((uneven.day - (plan.start ?? 0)) / 365.2425) + 1);
	const range = first.shares[0]?.range ?? first.range;
	return [problem("shares-sum", "warning", range, String(Math.round(uneven.sum * 100)), year)];
}

/** The first day on which the sum of the commitments is outside the weekly target. Minutes per week. */
export function findHoursOutOfRange({
	week,
	commitments,
	start = 0,
}: Plan): { readonly day: Day; readonly sum: Hours; readonly aim: Hours; readonly written: Dated<Hours> } | undefined {
	const hours = commitments.filter((commitment) => commitment.hours.length > 0);
	if (week.hours.length === 0 || hours.length === 0) {
		return undefined;
	}
	for (const day of [start, ...turns([week.hours, ...hours.map((commitment) => commitment.hours)])]) {
		const written = entryOn(week.hours, day);
		const aim = written?.value;
		const due = hours.filter(({ span }) => !span || (span.start <= day && day < (span.end ?? Infinity)));
		const sum = due.reduce(
			(total, commitment) => {
				const { low, high } = valueOn(commitment.hours, day) ?? { low: 0, high: 0 };
				return { low: total.low + low, high: total.high + high };
			},
			{ low: 0, high: 0 },
		);
		if (written && aim && (sum.low > aim.high || sum.high < aim.low)) {
			return { day, sum, aim, written };
		}
	}
	return undefined;
}

function checkHours(plan: Plan): ReadonlyArray<PlanProblem> {
	const outside = findHoursOutOfRange(plan);
	return outside
		? [problem("hours-sum", "warning", outside.written.range, formatHours(outside.sum), formatHours(outside.aim))]
		: [];
}

function checkCheckpoints(plan: Plan): ReadonlyArray<PlanProblem> {
	const end = endOfPlan(plan);
	const often = tooOften(plan);
	const tooMany = often
		? [problem("too-many", "warning", often.range, "checkpoints-due", String(mostOccurrences(plan)))]
		: [];
	return [...tooMany, ...plan.checkpoints.flatMap((checkpoint) => checkDue(plan, checkpoint, end))];
}

/** Whether a checkpoint can ever fall due. */
function checkDue(plan: Plan, checkpoint: Checkpoint, end: Day | undefined): ReadonlyArray<PlanProblem> {
	const { every, when, span, range } = checkpoint;
	if (!every) {
		const isEndless = span !== undefined && span.end === undefined;
		if (!when) {
			return [problem("checkpoint-never", "error", range)];
		}
		return isEndless ? [problem("checkpoint-endless", "warning", range)] : [];
	}
	const first = firstReview(plan, checkpoint);
	const last = lastReviewDay(checkpoint, end);
	return [
		...(when ? [problem("checkpoint-twice", "warning", range)] : []),
		...(first === undefined ? [problem("missing-start", "error", range)] : []),
		...(first !== undefined && last !== undefined && first > last
			? [problem("checkpoint-too-short", "warning", range, formatDay(first), formatDay(last))]
			: []),
	];
}
