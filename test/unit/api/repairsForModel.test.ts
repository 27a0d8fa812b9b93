import assert from "node:assert/strict";
import { repairsForModel } from "../../../src/api/repairsForModel.ts";
import { repairState } from "../../../src/logging/backOnTrack/planRepairs.ts";
import { formatDay } from "../../../src/time/day.ts";
import { Formatter } from "../../../src/viewmodel/text/formatter.ts";
import type { ViewSource } from "../../../src/viewmodel/text/viewSource.ts";
import { day, type Logged, ledgerOf, planOf } from "../progress/progressFixture.ts";

const plan = `start: 2026-01-05
week: { hours: 4-5 }
phases:
  - { id: p, title: P, when: months 1-11 }
  - { id: hidden, title: Secret phase, when: months 13-24, private: true }
targets:
  months 1-11:
    - { id: a, title: A, goal: 48+ }
    - { id: b, title: B, needs: [a] }
    - { id: s, title: Secret item, needs: [a], private: true }
    - { id: money, title: Saved, goal: $48K }
commitments:
  - { id: w, title: W, hours: 4, drives: [a] }
`;
const weekly = (on: string, value: object): ReadonlyArray<Logged> =>
	Array.from({ length: 40 }, (_, week) => [formatDay(day("2026-01-05") + week * 7 + 6), on, value]);
const logged = [...weekly("a", { add: 1 }), ...weekly("w", { minutes: 60 }), ...weekly("money", { add: 1000 })];

interface Status {
	readonly offTrack: ReadonlyArray<{
		readonly what: string;
		readonly id?: string;
		readonly options: ReadonlyArray<Readonly<Record<string, unknown>>>;
	}>;
	readonly weekLeftOut?: string;
}

function repairs(text: string, { on, discreet = false }: { readonly on?: string; readonly discreet?: boolean } = {}) {
	const ledger = ledgerOf(planOf(text), logged);
	const input = { ledger, today: day("2026-10-11"), maxHoursPerDay: 4, forecasts: true, easeNow: false };
	const state = repairState(text, input) ?? assert.fail();
	const { snapshot } = state;
	const formatter = new Formatter("en", discreet);
	const source: ViewSource = {
		snapshot,
		plan: state.plan,
		ledger,
		aliases: snapshot.aliases,
		today: input.today,
		formatter,
	};
	return JSON.parse(JSON.stringify(repairsForModel(state, source, on))) as Status;
}

describe("what a language model gets of ways back on track", () => {
	it("is what is off, worst first, each with its options and chances", () => {
		const { offTrack } = repairs(plan);
		assert.deepEqual(offTrack.map(({ what, id }) => id ?? what).sort(), ["a", "money", "week"]);
		const a = offTrack.find(({ id }) => id === "a") ?? assert.fail();
		assert.deepEqual(
			a.options.map(({ option }) => option),
			["more", "later", "slip", "less", "drop"],
		);
		for (const { option, chanceNow, chanceThen } of a.options) {
			assert.ok(Number(chanceNow) < 0.5, String(option));
			assert.ok(option === "drop" || Number(chanceThen) >= 0.8, `${option} ${chanceThen}`);
		}
		assert.equal(a.options[1]?.["endsAfterPhase"], "p");
		assert.deepEqual(a.options[4]?.["neededBy"], ["b"]);
	});

	it("is about one item if it is asked so", () =>
		assert.deepEqual(
			repairs(plan, { on: "money" }).offTrack.map(({ id }) => id),
			["money"],
		));

	it("has nothing private: items, phases, and the week with private time", () => {
		const secret = plan.replace("hours: 4, drives", "hours: 4, private: true, drives");
		for (const text of [plan, secret]) assert.doesNotMatch(JSON.stringify(repairs(text)), /secret|hidden|"s"/i);
		assert.deepEqual(
			repairs(secret).offTrack.map(({ what }) => what),
			["item", "item"],
		);
		assert.ok(repairs(secret).weekLeftOut);
		assert.doesNotMatch(JSON.stringify(repairs(secret)), /"w"|minutes(?:Now|More)/);
		assert.deepEqual(repairs(plan, { on: "s" }).offTrack, []);
	});

	it("has no money in discreet mode", () => {
		assert.match(JSON.stringify(repairs(plan, { on: "money" })), /\$\d/);
		assert.doesNotMatch(JSON.stringify(repairs(plan, { on: "money", discreet: true })), /\$\d|ate":\d/);
	});
});
