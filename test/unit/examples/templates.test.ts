import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { moveDates, startOf } from "../../../src/plan/moveDates.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { parseDay } from "../../../src/time/day.ts";
import { problemText } from "../../../src/viewmodel/text/problemText.ts";

/** What is wrong with a plan, in the words that its writer sees. */
const wordsOf = (text: string): ReadonlyArray<string> => parsePlan(text).problems.map(problemText);

const templates = readdirSync("examples").filter((folder) => existsSync(`examples/${folder}/roadmap.yaml`));

describe("the templates", () => {
	it("are the ones that can be chosen", () => {
		const command = readFileSync("src/host/commands/createRoadmap.ts", "utf8");
		const chosen = [...command.matchAll(/folder: "([\w-]+)"/g)].map(([, folder]) => folder);
		assert.deepEqual(chosen.sort(), templates);
	});

	for (const folder of templates) {
		const text = readFileSync(`examples/${folder}/roadmap.yaml`, "utf8");

		it(`have no problems: ${folder}`, () => assert.deepEqual(wordsOf(text), []));

		// Leap day: the start that clamps most.
		for (const start of ["2028-02-29", "1999-12-31"]) {
			it(`have no problems if they start on ${start}: ${folder}`, () => {
				const from = startOf(text);
				const to = parseDay(start);
				assert.ok(from !== undefined && to !== undefined);
				const moved = moveDates(text, to - from);
				assert.match(moved, new RegExp(`^start: ${start}$`, "m"));
				assert.deepEqual(wordsOf(moved), []);
			});
		}

		it(`have dates that can only be read as days: ${folder}`, () => {
			// A year, month or quarter of the calendar would stay behind when the dates move.
			const dates = text.match(/\b(19|20)\d{2}\b[-\w]*/g) ?? [];
			assert.deepEqual(
				dates.filter((date) => parseDay(date) === undefined),
				[],
			);
		});
	}
});
