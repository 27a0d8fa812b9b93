import assert from "node:assert/strict";
import { formatDay, parseDay } from "../../../src/time/day.ts";
import {
	dayAt,
	dayOfMoment,
	formatMoment,
	instantAt,
	instantOf,
	isMoment,
	momentAt,
} from "../../../src/time/moment.ts";

describe("a moment", () => {
	for (const text of [
		"2026-11-24",
		"2024-02-29",
		"0001-01-01",
		"9999-12-31",
		"2026-11-24T05:06",
		"2026-11-24T05:06Z",
		"2026-11-24T05:06:15-05:00",
		"2026-11-24T23:59:59.123456789+14:00",
		"2026-01-31T00:00+05:45",
	]) {
		it(`is ${text}`, () => assert.equal(isMoment(text), true));
	}

	for (const text of [
		"",
		"2026-02-29",
		"2026-02-30",
		"2026-04-31T10:00Z",
		"2026-13-01",
		"2026-00-10",
		"2026-11-00",
		"2026-11-24T24:00",
		"2026-11-24T05:60",
		"2026-11-24T05",
		"2026-11-24 05:06",
		"2026-11-24T05:06+5:00",
		"2026-11-24T05:06+25:00",
		"2026-11-24T05:06:15.",
		"2026-11-24Z",
		"2026-11-24\n",
		" 2026-11-24",
		"26-11-24",
		"12026-11-24",
		"2026-11-24T05:06Z and so on",
	]) {
		it(`is not ${JSON.stringify(text)}`, () => assert.equal(isMoment(text), false));
	}
});

describe("the day of a moment", () => {
	for (const [text, dayEnds, day] of [
		["2026-11-24", 0, "2026-11-24"],
		["2026-11-24", 180, "2026-11-24"],
		["2026-11-24T00:30+01:00", 0, "2026-11-24"],
		["2026-11-24T00:30+01:00", 180, "2026-11-23"],
		["2026-11-24T02:59:59.999+01:00", 180, "2026-11-23"],
		["2026-11-24T03:00+01:00", 180, "2026-11-24"],
		["2026-11-24T23:59-11:00", 180, "2026-11-24"],
		["2026-01-01T00:00Z", 1, "2025-12-31"],
		["2024-03-01T01:00+14:00", 180, "2024-02-29"],
		["0001-01-01T01:00Z", 0, "0001-01-01"],
		["9999-12-31T23:00Z", 180, "9999-12-31"],
	] as const) {
		it(`${text} is ${day} if the day ends ${dayEnds} minutes after midnight`, () =>
			assert.equal(formatDay(dayOfMoment(text, dayEnds)), day));
	}
});

describe("the instant of a moment", () => {
	it("is known with a time and an offset", () => {
		assert.equal(instantOf("2026-11-24T05:06:15+01:00"), Date.parse("2026-11-24T04:06:15Z"));
		assert.equal(instantOf("2026-11-24T05:06Z"), Date.parse("2026-11-24T05:06:00Z"));
		assert.equal(instantOf("2026-11-24T05:06:15.123456789Z"), Date.parse("2026-11-24T05:06:15.123Z"));
	});

	it("is unknown for a day, and without an offset", () => {
		assert.equal(instantOf("2026-11-24"), undefined);
		assert.equal(instantOf("2026-11-24T05:06"), undefined);
	});
});

