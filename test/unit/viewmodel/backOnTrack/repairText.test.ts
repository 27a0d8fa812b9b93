import assert from "node:assert/strict";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import type { PlanRepair } from "../../../../src/progress/backOnTrack/planRepair.ts";
import { parseDay } from "../../../../src/time/day.ts";
import { isPromiseWhole, promiseText, repairText } from "../../../../src/viewmodel/backOnTrack/repairText.ts";
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

describe("more, in words,", () => {
	const [writing] =
		parsePlan("start: 2026-01-05\ncommitments: [{ title: Writing, hours: 2 }]\n").plan?.commitments ?? assert.fail();
	const own = { now: 60, more: 58, target: 240, room: 120, fits: true };
	const driven = { ...own, commitment: writing ?? assert.fail() };
	for (const [name, cost, expected] of [
		["says where there is room", driven, "Writing: about 1 h a week more, now 1 h. The week has room for it."],
		[
			"says what the week grows to",
			{ ...driven, room: 50 },
			"Writing: about 1 h a week more, now 1 h. The week grows to 4 h.",
		],
		[
			"says where it can't fit",
			{ ...driven, fits: false },
			"Writing: about 1 h a week more, now 1 h. It doesn't fit into your working days.",
		],
		["changes nothing without a commitment", own, "about 1 h a week more, now 1 h. Nothing in the plan changes."],
		[
			"says where the hours are unknown",
			undefined,
			"No time is logged on it, so the hours are unknown. Nothing in the plan changes.",
		],
	] as const) {
		it(name, () => {
			const rates = { rate: 0.25, neededRate: 0.5, before: 0.3, after: 0.8 };
			const more: PlanRepair = { kind: "more", ...rates, steps: [], ...(cost ? { cost } : {}) };
			const { label, chance, detail } = repairText(more, talks, open);
			assert.deepEqual([label, chance], ["More: 0.5 a week, now 0.25", "chance 30% → 80%"]);
			assert.equal(detail.replace(/\s/g, " "), expected);
		});
	}
});

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
