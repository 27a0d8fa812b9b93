import assert from "node:assert/strict";
import { targetFor } from "../../../../src/progress/week/weeklyTarget.ts";
import { weekOf } from "../../../../src/time/week.ts";
import { day, planOf } from "../progressFixture.ts";

function askedOf(yaml: string, date: string) {
	const plan = planOf(yaml);
	const { aim, openDays, commitments } = targetFor(plan, weekOf(day(date), plan.week.starts));
	const each = [...commitments].map(([{ id }, { low, high }]) => [id, low, high]);
	return { aim: [aim.low, aim.high], openDays, each };
}

const sixDays = "week: {days: monday-saturday, hours: 4-5}";
const a = "{id: a, title: A, hours: 2}";
const b = "{id: b, title: B, hours: 1-3}";

describe("the aim of a week", () => {
	// Minutes: low end, high end, open days.
	for (const [name, yaml, date, low, high, openDays] of [
		// 4 h = 240, 5 h = 300
		["a whole week has the hours of the plan", sixDays, "2026-03-04", 240, 300, 6],
		["seven days, nothing lost by dividing", "week: {hours: 4-5}", "2026-03-04", 240, 300, 7],
		// Day one is a Wednesday: Wednesday to Saturday, 4 of 6 days: 240 * 4/6, 300 * 4/6
		["the first week counts from day one", `start: 2026-01-07\n${sixDays}`, "2026-01-07", 160, 200, 4],
		// Day one is a Sunday, and the week is spread over the other six days.
		["a first week with no open day", `start: 2026-01-11\n${sixDays}`, "2026-01-11", 0, 0, 0],
		["a week before day one", sixDays, "2026-01-04", 0, 0, 0],
		["a week that is off", `${sixDays}\ntime_off: [2026-07-20..2026-08-02]`, "2026-07-30", 0, 0, 0],
		// Off from Thursday on: Monday to Wednesday, 3 of 6: 240 / 2, 300 / 2
		["a week that is off in part", `${sixDays}\ntime_off: [2026-03-05..2026-03-12]`, "2026-03-04", 120, 150, 3],
		// Only the Sunday is off, which asks for nothing anyway.
		["time off on a day without work", `${sixDays}\ntime_off: [2026-03-08]`, "2026-03-04", 240, 300, 6],
		// 2 h a week on all six days: 120
		[
			"a week with fewer hours",
			`${sixDays}\ntime_off: [{when: 2026-11-23..2026-11-29, hours: 2}]`,
			"2026-11-25",
			120,
			120,
			6,
		],
		// Thursday to Saturday at 2 h a week: 240 * 3/6 + 120 * 3/6 = 180; 300 * 3/6 + 120 * 3/6 = 210
		[
			"a week with fewer hours in part",
			`${sixDays}\ntime_off: [{when: 2026-11-26..2026-11-29, hours: 2}]`,
			"2026-11-25",
			180,
			210,
			6,
		],
		// 9 h would be more than the usual 4-5.
		[
			"time off never has more hours",
			`${sixDays}\ntime_off: [{when: 2026-11-23..2026-11-29, hours: 9}]`,
			"2026-11-25",
			240,
			300,
			6,
		],
		// Thursday is off and lies in days of 2 h a week: the other five at 120 / 6
		[
			"whole time off within time off",
			`${sixDays}\ntime_off: [{when: 2026-11-23..2026-11-29, hours: 2}, 2026-11-26]`,
			"2026-11-25",
			100,
			100,
			5,
		],
		[
			"time off without hours has no aim",
			`${sixDays}\ntime_off: [{when: 2026-11-23..2026-11-29, hours: 0}]`,
			"2026-11-25",
			0,
			0,
			0,
		],
		// Year 2 begins on Tuesday 5 January 2027: Monday at 240 / 6 + five days at 360 / 6; 300 / 6 + 5 * 420 / 6
		[
			"hours that change within the week",
			"week: {days: monday-saturday, hours: {year 1: 4-5, year 2: 6-7}}",
			"2027-01-07",
			340,
			400,
			6,
		],
		// Over the turn of the year, 28 December to 2 January: six days of 2026 and 2027 alike.
		["the week over the turn of the year", sixDays, "2027-01-01", 240, 300, 6],
		// Friday, Saturday, Sunday: each a third of 3 h.
		[
			"a week that starts on Saturday",
			"week: {starts: saturday, days: friday-sunday, hours: 3}",
			"2026-03-04",
			180,
			180,
			3,
		],
		// The clocks go forward on 29 March 2026: the day is an hour short, the aim is not.
		["a week with a day of 23 hours", "week: {hours: 7}", "2026-03-29", 420, 420, 7],
		// 2 + 1 = 3 h to 2 + 3 = 5 h
		["without hours the sum of the commitments", `commitments: [${a}, ${b}]`, "2026-03-04", 180, 300, 7],
		["a plan without hours", "title: x", "2026-03-04", 0, 0, 0],
	] as const) {
		it(`is computed by day: ${name}`, () => {
			const asked = askedOf(yaml, date);
			assert.deepEqual([...asked.aim, asked.openDays], [low, high, openDays]);
		});
	}

	for (const [name, yaml, date, each] of [
		[
			"their own hours",
			`week: {hours: 5}\ncommitments: [${a}, ${b}]`,
			"2026-03-04",
			[
				["a", 120, 120],
				["b", 60, 180],
			],
		],
		// 2.5 of 5 h is a half: 120 / 2, 60 / 2, 180 / 2
		[
			"less in proportion to the time off",
			`week: {hours: 5}\ncommitments: [${a}, ${b}]\ntime_off: [{when: 2026-03-02..2026-03-08, hours: 2.5}]`,
			"2026-03-04",
			[
				["a", 60, 60],
				["b", 30, 90],
			],
		],
		// Year 2 begins on Tuesday 5 January 2027: a holds on Monday only, 120 / 7; b from Tuesday on, 6/7 of 60 and 180
		[
			"for as long as they hold",
			"commitments: [{id: a, title: A, hours: 2, when: year 1}, {id: b, title: B, hours: 1-3, when: year 2+}]",
			"2027-01-06",
			[
				["a", 120 / 7, 120 / 7],
				["b", 360 / 7, 1080 / 7],
			],
		],
		["nothing once they are over", "commitments: [{id: a, title: A, hours: 2, when: year 1}]", "2027-03-01", []],
		// 10 h from year 2 on, Tuesday to Sunday: (120 + 6 * 600) / 7
		[
			"dated hours",
			"commitments: [{id: a, title: A, hours: {year 1: 2, year 2: 10}}]",
			"2027-01-06",
			[["a", 3720 / 7, 3720 / 7]],
		],
	] as const) {
		it(`sets for commitments ${name}`, () => assert.deepEqual(askedOf(yaml, date).each, each));
	}
});
