import assert from "node:assert/strict";
import { periodAround, planCalendar } from "../../../src/plan/planCalendar.ts";
import { formatDay, parseDay } from "../../../src/time/day.ts";

const day = (text: string) => parseDay(text) ?? assert.fail();
const slip = (at: string, count: number) => ({
	at: day(at),
	by: { count, unit: "month" as const },
	reviews: false,
	range: { start: 0, end: 0 },
});

describe("the quarter or year of the plan around a day", () => {
	for (const [name, start, slips, unit, date, first, last] of [
		["its first day", "2026-01-05", [], "quarter", "2026-04-05", "2026-04-05", "2026-07-04"],
		["its last day", "2026-01-05", [], "quarter", "2026-07-04", "2026-04-05", "2026-07-04"],
		["a year", "2026-01-05", [], "year", "2027-01-05", "2027-01-05", "2028-01-04"],
		["before day one", "2026-01-05", [], "year", "2020-06-01", "2026-01-05", "2027-01-04"],
		["a leap day to count from", "2028-02-29", [], "year", "2029-03-01", "2029-02-28", "2030-02-27"],
		["months that are clamped", "2026-11-30", [], "quarter", "2027-03-01", "2027-02-28", "2027-05-29"],
		// Year 2 was to begin on 5 January 2027; a slip on the day before moves it by three months.
		["a year that grows", "2026-01-05", [slip("2027-01-04", 3)], "year", "2027-02-01", "2026-01-05", "2027-04-04"],
		// Moved to 5 April by the first, it lies after the second and moves again.
		[
			"two slips, in whatever order",
			"2026-01-05",
			[slip("2027-03-01", 6), slip("2027-01-01", 3)],
			"year",
			"2027-06-01",
			"2026-01-05",
			"2027-10-04",
		],
	] as const) {
		it(`is found: ${name}`, () => {
			const span = periodAround(planCalendar(day(start), slips), unit, day(date)) ?? assert.fail();
			assert.deepEqual([formatDay(span.start), formatDay(span.end - 1)], [first, last]);
		});
	}

	it("is undefined without a start", () =>
		assert.equal(periodAround(planCalendar(undefined, []), "year", day("2026-01-05")), undefined));
});
