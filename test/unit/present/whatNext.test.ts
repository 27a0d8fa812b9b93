import assert from "node:assert/strict";
import { whatNext } from "../../../src/present/whatNext.ts";
import type { Logged } from "../progress/given.ts";
import { sourceWith } from "./sourceOf.ts";

const yaml = [
	"commitments: [{id: writing, title: Writing, hours: 2}, {id: reading, title: Reading, hours: 3}, {id: talking, title: Talking, hours: 1}]",
	"targets:",
	"  2026-06: [{id: late, title: Late, goal: 4}]",
	"  2026-07: [{id: soon, title: Soon}]",
	"  2027: [{id: far, title: Far}]",
	"checkpoints: [{id: half, title: Half year, every: 6 months}]",
].join("\n");

// Wednesday; the review fell due on 4 July.
const date = "2026-07-08";
const spent = (at: string, on: string, minutes: number): Logged => [at, on, { minutes }];
const shown = (logged: ReadonlyArray<Logged>, on = date) =>
	whatNext(sourceWith(yaml, logged, on)).map(({ label, reason }) => `${label}: ${reason.replace(/\s/g, " ")}`);

describe("what helps most now", () => {
	it("is reviews, then commitments by what they miss, then targets by their day, each with the reason", () => {
		assert.deepEqual(shown([spent("2026-07-06", "talking", 60), spent("2026-07-06", "writing", 60)]), [
			"Half year: review, was due 4 days ago",
			"Reading: 3 h missing this week · 0 min of 3 h · behind",
			"Writing: 1 h missing this week · 1 h of 2 h · ahead",
			"Late: was due 8 days ago · 4",
			"Soon: due in 3 weeks",
		]);
	});

	it("puts what is behind before what is on pace, whatever it misses", () => {
		const labels = shown([spent("2026-07-06", "reading", 52), spent("2026-07-06", "talking", 60)]).slice(1, 3);
		assert.deepEqual(labels, [
			"Writing: 2 h missing this week · 0 min of 2 h · behind",
			"Reading: 2 h 8 min missing this week · 52 min of 3 h · on pace",
		]);
	});

	it("begins each with Enter, and has the other ways beside it", () => {
		const actions = whatNext(sourceWith(yaml, [], date)).map((each) =>
			each.actions.map(({ command, args }) => `${command} ${JSON.stringify(args)}`),
		);
		assert.deepEqual(
			[actions[0], actions[1], actions.at(-1)],
			[
				['waymark.openReview {"checkpoint":"half","occurrence":1}'],
				['waymark.startTimer {"on":"reading"}', 'waymark.logTime {"on":"reading"}'],
				['waymark.logProgress {"on":"soon"}', 'waymark.startTimer {"on":"soon"}'],
			],
		);
	});

	it("offers a way back first after quiet weeks", () => {
		const [first] = whatNext(sourceWith(yaml, [spent("2026-06-20", "writing", 5)], date));
		assert.equal(first?.actions[0].command, "waymark.quietWeeks");
		assert.match(first?.reason ?? "", /^It was quiet for 2 weeks\./);
	});

	it("is nothing where all is done", () =>
		assert.deepEqual(
			whatNext(
				sourceWith("commitments: [{id: writing, title: Writing, hours: 2}]", [spent(date, "writing", 120)], date),
			),
			[],
		));
});
