import assert from "node:assert/strict";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { reviewPeriod } from "../../../src/progress/review/reviewPeriod.ts";
import { computeSnapshot } from "../../../src/progress/snapshot.ts";
import { formatDay } from "../../../src/time/day.ts";
import { day, type Logged, ledgerOf, snapshotOf } from "./progressFixture.ts";

const review = (at: string, on: string, occurrence: number | string): Logged => [at, on, { occurrence }];

function reviewsOf(yaml: string, logged: ReadonlyArray<Logged> = [], today = "2026-07-01") {
	return snapshotOf(yaml, logged, today).checkpoints.map(
		({ checkpoint, occurrence, day, replaced, state }) =>
			`${[checkpoint.id + occurrence, ...replaced.map((other) => other.checkpoint.id + other.occurrence)].join("+")} ${formatDay(day)} ${state}`,
	);
}

const half = "{id: half, title: Half, every: 6 months, until: year 2}";
const year = "{id: year, title: Year, every: 12 months, replaces: [half], until: year 2}";

describe("reviews", () => {
	for (const [name, yaml, days] of [
		[
			// The last days of months 6, 12, 18, 24.
			"on the last day of each period, as far as `until`",
			`checkpoints: [${half}]`,
			["half1 2026-07-04", "half2 2027-01-04", "half3 2027-07-04", "half4 2028-01-04"],
		],
		[
			"to the end of the plan",
			"phases: [{title: P, when: months 1-13}]\ncheckpoints: [{id: q, title: Q, every: 2 quarters}]",
			["q1 2026-07-04", "q2 2027-01-04"],
		],
		[
			"to the end of a commitment that lasts longest",
			"commitments: [{title: C, hours: 1, when: months 1-13}]\ncheckpoints: [{id: q, title: Q, every: 2 quarters}]",
			["q1 2026-07-04", "q2 2027-01-04"],
		],
		["once, on the last day", "checkpoints: [{id: mid, title: Mid, when: year 3}]", ["mid1 2029-01-04"]],
		["never, where nothing ends", "checkpoints: [{id: mid, title: Mid, when: year 3+}]", []],
		[
			"clamped to the end of the month, counted from the first day itself",
			"start: 2026-01-31\ncheckpoints: [{id: m, title: M, every: 1 month, until: 2026-05}]",
			["m1 2026-02-27", "m2 2026-03-30", "m3 2026-04-29", "m4 2026-05-30"],
		],
		[
			"in their rhythm, whatever slips",
			"checkpoints: [{id: h, title: H, every: 6 months, until: 2027-06}]\nslips: [{at: 2026-07-05, by: 3 months}]",
			["h1 2026-07-04", "h2 2027-01-04"],
		],
		[
			"after slips that move reviews",
			// Month 7 was to begin on 5 July, on or after the slip: it begins three months later. So does all after it.
			"checkpoints: [{id: h, title: H, every: 6 months, until: 2027-06}]\nslips: [{at: 2026-07-05, by: 3 months, reviews: true}]",
			["h1 2026-10-04", "h2 2027-04-04"],
		],
		[
			"every ten days",
			"checkpoints: [{id: d, title: D, every: 10 days, until: month 1}]",
			["d1 2026-01-14", "d2 2026-01-24", "d3 2026-02-03"],
		],
		[
			"within the one that replaces them, on the same day",
			`checkpoints: [${half}, ${year}]`,
			["half1 2026-07-04", "year1+half2 2027-01-04", "half3 2027-07-04", "year2+half4 2028-01-04"],
		],
		[
			"within one that replaces what replaces them; in a cycle the first remains",
			"checkpoints: [{id: a, title: A, when: year 1, replaces: [b]}, {id: b, title: B, when: year 1, replaces: [c]}, {id: c, title: C, when: year 1, replaces: [a]}]",
			["a1+b1+c1 2027-01-04"],
		],
		[
			"until one after today, where a plan has no end",
			"checkpoints: [{id: q, title: Q, every: 3 months}]",
			["q1 2026-04-04", "q2 2026-07-04"],
		],
	] as const) {
		it(`fall due ${name}`, () => {
			const found = reviewsOf(yaml).map((text) => text.replace(/ \w+$/, ""));
			assert.deepEqual(found, days);
		});
	}

	it("that count from the start are never due without one", () => {
		const { plan } = parsePlan("checkpoints: [{id: q, title: Q, every: 3 months, until: 2027}]");
		assert.ok(plan);
		assert.deepEqual(computeSnapshot(plan, ledgerOf(plan, []), day("2026-07-01")).checkpoints, []);
	});

	// half1 is due on 4 July; the seven days up to it begin on 28 June.
	for (const [today, state] of [
		["2026-06-27", "coming"],
		["2026-06-28", "due"],
		["2026-07-04", "due"],
		["2026-07-05", "overdue"],
		["2027-01-04", "overdue"],
		// The second has passed as well.
		["2027-01-05", "missed"],
	] as const) {
		it(`are ${state} on ${today}`, () => {
			assert.equal(reviewsOf(`checkpoints: [${half}]`, [], today)[0], `half1 2026-07-04 ${state}`);
		});
	}

	it("are reviewed, early or late; a later review settles no earlier one", () => {
		const logged = [review("2026-05-01", "half", 1), review("2027-09-01", "half", 3)];
		assert.deepEqual(reviewsOf(`checkpoints: [${half}]`, logged, "2027-10-01"), [
			"half1 2026-07-04 reviewed",
			"half2 2027-01-04 missed",
			"half3 2027-07-04 reviewed",
			"half4 2028-01-04 coming",
		]);
	});

	it("that are extra stand on their day, and the scheduled ones stay due", () => {
		const logged = [review("2026-05-01", "half", "2026-05-01"), review("2026-08-01", "half", "2026-08-01")];
		assert.deepEqual(reviewsOf(`checkpoints: [${half}]`, logged, "2026-08-02").slice(0, 4), [
			"half2026-05-01 2026-05-01 reviewed",
			"half1 2026-07-04 overdue",
			"half2026-08-01 2026-08-01 reviewed",
			"half2 2027-01-04 coming",
		]);
		// The next scheduled one covers all days since the scheduled one before.
		const early = snapshotOf(`checkpoints: [${half}]`, logged.slice(0, 1), "2026-07-01");
		const next = early.checkpoints.find(({ occurrence }) => occurrence === 1) ?? assert.fail();
		assert.equal(formatDay(reviewPeriod(early, next).start), "2026-01-05");
		assert.deepEqual(
			early.reviews.map(({ entry }) => entry.occurrence),
			["2026-05-01"],
		);
	});

	it("that replace others settle them, and are not settled by them", () => {
		const yaml = `checkpoints: [${half}, ${year}]`;
		const states = (logged: ReadonlyArray<Logged>) => reviewsOf(yaml, logged, "2027-02-01").slice(0, 2);
		assert.deepEqual(states([review("2027-01-04", "half", 2)]), [
			"half1 2026-07-04 missed",
			"year1+half2 2027-01-04 overdue",
		]);
		assert.deepEqual(states([review("2027-01-04", "year", 1)]), [
			"half1 2026-07-04 missed",
			"year1+half2 2027-01-04 reviewed",
		]);
	});

	it("name the current entry, also of what they replace, and follow former IDs", () => {
		const yaml = `checkpoints: [${half.replace("half,", "half, formerly: [six],")}, ${year}]`;
		const logged = [review("2027-01-04", "six", 2), review("2027-01-03", "half", 2), review("2027-01-06", "year", 1)];
		const { checkpoints } = snapshotOf(yaml, logged, "2027-02-01");
		assert.equal(checkpoints[1]?.review?.entry.id, "000002");
		assert.equal(checkpoints[1]?.replaced[0]?.review?.entry.id, "000001");
	});

	it("of later days do not count on a past one", () =>
		assert.equal(
			reviewsOf(`checkpoints: [${half}]`, [review("2026-07-10", "half", 1)], "2026-07-09")[0],
			"half1 2026-07-04 overdue",
		));

	it("are limited after a mistake such as one a day forever", () => {
		const yaml = "checkpoints: [{id: d, title: D, every: 1 day, until: 9999}]";
		assert.equal(snapshotOf(yaml).checkpoints.length, 4000);
	});
});

describe("the badge", () => {
	it("counts reviews and items of every kind that are overdue", () => {
		const yaml = [
			`checkpoints: [${half}]`,
			"tracks: [{title: T, stages: [{title: S, when: month 1, milestones: [m1, m2]}]}]",
			"targets: {month 2: [t1], year 2: [t2]}",
			"phases: [{title: P, when: month 1, outcomes: {x: [o1]}}]",
		].join("\n");
		const { overdue } = snapshotOf(yaml, [["2026-01-10", "m1", { set: true }]], "2027-02-01");
		assert.equal(overdue.reviews.length, 1);
		assert.deepEqual(overdue.items.map(({ title }) => title).sort(), ["m2", "o1", "t1"]);
	});
});
