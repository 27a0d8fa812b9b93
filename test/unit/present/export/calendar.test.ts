import assert from "node:assert/strict";
import { calendarFile } from "../../../../src/present/export/calendar.ts";
import { Words } from "../../../../src/present/words.ts";
import { snapshot } from "../../../../src/progress/snapshot.ts";
import { day, type Logged, ledgerOf, planOf } from "../../progress/given.ts";
import { hostileTexts } from "../hostileTexts.ts";

const yaml = `
title: Way up
targets:
  year 1:
    - {id: books, title: Books, goal: 3, note: "Good ones; two, at least"}
    - {id: late, title: Late, when: month 2}
    - {id: done, title: Done}
    - {id: secret, title: Secret plan, private: true}
checkpoints: [{id: half, title: Half, every: 6 months, until: year 1, questions: [Enough?]}]`;
const stamp = Date.UTC(2026, 6, 1, 12);

function calendarOf(text: string, logged: ReadonlyArray<Logged> = [], today = "2026-07-01"): ReadonlyArray<string> {
	const plan = planOf(text);
	const ledger = ledgerOf(plan, logged);
	const shown = snapshot(plan, ledger, day(today));
	const source = { snapshot: shown, plan, ledger, aliases: shown.aliases, today: day(today), words: new Words("en") };
	// A long line goes on in the next one, behind a space.
	return calendarFile(source, stamp).replaceAll("\r\n ", "").split("\r\n");
}

describe("the calendar", () => {
	const lines = calendarOf(yaml, [["2026-05-01", "done", { set: true }]]);

	it("has what is still to come, a whole day each", () => {
		assert.deepEqual(
			lines.filter((line) => /^(SUMMARY|DTSTART|DTEND|UID|DESCRIPTION)/.test(line)),
			[
				"UID:books@waymark",
				"DTSTART;VALUE=DATE:20270104",
				"DTEND;VALUE=DATE:20270105",
				"SUMMARY:Due: Books",
				"DESCRIPTION:3\\nGood ones\\; two\\, at least",
				"UID:half-1@waymark",
				"DTSTART;VALUE=DATE:20260704",
				"DTEND;VALUE=DATE:20260705",
				"SUMMARY:Half",
				"DESCRIPTION:Enough?",
				"UID:half-2@waymark",
				"DTSTART;VALUE=DATE:20270104",
				"DTEND;VALUE=DATE:20270105",
				"SUMMARY:Half",
				"DESCRIPTION:Enough?",
			],
		);
	});

	it("is the same for the same roadmap at the same time", () => {
		assert.deepEqual(calendarOf(yaml, [["2026-05-01", "done", { set: true }]]), lines);
	});

	it("keeps what is private to itself", () => {
		assert.doesNotMatch(lines.join("\n"), /Secret/);
	});

	it("has an event for each text that tries to be more, and nothing else", () => {
		const items = hostileTexts.map((title, index) => ({
			id: `t${index}`,
			title: title.trim() || "empty",
			note: title,
		}));
		const all = calendarOf(`targets: ${JSON.stringify({ "year 1": items })}`);
		assert.equal(all.filter((line) => line === "BEGIN:VEVENT").length, items.length);
		assert.ok(all.every((line) => line === "" || /^[A-Z-]+[;:]/.test(line)));
	});
});
