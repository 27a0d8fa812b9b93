import assert from "node:assert/strict";
import { type FactOf, factsOf, readFacts } from "../../../../src/progress/review/reviewFact.ts";
import { currentFacts } from "../../../../src/review/review.ts";
import type { GoalProgressChart } from "../../../../src/review/reviewPageModel.ts";
import { formatDay } from "../../../../src/time/day.ts";
import { reviewPage } from "../../../../src/viewmodel/review/reviewPage.ts";
import { reviewReport } from "../../../../src/viewmodel/review/reviewReport.ts";
import { day, type Logged } from "../../progress/progressFixture.ts";
import { plainSpaces } from "../rows/renderRows.ts";
import { type GivenReview, reviewGiven } from "./reviewFixture.ts";

const plan = (keys = "") => `
targets: {year 1: [{id: books, title: Books, goal: 40${keys}}]}
checkpoints: [{id: half, title: Half, every: 6 months, until: year 2}]`;
const weekly = (count: number): ReadonlyArray<Logged> =>
	Array.from(
		{ length: count },
		(_, week): Logged => [formatDay(day("2026-01-09") + week * 7), "books", { add: week % 2 }],
	);
const given = (logged = weekly(25), keys = "") => reviewGiven(plan(keys), { logged });

function chartOf({ source, review }: GivenReview): GoalProgressChart {
	const charts = reviewPage(source, review).charts;
	return charts.find((chart) => chart.kind === "goalProgress") ?? assert.fail("no chart");
}

describe("the forecast in a review", () => {
	it("is drawn as a band from today's value to the due date and beyond", () => {
		const [target] = chartOf(given()).targets;
		assert.ok(target);
		const [first, second] = target.band;
		assert.deepEqual([first?.day, first?.low, first?.middle, first?.high], [day("2026-07-01"), 12, 12, 12]);
		assert.equal(target.due, day("2027-01-04"));
		assert.ok((target.band.at(-1)?.day ?? 0) >= target.due, "the band ends before the due date");
		assert.ok(second && second.low >= 12);
		for (const { low, middle, high } of target.band) assert.ok(low <= middle && middle <= high);
		const last = target.band.at(-1);
		assert.ok(last && last.high - last.low > second.high - second.low, "the band doesn't widen");
	});

	it("is given in words and in the table, with the due date among the days", () => {
		const { table, summary, targets } = chartOf(given());
		assert.match(plainSpaces(targets[0]?.reached ?? ""), /^12 of 40, likely .* \d{4}, .*by Jan 2027$/);
		assert.match(plainSpaces(summary), /^Books: 12 of 40, likely /);
		assert.deepEqual(
			table.columns.map(({ title }) => title),
			["Goal", "Day", "Value", "Forecast"],
		);
		const rows = table.rows.map((row) => plainSpaces(row.join(" | ")));
		assert.ok(
			rows.some((row) => /^Books \| Jul 1, 2026 \| {2}\| likely .* a week recently, .* a week needed/.test(row)),
		);
		assert.ok(rows.includes("Books | Jan 4, 2027 |  | due: 40"), rows.join("\n"));
		assert.ok(rows.some((row) => /^Books \| \w+ \d+, 202\d \| {2}\| [\d.]+ to [\d.]+$/.test(row)));
		assert.ok(table.rows.every((row) => row.length === 4));
	});

	it("is part of the written report as a table", () => {
		const { source, review } = given();
		const report = plainSpaces(reviewReport(reviewPage(source, review, { forOthers: true })));
		assert.match(report, /\| Goal +\| Day +\| +Value \| Forecast +\|/);
		assert.match(report, /\| Books \| Jan 4, 2027 +\| +\| due: 40 +\|/);
	});

	it("says that it is too early, without a band", () => {
		const { targets, table } = chartOf(given(weekly(3)));
		assert.match(targets[0]?.reached ?? "", /too early to say$/);
		assert.deepEqual(targets[0]?.band, []);
		assert.ok(table.rows.some((row) => row.includes("too early to say")));
	});

	it("is left out for what is reached, and if forecasts are off", () => {
		const done = chartOf(given([...weekly(25), ["2026-06-30", "books", { add: 40 }]]));
		assert.deepEqual([done.targets[0]?.band, done.table.columns.length], [[], 3]);
		const { source, review } = given();
		const off = { ...source, snapshot: { ...source.snapshot, forecastOf: () => undefined } };
		assert.deepEqual(factsOf(currentFacts(off, review.occurrence), "forecast"), []);
	});

	it("shows nothing of private items in discreet mode", () => {
		const { source, review } = given(weekly(25), ", private: true");
		assert.equal(factsOf(review.facts, "forecast").length, 1);
		assert.equal(chartOf({ source, review }).targets.length, 1);
		const page = reviewPage(source, review, { forOthers: true });
		assert.ok(!JSON.stringify(page).includes("likely"));
	});

	it("is kept with the review, and read back as it was", () => {
		const facts = factsOf(given().review.facts, "forecast");
		const [fact] = facts as ReadonlyArray<FactOf<"forecast">>;
		assert.ok(fact && (fact.band?.length ?? 0) > 5 && (fact.band?.length ?? 0) <= 9);
		assert.deepEqual(readFacts(JSON.parse(JSON.stringify(facts))), facts);
		assert.ok(JSON.stringify(fact).length < 1_200, `${JSON.stringify(fact).length} characters`);
	});
});
