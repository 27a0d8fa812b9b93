import assert from "node:assert/strict";
import fc from "fast-check";
import { readLedger } from "../../../../src/journal/ledger/readLedger.ts";
import type { Plan } from "../../../../src/plan/plan.ts";
import type { DriveCounts } from "../../../../src/progress/drives/driveCounts.ts";
import { computeSnapshot } from "../../../../src/progress/snapshot.ts";
import { formatDay } from "../../../../src/time/day.ts";
import { runs } from "../../../harness/depth.ts";
import { day, type Logged, lineOf, planOf, snapshotOf } from "../progressFixture.ts";

const today = "2028-01-01";

/** The middle of a month, counted from January 2026. */
const inMonth = (month: number, dayOfMonth = 15) =>
	`${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;

/** One entry in each month that a pattern has a character for; `.` is none. */
const monthly = (id: string, pattern: string, value: (sign: string) => object): ReadonlyArray<Logged> =>
	[...pattern].flatMap((sign, month) => (sign === "." ? [] : [[inMonth(month), id, value(sign)] as const]));
const sets = (id: string, pattern: string) => monthly(id, pattern, (sign) => ({ set: Number(sign) }));
const adds = (id: string, pattern: string) => monthly(id, pattern, (sign) => ({ add: Number(sign) }));
const hours = (id: string, pattern: string) => monthly(id, pattern, (sign) => ({ minutes: Number(sign) * 60 }));
const words = (id: string, pattern: string) =>
	monthly(id, pattern, (sign) => ({ set: { r: "rising", s: "steady", f: "falling" }[sign] }));

const rising = Array.from({ length: 24 }, (_, month): Logged => [inMonth(month), "work", { minutes: month * 60 }]);

const plan = [
	"commitments: [{id: work, title: Work, hours: 2, drives: [level, tick], activities: [{id: part, title: Part}]}]",
	"indicators:",
	"  leading:",
	"    - {id: lead, title: Lead, drives: [lag]}",
	"    - {id: rate, title: Rate, goal: 4 per quarter, drives: [level]}",
	"  lagging:",
	"    - {id: lag, title: Lag, drives: [lead]}",
	"    - {id: low, title: Errors, goal: at most 2, from: 9, drives: [level]}",
	"targets:",
	"  by year 3:",
	"    - {id: level, title: Level, goal: 100, drives: [rate]}",
	"    - {id: tick, title: Tick}",
].join("\n");

function countsOf(driver: string, driven: string, logged: ReadonlyArray<Logged>, on = today) {
	return pairOf(snapshotOf(plan, logged, on).drives, driver, driven);
}

function pairOf(drives: ReturnType<typeof snapshotOf>["drives"], driver: string, driven: string) {
	const found = drives.find((each) => each.driver.id === driver && each.driven.id === driven);
	return (found ?? assert.fail(`${driver} doesn't drive ${driven}`)).counts();
}

/** `9/14 3/10`: moved after so many of the months ahead, and of the others. */
const short = (counts: DriveCounts | undefined) =>
	counts && `${counts.ahead.moved}/${counts.ahead.months} ${counts.others.moved}/${counts.others.months}`;

describe("what the record says of what drives what", () => {
	// The first entries are in month 0, so months 3 to 20 count: a whole quarter up to each, and one after it, by the end of 2027.
	const cases: ReadonlyArray<
		readonly [name: string, driver: string, driven: string, logged: ReadonlyArray<Logged>, expected: string | undefined]
	> = [
		[
			"hours that rise every second month, with a level that stays",
			"work",
			"level",
			[...hours("work", "121212121212121212121212"), ["2026-01-15", "level", { set: 1 }]],
			"0/9 0/9",
		],
		[
			"hours that rise every second month, with a level that always grows",
			"work",
			"level",
			[...hours("work", "121212121212121212121212"), ...adds("level", "1".repeat(24))],
			"9/9 9/9",
		],
		[
			// Hours rise in months 4, 8, 12, 16, and 20. The level grows in months 7, 11, 15, 19, and 23: within a quarter of each of these, and of each month but 3, 7, 11, 15, and 19.
			"a level that grows three months after the hours",
			"work",
			"level",
			[
				...hours("work", "111121112111211121112111"),
				["2026-01-15", "level", { set: 0 }],
				...adds("level", ".......1...1...1...1...1"),
			],
			"5/5 8/13",
		],
		[
			"time on an activity, which is time on its commitment",
			"work",
			"level",
			[...hours("part", "121212121212121212121212"), ...adds("level", "1".repeat(24))],
			"9/9 9/9",
		],
		[
			// Rising in months 3, 9, and 15, and nothing said in 6, 12, and 18. The other is rising in months 5, 11, and 17, so
			// within a quarter of months 3, 4, 8 to 10, and 14 to 16.
			"trends, where a month without one isn't counted",
			"lead",
			"lag",
			[...words("lead", "sssrss.ssrss.ssrss.sssss"), ...words("lag", "sssssrsssssrsssssrssssss")],
			"3/3 5/12",
		],
		[
			"a falling number, which is ahead when it falls",
			"low",
			"level",
			[...sets("low", "989898989898989898989898"), ...adds("level", "1".repeat(24))],
			"9/9 9/9",
		],
		[
			// Quarters of the rate: 3 each up to month 11, and after that 6 each. More than in the quarter before after months 9 to 13.
			"a rate, by the sums of quarters",
			"level",
			"rate",
			[...sets("level", "121212121212121212121212"), ...adds("rate", `${"1".repeat(12)}${"2".repeat(12)}`)],
			"3/9 2/9",
		],
		[
			"eleven months, which are too few",
			"work",
			"level",
			[...hours("work", ".......12121212121212121"), ...adds("level", ".......11111111111111111")],
			undefined,
		],
		["only months that rise", "work", "level", [...adds("level", "1".repeat(24)), ...rising], undefined],
		[
			"an item without numbers",
			"work",
			"tick",
			[...hours("work", "121212121212121212121212"), ["2026-02-02", "tick", { set: true }]],
			undefined,
		],
		["nothing logged", "lead", "lag", [], undefined],
	];
	for (const [name, driver, driven, logged, expected] of cases) {
		it(name, () => assert.equal(short(countsOf(driver, driven, logged)), expected));
	}

	it("needs twelve months that have a quarter before and after them", () => {
		const logged = [...hours("work", "1".padEnd(24, "21")), ...adds("level", "1".repeat(24))];
		// The first whole quarter is that of months 1 to 3: months 3 to 14 need the journal up to month 17.
		assert.equal(countsOf("work", "level", logged, "2027-06-30"), undefined);
		assert.equal(short(countsOf("work", "level", logged, "2027-07-01")), "6/6 6/6");
	});

	it("may go in a circle", () => {
		const logged = [...words("lead", "rs".repeat(12)), ...words("lag", "sr".repeat(12))];
		assert.equal(short(countsOf("lead", "lag", logged)), "9/9 9/9");
		assert.equal(short(countsOf("lag", "lead", logged)), "9/9 9/9");
	});
});

