import { type Steps, sorting, stepping } from "../../journal/steps.ts";
import type { LoggedTime } from "./loggedTimes.ts";
import type { SourceTime } from "./readTimeRows.ts";
import type { TargetMapper } from "./timeMapping.ts";
import { rowsPerStep } from "./timeTable.ts";
import type { ZoneClock } from "./zoneClock.ts";

/** What becomes of an entry of the source. */
export interface ProposedTime {
	readonly entry: SourceTime;
	/**
	 * `new`: it is imported. `logged`: the journal has it. `repeated`: the source has it on an earlier line. `left-out`: the user
	 * left it out. `unmapped`: it is not known what it belongs to.
	 */
	readonly fate: "new" | "logged" | "repeated" | "left-out" | "unmapped";
	/** The ID of its target, if it is known. */
	readonly on?: string;
	/** Whether a new one overlaps in time with another one or with the journal. */
	readonly overlaps: boolean;
}

const msPerMinute = 60_000;

/**
 * Compares the entries of a source with the journal. A double has the same start and length; where one of both has only a
 * date, the same day, length, and target. Each entry of the journal stands for one of the source.
 */
export function* proposeTime(
	entries: ReadonlyArray<SourceTime>,
	logged: ReadonlyArray<LoggedTime>,
	{ mapper, zone }: { readonly mapper: TargetMapper; readonly zone: ZoneClock },
): Steps<ReadonlyArray<ProposedTime>> {
	const doubles = yield* findDoubles(entries, logged, mapper, zone);
	const seen = new Set<string>();
	const fates: Array<Omit<ProposedTime, "overlaps">> = [];
	yield* stepping(
		entries,
		(entry) => {
			const on = mapper.targetOf(entry);
			const { start, minutes, project, task, text } = entry;
			const own = start === undefined ? "" : [start, minutes, project, task, text].join("\n");
			const isRepeated = own !== "" && seen.has(own);
			seen.add(own);
			const target = typeof on === "string" ? { on } : {};
			fates.push({ entry, fate: fateOf(on, doubles.has(entry), isRepeated), ...target });
		},
		rowsPerStep,
	);
	const overlapping = yield* findOverlapping(fates, logged);
	const proposed: Array<ProposedTime> = [];
	yield* stepping(fates, (each) => proposed.push({ ...each, overlaps: overlapping.has(each.entry) }), rowsPerStep);
	return proposed;
}

function fateOf(on: string | null | undefined, isLogged: boolean, isRepeated: boolean): ProposedTime["fate"] {
	if (isLogged) {
		return "logged";
	}
	if (isRepeated) {
		return "repeated";
	}
	if (on === null) {
		return "left-out";
	}
	return on === undefined ? "unmapped" : "new";
}

/** The entries that the journal has: first those with an exact counterpart. */
function* findDoubles(
	entries: ReadonlyArray<SourceTime>,
	logged: ReadonlyArray<LoggedTime>,
	mapper: TargetMapper,
	zone: ZoneClock,
): Steps<ReadonlySet<SourceTime>> {
	const exact = new Map<string, Array<LoggedTime>>();
	const dated = new Map<string, Array<LoggedTime>>();
	const taken = new Set<LoggedTime>();
	yield* stepping(
		logged,
		(each) => {
			const { wall, day, minutes, on } = each;
			put(exact, exactKey(wall, day, minutes), each);
			put(dated, datedKey(day, minutes, on, wall === undefined), each);
		},
		rowsPerStep,
	);
	const doubles = new Set<SourceTime>();
	const take = (entry: SourceTime, candidates: Array<LoggedTime> = []) => {
		let found = candidates.pop();
		while (found && taken.has(found)) {
			found = candidates.pop();
		}
		if (found) {
			taken.add(found);
			doubles.add(entry);
		}
	};
	yield* stepping(
		entries,
		(entry) => {
			const wall = entry.start === undefined ? undefined : zone.wallOf(entry.start);
			take(entry, exact.get(exactKey(wall, entry.day, entry.minutes)));
		},
		rowsPerStep,
	);
	yield* stepping(
		entries,
		(entry) => {
			const on = mapper.targetOf(entry);
			if (!doubles.has(entry) && typeof on === "string") {
				take(entry, dated.get(datedKey(entry.day, entry.minutes, on, entry.start !== undefined)));
			}
		},
		rowsPerStep,
	);
	return doubles;
}

function exactKey(wall: number | undefined, day: number, minutes: number): string {
	return wall === undefined ? `${day}|${minutes}` : `at ${wall}|${minutes}`;
}

/** @param isDate whether only its date is known */
function datedKey(day: number, minutes: number, on: string, isDate: boolean): string {
	return `${day}|${minutes}|${isDate}|${on}`;
}

function put<T>(map: Map<string, Array<T>>, key: string, value: T): void {
	const list = map.get(key);
	if (list) {
		list.push(value);
	} else {
		map.set(key, [value]);
	}
}

interface Interval {
	readonly start: number;
	readonly end: number;
	readonly entry?: SourceTime;
}

/** The new entries that overlap with another new one or with an entry of the journal. */
function* findOverlapping(
	fates: ReadonlyArray<Omit<ProposedTime, "overlaps">>,
	logged: ReadonlyArray<LoggedTime>,
): Steps<ReadonlySet<SourceTime>> {
	const intervals: Array<Interval> = [];
	yield* stepping(
		logged,
		({ span }) => {
			if (span) {
				intervals.push({ start: span[0], end: span[1] });
			}
		},
		rowsPerStep,
	);
	yield* stepping(
		fates,
		({ entry, fate }) => {
			if (fate === "new" && entry.start !== undefined) {
				intervals.push({ start: entry.start, end: entry.start + entry.minutes * msPerMinute, entry });
			}
		},
		rowsPerStep,
	);
	const sorted = yield* sorting(intervals, (a, b) => a.start - b.start || a.end - b.end);
	const overlapping = new Set<SourceTime>();
	let before: Interval | undefined;
	yield* stepping(
		sorted,
		(each) => {
			if (before && each.start < before.end) {
				for (const entry of [each.entry, before.entry]) {
					if (entry) {
						overlapping.add(entry);
					}
				}
			}
			before = before && before.end >= each.end ? before : each;
		},
		rowsPerStep,
	);
	return overlapping;
}
