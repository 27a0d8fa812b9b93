import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { shiftSampleDates } from "../../../src/plan/shiftSampleDates.ts";
import { parseDay } from "../../../src/time/day.ts";

const folder = "examples/director-of-ai-engineering";
const texts = {
	plan: readFileSync(`${folder}/roadmap.yaml`, "utf8"),
	journal: readFileSync(`${folder}/roadmap.log.jsonl`, "utf8"),
};
const days = (journal: string) =>
	[...journal.matchAll(/^\{"id":"[^"]+","at":"([\d-]{10})/gm)].map((match) => match[1] ?? "");

describe("the sample with shifted dates", () => {
	for (const [today, start] of [
		["2026-08-10", "2026-01-12"],
		["2027-02-28", "2026-07-27"],
		["2031-12-31", "2031-06-02"],
	] as const) {
		it(`starts 30 weeks before the week of ${today}, and its journal ends before that day`, () => {
			const { plan, journal } = shiftSampleDates(texts, parseDay(today) ?? assert.fail());
			assert.match(plan, new RegExp(`^start: ${start}`, "m"));
			const last = days(journal).sort().at(-1) ?? "";
			assert.ok(last < today, last);
			assert.ok((parseDay(today) ?? 0) - (parseDay(last) ?? 0) <= 4, last);
			assert.ok(journal.endsWith("}\n"));
			assert.equal(days(journal)[0], start);
		});
	}

	it("moves every date by the same whole number of weeks and changes nothing else", () => {
		const dates = /\d{4}-\d{2}-\d{2}/g;
		const moved = shiftSampleDates(texts, parseDay("2027-10-17") ?? assert.fail());
		for (const name of ["plan", "journal"] as const) {
			const before = texts[name].match(dates) ?? [];
			const after = moved[name].match(dates) ?? [];
			assert.ok(after.length >= 3);
			const shifts = new Set(after.map((date, at) => Date.parse(date) - Date.parse(before[at] ?? "")));
			assert.equal(shifts.size, 1);
			assert.ok([...shifts].every((shift) => shift > 0 && shift % (7 * 86_400_000) === 0));
			const whole = (text: string) => text.replace(dates, "DATE");
			assert.equal(whole(moved[name]), whole(texts[name]));
		}
	});

	it("is the sample itself in its last week", () => {
		const moved = shiftSampleDates(texts, parseDay("2026-08-09") ?? assert.fail());
		assert.equal(moved.plan, texts.plan);
		assert.ok(texts.journal.startsWith(moved.journal.trimEnd()));
	});
});
