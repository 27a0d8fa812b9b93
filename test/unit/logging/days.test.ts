import assert from "node:assert/strict";
import fc from "fast-check";
import { parseLog } from "../../../src/logging/line/parseLog.ts";
import type { LogSource } from "../../../src/logging/logReading.ts";
import { formatDay, parseDay } from "../../../src/time/day.ts";
import { dayOfMoment, endOn, instantOf, minutesBetween } from "../../../src/time/moment.ts";

const day = (text: string) => parseDay(text) ?? assert.fail(text);
const berlin = { timeZone: "Europe/Berlin", dayEnds: 0 };

function source(today: string, now?: number): LogSource {
	return {
		targets: [{ id: "writing", title: "Thought leadership", timeOnly: true, weekly: true }],
		uses: () => 0,
		today: day(today),
		...(now === undefined ? {} : { now }),
		minutesBetween: (on, start, end) => minutesBetween(on, start, end, "Europe/Berlin"),
	};
}

/** The days and minutes of the readings, with a question mark if they are asked about, or the problem. */
function read(text: string, today = "2026-08-01", now?: number): string {
	const { readings, questions, problems } = parseLog(text, source(today, now));
	if (problems.length > 0) {
		return `! ${problems.map(({ code }) => code)}`;
	}
	const days = readings.map(([only]) =>
		only ? `${formatDay(only.day)} ${only.minutes}${only.note ? ` ${only.note}` : ""}` : "",
	);
	return `${questions.length > 0 ? "? " : ""}${days.join(" | ")}`;
}

describe("the day of a typed line", () => {
	for (const [text, expected] of [
		["45m writing on the 5th", "2026-07-05 45"],
		["45m writing on the 1st", "2026-08-01 45"],
		["45m writing on the 31st", "2026-07-31 45"],
		["45m writing 2026-2-5", "2026-02-05 45"],
		["45m writing 2026/07/01", "2026-07-01 45"],
		["45m writing 20260701", "2026-07-01 45"],
		["45m writing 2026-02-30", "! no-such-day"],
		["45m writing monday 2 weeks ago", "2026-07-13 45"],
		["45m writing friday last week", "2026-07-24 45"],
		["45m writing 29.2.", "! no-such-day"],
		["45m writing 31.6.", "! no-such-day"],
		["45m writing yesterday 21:00", "2026-07-31 45"],
		["45m writing aug 5", "? 2025-08-05 45"],
		["45m writing 5.8.", "? 2025-08-05 45"],
		["45m writing 5.8.2025", "2025-08-05 45"],
		["45m writing jul 5", "2026-07-05 45"],
		["45m writing 2026-13-01", "! no-such-day"],
		["45m writing 07-01-2026", "? 2026-01-07 45 | 2026-07-01 45"],
		["45m writing 1/7/26", "? 2026-07-01 45 | 2026-01-07 45"],
		["45m writing 2026-7", "? 2026-08-01 45 2026-7"],
		["45m writing 1.7", "? 2026-08-01 45 1.7"],
		["45m writing 5th", "? 2026-08-01 45 5th"],
		["45m writing july 2026", "? 2026-08-01 45 july 2026"],
		["45m writing ten days ago", "2026-07-22 45"],
		["45m writing two weeks ago monday", "2026-07-13 45"],
		["45m writing friday of last week", "2026-07-24 45"],
		["45m writing friday before last", "? 2026-08-01 45 friday before last"],
		["45m writing two fridays ago", "? 2026-08-01 45 two fridays ago"],
		["45m writing a couple of days ago", "? 2026-08-01 45 a couple of days ago"],
		["45m writing 5th last month", "? 2026-08-01 45 5th last month"],
		["45m writing monday 27.7.", "2026-07-27 45"],
		["45m writing Mon 27 July", "2026-07-27 45"],
		["45m writing monday, july 27", "2026-07-27 45"],
		["45m writing friday 27 july", "! no-such-day"],
		["45m writing gestern", "2026-07-31 45"],
		["45m writing vorgestern", "2026-07-30 45"],
		["45m writing am Freitag", "2026-07-31 45"],
		["45m writing letzten Freitag", "2026-07-31 45"],
		["45m writing Freitag letzte Woche", "2026-07-24 45"],
		["45m writing Freitag vor 2 Wochen", "2026-07-17 45"],
		["45m writing vor 3 Tagen", "2026-07-29 45"],
		["45m writing 5. Juli 2026", "2026-07-05 45"],
		["45m writing am 5. März", "2026-03-05 45"],
		["45m writing 31. Juni", "! no-such-day"],
		["45m writing 昨天", "2026-07-31 45"],
		["45m writing 前天", "2026-07-30 45"],
		["45m writing 3天前", "2026-07-29 45"],
		["45m writing 上周五", "2026-07-24 45"],
		["45m writing 2026年7月5日", "2026-07-05 45"],
		["45m writing 7月5日", "2026-07-05 45"],
		["45m writing 6月31日", "! no-such-day"],
	] as const) {
		it(`is read or asked about: ${text}`, () => assert.equal(read(text), expected));
	}

	for (const [text, today, expected] of [
		["writing 1:30-3:30", "2026-03-29", "2026-03-29 60"],
		["writing 1:30-3:30", "2026-10-25", "2026-10-25 180"],
		["writing 1:30-3:30", "2026-08-01", "2026-08-01 120"],
	] as const) {
		it(`has the minutes that passed: ${text} on ${today}`, () => assert.equal(read(text, today), expected));
	}

	for (const [text, end] of [
		["45m writing yesterday 21:00", "2026-07-31 1260"],
		["45m writing 21:00 yesterday", "2026-07-31 1260"],
		["45m writing at 9pm yesterday", "2026-07-31 1260"],
		["45m writing yesterday evening at 9", "2026-07-31 1260"],
		["45m writing gestern um 21 Uhr", "2026-07-31 1260"],
		["45m writing 昨天 21:00", "2026-07-31 1260"],
		["45m writing at 9:30", "2026-08-01 570"],
		["writing 20:00-21:00 yesterday", "2026-07-31 1260"],
	] as const) {
		it(`keeps the time of the day: ${text}`, () => {
			const [[only] = []] = parseLog(text, source("2026-08-01", 1200)).readings;
			assert.equal(`${formatDay(only?.day ?? 0)} ${only?.end}`, end);
		});
	}

	it("is never in the future", () =>
		assert.deepEqual(
			parseLog("45m writing at 21:00", source("2026-08-01", 1200)).problems.map(({ code }) => code),
			["future-time"],
		));

	for (const text of [
		"8:00-9:15 + 10:00-11:00 + 12:00-12:30",
		"8:00-9:15, 10:00-11:00, 12:00-12:30",
		"8:00-9:15 and 10:00-11:00 and 12:00-12:30",
		"8:00-9:15 10:00-11:00 / 12:00-12:30",
	]) {
		it(`becomes one entry for each time range: ${text}`, () =>
			assert.deepEqual(
				parseLog(`writing ${text}`, source("2026-08-01")).readings.map((all) => all.map((each) => each.minutes)),
				[[75, 60, 30]],
			));
	}

	for (const text of [
		"90 seconds",
		"30 sec",
		"1.30h",
		"45m on 5",
		"45m am 30.",
		"45m last weekend",
		"45m am Wochenende",
		"45m letzte Woche",
		"45m week 30",
		"45m KW 30",
		"45m 上周",
		"45m Mo",
		"1h 30m 20s",
		"2 x 45m",
		"45m x2",
		"45 - 60 min",
		"monday 45m 9-10",
		"45m yesterday 9",
		"8:00-9:15 → 10:00",
		"the best part of an hour",
	]) {
		it(`is asked about: ${text}`, () =>
			assert.notDeepEqual(parseLog(`writing ${text}`, source("2026-08-01")).questions, []));
	}

	for (const [text, minutes] of [
		["three quarters of an hour", 45],
		["one and a half hours", 90],
		["an hour and a half", 90],
		["两小时", 120],
		["eine halbe Stunde", 30],
		["8 Uhr bis 9:15 Uhr", 75],
		["von 8:00 bis 9:15", 75],
		["8点至9点15分", 75],
		["1:30h", 90],
		["1h30'", 90],
		["two hours", 120],
		["half hour", 30],
		["1 1/2 hours", 90],
		["90'", 90],
		["22:00-24:00", 120],
		["9am-noon", 180],
		["8h30-10h15", 105],
	] as const) {
		it(`has a duration: ${text}`, () => assert.equal(read(`writing ${text}`), `2026-08-01 ${minutes}`));
	}
});

