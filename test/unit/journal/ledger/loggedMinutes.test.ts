import assert from "node:assert/strict";
import type { EntryOf } from "../../../../src/journal/entry.ts";
import { findOverlaps, minutesByDay, sumMinutes } from "../../../../src/journal/ledger/loggedMinutes.ts";
import { formatDay } from "../../../../src/time/day.ts";
import { live } from "../arbitraryJournals.ts";

/** Minutes up to a moment; the id is both. */
const time = (at: string, minutes: number) =>
	live<EntryOf<"time">>({ id: `${at} ${minutes}`, at, type: "time", on: "writing", minutes });

describe("minutes", () => {
	it("are added exactly, and negative ones count 0", () => {
		assert.equal(sumMinutes([]), 0);
		assert.equal(sumMinutes([time("2026-11-24", 0.1), time("2026-11-24", 0.2), time("2026-11-24", -60)]), 0.3);
	});

	it("are given for each day with entries", () => {
		const entries = [time("2026-11-24", 30), time("2026-11-26T10:00Z", 15), time("2026-11-24T23:00-05:00", 45)];
		const days = [...minutesByDay(entries)].map(([day, minutes]) => [formatDay(day), minutes]);
		assert.deepEqual(days, [
			["2026-11-24", 75],
			["2026-11-26", 15],
		]);
	});
});

describe("overlaps", () => {
	for (const [what, entries, expected] of [
		["nothing", [], []],
		["one entry", [["10:00Z", 60]], []],
		[
			"entries that follow each other",
			[
				["10:00Z", 60],
				["11:00Z", 60],
			],
			[],
		],
		[
			"a common half hour",
			[
				["10:00Z", 60],
				["10:30Z", 60],
			],
			[["10:00Z 60", "10:30Z 60", 30]],
		],
		[
			"one within the other",
			[
				["12:00Z", 180],
				["11:00Z", 30],
			],
			[["12:00Z 180", "11:00Z 30", 30]],
		],
		[
			"the same minutes twice",
			[
				["10:00Z", 60],
				["10:00+00:00", 60],
			],
			[["10:00Z 60", "10:00+00:00 60", 60]],
		],
		[
			"different zones",
			[
				["10:00Z", 60],
				["12:30+02:00", 60],
			],
			[["10:00Z 60", "12:30+02:00 60", 30]],
		],
		[
			"zones that only look alike",
			[
				["10:00Z", 60],
				["10:30-05:00", 60],
			],
			[],
		],
		[
			"two after a long one",
			[
				["12:00Z", 240],
				["10:00Z", 60],
				["11:30Z", 60],
			],
			[
				["12:00Z 240", "10:00Z 60", 60],
				["12:00Z 240", "11:30Z 60", 60],
			],
		],
		[
			"a chain, each named once",
			[
				["10:00Z", 60],
				["10:30Z", 60],
				["11:00Z", 60],
			],
			[
				["10:00Z 60", "10:30Z 60", 30],
				["10:30Z 60", "11:00Z 60", 30],
			],
		],
		[
			"no offset",
			[
				["10:00", 60],
				["10:00Z", 60],
			],
			[],
		],
		[
			"negative minutes",
			[
				["10:00Z", -60],
				["10:30Z", 60],
			],
			[],
		],
		[
			"no minutes",
			[
				["10:00Z", 0],
				["10:30Z", 60],
			],
			[],
		],
	] as const) {
		it(`are found: ${what}`, () => {
			const spans = entries.map(([at, minutes]) => time(`2026-11-24T${at}`, minutes));
			const short = (id: string) => id.slice("2026-11-24T".length);
			for (const order of [spans, spans.toReversed()]) {
				const found = findOverlaps(order).map(({ first, second, minutes }) => [
					...[short(first.entry.id), short(second.entry.id), minutes],
				]);
				const alike = what === "the same minutes twice" && order !== spans;
				assert.deepEqual(found, alike ? [["10:00+00:00 60", "10:00Z 60", 60]] : expected);
			}
		});
	}

	it("are not reported for durations logged one after the other, but for times from a timer or a clock range", () => {
		const written = (id: string, at: string, minutes: number, fields: object) => {
			const entry = { id, at, type: "time", on: "x", minutes, logged: at, ...fields } as const;
			return { entry, day: 0, root: id };
		};
		const of = (fields: object) =>
			findOverlaps([written("a", "2026-11-24T10:00Z", 60, {}), written("b", "2026-11-24T10:05Z", 60, fields)]).length;
		assert.equal(of({}), 0);
		assert.equal(of({ timer: "t" }), 1);
		assert.equal(of({ logged: "2026-11-24T18:00Z" }), 1);
	});

	it("are not reported on days without times", () =>
		assert.deepEqual(findOverlaps([time("2026-11-24", 60), time("2026-11-24", 60)]), []));

	it("are found across midnight and clock changes", () => {
		const entries = [
			time("2026-10-25T02:30+02:00", 60),
			time("2026-10-25T02:30+01:00", 60),
			time("2026-10-26T00:10+01:00", 30),
			time("2026-10-25T23:50+01:00", 30),
		];
		assert.deepEqual(
			findOverlaps(entries).map(({ minutes }) => minutes),
			[10],
		);
	});
});
