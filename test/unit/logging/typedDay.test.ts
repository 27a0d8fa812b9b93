import assert from "node:assert/strict";
import fc from "fast-check";
import { parseDayPhrase } from "../../../src/logging/dayPhrase.ts";
import { parseTypedDay } from "../../../src/logging/typedDay.ts";
import { formatDay } from "../../../src/time/day.ts";
import { today } from "./sampleLogSource.ts";

function daysOf(text: string): ReadonlyArray<string> | undefined {
	const reading = parseTypedDay(text, today);
	return reading && (reading.kind === "day" ? [reading.day] : reading.days).map(formatDay);
}

describe("a day as it is typed on a Wednesday, 25 November 2026", () => {
	for (const [text, ...days] of [
		["today", "2026-11-25"],
		["now", "2026-11-25"],
		["this morning", "2026-11-25"],
		["tonight", "2026-11-25"],
		["yesterday", "2026-11-24"],
		["last night", "2026-11-24"],
		["the day before yesterday", "2026-11-23"],
		["3 days ago", "2026-11-22"],
		["a week ago", "2026-11-18"],
		["wed", "2026-11-25"],
		["Wednesday", "2026-11-25"],
		["last wed", "2026-11-18"],
		["thu", "2026-11-19"],
		["monday", "2026-11-23"],
		["last monday", "2026-11-23"],
		["sun", "2026-11-22"],
		["20 Nov", "2026-11-20"],
		["Nov 20", "2026-11-20"],
		["20th nov 2025", "2025-11-20"],
		["24 dec", "2025-12-24"],
		["march 3", "2026-03-03"],
		["2026-11-20", "2026-11-20"],
		["2020-02-29", "2020-02-29"],
		["20.11.", "2026-11-20"],
		["3.4.2026", "2026-04-03"],
		["3.4.26", "2026-04-03"],
		["24.12.", "2025-12-24"],
		["11/20", "2026-11-20"],
		["20/11", "2026-11-20"],
		["5/5", "2026-05-05"],
		["3/4", "2026-04-03", "2026-03-04"],
		["3/4/26", "2026-04-03", "2026-03-04"],
		// Still to come, which is for the caller to refuse.
		["tomorrow", "2026-11-26"],
		["next monday", "2026-11-30"],
		["in 3 days", "2026-11-28"],
		["2027-01-01", "2027-01-01"],
	] as const) {
		it(`reads ${text}`, () => assert.deepEqual(daysOf(text), days));
	}

	for (const text of [
		"",
		"may",
		"march",
		"second",
		"last week",
		"monday last week",
		"this month",
		"13/13",
		"2026-02-30",
		"31.02.",
		"1.5",
		"20.11",
		"1/2/3",
		"45m",
		"today 7",
		"writing",
	]) {
		it(`reads "${text}" as no day`, () => assert.equal(daysOf(text), undefined));
	}

	it("means the same when it is written out and typed again", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
				assert.deepEqual(daysOf(formatDay(day)), [formatDay(day)]);
			}),
		);
	});
});

describe("a phrase that names a day", () => {
	for (const [text, day] of [
		["on monday", "2026-11-23"],
		["tues", "2026-11-24"],
		["sat.", "2026-11-21"],
		["yesterday,", "2026-11-24"],
		["yesterday at 9am", "2026-11-24"],
		["yesterday 9 pm", "2026-11-24"],
		["day before yesterday", "2026-11-23"],
		["on the 3rd of may", "2026-05-03"],
		["20 Nov.", "2026-11-20"],
	] as const) {
		it(`is ${text}`, () => assert.deepEqual(parseDayPhrase(text, today)?.days.map(formatDay), [day]));
	}

	for (const text of ["31 nov", "2026-02-30", "feb 29", "31.6."]) {
		it(`reports that ${text} doesn't exist`, () =>
			assert.deepEqual(parseDayPhrase(text, today), { days: [], clear: false, alsoWord: false, missing: true }));
	}

	for (const text of ["last week", "past year", "a month ago"]) {
		it(`leaves open which day ${text} means`, () =>
			assert.deepEqual(parseDayPhrase(text, today), { days: [], clear: false, alsoWord: false }));
	}

	for (const text of ["may", "march", "second", "sunny", "yesterday 9:15", "today 45m", "monday review", "1.5", "7"]) {
		it(`is not ${text}`, () => assert.equal(parseDayPhrase(text, today), undefined));
	}

	it("is asked about if it is also a word", () => {
		assert.deepEqual(
			["sat", "sun", "wed", "mon", "friday", "yesterday"].map((text) => parseDayPhrase(text, today)?.alsoWord),
			[true, true, true, true, false, false],
		);
	});
});