describe("when a typed time ended", () => {
	const later = instantOf("2026-12-31T00:00:00Z") ?? assert.fail();

	it("counts on the day that is shown, also at midnight", () => {
		assert.equal(endOn(day("2026-08-02"), 1440, later, berlin), "2026-08-02");
		assert.equal(endOn(day("2026-08-02"), 1439, later, berlin), "2026-08-02T23:59:00+02:00");
	});

	it("belongs to the night after the day if the day ends later", () => {
		assert.equal(endOn(day("2026-08-02"), 75, later, { ...berlin, dayEnds: 180 }), "2026-08-03T01:15:00+02:00");
	});

	it("counts on the day that is shown, in every time zone, and is never in the future", () => {
		const zones =
			"Europe/Berlin America/New_York America/Sao_Paulo Australia/Lord_Howe Asia/Kolkata Pacific/Auckland".split(" ");
		fc.assert(
			fc.property(
				fc.record({
					on: fc.integer({ min: day("2025-01-01"), max: day("2026-12-31") }),
					end: fc.integer({ min: 1, max: 2879 }),
					dayEnds: fc.constantFrom(0, 120, 180, 720),
					timeZone: fc.constantFrom(...zones),
					ago: fc.integer({ min: 0, max: 3000 }),
				}),
				({ on, end, dayEnds, timeZone, ago }) => {
					const now = (on * 1440 + end + ago) * 60_000;
					const at = endOn(on, end, now, { timeZone, dayEnds });
					assert.equal(dayOfMoment(at, dayEnds), on, at);
					assert.ok((instantOf(at) ?? 0) <= now, at);
				},
			),
			{ numRuns: process.env["WAYMARK_DEPTH"] === "full" ? 50_000 : 2000 },
		);
	}).timeout(60_000);
});
