import assert from "node:assert/strict";
import { readLedger } from "../../../../src/journal/ledger/readLedger.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { timerTargets } from "../../../../src/viewmodel/timer/timerTargets.ts";
import { lineOf, planOf } from "../../progress/progressFixture.ts";
import { sourceOf, sourceWith } from "../viewSourceFor.ts";

const yaml = `
commitments:
  - {id: done, title: Done, hours: 1}
  - {id: ahead, title: Ahead, hours: 2}
  - {id: slow, title: Slow, hours: 2, activities: [Articles]}
  - {id: slowest, title: Slowest, hours: 3, private: true}
measures: [{id: reach, title: Reach}]
targets: {2026: [{id: gone, title: Gone, dropped: {on: 2026-02-01}}, {id: talks, title: Talks, goal: 4}]}
checkpoints: [{id: half, title: Half year, every: 6 months}]
`;
// Thursday: three of seven days are over.
const today = "2026-03-05";
const logged = [
	["2026-03-02", "done", { minutes: 60 }],
	["2026-03-02", "ahead", { minutes: 100 }],
] as const;

describe("what a timer can be started for", () => {
	it("is first what is behind, the most missing first, and has no measures, checkpoints, or dropped items", () => {
		const ids = timerTargets(sourceWith(yaml, logged, today)).map(({ id }) => id);
		assert.deepEqual(ids, ["slowest", "slow", "ahead", "done", "articles", "talks"]);
	});

	it("leaves out what a timer runs for", () => {
		const plan = planOf(yaml);
		const timer = { id: "t", at: "2026-03-05T10:00:00Z", type: "timer", on: "slow" };
		const ledger = readLedger([[...logged.map(lineOf), JSON.stringify(timer)].join("\n")], 0);
		const ids = timerTargets(sourceOf(plan, ledger, today)).map(({ id }) => id);
		assert.deepEqual(ids, ["slowest", "ahead", "done", "articles", "talks"]);
	});

	it("says how the week stands, but nothing of a private item in discreet mode", () => {
		const shown = (formatter: Formatter) => timerTargets(sourceWith(yaml, logged, today, formatter)).slice(0, 2);
		assert.deepEqual(
			shown(new Formatter("en")).map(({ label, description }) => `${label} | ${description}`),
			["Slowest | 0 min of 3 h · behind", "Slow | 0 min of 2 h · behind"],
		);
		assert.deepEqual(shown(new Formatter("en", true))[0], { id: "slowest", label: "Private", description: "" });
	});
});
