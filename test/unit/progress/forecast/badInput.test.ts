import assert from "node:assert/strict";
import fc from "fast-check";
import type { Snapshot } from "../../../../src/progress/snapshot.ts";
import { computeSnapshot } from "../../../../src/progress/snapshot.ts";
import { formatDay } from "../../../../src/time/day.ts";
import { forecastTexts, rateTexts } from "../../../../src/viewmodel/forecast/forecastText.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { runs } from "../../../harness/depth.ts";
import { day, type Logged, ledgerOf, planOf } from "../progressFixture.ts";

const start = day("2026-01-05");
const at = (days: number) => formatDay(start + days);
const step = fc.integer({ min: -20, max: 50 });

/** What one would rather not be given, each with what the forecast may be called. */
const cases: ReadonlyArray<readonly [string, fc.Arbitrary<ReadonlyArray<Logged>>, RegExp]> = [
	["one entry", fc.integer({ min: 1, max: 40 }).map((add) => [[at(70), "a", { add }]]), /^tooEarly$/],
	["all zeros", weekly(fc.constant(0)), /^tooEarly$/],
	[
		"a jump of 1,000x",
		fc
			.tuple(weekly(fc.constant(0.01)), fc.integer({ min: 0, max: 140 }))
			.map(([entries, days]) => [...entries, [at(days), "a", { add: 10 }]]),
		/^(expected|notAtThisRate|tooEarly)$/,
	],
	["negative steps", weekly(fc.integer({ min: -30, max: -1 })), /^notAtThisRate$/],
	[
		"entries in the future",
		fc.array(step, { minLength: 1, maxLength: 20 }).map((all) => all.map((add, i) => [at(150 + i), "a", { add }])),
		/^tooEarly$/,
	],
	["a goal already passed", weekly(fc.integer({ min: 20, max: 90 })), /^reached$/],
	[
		"ten years of daily entries",
		fc.integer({ min: 1, max: 4 }).map((every) => {
			const first = start + 140 - 3652;
			return Array.from(
				{ length: 3652 },
				(_, i): Logged => [formatDay(first + i), "a", { add: i % every ? 0 : 0.001 }],
			);
		}),
		/^(expected|notAtThisRate)$/,
	],
	[
		"two set on a day",
		fc
			.array(fc.tuple(fc.integer({ min: 1, max: 48 }), fc.integer({ min: 1, max: 48 })), {
				minLength: 20,
				maxLength: 20,
			})
			.map((all) =>
				all.flatMap(
					([one, two], i): ReadonlyArray<Logged> => [
						[at(i * 7), "a", { set: one }],
						[at(i * 7), "a", { set: two }],
					],
				),
			),
		/^(expected|notAtThisRate|tooEarly)$/,
	],
];

/** An entry each week for 20 weeks. */
function weekly(amount: fc.Arbitrary<number>): fc.Arbitrary<ReadonlyArray<Logged>> {
	return fc
		.array(amount, { minLength: 20, maxLength: 20 })
		.map((all) => all.map((add, week): Logged => [at(week * 7), "a", { add }]));
}

function given(yaml: string, logged: ReadonlyArray<Logged>): Snapshot {
	const plan = planOf(yaml);
	return computeSnapshot(plan, ledgerOf(plan, logged), start + 140);
}

/** The state of an item's forecast, after its texts, its band and its numbers were found sensible. */
function checked(snapshot: Snapshot, id: string): string | undefined {
	const item = snapshot.items.get(id) ?? assert.fail();
	const forecast = snapshot.forecastOf(item);
	if (!forecast) return undefined;
	const source = { formatter: new Formatter("en", false), today: snapshot.today };
	const texts = [...forecastTexts(item, forecast, source), ...rateTexts(item, forecast, source.formatter)];
	assert.ok(texts.length > 0 || forecast.state === "reached");
	assert.ok(!/NaN|Infinity|undefined|Invalid/.test(texts.join()), texts.join());
	const band = snapshot.forecasts.band(item, [1, 13, 52]);
	const numbers = [...Object.values(forecast), ...band.flatMap((point) => Object.values(point))];
	for (const value of numbers) assert.ok(typeof value === "string" || Number.isFinite(value), `${value}`);
	for (const { low, middle, high } of band) assert.ok(low <= middle && middle <= high);
	if ("chance" in forecast) assert.ok((forecast.chance ?? 0) >= 0 && (forecast.chance ?? 0) <= 1);
	return forecast.state;
}

describe("a forecast of bad input", () => {
	for (const [name, arbitrary, states] of cases) {
		it(`is sensible: ${name}`, () => {
			const property = fc.property(arbitrary, (logged) => {
				assert.match(
					checked(given("targets: {years 1-3: [{id: a, title: A, goal: 50}]}", logged), "a") ?? "none",
					states,
				);
			});
			fc.assert(property, { numRuns: name.startsWith("ten years") ? 2 : runs(100) });
		});
	}

	it("is sensible: a due date in the past", () => {
		const property = fc.property(weekly(fc.constant(1)), fc.integer({ min: 1, max: 139 }), (logged, due) => {
			const snapshot = given(`targets: {year 1: [{id: a, title: A, goal: 50, when: by ${at(due)}}]}`, logged);
			assert.match(checked(snapshot, "a") ?? "none", /^(expected|notAtThisRate)$/);
			const forecast = snapshot.forecastOf(snapshot.items.get("a") ?? assert.fail());
			assert.ok(forecast && "chance" in forecast && forecast.chance === 0 && forecast.neededRate === undefined);
		});
		fc.assert(property, { numRuns: runs(100) });
	});

	it("is sensible: a measure used by twelve targets", () => {
		const counts = fc.constantFrom("latest", "total", "period");
		const property = fc.property(counts, fc.array(step, { minLength: 1, maxLength: 40 }), (count, steps) => {
			const targets = Array.from({ length: 12 }, (_, i) => `{id: t${i}, of: a, title: T${i}, goal: ${(i + 1) * 10}}`);
			const yaml = `measures: [{id: a, title: A, count: ${count}}]\ntargets: {years 1-3: [${targets.join(", ")}]}`;
			const snapshot = given(
				yaml,
				steps.map((add, i): Logged => [at(i * 3), "a", { add }]),
			);
			const states = targets.map((_, index) => checked(snapshot, `t${index}`));
			// A lower goal isn't further away.
			const reached = states.map((state) => state === "reached");
			assert.ok(
				reached.every((each, index) => index === 0 || !each || reached[index - 1]),
				states.join(),
			);
		});
		fc.assert(property, { numRuns: runs(60) });
	});
});
