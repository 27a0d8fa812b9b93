import assert from "node:assert/strict";
import { readLedger } from "../../../src/journal/readLedger.ts";
import { type StatusSize, statusItem } from "../../../src/present/statusItem.ts";
import { Words } from "../../../src/present/words.ts";
import { ledgerOf, lineOf, planOf } from "../progress/given.ts";
import { sourceOf } from "./sourceOf.ts";

const yaml = [
	"commitments: [{id: writing, title: Writing, hours: 3}, {id: coach, title: Coaching, hours: 2, private: true}]",
	"checkpoints: [{id: half, title: Half year, every: 6 months}]",
].join("\n");
const plan = planOf(yaml);
const logged = [["2026-03-02", "writing", { minutes: 75 }]] as const;
const now = Date.parse("2026-03-04T10:47:30Z");
const timer = { id: "t", at: "2026-03-04T10:00:00Z", type: "timer", on: "writing" };
const running = readLedger([[...logged.map(lineOf), JSON.stringify(timer)].join("\n")], 0);
const idle = ledgerOf(plan, logged);

const shown = (size: StatusSize, ledger = idle, date = "2026-03-04", words?: Words) =>
	statusItem(sourceOf(plan, ledger, date, words), size, now);

describe("the status item", () => {
	for (const [size, expected, withTimer] of [
		["icon", "$(milestone)", "$(record)"],
		["compact", "$(milestone) 1 h 15 min of 5 h", "$(record) 47 min"],
		["full", "$(milestone) 1 h 15 min of 5 h · behind", "$(record) Writing: 47 min"],
	] as const) {
		it(`shows as ${size} the week, or the timer that runs`, () => {
			assert.equal(shown(size).text, expected);
			assert.equal(shown(size, running).text, withTimer);
		});
	}

	it("tells a screen reader the same in any size", () => {
		for (const size of ["icon", "compact", "full"] as const) {
			assert.equal(shown(size).spoken, "This week: 1 h 15 min of 5 h · behind");
			assert.equal(shown(size, running).spoken, "Writing: 47 min. This week: 1 h 15 min of 5 h · behind");
		}
	});

	it("lists every commitment with what is missing, and ways to log and to start", () => {
		const lines = shown("icon").lines.map(({ text, actions }) =>
			[text, ...actions.map(({ label }) => label)].join(" | "),
		);
		assert.deepEqual(lines, [
			"This week: 1 h 15 min of 5 h · behind",
			"Writing: 1 h 15 min of 3 h · on pace · 1 h 45 min missing | Log | Start",
			"Coaching: 0 min of 2 h · behind · 2 h missing | Log | Start",
			" | Log Time | What Next? | Journal",
		]);
	});

	it("has a way to stop the timer that runs", () => {
		const [first] = shown("compact", running).lines;
		assert.equal(first?.text, "Writing: 47 min");
		assert.deepEqual(first?.actions, [{ label: "Stop", command: "waymark.stopTimer" }]);
	});

	it("says that a review is due or overdue, with a way to it", () => {
		const of = (date: string) => shown("icon", idle, date).lines.find(({ actions }) => actions[0]?.label === "Open");
		assert.equal(of("2026-05-01"), undefined);
		assert.match(of("2026-07-04")?.text ?? "", /^Half year is due today$/);
		assert.match(of("2026-07-08")?.text ?? "", /^Half year was due 4 days ago$/);
		assert.deepEqual(of("2026-07-08")?.actions[0]?.args, { checkpoint: "half", occurrence: 1 });
	});

	it("asks for nothing in a week off", () => {
		const off = planOf(`${yaml}\ntime_off: [2026-03-02..2026-03-08]`);
		const { text, lines } = statusItem(sourceOf(off, ledgerOf(off, logged), "2026-03-04"), "full", now);
		assert.equal(text, "$(milestone) 1 h 15 min · off");
		assert.ok(!lines.some((line) => line.text.includes("missing")));
	});

	it("hides what is private where others see it", () => {
		const { lines } = shown("full", idle, "2026-03-04", new Words("en", true));
		assert.ok(lines.some(({ text }) => text.startsWith("Private: ")));
		assert.ok(!lines.some(({ text }) => text.includes("Coaching")));
	});
});
