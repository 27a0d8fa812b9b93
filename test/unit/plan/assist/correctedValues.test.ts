import assert from "node:assert/strict";
import { FixFinder } from "../../../../src/plan/assist/fixFinder.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { parseDay } from "../../../../src/time/day.ts";
import { applyEdits } from "../../../../src/util/textEdit.ts";

const today = parseDay("2026-11-25") ?? assert.fail();

/** Plans with a value, one as a line of its own and one in braces. */
const plans: Readonly<Record<string, ReadonlyArray<(value: string) => string>>> = {
	days: [
		(value) => `commitments:\n  - title: A\n    days: ${value}\n`,
		(value) => `commitments: [{ title: A, days: "${value}" }]\n`,
	],
	every: [
		(value) => `start: 2026-01-05\ncheckpoints:\n  - title: A\n    every: ${value}\n    until: year 9\n`,
		(value) => `start: 2026-01-05\ncheckpoints: [{ title: A, every: "${value}", until: year 9 }]\n`,
	],
	start: [(value) => `start: ${value}\ntargets: [A]\n`],
	hours: [
		(value) => `commitments:\n  - title: A\n    hours: ${value}\n`,
		(value) => `commitments: [{ title: A, hours: "${value}" }]\n`,
	],
	when: [
		(value) => `start: 2026-01-05\ntargets:\n  - title: A\n    when: ${value}\n`,
		(value) => `start: 2026-01-05\ntargets: [{ title: A, when: "${value}" }]\n`,
	],
	times: [(value) => `commitments:\n  - title: A\n    times: ${value}\n`],
	starts: [(value) => `week:\n  starts: ${value}\n`],
};

/** What people write for a key, and the values that are offered. */
const rows: Readonly<Record<string, ReadonlyArray<readonly [text: string, values: string]>>> = {
	days: [
		["Mo-Fr", "monday-friday"],
		["weekdays", "monday-friday"],
		["Montag bis Freitag", "monday-friday"],
		["周一到周五", "monday-friday"],
		["sat~sun", "saturday-sunday"],
		["Sa/So", "saturday and sunday"],
		["mon/wed/fri", "monday, wednesday and friday"],
		["Di, Do", "tuesday and thursday"],
		["mon & fri", "monday and friday"],
		["tues thurs", "tuesday and thursday"],
		["mondays", "monday"],
		["every monday", "monday"],
		["montags und donnerstags", "monday and thursday"],
		["weekend", "saturday-sunday"],
		["every day", "monday-sunday"],
		["MWF", "monday, wednesday and friday"],
		["wendesday", "wednesday"],
		["星期三、星期五", "wednesday and friday"],
		["mon, someday", ""],
		["3 days", ""],
	],
	every: [
		["biweekly", "2 weeks"],
		["fortnightly", "2 weeks"],
		["every other month", "2 months"],
		["two weeks", "2 weeks"],
		["semi-annually", "6 months"],
		["1.5 years", "18 months"],
		["alle 6 Monate", "6 months"],
		["alle zwei Wochen", "2 weeks"],
		["jedes Quartal", "1 quarter"],
		["halbjährlich", "6 months"],
		["每6个月", "6 months"],
		["两周", "2 weeks"],
		["每月", "1 month"],
		["半年", "6 months"],
		["6", "6 months | 6 weeks"],
		["6-8 weeks", "6 weeks | 8 weeks"],
		["every monday", ""],
		["6 months until year 2", ""],
	],
	start: [
		["January 2026", "2026-01-01"],
		["2026-01", "2026-01-01"],
		["Q2 2026", "2026-04-01"],
		["20260105", "2026-01-05"],
		["05.01.26", "2026-01-05"],
		["5th January 2026", "2026-01-05"],
		["Mon, January 5, 2026", "2026-01-05"],
		["Montag, 5. Januar 2026", "2026-01-05"],
		["2026-01-05T09:00:00Z", "2026-01-05"],
		["05-01-2026", "2026-05-01 | 2026-01-05"],
		["2026-02-30", "2026-02-28"],
		["2026-13-01", ""],
		["soon", ""],
	],
	hours: [
		["4+", "4"],
		["at least 4", "4"],
		["mindestens 4", "4"],
		["30 min", "0.5"],
		["1:30", "1.5"],
		["1h30", "1.5"],
		["4 hours per week", "4"],
		["10 per month", ""],
		["at most 4", ""],
	],
	when: [
		["März 2026", "march 2026"],
		["bis Juni 2027", "by june 2027"],
		["ab 2027", "from 2027"],
		["Jan-Mar 2026", "2026-01..2026-03"],
		["January to March 2026", "2026-01..2026-03"],
		["Q1-Q2 2026", "2026-Q1..2026-Q2"],
		["2026 Q1-Q3", "2026-Q1..2026-Q3"],
		["month 3 to month 5", "months 3-5"],
		["year 1-year 2", "years 1-2"],
		["Y2", "year 2"],
		["KW 12", "week 12"],
		["second half of 2027", "2027-H2"],
		["first quarter of 2027", "2027-Q1"],
		["late 2026", "2026-Q4"],
		["1.2027", "2027-01"],
		["2026/27", "2026-2027"],
		["2027 or 2028", "2027-2028"],
		["2027年上半年", "2027-H1"],
		["2027年第一季度", "2027-Q1"],
		["someday", ""],
		["FY26", ""],
	],
	times: [
		["three times a week", "3"],
		["zweimal pro Woche", "2"],
		["3 Mal pro Woche", "3"],
		["5 days a week", "5"],
		["every day", "7"],
		["twice a month", ""],
	],
	starts: [
		["Sonntag", "sunday"],
		["Su", "sunday"],
		["周一", "monday"],
		["saturdays", "saturday"],
		["noon", ""],
	],
};

describe("values as people write them", () => {
	for (const [key, texts] of Object.entries(rows)) {
		for (const [text, expected] of texts) {
			it(`have a fix that is read: ${key}: ${text}`, () => {
				for (const plan of plans[key] ?? []) {
					const written = plan(text);
					const finder = new FixFinder(written, today);
					const [problem, ...others] = finder.problems;
					assert.ok(problem && others.length === 0, `${written} ${finder.problems.map(({ code }) => code)}`);
					const fixed = finder
						.fixesOf(problem)
						.filter((fix) => fix.edits.every(({ start, end }) => written.slice(start, end).includes(text)))
						.map((fix) => applyEdits(written, fix.edits));
					const values = fixed.map(
						(each) => new RegExp(`${key}: ("?)(.*?)\\1(?:,? \\}|, until|$)`, "m").exec(each)?.[2],
					);
					assert.equal(values.join(" | "), expected, fixed.join());
					for (const each of fixed) {
						assert.deepEqual(parsePlan(each).problems, [], each);
					}
				}
			});
		}
	}
});