function countsIn(read: Plan, lines: ReadonlyArray<string>, on: string) {
	return computeSnapshot(read, readLedger([lines.join("\n")], 0), day(on)).drives.map(({ counts }) => counts());
}

describe("counts of any journal", () => {
	const number = fc.oneof(fc.integer({ min: -5, max: 20 }), fc.double({ noNaN: true, min: -1e9, max: 1e9 }));
	const value = fc.oneof(
		number.map((set) => ({ set })),
		number.map((add) => ({ add })),
		fc.constantFrom("rising", "steady", "falling", true, false).map((set) => ({ set })),
		fc.integer({ min: 0, max: 600 }).map((minutes) => ({ minutes })),
	);
	const id = fc.constantFrom("work", "part", "lead", "lag", "rate", "low", "level", "tick");
	const entry = fc.tuple(
		fc.integer({ min: day("2025-12-20"), max: day("2029-12-31") }).map(formatDay),
		id,
		value,
	) satisfies fc.Arbitrary<Logged>;
	const journal = fc.array(entry, { maxLength: 200 });
	const read = planOf(plan);
	const all = (logged: ReadonlyArray<Logged>, on: string) => countsIn(read, logged.map(lineOf), on);

	it("are whole, and no more than the months that are over", () => {
		fc.assert(
			fc.property(journal, fc.integer({ min: 0, max: 47 }), (logged, month) => {
				for (const counts of all(logged, inMonth(month, 1))) {
					if (!counts) continue;
					const { ahead, others } = counts;
					assert.ok(ahead.months > 0 && others.months > 0 && ahead.months + others.months >= 12);
					assert.ok(ahead.months + others.months <= month + 1 - 5);
					for (const { months, moved } of [ahead, others]) {
						assert.ok(Number.isInteger(moved) && moved >= 0 && moved <= months);
					}
				}
			}),
			{ numRuns: runs(100) },
		);
	});

	it("don't depend on the order of the lines, nor on entries of the month that isn't over", () => {
		fc.assert(
			fc.property(journal, fc.array(entry, { maxLength: 20 }), (logged, more) => {
				const late = more.map(([at, on, each]): Logged => [`2028-06-${at.slice(8)}`.replace("31", "30"), on, each]);
				const lines = [...logged, ...late].map(lineOf);
				const expected = countsIn(read, lines.slice(0, logged.length), "2028-06-30");
				assert.deepEqual(countsIn(read, lines.toReversed(), "2028-06-30"), expected);
			}),
			{ numRuns: runs(50) },
		);
	});

	it("are the same for all numbers times ten", () => {
		const grown = planOf(plan.replace("from: 9, ", ""));
		const whole = fc.tuple(
			fc.integer({ min: day("2026-01-05"), max: day("2028-12-31") }).map(formatDay),
			id,
			fc.integer({ min: 1, max: 9 }),
		);
		fc.assert(
			fc.property(fc.array(whole, { maxLength: 150 }), (logged) => {
				const times = (factor: number) =>
					logged.map(
						([at, on, size]): Logged => [at, on, on === "work" ? { minutes: size * factor } : { set: size * factor }],
					);
				const counts = (factor: number) => countsIn(grown, times(factor).map(lineOf), "2029-01-01");
				assert.deepEqual(counts(10), counts(1));
			}),
			{ numRuns: runs(50) },
		);
	});
});
