import assert from "node:assert/strict";
import { readLedger } from "../../../../src/journal/ledger/readLedger.ts";
import { itemRow } from "../../../../src/viewmodel/rows/itemRow.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { timerSinceText, timerStartText, timerText } from "../../../../src/viewmodel/timer/timerText.ts";
import { ledgerOf, planOf } from "../../progress/progressFixture.ts";
import { sourceOf } from "../viewSourceFor.ts";

const formatter = new Formatter("en");
const plan = planOf(
	"targets: {2026: [{id: talks, title: Talks at conferences of the profession, goal: 4}, {id: books, title: Books}]}",
);
const entry = { id: "t", at: "2026-03-04T10:00:00Z", type: "timer", on: "talks" } as const;
const running = { entry, day: 20516, root: "t" };
const source = sourceOf(plan, ledgerOf(plan, []), "2026-03-04");

describe("the texts of timers", () => {
	it("show the minutes as on a clock, and shorten a long title in the compact status item", () => {
		const { short, full, spoken } = timerText(running, source, Date.parse("2026-03-04T22:05:59Z"));
		assert.equal(short, "Talks at conferences of… 12:05");
		assert.equal(full, "Talks at conferences of the profession 12:05");
		assert.equal(spoken, "Timer running: Talks at conferences of the profession, 12 h 5 min");
		assert.match(timerText(running, source, Date.parse("2026-03-04T10:12:00Z")).full, / 0:12$/);
		assert.match(timerText(running, source, Date.parse("2026-03-04T09:00:00Z")).full, / 0:00$/);
	});

	it("name both timers on a switch", () => {
		assert.equal(timerStartText("Writing", undefined, formatter), "Timer started: Writing");
		assert.equal(
			timerStartText("Writing", { title: "Talks", minutes: 12 }, formatter),
			"Timer switched to Writing. Logged on Talks: 12 min.",
		);
		assert.equal(
			timerStartText("Writing", { title: "Talks", minutes: undefined }, formatter),
			"Timer switched to Writing. Nothing was logged on Talks.",
		);
	});

	it("show in the row since when it runs, with the action to stop it, and in no other row", () => {
		assert.match(timerSinceText(running, formatter), /^since 10:00\sAM$/);
		const live = sourceOf(plan, readLedger([JSON.stringify(entry)], 0), "2026-03-04");
		const [talks, books] = plan.items.map((item) => itemRow(item, live));
		const has = (action: "stopTimer" | "startTimer") => [talks, books].map((row) => row?.can?.includes(action));
		assert.match(talks?.description ?? "", /^since 10:00\sAM · /);
		assert.match(talks?.accessibleName ?? "", /, timer running since 10:00\sAM$/);
		assert.deepEqual([talks?.icon, books?.icon], ["play-circle", undefined]);
		assert.deepEqual(
			[has("stopTimer"), has("startTimer")],
			[
				[true, false],
				[false, true],
			],
		);
	});
});
