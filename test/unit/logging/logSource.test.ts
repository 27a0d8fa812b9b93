import assert from "node:assert/strict";
import { logSource } from "../../../src/logging/logSource.ts";
import { logSuggestions } from "../../../src/viewmodel/logSuggestions.ts";
import { sourceWith } from "../viewmodel/viewSourceFor.ts";

const yaml = [
	"measures: [{id: reports, title: Direct reports}]",
	"commitments:",
	"  - {id: writing, title: Writing, hours: 2, formerly: [blog], activities: [{id: drafts, title: Drafts}]}",
	"  - {id: reading, title: Reading, hours: 3}",
	"tracks: [{id: technical, title: Technical}]",
	"targets: {year 1: [{id: talks, title: Talks, goal: 4}, {id: both, title: Both, needs: [talks, lead]}, {id: lead, title: Lead}, {id: r1, of: reports, goal: 8-12 people}]}",
	"checkpoints: [{id: half, title: Half, every: 6 months}]",
].join("\n");

describe("the source that a line is parsed with", () => {
	it("contains everything that can be logged, without derived items and reviews", () => {
		const { targets } = logSource(sourceWith(yaml), { first: "time" });
		assert.deepEqual(
			targets.map(({ id }) => id),
			["writing", "drafts", "reading", "reports", "talks", "lead", "r1", "technical"],
		);
	});

	it("knows the goal of a measure, and which targets only take time", () => {
		const { targets, first } = logSource(sourceWith(yaml), { first: "progress" });
		const of = (id: string) => targets.find((each) => each.id === id);
		assert.equal(of("reports")?.goal?.text, "8-12 people");
		assert.deepEqual([of("writing")?.timeOnly, of("talks")?.timeOnly], [true, undefined]);
		assert.equal(first, "progress");
	});

	it("counts what was logged within 90 days, former IDs with the current ones", () => {
		// 2 April is 90 days before 1 July.
		const source = sourceWith(yaml, [
			["2026-04-01", "writing", { minutes: 5 }],
			["2026-04-02", "writing", { minutes: 5 }],
			["2026-06-01", "blog", { minutes: 5 }],
			["2026-07-01", "talks", { add: 1 }],
			["2026-07-02", "talks", { add: 1 }],
		]);
		const { uses } = logSource(source, { first: "time" });
		assert.deepEqual([uses("writing"), uses("talks"), uses("reading")], [2, 1, 0]);
	});
});

describe("what is likely to be logged", () => {
	const source = sourceWith(
		yaml,
		[
			["2026-06-30", "reading", { minutes: 120 }],
			["2026-06-01", "talks", { add: 1 }],
			["2026-06-02", "lead", { set: true }],
			["2026-06-03", "lead", { set: false }],
			["2026-06-03", "drafts", { minutes: 5 }],
		],
		"2026-07-01",
	);

	it("for time is what the week still needs, the most first, then what is logged most often", () =>
		assert.deepEqual(
			logSuggestions(source, "time").map(({ label, description }) => `${label}: ${description}`),
			[
				"Writing: 0 min of 2 h · behind",
				"Reading: 2 h of 3 h · ahead",
				"Lead: target",
				"Drafts: activity of Writing",
				"Talks: 1 of 4",
			],
		));

	it("for progress excludes targets that only take time", () =>
		assert.deepEqual(
			logSuggestions(source, "progress").map(({ id }) => id),
			["lead", "talks"],
		));

	it("is at most twelve", () => {
		const many = Array.from({ length: 20 }, (_, at) => `{id: c${at}, title: C${at}, hours: 1}`);
		assert.equal(logSuggestions(sourceWith(`commitments: [${many}]`), "time").length, 12);
	});
});
