import assert from "node:assert/strict";
import fc from "fast-check";
import { findOverlaps } from "../../../src/journal/ledger/loggedMinutes.ts";
import { readLedger } from "../../../src/journal/ledger/readLedger.ts";
import { parseLog } from "../../../src/logging/line/parseLog.ts";
import { logLineEntries } from "../../../src/logging/logItemEntries.ts";
import type { LogItem, LogSource } from "../../../src/logging/logReading.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { type Day, formatDay, parseDay } from "../../../src/time/day.ts";
import { dayOfMoment, formatMoment, instantOf, minutesBetween, minutesSince } from "../../../src/time/moment.ts";
import { isDeep } from "../../harness/depth.ts";

const zones = [
	...["Europe/Berlin", "Europe/London", "America/New_York", "America/St_Johns", "America/Sao_Paulo", "Asia/Kolkata"],
	...["Asia/Tokyo", "Australia/Lord_Howe", "Australia/Sydney", "Pacific/Auckland", "Pacific/Chatham", "Africa/Nairobi"],
];
const day = (text: string) => parseDay(text) ?? assert.fail(text);
const minute = 60_000;

interface Place {
	/** ms since 1970. */
	readonly now: number;
	readonly timeZone: string;
	readonly dayEnds: number;
}

function todayAt({ now, timeZone, dayEnds }: Place): Day {
	return dayOfMoment(formatMoment(now, timeZone), dayEnds);
}

function sourceAt(place: Place): LogSource {
	const { now, timeZone } = place;
	const today = todayAt(place);
	return {
		targets: [{ id: "writing", title: "Thought leadership", timeOnly: true, weekly: true }],
		uses: () => 0,
		today,
		now: minutesSince(today, now, timeZone),
		minutesBetween: (on, start, end) => minutesBetween(on, start, end, timeZone),
	};
}

/** The entries that Enter saves of what is shown, as the journal counts them. */
function saved(logged: ReadonlyArray<LogItem>, place: Place) {
	const { plan } = parsePlan("commitments: [{id: writing, title: Thought leadership, hours: 2}]");
	assert.ok(plan);
	const week = { ...plan.week, dayEnds: place.dayEnds };
	const entries = logLineEntries({ ...plan, week }, logged, { ...place, today: todayAt(place) });
	const lines = entries.map((entry, at) =>
		JSON.stringify({ id: String(at), at: formatMoment(place.now, place.timeZone), ...entry }),
	);
	return readLedger([lines.join("\n")], place.dayEnds).on(["writing"], { type: "time" });
}

const clock = (minutes: number) => `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, "0")}`;
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Ways to name a day, for one that is so many days back. */
function wordsFor(on: Day, today: Day): ReadonlyArray<string> {
	const iso = formatDay(on);
	const [year, month, date] = iso.split("-").map(Number) as [number, number, number];
	const back = today - on;
	return [
		...([["", "today"], ["yesterday"]][back] ?? [`${back} days ago`]),
		iso,
		iso.replaceAll("-", "/"),
		`${date}.${month}.${year}`,
		`${months[month - 1]} ${date} ${year}`,
	];
}

