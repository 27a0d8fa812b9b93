import assert from "node:assert/strict";
import type { LogSource } from "../../../src/journal/typed/logged.ts";
import { readLog } from "../../../src/journal/typed/readLog.ts";
import { parseDay } from "../../../src/plan/day.ts";
import { readPlan } from "../../../src/plan/readPlan.ts";
import { loggedText, logProblemText, logQuestionText } from "../../../src/present/logText.ts";
import { targetsOfPlan } from "../../../src/present/targets.ts";
import { Words } from "../../../src/present/words.ts";

const yaml = [
	"start: 2026-01-05",
	"measures: [{id: impact, title: Business impact, count: period}]",
	"targets: {year 1: [{of: impact, goal: $1M+, title: Impact of the year}, {id: aws-saa, title: AWS SAA}]}",
	"commitments: [{id: writing, title: Thought leadership, hours: 2, formerly: [blog], activities: [Articles]}]",
].join("\n");

const plan = readPlan(yaml).plan ?? assert.fail();
const today = parseDay("2026-11-25") ?? assert.fail();
const source: LogSource = { targets: targetsOfPlan(plan), uses: () => 0, today };
const context = { plan, words: new Words("en"), today };

const plainSpaces = (text: string): string => text.replace(/\s/g, " ");

/** What is shown for a line: what was understood, else why nothing was. */
function shown(text: string): ReadonlyArray<string> {
	const { readings, questions, problems } = readLog(text, source);
	return [
		...questions.map(logQuestionText),
		...readings.map((reading) => reading.map((logged) => loggedText(logged, context)).join(" + ")),
		...problems.map((problem) => logProblemText(problem, context)),
	].map(plainSpaces);
}

describe("what is shown before something is logged", () => {
	for (const [text, ...expected] of [
		[
			"45m writing yesterday drafted the MLOps article",
			"45 min · Thought leadership · Yesterday, Nov 24, 2026 · drafted the MLOps article",
		],
		[
			"blog 2h, articles 30m",
			"2 h · Thought leadership · Today, Nov 25, 2026 + 30 min · Articles · Today, Nov 25, 2026",
		],
		["impact $250K on monday", "Business impact · $250K · Monday, Nov 23, 2026"],
		["impact -$50K", "Business impact · -$50K · Today, Nov 25, 2026"],
		["2h aws-saa done https://example.com/a", "2 h · AWS SAA · done · Today, Nov 25, 2026 · https://example.com/a"],
		["writing 8-9:15", "1 h 15 min · Thought leadership · Today, Nov 25, 2026 · until 9:15 AM"],
		["writing 22:30-0:15", "1 h 45 min · Thought leadership · Today, Nov 25, 2026 · until 12:15 AM"],
		[
			"2 writing",
			"How much is meant?",
			"2 h · Thought leadership · Today, Nov 25, 2026",
			"2 min · Thought leadership · Today, Nov 25, 2026",
		],
		["wrting 1h", "Is this what is meant?", "1 h · Thought leadership · Today, Nov 25, 2026"],
		["", "Write what was done, as in: 45m writing yesterday drafted the article"],
		["45m", "What was it about? Write the beginning of a title."],
		["45m xyzzy", "Nothing in the plan begins like this: xyzzy"],
		["writing", "How long, or how far? Write it, as in: 45m, 1h30, 7, +1, 50%, done"],
		["writing +1", "Thought leadership takes time, as in 45m, and no progress."],
		["impact €5", "€5 does not fit the goal of Business impact. Write a number in its unit."],
		["writing 0m", "That is no time at all."],
		["writing 25h", "That is more than 24 hours. Log each day by itself."],
		["writing 1h tomorrow", "That day is still to come."],
	] as const) {
		it(`says what was understood of "${text}"`, () => assert.deepEqual(shown(text), expected));
	}
});
