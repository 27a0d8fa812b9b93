import assert from "node:assert/strict";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import type { PlanRepair } from "../../../../src/progress/backOnTrack/planRepair.ts";
import { parseDay } from "../../../../src/time/day.ts";
import { isPromiseWhole, promiseText } from "../../../../src/viewmodel/backOnTrack/repairText.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";

const { plan } = parsePlan(
	"title: Rich\nstart: 2026-01-05\ntargets: { year 1: [{ title: Saved, goal: $1M+ }, { title: Talks, goal: 10+ }] }\n",
);
const [saved, talks] = plan?.items ?? assert.fail();
const [open, discreet] = [new Formatter("en"), new Formatter("en", true, "Rich")];
const repairs: Readonly<Record<string, PlanRepair>> = {
	more: { kind: "more", rate: 1000, neededRate: 2000, steps: [] },
	later: { kind: "later", due: parseDay("2027-03-31") ?? assert.fail(), along: [], steps: [] },
	less: { kind: "less", goal: "$500K+", steps: [] },
	drop: { kind: "drop", dependents: [], steps: [] },
};

describe("a way back as a promise", () => {
	for (const [kind, text, isWhole] of [
		["more", "Saved: $2K a week", false],
		["later", "Saved: by Mar 31, 2027", true],
		["less", "Saved: $500K+", false],
		["drop", "Saved: drop it", true],
	] as const) {
		it(`says in discreet mode ${isWhole ? "the same" : "less, and isn't whole"}: ${kind}`, () => {
			const repair = repairs[kind] ?? assert.fail();
			assert.equal(promiseText(repair, saved, open), text);
			assert.ok(isPromiseWhole(repair, saved, open));
			assert.equal(promiseText(repair, saved, discreet) === text, isWhole);
			assert.equal(isPromiseWhole(repair, saved, discreet), isWhole);
		});
	}

	it("is whole without money", () => {
		const less: PlanRepair = { kind: "less", goal: "7+", steps: [] };
		assert.equal(promiseText(less, talks, discreet), "Talks: 7+");
		assert.ok(isPromiseWhole(less, talks, discreet));
	});
});
