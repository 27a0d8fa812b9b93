import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parseDay } from "../../../src/plan/day.ts";
import { movedSample } from "../../../src/present/movedSample.ts";

const folder = "examples/director-of-ai-engineering";
const texts = {
	plan: readFileSync(`${folder}/roadmap.yaml`, "utf8"),
	journal: readFileSync(`${folder}/roadmap.log.jsonl`, "utf8"),
};
const days = (journal: string) =>
	[...journal.matchAll(/^\{"id":"[^"]+","at":"([\d-]{10})/gm)].map((match) => match[1] ?? "");

describe("the sample that is opened", () => {
	for (const [today, start] of [
		["2026-08-10", "2026-01-12"],
		["2027-02-28", "2026-07-27"],
		["2031-12-31", "2031-06-02"],
	] as const) {
		it(`was begun 30 weeks before the week of ${today}, and its journal ends before that day`, () => {
			const { plan, journal } = movedSample(texts, parseDay(today) ?? assert.fail());
			assert.match(plan, new RegExp(`^start: ${start}`, "m"));
			const last = days(journal).sort().at(-1) ?? "";
			assert.ok(last < today, last);
			assert.ok((parseDay(today) ?? 0) - (parseDay(last) ?? 0) <= 4, last);
			assert.ok(journal.endsWith("}\n"));
			assert.equal(days(journal)[0], start);
		});
	}
});
