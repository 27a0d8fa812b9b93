import type { Day } from "./day.ts";
import { nearest } from "./nearest.ts";
import type { Item, Plan } from "./plan.ts";
import type { Problem, ProblemCode, TextRange } from "./problem.ts";
import { formatHours, type Hours } from "./scalars.ts";
import { shareOn, valueOn } from "./shares.ts";

/**
 * Checks what the parts of a plan say of each other.
 *
 * @param numberedIds ids that several nodes would have by their titles: naming one of them may mean another
 */
export function checkPlan(plan: Plan, numberedIds: ReadonlySet<string>): ReadonlyArray<Problem> {
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
	code: ProblemCode,
	severity: Problem["severity"],
	range: TextRange,
	...args: ReadonlyArray<string>
): Problem {
	return { code, severity, range, args };
}

function checkReferences(plan: Plan, numberedIds: ReadonlySet<string>): ReadonlyArray<Problem> {
	const problems: Array<Problem> = [];
	const kinds = {
		"unknown-track": new Set(plan.tracks.map(({ id }) => id)),
		"unknown-measure": new Set(plan.measures.map(({ id }) => id)),
		"unknown-checkpoint": new Set(plan.checkpoints.map(({ id }) => id)),
		"unknown-id": plan.byId,
	} as const;
	const refer = (code: keyof typeof kinds, id: string, range: TextRange) => {
		const known: Pick<ReadonlySet<string>, "has" | "keys"> = kinds[code];
		if (!known.has(id)) {
			problems.push(problem(code, "error", range, id, nearest(id, known.keys()) ?? ""));
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
		for (const need of item.needs) {
			refer("unknown-id", need, item.range);
		}
	}
	for (const commitment of plan.commitments) {
		if (commitment.track !== undefined) {
			refer("unknown-track", commitment.track, commitment.range);
		}
	}
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

/** Items that need themselves, round however many corners: with a list of its own instead of recursion, however long the chain. */
function checkCycles(plan: Plan): ReadonlyArray<Problem> {
	const items = new Map(plan.items.map((item) => [item.id, item]));
	const state = new Map<Item, "open" | "done">();
	const problems: Array<Problem> = [];
	for (const root of plan.items) {
		if (root.needs.length === 0) {
			continue;
		}
		const path: Array<{ readonly item: Item; next: number }> = [{ item: root, next: 0 }];
		while (path.length > 0) {
			const top = path[path.length - 1] as (typeof path)[number];
			if (top.next === 0) {
				if (state.get(top.item) === "done") {
					path.pop();
					continue;
				}
				state.set(top.item, "open");
			}
			const id = top.item.needs[top.next++];
			if (id === undefined) {
				state.set(top.item, "done");
				path.pop();
				continue;
			}
			const need = items.get(id);
			if (need && state.get(need) === "open") {
				const from = path.findIndex(({ item }) => item === need);
				const round = [...path.slice(from).map(({ item }) => item.id), need.id];
				problems.push(problem("needs-cycle", "error", top.item.range, round.slice(0, 8).join(" → ")));
			} else if (need && state.get(need) !== "done") {
				path.push({ item: need, next: 0 });
			}
		}
	}
	return problems;
}

function checkItems(plan: Plan): ReadonlyArray<Problem> {
	return plan.items.flatMap((item) =>
		item.goal && !item.goal.atMost && item.from !== 0 && item.from >= item.goal.low
			? [problem("from-beyond-goal", "warning", item.range, item.goal.text)]
			: [],
	);
}

/** The days on which something dated begins or ends, in order. */
function turns(
	lists: ReadonlyArray<ReadonlyArray<{ readonly span?: { readonly start: Day; readonly end?: Day } }>>,
): ReadonlyArray<Day> {
	const days = lists
		.flat()
		.flatMap(({ span }) => (span ? [span.start, ...(span.end === undefined ? [] : [span.end - 1])] : []));
	return [...new Set(days)].sort((a, b) => a - b);
}

/** The first day on which the shares of all tracks do not add up to 1, and what they add up to. */
export function unevenShares({ tracks, start = 0 }: Plan): { readonly day: Day; readonly sum: number } | undefined {
	const shared = tracks.filter(({ shares }) => shares.length > 0);
	// Being straight between two turns, they add up always where they do at every turn.
	for (const day of shared.length > 0 ? [start, ...turns(shared.map(({ shares }) => shares))] : []) {
		const sum = shared.reduce((total, { shares }) => total + (shareOn(shares, day) ?? 0), 0);
		if (Math.abs(sum - 1) > 0.005) {
			return { day, sum };
		}
	}
	return undefined;
}

function checkShares(plan: Plan): ReadonlyArray<Problem> {
	const uneven = unevenShares(plan);
	const first = plan.tracks.find(({ shares }) => shares.length > 0);
	if (!uneven || !first) {
		return [];
	}
	const year = String(Math.floor((uneven.day - (plan.start ?? 0)) / 365.2425) + 1);
	const range = first.shares[0]?.range ?? first.range;
	return [problem("shares-sum", "warning", range, String(Math.round(uneven.sum * 100)), year)];
}

/** The first day on which what the commitments ask for lies outside the aim of the week. Minutes a week. */
export function hoursOutside({
	week,
	commitments,
	start = 0,
}: Plan): { readonly day: Day; readonly sum: Hours; readonly aim: Hours } | undefined {
	const hours = commitments.filter((commitment) => commitment.hours.length > 0);
	if (week.hours.length === 0 || hours.length === 0) {
		return undefined;
	}
	for (const day of [start, ...turns([week.hours, ...hours.map((commitment) => commitment.hours)])]) {
		const aim = valueOn(week.hours, day);
		const due = hours.filter(({ span }) => !span || (span.start <= day && day < (span.end ?? Infinity)));
		const sum = due.reduce(
			(total, commitment) => {
				const { low, high } = valueOn(commitment.hours, day) ?? { low: 0, high: 0 };
				return { low: total.low + low, high: total.high + high };
			},
			{ low: 0, high: 0 },
		);
		if (aim && (sum.low > aim.high || sum.high < aim.low)) {
			return { day, sum, aim };
		}
	}
	return undefined;
}

function checkHours(plan: Plan): ReadonlyArray<Problem> {
	const outside = hoursOutside(plan);
	const range = plan.week.hours[0]?.range ?? { start: 0, end: 0 };
	return outside ? [problem("hours-sum", "warning", range, formatHours(outside.sum), formatHours(outside.aim))] : [];
}

function checkCheckpoints({ checkpoints }: Plan): ReadonlyArray<Problem> {
	return checkpoints.flatMap(({ every, when, range }) => {
		if (every) {
			return when ? [problem("checkpoint-twice", "warning", range)] : [];
		}
		return when ? [] : [problem("checkpoint-never", "error", range)];
	});
}
