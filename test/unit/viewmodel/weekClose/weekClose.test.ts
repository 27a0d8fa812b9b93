import assert from "node:assert/strict";
import { finish } from "../../../../src/journal/steps.ts";
import { isWeekEnding } from "../../../../src/progress/weekEnd.ts";
import { impactRecord } from "../../../../src/viewmodel/export/impactRecord.ts";
import { weekRows } from "../../../../src/viewmodel/rows/weekRows.ts";
import { entryText } from "../../../../src/viewmodel/text/entryText.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import type { ViewSource } from "../../../../src/viewmodel/text/viewSource.ts";
import { weekCloseLine, weekCloseSteps } from "../../../../src/viewmodel/weekClose/weekClose.ts";
import { day, type Logged } from "../../progress/progressFixture.ts";
import { sourceWith } from "../viewSourceFor.ts";

const yaml = `commitments:
  - {id: writing, title: Writing, hours: 3}
  - {id: coach, title: Coaching, hours: 1}
  - {id: reading, title: Reading, hours: 5}
  - {id: secret, title: Secret, hours: 5, private: true}
`;
const logged: ReadonlyArray<Logged> = [
	["2026-03-02", "writing", { minutes: 75 }],
	["2026-03-03", "coach", { minutes: 60 }],
];
const now = Date.parse("2026-03-06T18:12:00Z");
const note: Logged = ["2026-03-06", "writing", { type: "note", text: "Wrote $2K more", week: "2026-03-02" }];
const source = (more: ReadonlyArray<Logged> = [], formatter?: Formatter) =>
	sourceWith(yaml, [...logged, ...more], "2026-03-06", formatter);
const steps = (more?: ReadonlyArray<Logged>, formatter?: Formatter) =>
	weekCloseSteps(source(more, formatter), now).map(({ label, description }) => `${label}: ${description}`);

describe("closing the week", () => {
	it("lists a running timer and what is below its aim, the most missing time first", () => {
		assert.deepEqual(steps(), [
			"Reading: 0 min of 5 h · behind · 5 h to go",
			"Secret: 0 min of 5 h · behind · 5 h to go",
			"Writing: 1 h 15 min of 3 h · behind · 1 h 45 min to go",
		]);
		const timer: Logged = ["2026-03-06T18:00:00Z", "reading", { type: "timer" }];
		assert.equal(steps([timer])[0], "Stop the timer: Reading 0:12");
	});

	it("names how many have time to go, and nothing private in discreet mode", () => {
		assert.equal(weekCloseLine(source()).text, "The week ends soon: 3 commitments have time to go");
		const discreet = new Formatter("en", true);
		assert.equal(weekCloseLine(source([], discreet)).text, "The week ends soon: 2 commitments have time to go");
		assert.ok(!steps([], discreet).some((text) => /secret/i.test(text)));
		const done = sourceWith("commitments: [{id: coach, title: Coaching, hours: 1}]", logged, "2026-03-06");
		assert.equal(weekCloseLine(done).text, "The week ends soon");
	});

	it("is remembered without a line, which no view shows", () => {
		const at = "2026-03-08";
		const closed = (text?: string) => {
			const entries: ReadonlyArray<Logged> =
				text === undefined ? [] : [[at, "writing", { type: "note", text, week: "2026-03-02" }]];
			return sourceWith(yaml, [...logged, ...entries], at);
		};
		assert.ok(isWeekEnding(closed(), 20, 17));
		assert.ok(!isWeekEnding(closed(""), 20, 17));
		const source = closed("");
		const [live] = source.ledger.on(["writing"], { type: "note" });
		assert.equal(live && entryText(live.entry, source), "Week of Mar 2, 2026: closed");
		const ids = (shown: ViewSource) => weekRows(shown, shown.snapshot.week).map(({ id }) => id);
		assert.deepEqual(ids(source), ids(closed()));
	});

	it("leaves a note that its week shows, and that is no win", () => {
		const closed = source([note]);
		const [live] = closed.ledger.on(["writing"], { type: "note" });
		assert.equal(live && entryText(live.entry, closed), "Week of Mar 2, 2026: Wrote $2K more");
		const shown = (at: string) => weekRows(closed, closed.snapshot.weekWith(day(at))).map(({ label }) => label);
		assert.ok(shown("2026-03-04").includes("Wrote $2K more"));
		assert.ok(!shown("2026-02-25").includes("Wrote $2K more"));
		const span = { start: day("2026-01-05"), end: day("2026-04-01") };
		assert.deepEqual(finish(impactRecord(closed, span)).achievements, []);
		const discreet = source([note], new Formatter("en", true));
		assert.ok(!weekRows(discreet, discreet.snapshot.week).some(({ label }) => label.includes("2K")));
	});
});
