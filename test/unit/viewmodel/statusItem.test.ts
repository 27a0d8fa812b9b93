import assert from "node:assert/strict";
import { readLedger } from "../../../src/journal/ledger/readLedger.ts";
import { type StatusSize, statusItem } from "../../../src/viewmodel/statusItem.ts";
import { Formatter } from "../../../src/viewmodel/text/formatter.ts";
import { ledgerOf, lineOf, planOf } from "../progress/progressFixture.ts";
import { sourceOf } from "./viewSourceFor.ts";

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

const shown = (size: StatusSize, ledger = idle, date = "2026-03-04", formatter?: Formatter) =>
	statusItem(sourceOf(plan, ledger, date, formatter), size, now);

describe("the status item", () => {
	for (const [size, expected, withTimer] of [
		["icon", "$(milestone)", "$(play-circle)"],
		["compact", "$(milestone) 1 h 15 min of 5 h", "$(play-circle) Writing 0:47"],
		["full", "$(milestone) 1 h 15 min of 5 h · behind", "$(play-circle) Writing 0:47 · 1 h 15 min of 5 h"],
	] as const) {
		it(`shows the week or the running timer as ${size}`, () => {
			assert.equal(shown(size).text, expected);
			assert.equal(shown(size, running).text, withTimer);
		});
	}

	it("has the same accessible text in any size", () => {
		for (const size of ["icon", "compact", "full"] as const) {
			assert.equal(shown(size).spoken, "This week: 1 h 15 min of 5 h · behind");
			assert.equal(
				shown(size, running).spoken,
				"Timer running: Writing, 47 min. This week: 1 h 15 min of 5 h · behind",
			);
		}
	});

	it("lists every commitment with the time to go, and commands to log and to start", () => {
		const lines = shown("icon").lines.map(({ text, actions }) =>
			[text, ...actions.map(({ label }) => label)].join(" | "),
		);
		assert.deepEqual(lines, [
			"This week: 1 h 15 min of 5 h · behind",
			"Writing: 1 h 15 min of 3 h · on pace · 1 h 45 min to go | Log | Start",
			"Coaching: 0 min of 2 h · behind · 2 h to go | Log | Start",
			"0 of the last 8 weeks kept | Get Back on Track...",
			" | Log Time | What Next? | Overview | Journal",
		]);
	});

	it("has commands to stop the running timer and to switch", () => {
		const [first] = shown("compact", running).lines;
		assert.equal(first?.text, "Writing 0:47");
		assert.deepEqual(first?.actions, [
			{ label: "Stop", command: "waymark.stopTimer" },
			{ label: "Switch", command: "waymark.startTimer" },
		]);
		assert.deepEqual([shown("compact", running).isTimer, shown("compact").isTimer], [true, false]);
	});

	it("shows that a review is due or overdue, with a command to open it", () => {
		const of = (date: string) => shown("icon", idle, date).lines.find(({ actions }) => actions[0]?.label === "Open");
		assert.equal(of("2026-05-01"), undefined);
		assert.match(of("2026-07-04")?.text ?? "", /^Half year is due today$/);
		assert.match(of("2026-07-08")?.text ?? "", /^Half year was due 4 days ago$/);
		assert.deepEqual(of("2026-07-08")?.actions[0]?.args, { checkpoint: "half", occurrence: 1 });
	});

	it("shows nothing to log in a week off", () => {
		const off = planOf(`${yaml}\ntime_off: [2026-03-02..2026-03-08]`);
		const { text, lines } = statusItem(sourceOf(off, ledgerOf(off, logged), "2026-03-04"), "full", now);
		assert.equal(text, "$(milestone) 1 h 15 min · off");
		assert.ok(!lines.some((line) => line.text.includes("to go")));
	});

	it("hides private items in discreet mode", () => {
		const { lines } = shown("full", idle, "2026-03-04", new Formatter("en", true));
		assert.ok(lines.some(({ text }) => text === "Private"));
		const on = lines.find(({ text }) => text === "Discreet mode is on");
		assert.equal(on?.actions[0]?.command, "waymark.toggleDiscreetMode");
		assert.match(shown("icon", idle, "2026-03-04", new Formatter("en", true)).text, /^\$\(eye-closed\)/);
		assert.ok(!lines.some(({ text }) => text.includes("Coaching")));
	});
});