describe("the local time", () => {
	for (const [instant, zone, expected] of [
		["2026-11-24T04:06:15.999Z", "Europe/Paris", "2026-11-24T05:06:15+01:00"],
		["2026-11-24T04:06:15Z", "UTC", "2026-11-24T04:06:15+00:00"],
		["2026-11-24T04:06:15Z", "America/St_Johns", "2026-11-24T00:36:15-03:30"],
		["2026-11-24T20:30:00Z", "Asia/Kathmandu", "2026-11-25T02:15:00+05:45"],
		["2026-11-24T20:30:00Z", "Pacific/Kiritimati", "2026-11-25T10:30:00+14:00"],
		["2026-11-24T04:06:15Z", "-03:30", "2026-11-24T00:36:15-03:30"],
		// The hour that there is not: 02:00 becomes 03:00.
		["2026-03-29T00:59:59Z", "Europe/Paris", "2026-03-29T01:59:59+01:00"],
		["2026-03-29T01:00:00Z", "Europe/Paris", "2026-03-29T03:00:00+02:00"],
		// The hour that there is twice: 03:00 becomes 02:00.
		["2026-10-25T00:30:00Z", "Europe/Paris", "2026-10-25T02:30:00+02:00"],
		["2026-10-25T01:30:00Z", "Europe/Paris", "2026-10-25T02:30:00+01:00"],
		["2026-03-08T08:00:00Z", "America/Chicago", "2026-03-08T03:00:00-05:00"],
		["2026-04-04T15:30:00Z", "Australia/Lord_Howe", "2026-04-05T02:00:00+10:30"],
		// By the sun, whose seconds an offset cannot show.
		["1850-01-01T12:00:00Z", "Europe/Paris", "1850-01-01T12:09:00+00:09"],
	] as const) {
		it(`in ${zone} at ${instant} is ${expected}`, () => {
			assert.equal(formatMoment(Date.parse(instant), zone), expected);
			assert.equal(isMoment(expected), true);
			assert.equal(instantOf(expected), Math.floor(Date.parse(instant) / 1000) * 1000);
		});
	}

	it("is unknown in an unknown time zone", () => {
		assert.throws(() => formatMoment(0, "Europe/Atlantis"), RangeError);
	});

	it("makes days of 23, 24 and 25 hours, each of which is one day", () => {
		const hour = 3_600_000;
		for (const [day, hours] of [
			["2026-03-29", 23],
			["2026-06-01", 24],
			["2026-10-25", 25],
		] as const) {
			// From the evening before, in steps of a quarter of an hour.
			const begin = Date.parse(`${day}T00:00Z`) - 6 * hour;
			const quarters = Array.from({ length: 4 * 36 }, (_, step) => begin + (step * hour) / 4);
			for (const dayEnds of [0, 60, 240]) {
				const within = quarters.filter((at) => formatDay(dayAt(at, "Europe/Paris", dayEnds)) === day);
				const endsBeforeChange = dayEnds < 120;
				assert.equal(within.length / 4, endsBeforeChange ? hours : 24, `${day}, ${dayEnds}`);
			}
		}
	});
});

describe("the moment at which clocks show a time", () => {
	for (const [day, minutes, zone, expected] of [
		["2026-11-24", 18 * 60, "Europe/Paris", "2026-11-24T18:00:00+01:00"],
		["2026-06-24", 18 * 60, "Europe/Paris", "2026-06-24T18:00:00+02:00"],
		// One o'clock in the night after it.
		["2026-11-24", 1500, "UTC", "2026-11-25T01:00:00+00:00"],
		["2026-03-28", 1440 + 240, "Europe/Paris", "2026-03-29T04:00:00+02:00"],
		["2026-03-29", 119, "Europe/Paris", "2026-03-29T01:59:00+01:00"],
		["2026-03-29", 180, "Europe/Paris", "2026-03-29T03:00:00+02:00"],
		["2026-10-25", 119, "Europe/Paris", "2026-10-25T01:59:00+02:00"],
		// Twice on the clocks: the later one.
		["2026-10-25", 150, "Europe/Paris", "2026-10-25T02:30:00+01:00"],
		["2026-10-25", 180, "Europe/Paris", "2026-10-25T03:00:00+01:00"],
		["2026-03-08", 240, "America/Chicago", "2026-03-08T04:00:00-05:00"],
		["2026-11-01", 60, "America/Chicago", "2026-11-01T01:00:00-06:00"],
		// Not at all on the clocks.
		["2026-03-29", 150, "Europe/Paris", "2026-03-29T03:30:00+02:00"],
		["2026-03-08", 150, "America/Chicago", "2026-03-08T03:30:00-05:00"],
		["2026-11-01", 0, "America/Chicago", "2026-11-01T00:00:00-05:00"],
		["2026-11-24", 0, "Asia/Kathmandu", "2026-11-24T00:00:00+05:45"],
	] as const) {
		it(`${minutes} minutes into ${day} in ${zone} is ${expected}`, () => {
			const given = parseDay(day) ?? assert.fail();
			assert.equal(momentAt(given, minutes, zone), expected);
			assert.equal(instantAt(given, minutes, zone), instantOf(expected));
		});
	}
});
