import assert from "node:assert/strict";
import fc from "fast-check";
import { formatMinutes, parseMinutes } from "../../../src/time/minutes.ts";

describe("a duration as it is typed", () => {
	for (const [text, minutes] of [
		["45m", 45],
		["45 min", 45],
		["90 mins", 90],
		["1 minute", 1],
		["1h", 60],
		["2 hours", 120],
		["1hr", 60],
		["1h30", 90],
		["1h 30", 90],
		["1 h 30 min", 90],
		["1h30m", 90],
		["1 hour and 15 minutes", 75],
		["1:30", 90],
		[":30", 30],
		["0:05", 5],
		["1.5h", 90],
		["1,5h", 90],
		["1.25h", 75],
		[".5h", 30],
		["1.5", 90],
		["1,5", 90],
		["0.25", 15],
		["13", 13],
		["90", 90],
		["1440", 1440],
		["24h", 1440],
		["½h", 30],
		["1½ h", 90],
		["2¾h", 165],
		["１．５ｈ", 90],
		["45M", 45],
		["  45m  ", 45],
		["half an hour", 30],
		["an hour and a half", 90],
		["quarter of an hour", 15],
	] as const) {
		it(`reads ${text}`, () => assert.deepEqual(parseMinutes(text), { kind: "minutes", minutes }));
	}

	for (const [text, hours, minutes] of [
		["1", 60, 1],
		["2", 120, 2],
		["12", 720, 12],
	] as const) {
		it(`asks whether ${text} means hours or minutes`, () =>
			assert.deepEqual(parseMinutes(text), { kind: "ambiguous", minutes: [hours, minutes] }));
	}

	for (const text of ["0", "0m", "0h", "0:00", "0.0", "0h0m", "0.1m"]) {
		it(`reports that ${text} is zero`, () => assert.deepEqual(parseMinutes(text), { kind: "zero" }));
	}

	for (const text of ["25h", "24h1m", "24:01", "1441", "99999h", "24.5"]) {
		it(`reports that ${text} is more than a day`, () => assert.deepEqual(parseMinutes(text), { kind: "too-long" }));
	}

	for (const text of [
		"",
		"h",
		"m",
		":",
		"-5m",
		"+5m",
		"1:60",
		"1:5",
		":5",
		"1h 90m",
		"1h:30",
		"1.5h30m",
		"1e3",
		"30s",
		"1d",
		"1,000",
		"1.234,5h",
		"45m writing",
		"constructor",
	]) {
		it(`doesn't read "${text}"`, () => assert.equal(parseMinutes(text), undefined));
	}

	it("means the same when it is written out and typed again", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1440 }), (minutes) => {
				assert.deepEqual(parseMinutes(formatMinutes(minutes)), { kind: "minutes", minutes });
			}),
		);
	});
});
