import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { roadmapStatus } from "../../../src/api/roadmapStatus.ts";
import { statusForModel } from "../../../src/api/statusForModel.ts";
import type { RoadmapStatus } from "../../../src/api/waymarkApi.ts";
import { finish } from "../../../src/journal/steps.ts";
import { formatDay } from "../../../src/time/day.ts";
import { Formatter } from "../../../src/viewmodel/text/formatter.ts";
import { day, type Logged, planOf } from "../progress/progressFixture.ts";
import { sampleLedger, sourceOf, sourceWith } from "../viewmodel/viewSourceFor.ts";

const yaml = `
title: Mine
phases:
  - title: Begin
    when: year 1
    outcomes: {technical: [First project]}
  - {title: Secret phase, when: year 2, private: true, outcomes: {technical: [Secret outcome]}}
tracks:
  - {id: technical, title: Technical, share: 100%}
  - {id: hidden, title: Hidden, private: true, stages: [{title: Hidden stage, milestones: [Hidden milestone]}]}
targets:
  year 1:
    - {id: talks, title: Talks, goal: 4, track: technical}
    - {id: savings, title: Savings, goal: $10K}
    - {id: raise, title: A raise, private: true}
commitments:
  - {id: writing, title: Writing, hours: 2-3}
  - {id: coach, title: Coaching, hours: 1, private: true, activities: [{id: call, title: Call}]}
checkpoints: [{id: half, title: Half year, every: 6 months}, {id: own, title: Own one, every: 1 year, private: true}]
`;
const logged = [
	["2026-06-29", "writing", { minutes: 90 }],
	["2026-06-29", "call", { minutes: 30 }],
	["2026-06-01", "talks", { set: 1 }],
	["2026-06-01", "savings", { set: 5000 }],
] as const;

const secrets = /secret|hidden|raise|coach|own one/i;

describe("the status for other programs", () => {
	const source = sourceWith(yaml, logged);

	it("carries forecasts with the chance in steps of 0.1, once they are computed", () => {
		const weekly = Array.from(
			{ length: 25 },
			(_, week): Logged => [formatDay(day("2026-01-05") + week * 7), "talks", { add: 0.1 }],
		);
		const known = sourceWith(yaml, weekly);
		const forecastOf = (id: string) => roadmapStatus(known).items.find((item) => item.id === id)?.forecast;
		assert.equal(forecastOf("talks"), undefined);
		finish(known.snapshot.forecasts.steps());
		const { chance = -1, state, half, likely } = forecastOf("talks") ?? assert.fail();
		assert.ok(chance >= 0 && chance <= 1 && Number.isInteger(chance * 10), String(chance));
		assert.ok(state === "notAtThisRate" || (state === "expected" && String(half) <= String(likely)), state);
		assert.deepEqual(forecastOf("savings"), { state: "tooEarly" });
		assert.equal(forecastOf("first-project"), undefined);
	});

	it("carries the aim with the outlook of each public item, once it is known", () => {
		const aimed = sourceWith(`${yaml}aim: [talks, savings, raise]\n`, [
			["2026-06-01", "talks", { set: 99 }],
			["2026-06-01", "savings", { set: 5000 }],
		]);
		assert.deepEqual(roadmapStatus(aimed).aim, [{ id: "talks", outlook: "reached" }, { id: "savings" }]);
		finish(aimed.snapshot.forecasts.steps());
		assert.deepEqual(roadmapStatus(aimed).aim, [
			{ id: "talks", outlook: "reached" },
			{ id: "savings", outlook: "tooEarly" },
		]);
	});

	it("is plain JSON: days, minutes, and shares", () => {
		const status = roadmapStatus(source);
		assert.deepEqual(JSON.parse(JSON.stringify(status)), status);
		assert.equal(status.title, "Mine");
		assert.equal(status.today, "2026-07-01");
		assert.deepEqual(status.phases, [
			{ id: "phase-1", title: "Begin", state: "current", start: "2026-01-05", end: "2027-01-04", share: 0.25 },
		]);
		assert.deepEqual(status.week, {
			start: "2026-06-29",
			end: "2026-07-05",
			minutes: 90,
			aim: { low: 120, high: 180 },
			state: "ahead",
			privateLeftOut: true,
			commitments: [{ id: "writing", title: "Writing", minutes: 90, aim: { low: 120, high: 180 }, state: "ahead" }],
			habits: [],
		});
		assert.deepEqual(
			status.items.find(({ id }) => id === "talks"),
			{
				id: "talks",
				title: "Talks",
				kind: "target",
				state: "started",
				share: 0.25,
				value: 1,
				goal: "4",
				due: "2027-01-04",
				dueSoon: false,
				track: "technical",
			},
		);
		assert.deepEqual(status.reviews[0], {
			checkpoint: "half",
			occurrence: 1,
			title: "Half year",
			due: "2026-07-04",
			state: "due",
		});
	});

	it("leaves out private items and their children unless they are requested", () => {
		assert.doesNotMatch(JSON.stringify(roadmapStatus(source)), secrets);
		const all = JSON.stringify(roadmapStatus(source, { includePrivate: true }));
		for (const title of ["Secret phase", "Secret outcome", "Hidden milestone", "A raise", "Coaching", "Own one"]) {
			assert.ok(all.includes(`"${title}"`), title);
		}
	});

	it("hides money and the title in discreet mode only", () => {
		const savings = ({ items }: RoadmapStatus) => items.find(({ id }) => id === "savings");
		assert.equal(savings(roadmapStatus(source))?.value, 5000);
		assert.equal(savings(roadmapStatus(source))?.goal, "$10K");
		const discreet = roadmapStatus(sourceWith(yaml, logged, "2026-07-01", new Formatter("en", true)));
		assert.equal(discreet.title, "");
		assert.equal(savings(discreet)?.value, undefined);
		assert.equal(savings(discreet)?.goal, undefined);
	});

	it("gives a model what matters now, and everything only on request, never more than it can read", () => {
		const plan = planOf(readFileSync("examples/director-of-ai-engineering/roadmap.yaml", "utf8"));
		const status = roadmapStatus(sourceOf(plan, sampleLedger(plan), "2026-08-10"));
		const size = (scope: "now" | "all") => JSON.stringify(statusForModel(status, scope)).length;
		assert.ok(size("now") < 16_000, String(size("now")));
		assert.ok(size("all") < 60_000, String(size("all")));
		const many = { ...status, items: Array.from({ length: 1000 }, () => status.items[0] ?? assert.fail()) };
		assert.equal((statusForModel(many, "all") as { itemsLeftOut?: number }).itemsLeftOut, 600);
	});
});
