import assert from "node:assert/strict";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { planYears } from "../../../src/plan/planYears.ts";
import { formatDay } from "../../../src/time/day.ts";
import { day, planOf } from "../progress/progressFixture.ts";

/** The year of each day, with its first and last day. */
function yearsOf(yaml: string, dates: ReadonlyArray<string>): ReadonlyArray<string> {
	const days = dates.map(day);
	const plan = yaml === "# no start" ? (parsePlan("title: a").plan ?? assert.fail()) : planOf(yaml);
	const years = planYears(plan, days);
	return days.map((each) => {
		const index = years.indexOf(each);
		const { start, end } = years.spanOf(index);
		return `${index}: ${formatDay(start)}..${formatDay(end - 1)}`;
	});
}

describe("the years of a plan", () => {
	for (const [name, yaml, dates, expected] of [
		[
			"count from day one",
			"title: a",
			["2026-01-05", "2027-01-04", "2027-01-05", "2035-06-01"],
			[
				"1: 2026-01-05..2027-01-04",
				"1: 2026-01-05..2027-01-04",
				"2: 2027-01-05..2028-01-04",
				"10: 2035-01-05..2036-01-04",
			],
		],
		["put what lies before day one into the first", "title: a", ["2020-02-03"], ["1: 2026-01-05..2027-01-04"]],
		[
			"are those of the calendar without a start",
			"# no start",
			["2026-12-31", "2027-01-01"],
			["2026: 2026-01-01..2026-12-31", "2027: 2027-01-01..2027-12-31"],
		],
		[
			"begin on the last day of February where the plan began on a leap day",
			"start: 2028-02-29",
			["2029-02-27", "2029-02-28", "2032-02-28", "2032-02-29"],
			[
				"1: 2028-02-29..2029-02-27",
				"2: 2029-02-28..2030-02-27",
				"4: 2031-02-28..2032-02-28",
				"5: 2032-02-29..2033-02-27",
			],
		],
		[
			"grow by a slip within one, and begin later after it",
			"slips: [{at: 2027-06-01, by: 6 months}]",
			["2027-01-04", "2028-01-05", "2028-07-04", "2028-07-05"],
			[
				"1: 2026-01-05..2027-01-04",
				"2: 2027-01-05..2028-07-04",
				"2: 2027-01-05..2028-07-04",
				"3: 2028-07-05..2029-07-04",
			],
		],
	] as const) {
		it(name, () => assert.deepEqual(yearsOf(yaml, dates), expected));
	}
});
