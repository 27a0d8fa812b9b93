import assert from "node:assert/strict";
import { formatDay } from "../../../src/time/day.ts";
import { weekdayOf, weekOf } from "../../../src/time/week.ts";
import { weekdays } from "../../../src/time/weekday.ts";
import { day } from "../progress/progressFixture.ts";

describe("the week", () => {
	for (const [text, weekday] of [
		["1970-01-01", "thursday"],
		["1969-12-31", "wednesday"],
		["2026-01-05", "monday"],
		["2028-02-29", "tuesday"],
		["2026-12-31", "thursday"],
	] as const) {
		it(`knows that ${text} is a ${weekday}`, () => assert.equal(weekdays[weekdayOf(day(text))], weekday));
	}

	// 2026-01-07 is a Wednesday: the week that begins on weekday n is the last one that began on or before it.
	for (const [index, start] of [
		"2026-01-05",
		"2026-01-06",
		"2026-01-07",
		"2026-01-01",
		"2026-01-02",
		"2026-01-03",
		"2026-01-04",
	].entries()) {
		it(`begins on the ${weekdays[index]} on or before the day`, () => {
			const { start: first, end } = weekOf(day("2026-01-07"), index);
			assert.deepEqual([formatDay(first), end - first], [start, 7]);
		});
	}

	for (const [text, start] of [
		// ISO week 53 of 2026 goes over the turn of the year.
		["2026-12-28", "2026-12-28"],
		["2026-12-31", "2026-12-28"],
		["2027-01-03", "2026-12-28"],
		["2027-01-04", "2027-01-04"],
		// ISO week 1 of 2026 begins in 2025.
		["2025-12-29", "2025-12-29"],
		["2026-01-04", "2025-12-29"],
	] as const) {
		it(`crosses the end of the year: that of ${text} begins on ${start}`, () =>
			assert.equal(formatDay(weekOf(day(text), 0).start), start));
	}
});
