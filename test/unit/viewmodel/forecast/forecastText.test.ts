import assert from "node:assert/strict";
import fc from "fast-check";
import { forecastsForModel } from "../../../../src/api/forecastsForModel.ts";
import { finish } from "../../../../src/journal/steps.ts";
import { formatDay } from "../../../../src/time/day.ts";
import { lensParts } from "../../../../src/viewmodel/editor/codeLenses.ts";
import { chanceStep, chanceText } from "../../../../src/viewmodel/forecast/forecastText.ts";
import { whatIfReadings } from "../../../../src/viewmodel/forecast/whatIfText.ts";
import { overviewPage } from "../../../../src/viewmodel/overview/overviewPage.ts";
import { rowTip } from "../../../../src/viewmodel/overview/rowTip.ts";
import { aimRows } from "../../../../src/viewmodel/rows/aimRow.ts";
import { itemRow } from "../../../../src/viewmodel/rows/itemRow.ts";
import { suggestNext } from "../../../../src/viewmodel/suggestNext.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import type { ViewSource } from "../../../../src/viewmodel/text/viewSource.ts";
import { runs } from "../../../harness/depth.ts";
import { day, type Logged } from "../../progress/progressFixture.ts";
import { plainSpaces, tooltipLines } from "../rows/renderRows.ts";
import { sourceWith } from "../viewSourceFor.ts";

const start = day("2026-01-05");
const weekly = (weeks: number, add = 1): ReadonlyArray<Logged> =>
	Array.from({ length: weeks }, (_, week): Logged => [formatDay(start + week * 7 + 6), "a", { add }]);

/** The source with all forecasts computed, as it is a moment after the first draw. */
function sourceOf(keys: string, logged: ReadonlyArray<Logged>, date: string, formatter?: Formatter): ViewSource {
	const yaml = `targets: {by year 3: [{id: a, title: A, ${keys}}]}`;
	const source = sourceWith(yaml, logged, date, formatter);
	finish(source.snapshot.forecasts.steps());
	return source;
}

function itemOf({ snapshot }: ViewSource) {
	return snapshot.items.get("a") ?? assert.fail();
}

const description = (source: ViewSource) => plainSpaces(itemRow(itemOf(source), source).description ?? "");
const facts = (source: ViewSource) =>
	tooltipLines(itemRow(itemOf(source), source)).filter((line) => /^(Forecast|Rate|Past)/.test(line));

