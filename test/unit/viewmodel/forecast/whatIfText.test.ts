import assert from "node:assert/strict";
import fc from "fast-check";
import { formatDay } from "../../../../src/time/day.ts";
import { whatIfReadings } from "../../../../src/viewmodel/forecast/whatIfText.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { runs } from "../../../harness/depth.ts";
import { day, type Logged } from "../../progress/progressFixture.ts";
import { plainSpaces } from "../rows/renderRows.ts";
import { sourceWith } from "../viewSourceFor.ts";

const logged = Array.from(
	{ length: 40 },
	(_, week): Logged => [formatDay(day("2026-01-05") + week * 7 + 6), "a", { add: 1 }],
);

function readings(typed: string, keys = "goal: 60", formatter?: Formatter) {
	const yaml = `targets: {by year 1: [{id: a, title: A, ${keys}}]}`;
	const source = sourceWith(yaml, logged, "2026-10-11", formatter);
	const item = source.snapshot.items.get("a") ?? assert.fail();
	return whatIfReadings(item, typed, source).map((each) => ({ ...each, text: plainSpaces(each.text) }));
}

describe("what if, as it is typed", () => {
	for (const [typed, text, replan] of [
		["2 a week", "60 by Dec 20, 2026 takes 2 a week", { when: "by 2026-12-20" }],
		["8 per month", "60 by Dec 27, 2026 takes 1.8 a week", { when: "by 2026-12-27" }],
		["2027-06", "60 by Jun 30, 2027 takes 0.53 a week", { when: "by 2027-06-30" }],
		["70", "70 by Jan 4, 2027 takes 2.5 a week", { goal: "70" }],
		["30", "30 is reached already.", undefined],
		["2020", "There is no open day left until then.", undefined],
		["0 a week", "60 isn't reached within a hundred years at this rate.", undefined],
	] as const) {
		it(`reads ${typed}`, () => {
			const [first] = readings(typed);
			assert.equal(first?.text, text);
			assert.deepEqual(first?.replan, replan);
			assert.equal(first?.detail === "", replan === undefined);
		});
	}

	it("offers a year as a date and as a goal", () => assert.equal(readings("2027").length, 2));

	it("shows the chance in words", () => {
		assert.match(readings("by 2027-12-31")[0]?.detail ?? "", /^(about an? \d0% chance|very likely) by Dec 2027$/);
	});

	it("hides money in discreet mode", () => {
		const [first] = readings("2027-06", "goal: $60", new Formatter("en", true));
		assert.equal(first?.text, "••• by Jun 30, 2027 takes ••• a week");
	});

	it("is sensible whatever is typed", () => {
		const typed = fc.oneof(
			fc.string(),
			fc.constantFrom("", "-1", "at most 5", "1e400", "5-3", "month 0", "by year 9999", "$5 a day"),
			fc
				.tuple(fc.integer(), fc.constantFrom("a week", "per year", "", "%", "K", "people"))
				.map((parts) => parts.join(" ")),
		);
		fc.assert(
			fc.property(
				typed,
				fc.constantFrom("goal: 60", "goal: $1M+", "goal: at most 5, from: 90", "when: year 1"),
				(text, keys) => {
					for (const each of readings(text, keys)) {
						assert.doesNotMatch(`${each.text} ${each.detail}`, /NaN|Infinity|undefined|\bwill\b/);
					}
				},
			),
			{ numRuns: runs(100) },
		);
	});
});
