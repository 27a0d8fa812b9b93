import assert from "node:assert/strict";
import { type OffTrack, offTrack } from "../../../../src/progress/backOnTrack/offTrack.ts";
import { formatDay } from "../../../../src/time/day.ts";
import { day, type Logged, snapshotOf } from "../progressFixture.ts";

/** One entry at the end of each of some weeks. */
const weekly = (on: string, weeks: number, value: object = { add: 1 }): ReadonlyArray<Logged> =>
	Array.from({ length: weeks }, (_, week) => [formatDay(day("2026-01-05") + week * 7 + 6), on, value]);

function offIn(yaml: string, logged: ReadonlyArray<Logged> = [], today = "2026-10-11"): ReadonlyArray<string> {
	return offTrack(snapshotOf(yaml, logged, today)).map(textOf);
}

function textOf(off: OffTrack): string {
	switch (off.kind) {
		case "weeks":
			return `weeks ${off.kept.kept}/${off.kept.of}`;
		case "phase":
			return `phase ${off.phase.id} ${off.late.length}/${off.of}`;
		case "item":
			return `${off.item.id} ${off.reason.kind}`;
	}
}

describe("what is off track", () => {
	for (const [name, yaml, expected, logged] of [
		["nothing in an empty plan", "title: A", []],
		["nothing that is done", "targets: {month 2: [{id: a, title: A}]}", [], [["2026-02-01", "a", { set: true }]]],
		["nothing that is dropped", "targets: {month 2: [{id: a, title: A, dropped: {on: 2026-01-06}}]}", []],
		["nothing without a due date", "targets: {year 1+: [{id: a, title: A, goal: 9}]}", []],
		["nothing that hasn't begun", "targets: {year 2: [{id: a, title: A, goal: 900}]}", [], weekly("a", 40)],
		["what is likely isn't", "targets: {year 1: [{id: a, title: A, goal: 44}]}", [], weekly("a", 40)],
		[
			"what is overdue, the longest first",
			"targets: {month 3: [{id: a, title: A}], month 2: [{id: b, title: B}]}",
			["b overdue", "a overdue"],
		],
		[
			"what is unlikely, and overdue before it",
			"targets: {year 1: [{id: a, title: A, goal: 90}], month 2: [{id: b, title: B}]}",
			["b overdue", "a unlikely"],
			weekly("a", 40),
		],
		[
			"what is behind where nothing is forecast",
			"targets: {year 1: [{id: a, title: A, goal: 90}]}",
			["a behind"],
			[["2026-02-01", "a", { set: 5 }]],
		],
		[
			"items that need each other in a circle",
			"targets: {month 2: [{id: a, title: A, needs: [b]}, {id: b, title: B, needs: [a]}]}",
			["a overdue", "b overdue"],
		],
		[
			"a phase of which most is late",
			"phases: [{id: p, title: P, when: months 1-2, outcomes: {x: [A, B, C, D]}}]",
			["phase p 4/4", "a overdue", "b overdue", "c overdue", "d overdue"],
		],
		[
			"not a phase with two late items",
			"phases: [{id: p, title: P, when: months 1-2, outcomes: {x: [A, B]}}]",
			["a overdue", "b overdue"],
		],
		[
			"weeks that keep failing",
			"week: {hours: 2}\ncommitments: [{id: w, title: W, hours: 2}]",
			["weeks 0/13"],
			weekly("w", 40, { minutes: 60 }),
		],
		[
			"not weeks that are kept",
			"week: {hours: 1}\ncommitments: [{id: w, title: W, hours: 1}]",
			[],
			weekly("w", 40, { minutes: 60 }),
		],
		[
			"not the first three weeks",
			"start: 2026-09-21\nweek: {hours: 2}\ncommitments: [{id: w, title: W, hours: 2}]",
			[],
		],
	] as ReadonlyArray<readonly [string, string, ReadonlyArray<string>, ReadonlyArray<Logged>?]>) {
		it(name, () => assert.deepEqual(offIn(yaml, logged), expected));
	}
});