describe("the preview of a typed line", function () {
	this.timeout(3_600_000);

	it("is what is saved and counted, on any day in any time zone", () => {
		const typed = fc.record({
			now: fc.integer({ min: day("2025-07-01") * 1440, max: day("2027-06-30") * 1440 }).map((each) => each * minute),
			timeZone: fc.constantFrom(...zones),
			dayEnds: fc.constantFrom(0, 120, 180),
			back: fc.integer({ min: 0, max: 150 }).map((days) => (days > 100 ? 0 : days)),
			form: fc.nat(9),
			start: fc.integer({ min: 0, max: 1439 }),
			length: fc.integer({ min: 1, max: 600 }),
		});
		let read = 0;
		fc.assert(
			fc.property(typed, ({ back, form, start, length, ...place }) => {
				const today = todayAt(place);
				const on = today - back;
				const words = wordsFor(on, today);
				const text = `writing ${clock(start)}-${clock(start + length)} ${words[form % words.length]}`.trim();
				const { readings, problems } = parseLog(text, sourceAt(place));
				for (const reading of readings) {
					const [shown] = reading;
					assert.ok(shown && reading.length === 1, text);
					assert.equal(shown.day, on, text);
					const [live, ...more] = saved(reading, place);
					assert.ok(live && more.length === 0, text);
					assert.deepEqual([live.day, live.entry.minutes], [on, shown.minutes], text);
					const end = instantOf(live.entry.at);
					if (end !== undefined && shown.end !== undefined) {
						assert.ok(end <= place.now, text);
						const [begin, begun] = [end - live.entry.minutes * minute, live.entry.at];
						const isPlain = formatMoment(begin - 180 * minute, place.timeZone).slice(19) === begun.slice(19);
						// Around a change of the clocks a time may be left out, or be there twice.
						if (isPlain) {
							assert.equal(formatMoment(begin, place.timeZone).slice(11, 16), clock(start).padStart(5, "0"), text);
							assert.equal(live.entry.minutes, length, text);
						}
					}
					read++;
				}
				assert.ok(
					readings.length > 0 || problems.every(({ code }) => /future|zero/.test(code)),
					`${text}: ${problems[0]?.code}`,
				);
			}),
			{ numRuns: isDeep() ? 50_000 : 2000 },
		);
		assert.ok(read > 1000);
	});

	for (const [on, before, after] of [
		["2026-03-29", "1:30-3:30", "3:30-4:15"],
		["2026-10-25", "1:30-3:30", "3:30-4:15"],
		["2026-03-29", "0:45-1:45", "1:45-3:15"],
		["2026-10-25", "0:45-1:45", "1:45-3:15"],
	] as const) {
		it(`does not overlap what it adjoins when the clocks change: ${before}, ${after} on ${on}`, () => {
			const place = { now: (day(on) * 1440 + 1200) * minute, timeZone: "Europe/Berlin", dayEnds: 0 };
			const live = [before, after].flatMap((range) => {
				const [reading] = parseLog(`writing ${range}`, sourceAt(place)).readings;
				return saved(reading ?? assert.fail(range), place);
			});
			assert.equal(live.length, 2);
			assert.deepEqual(findOverlaps(live), []);
		});
	}

	it("is never in the future on a day when clocks change, and neither is any of its hours", () => {
		const at = (utc: string) => ({ now: instantOf(utc) ?? assert.fail(), timeZone: "Europe/Berlin", dayEnds: 0 });
		const codes = (range: string, utc: string) =>
			parseLog(`writing ${range}`, sourceAt(at(utc))).problems.map(({ code }) => code);
		assert.deepEqual(codes("17:15-17:45", "2026-03-29T16:00:00Z"), []);
		assert.deepEqual(codes("17:15-18:15", "2026-03-29T16:00:00Z"), ["future-time"]);
		assert.deepEqual(codes("17:15-17:45", "2026-10-25T17:00:00Z"), []);
		assert.deepEqual(codes("17:15-18:15", "2026-10-25T17:00:00Z"), ["future-time"]);
	});

	it("shows two entries for two time ranges", () => {
		const place = { now: (day("2026-08-01") * 1440 + 1200) * minute, timeZone: "Europe/Berlin", dayEnds: 0 };
		for (const text of ["writing 8:00-9:15 + 10:00-11:00", "writing 8:00-9:15+10am-11am today"]) {
			const { readings, questions } = parseLog(text, sourceAt(place));
			assert.deepEqual(
				readings.map((reading) => saved(reading, place).map(({ entry }) => [entry.minutes, entry.at.slice(11, 16)])),
				[
					[
						[75, "09:15"],
						[60, "11:00"],
					],
				],
			);
			assert.deepEqual(questions, []);
		}
	});
});
