import assert from "node:assert/strict";
import { parseLog } from "../../../../src/logging/line/parseLog.ts";
import type { LogSource } from "../../../../src/logging/logReading.ts";
import { logTargets } from "../../../../src/logging/logTargets.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { parseDay } from "../../../../src/time/day.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { logItemText, logProblemText, logQuestionText } from "../../../../src/viewmodel/text/logText.ts";

const yaml = [
	"start: 2026-01-05",
	"measures: [{id: impact, title: Business impact, count: period}]",
	"targets: {year 1: [{of: impact, goal: $1M+, title: Impact of the year}, {id: aws-saa, title: AWS SAA}]}",
	"commitments: [{id: writing, title: Thought leadership, hours: 2, formerly: [blog], activities: [Articles]}]",
].join("\n");

const plan = parsePlan(yaml).plan ?? assert.fail();
const today = parseDay("2026-11-25") ?? assert.fail();
const source: LogSource = { targets: logTargets(plan), uses: () => 0, today };
const context = { plan, formatter: new Formatter("en"), today };

const plainSpaces = (text: string): string => text.replace(/\s/g, " ");

/** What is shown for a line: what was understood, else why nothing was. */
function shown(text: string): ReadonlyArray<string> {
	const { readings, questions, problems } = parseLog(text, source);
	return [
		...questions.map(logQuestionText),
		...readings.map((reading) => reading.map((logged) => logItemText(logged, context)).join(" + ")),
		...problems.map((problem) => logProblemText(problem, context)),
	].map(plainSpaces);
}

describe("the preview of an entry", () => {
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
			"How much did you mean?",
			"2 h · Thought leadership · Today, Nov 25, 2026",
			"2 min · Thought leadership · Today, Nov 25, 2026",
		],
		["wrting 1h", "Did you mean this?", "1 h · Thought leadership · Today, Nov 25, 2026"],
		["", "Enter what you did, for example: 45m writing yesterday drafted the article"],
		["45m", "What was it about? Type the start of a title."],
		["45m xyzzy", "No title in the plan starts with: xyzzy"],
		["writing", "Enter a duration or progress, for example 45m, 1h30, 7, +1, 50%, or done."],
		["writing +1", "You can only log time for Thought leadership, for example 45m."],
		["impact €5", "€5 doesn't match the goal of Business impact. Enter a number in the same unit."],
		["writing 0m", "Enter a duration greater than zero."],
		["writing 25h", "That is more than 24 hours. Log each day separately."],
		["writing 1h tomorrow", "The date is in the future."],
	] as const) {
		it(`shows how it reads "${text}"`, () => assert.deepEqual(shown(text), expected));
	}
});
