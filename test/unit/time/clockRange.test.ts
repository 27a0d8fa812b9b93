import assert from "node:assert/strict";
import fc from "fast-check";
import { formatClockRange, parseClockRange } from "../../../src/time/clockRange.ts";

const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

describe("a clock range as it is typed", () => {
	for (const [text, ...expected] of [
		["8:00-9:15", "8:00-9:15"],
		["8-9:15", "8:00-9:15"],
		["8.30 - 9.15", "8:30-9:15"],
		["from 8 to 9:15", "8:00-9:15"],
		["between 8am and 9am", "8:00-9:00"],
		["8am–9:15am", "8:00-9:15"],
		["8am-9:15", "8:00-9:15"],
		["1-2pm", "13:00-14:00"],
		["11-1pm", "11:00-13:00"],
		["11pm-1", "23:00-25:00"],
		["11-12am", "23:00-24:00"],
		["12-1am", "0:00-1:00"],
		["12pm-1pm", "12:00-13:00"],
		["22:30-0:15", "22:30-24:15"],
		["22:30-00:15", "22:30-24:15"],
		["20-22", "20:00-22:00"],
		["11-1", "11:00-13:00", "11:00-25:00"],
		["9-5", "9:00-17:00", "9:00-29:00"],
		["09:00-05:00", "9:00-29:00"],
	] as const) {
		it(`reads ${text}`, () => {
			const found = parseClockRange(text)?.ranges.map(({ start, end }) => `${clock(start)}-${clock(end)}`);
			assert.deepEqual(found, expected);
		});
	}

	for (const text of [
		"",
		"8",
		"8-",
		"8:00",
		"25-26",
		"8:60-9",
		"13am-2pm",
		"8:00-8:00",
		"2026-11-20",
		"8-9-10",
		"5-6x",
	]) {
		it(`doesn't read "${text}"`, () => assert.equal(parseClockRange(text), undefined));
	}

	it("is uncertain between plain numbers", () => {
		assert.deepEqual(
			["8-9", "8-9:00", "8-9pm"].map((text) => parseClockRange(text)?.plain),
			[true, false, false],
		);
	});

	it("means the same when it is written out and typed again", () => {
		fc.assert(
			fc.property(fc.nat(1439), fc.integer({ min: 1, max: 1439 }), (start, minutes) => {
				const range = { start, end: start + minutes };
				assert.deepEqual(parseClockRange(formatClockRange(range)), { ranges: [range], plain: false });
			}),
		);
	});
});
