import assert from "node:assert/strict";
import { computeNudge, findQuietWeeks, snoozeEnd } from "../../../src/progress/nudge.ts";
import { formatDay } from "../../../src/time/day.ts";
import { type Logged, snapshotOf } from "./progressFixture.ts";

const spent = (at: string, on: string, minutes: number): Logged => [at, on, { minutes }];

// Six days of 40 minutes; the week in question is that of Monday 2 March 2026.
const plan = [
	"week: {days: monday-saturday, hours: 4-5}",
	"commitments: [{id: writing, title: Writing, hours: 3}, {id: reading, title: Reading, hours: 1}]",
	"phases: [{title: One, when: by month 3}, {title: Two, when: months 4-6}, {title: Three, when: months 7-9}]",
].join("\n");
const usual = { lastDays: 2, fromHour: 17 };

describe("a nudge", () => {
	for (const [name, date, hour, settings, logged, expected] of [
		["not early in the week", "2026-03-04", 20, usual, [], undefined],
		["not when three days are left", "2026-03-05", 20, usual, [], undefined],
		["when two days are left", "2026-03-06", 17, usual, [], "240 in 2, writing 180"],
		["not before the hour", "2026-03-06", 16, usual, [], undefined],
		["at any hour where that is wanted", "2026-03-06", 0, { lastDays: 2, fromHour: 0 }, [], "240 in 2, writing 180"],
		["on the last day", "2026-03-07", 23, usual, [["writing", 150]], "90 in 1, reading 60"],
		["not when no day is left", "2026-03-08", 20, usual, [], undefined],
		["not with 0 days", "2026-03-07", 20, { lastDays: 0, fromHour: 0 }, [], undefined],
		["all week where that is wanted", "2026-03-03", 20, { lastDays: 7, fromHour: 0 }, [], "240 in 5, writing 180"],
		[
			"not on the first day, which no finished day precedes",
			"2026-03-02",
			20,
			{ lastDays: 7, fromHour: 0 },
			[],
			undefined,
		],
		["not while the pace is kept", "2026-03-06", 20, usual, [["writing", 160]], undefined],
		["not when the low end is reached", "2026-03-07", 20, usual, [["writing", 240]], undefined],
	] as const) {
		it(`is shown ${name}`, () => {
			const given = logged.map(([on, minutes]) => spent("2026-03-02", on, minutes));
			const found = computeNudge(snapshotOf(plan, given, date), hour, settings);
			const shown =
				found && `${found.missing} in ${found.openDays}, ${found.most?.commitment.id} ${found.most?.missing}`;
			assert.equal(shown, expected);
		});
	}

	it("is not shown if the week is out of reach", () => {
		const big = "week: {days: monday-saturday, hours: 30}\ncommitments: [{id: writing, title: Writing, hours: 30}]";
		assert.equal(computeNudge(snapshotOf(big, [], "2026-03-06"), 20, usual), undefined);
	});

	for (const [off, comes] of [
		["2026-03-06", false],
		["{when: 2026-03-06, hours: 1}", false],
		["2026-03-05..2026-03-08", false],
		["2026-03-07", true],
	] as const) {
		it(`${comes ? "is shown" : "is never shown"} on Friday with time off ${off}`, () => {
			const yaml = `${plan}\ntime_off: [${off}]`;
			assert.equal(computeNudge(snapshotOf(yaml, [], "2026-03-06"), 20, usual) !== undefined, comes);
		});
	}

	it("names no commitment if none needs more time", () => {
		const yaml = "week: {days: monday-saturday, hours: 4, counts: all}\ntracks: [{id: technical, title: T}]";
		assert.equal(computeNudge(snapshotOf(yaml, [], "2026-03-06"), 20, usual)?.most, undefined);
	});

	it("is shown on the last two evenings of weeks that are behind, over three weeks", () => {
		const days = Array.from({ length: 21 }, (_, at) => formatDay(Date.UTC(2026, 2, 2) / 86_400_000 + at));
		const logged = [spent("2026-03-10", "writing", 240)];
		const nudged = days.filter((date) => computeNudge(snapshotOf(plan, logged, date), 18, usual));
		assert.deepEqual(nudged, ["2026-03-06", "2026-03-07", "2026-03-20", "2026-03-21"]);
	});
});

describe("a snooze", () => {
	for (const [how, date, until] of [
		["today", "2026-03-04", "2026-03-04"],
		["week", "2026-03-04", "2026-03-08"],
		["week", "2026-03-08", "2026-03-08"],
		["phase", "2026-03-04", "2026-04-04"],
		// The first day of the second phase: the third is the next.
		["phase", "2026-04-05", "2026-07-04"],
		// In the last one there is no next.
		["phase", "2026-08-01", "2027-08-01"],
	] as const) {
		it(`of "${how}" on ${date} lasts through ${until}`, () =>
			assert.equal(formatDay(snoozeEnd(how, snapshotOf(plan, [], date))), until));
	}
});

describe("quiet weeks", () => {
	const found = (logged: ReadonlyArray<Logged>, date: string, yaml = plan) => {
		const quiet = findQuietWeeks(snapshotOf(yaml, logged, date));
		return quiet && `${quiet.count} from ${formatDay(quiet.start)}`;
	};
	const last = spent("2026-02-10", "writing", 5);

	for (const [name, logged, date, expected, yaml] of [
		["one is none yet", [last], "2026-02-24", undefined],
		["two", [last], "2026-03-02", "2 from 2026-02-16"],
		["more, at the end of a week", [last], "2026-03-15", "3 from 2026-02-16"],
		["something this week ends them", [last, spent("2026-03-02", "reading", 1)], "2026-03-03", undefined],
		["a little is not quiet", [last, spent("2026-02-24", "reading", 1)], "2026-03-03", undefined],
		["an entry without an aim ends them, too", [last, spent("2026-03-02", "gone", 1)], "2026-03-03", undefined],
		["none before the first time that was logged", [], "2026-03-15", undefined],
		[
			"time off is passed over",
			[last],
			"2026-03-10",
			"2 from 2026-02-16",
			`${plan}\ntime_off: [2026-02-23..2026-03-01]`,
		],
		["none if no week has an aim and there is no start", [], "2026-03-03", undefined, "title: a"],
		["time off alone is not quiet", [last], "2026-03-03", undefined, `${plan}\ntime_off: [2026-02-16..2026-03-01]`],
	] as const satisfies ReadonlyArray<readonly [string, ReadonlyArray<Logged>, string, string | undefined, string?]>) {
		it(`are found: ${name}`, () => assert.equal(found(logged, date, yaml), expected));
	}
});