describe("the texts of a forecast", () => {
	it("show in the row when it is likely if that is after the due date", () => {
		const late = sourceOf("goal: 60, when: by year 1", weekly(40), "2026-10-12");
		assert.match(description(late), /^40 of 60 · likely [A-Z][a-z]{2}( \d{4})?( – [A-Z][a-z]{2} \d{4})? · Jan 4, 2027/);
	});

	it("show nothing in the row if it is on track, or before it is computed", () => {
		const well = sourceOf("goal: 60", weekly(40), "2026-10-12");
		assert.equal(well.snapshot.forecastOf(itemOf(well))?.state, "expected");
		assert.ok(!description(well).includes("likely"), description(well));
		const yaml = "targets: {by year 3: [{id: a, title: A, goal: 200}]}";
		assert.ok(!description(sourceWith(yaml, weekly(40), "2026-10-12")).includes("likely"));
	});

	it("say that it isn't reached at this rate, and nothing more if it is too early to say", () => {
		assert.match(description(sourceOf("goal: 2000", weekly(13), "2026-10-12")), /^13 of 2000 · not at this rate · /);
		assert.ok(!description(sourceOf("goal: 200", weekly(2), "2026-02-02")).includes("early"));
		assert.deepEqual(facts(sourceOf("goal: 200", weekly(2), "2026-02-02")), ["Forecast: too early to say"]);
	});

	it("show chance, dates and rates in the tooltip, and the same in the code lens", () => {
		const source = sourceOf("goal: 120", weekly(40), "2026-10-12");
		const [forecast, rate, ...past] = facts(source);
		assert.match(forecast ?? "", /^Forecast: likely .+, (about an? \d0%|very likely|hardly any).* by Jan 2029$/);
		assert.match(rate ?? "", /^Rate: 1 a week recently, 0\.69 a week needed$/);
		assert.deepEqual(past, []);
		assert.match(plainSpaces(lensParts({ kind: "item", id: "a" }, source)[0]?.text ?? ""), / · likely /);
	});

	it("say how often forecasts were right once five could be checked, and give small rates by year", () => {
		const logged = Array.from(
			{ length: 20 },
			(_, quarter): Logged => [formatDay(start + quarter * 91), "a", { add: 1 }],
		);
		const source = sourceOf("goal: 22, when: by year 8", logged, "2031-01-06");
		const lensTooltip = () => lensParts({ kind: "item", id: "a" }, source)[0]?.tooltip ?? "";
		// The journal isn't replayed for a code lens.
		assert.doesNotMatch(lensTooltip(), /within the range/);
		const lines = facts(source);
		assert.match(lines[1] ?? "", /^Rate: [\d.]+ a year recently, [\d.]+ a year needed$/);
		assert.match(lines[2] ?? "", /^Past forecasts: \d+ of the last (5|6|7|8|9|10) came within the range$/);
		assert.match(lensTooltip(), /a year recently, .* a year needed, \d+ of the last \d+ came within the range$/);
	});

	it("hide amounts of money and private items in discreet mode", () => {
		const discreet = new Formatter("en", true);
		const money = sourceOf("goal: $1M+", weekly(40, 10_000), "2026-10-12", discreet);
		assert.ok(
			facts(money).every((line) => !/\$|\d{2},?\d{3}(?! –)\b.*a week/.test(line)),
			facts(money).join(),
		);
		assert.match(facts(money)[1] ?? "", /^Rate: ••• a week recently, ••• a week needed$/);
		const secret = sourceOf("goal: 200, private: true", weekly(40), "2026-10-12", discreet);
		assert.ok(!JSON.stringify(itemRow(itemOf(secret), secret)).includes("likely"));
	});

	it("round chances to steps of 10%", () => {
		const words = (chance: number) => chanceText(chance, start, new Formatter("en"));
		assert.equal(words(0.04), "hardly any chance by Jan 2026");
		assert.equal(words(0.68), "about a 70% chance by Jan 2026");
		assert.equal(words(0.82), "about an 80% chance by Jan 2026");
		assert.equal(words(0.96), "very likely by Jan 2026");
		fc.assert(
			fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
				const step = chanceStep(chance) * 10;
				assert.ok(Math.abs(step - Math.round(step)) < 1e-9 && Math.abs(chance - step / 10) <= 0.05 + 1e-9);
			}),
		);
	});

	for (const [state, keys, logged, said] of [
		["expected", "goal: 120", weekly(40), /likely/],
		["late", "goal: 60, when: by year 1", weekly(40), /likely/],
		["not at this rate", "goal: 2000", weekly(13), /not at this rate/],
		["too early", "goal: 200", weekly(2), /too early to say/],
	] as const) {
		it(`promise nothing anywhere, give chances in steps of 10%, and dates to the month: ${state}`, () => {
			const source = sourceOf(`${keys}, formerly: [b]`, logged, "2026-10-12");
			const item = itemOf(source);
			const lens = lensParts({ kind: "item", id: "a" }, source);
			const { labels, ...overview } = overviewPage(source);
			const texts = [
				...[itemRow(item, source), ...aimRows(source)].flatMap((row) => [
					...[row.label, row.description ?? "", row.accessibleName],
					...tooltipLines(row),
				]),
				...lens.flatMap(({ text, tooltip = "" }) => [text, tooltip]),
				rowTip(source, "item:a"),
				JSON.stringify(overview),
				JSON.stringify(suggestNext(source)),
				JSON.stringify(forecastsForModel(source)),
				...["3 a week", "2027-06", "70"].flatMap((typed) => JSON.stringify(whatIfReadings(item, typed, source))),
			].map(plainSpaces);
			assert.match(texts.join("\n"), said);
			for (const text of texts) {
				assert.doesNotMatch(text, /\bwill\b|guarantee|certain/i);
				for (const [, chance] of text.matchAll(/(\d+(?:\.\d+)?)% chance/g)) assert.equal(Number(chance) % 10, 0, text);
				assert.doesNotMatch(text, /likely [A-Z][a-z]{2} \d{1,2}\b(?!\d)/, text);
			}
			const [first] = lens;
			assert.equal(/a week recently/.test(plainSpaces(first?.tooltip ?? "")), state !== "too early");
		});
	}

	it("are sensible whatever was logged, and promise nothing", function () {
		this.timeout(60_000);
		const amount = fc.oneof(
			fc.constantFrom(0, 1, -1, 1000, 1e6, -1e6, 0.001, 1e300),
			fc.double({ min: -1e4, max: 1e4, noNaN: true }),
		);
		const entry = fc.tuple(
			fc.oneof(fc.integer({ min: -400, max: 4000 }), fc.constantFrom(0, 7, 14)),
			fc.oneof(
				amount.map((add) => ({ add })),
				amount.map((set) => ({ set })),
				fc.constantFrom({ set: true }, { set: false }),
			),
		);
		const keys = fc.constantFrom(
			"goal: 100",
			"goal: 1",
			"goal: at most 5, from: 90",
			"goal: $1M+",
			"of: m, goal: 50",
			"goal: 10, when: by month 1",
			"goal: 0.001",
			"of: p, goal: 20, when: year 3",
			"goal: 10, when: year 8",
		);
		const journal = fc.oneof(
			fc.array(entry, { maxLength: 60 }),
			// Ten years of daily entries.
			amount.map((add) => Array.from({ length: 3650 }, (_, at) => [at - 1, { add }] as const)),
		);
		const measures = "measures: [{id: m, title: M, count: total}, {id: p, title: P, count: period}]";
		const more = Array.from({ length: 12 }, (_, index) => `{id: t${index}, title: T, of: m, goal: ${index + 1}0}`);
		fc.assert(
			fc.property(keys, journal, fc.integer({ min: 0, max: 3700 }), (itemKeys, entries, after) => {
				const yaml = `${measures}\ntargets: {by year 3: [{id: a, title: A, ${itemKeys}}, ${more.join(", ")}]}`;
				const logged = entries.flatMap(([at, value]): ReadonlyArray<Logged> => {
					const on = itemKeys.startsWith("of: ") ? itemKeys.slice(4, 5) : "a";
					return [[formatDay(start + at), on, value]];
				});
				const source = sourceWith(yaml, logged, formatDay(start + after));
				finish(source.snapshot.forecasts.steps());
				for (const item of source.plan.items) {
					const row = itemRow(item, source);
					const lines = [row.description, row.accessibleName, ...tooltipLines(row)].join("\n");
					assert.doesNotMatch(lines, /NaN|Infinity|undefined|∞|\bwill\b/);
				}
			}),
			{ numRuns: runs(40) },
		);
	});
});
