import assert from "node:assert/strict";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { aimItems, outlookOf } from "../../../../src/progress/forecast/aim.ts";
import { snapshotOf } from "../progressFixture.ts";

const targets =
	"targets: {year 1: [{id: a, title: A}], year 3: [{id: b, title: B}, {id: c, title: C, dropped: {}}], year 2: [D]}";

function idsOf(yaml: string): ReadonlyArray<string> {
	const { plan, items } = snapshotOf(yaml);
	return aimItems(plan, items).map(({ id }) => id);
}

describe("the items of the aim", () => {
	it("are the targets of the last period, without dropped ones", () => assert.deepEqual(idsOf(targets), ["b"]));

	it("are the ones that the plan names, in that order, each once", () =>
		assert.deepEqual(idsOf(`aim: [d, a, d]\n${targets}`), ["d", "a"]));

	it("are empty without targets", () => assert.deepEqual(idsOf("goal: Up"), []));

	it("are plan items: anything else is a problem at its place, with the nearest item", () => {
		const text = `aim: [b, bb, t]\ntracks: [{id: t, title: T}]\n${targets}`;
		const { problems } = parsePlan(text);
		assert.deepEqual(
			problems
				.filter(({ code }) => code === "unknown-id")
				.map(({ code, range, args }) => [code, text.slice(range.start, range.end), args[0]]),
			[
				["unknown-id", "bb", "bb"],
				["unknown-id", "t", "t"],
			],
		);
	});

	it("are likely from even chances on, and if nothing is due", () => {
		const rates = { rate: 1 };
		const dates = { half: 1, likely: 2 };
		assert.equal(outlookOf(true, { state: "tooEarly" }), "reached");
		assert.equal(outlookOf(false, undefined), "notForecast");
		assert.equal(outlookOf(false, { state: "tooEarly" }), "tooEarly");
		assert.equal(outlookOf(false, { state: "expected", ...dates, ...rates }), "likely");
		assert.equal(outlookOf(false, { state: "expected", ...dates, ...rates, chance: 0.5 }), "likely");
		assert.equal(outlookOf(false, { state: "expected", ...dates, ...rates, chance: 0.4 }), "late");
		assert.equal(outlookOf(false, { state: "notAtThisRate", ...rates, chance: 0.4 }), "notAtThisRate");
	});
});
