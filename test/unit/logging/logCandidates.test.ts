import { strict as assert } from "node:assert";
import { logCandidates } from "../../../src/logging/line/logCandidates.ts";
import { parseLog } from "../../../src/logging/line/parseLog.ts";
import { TargetFinder } from "../../../src/logging/line/targetFinder.ts";
import type { LogSource } from "../../../src/logging/logReading.ts";
import { shown, today } from "./sampleLogSource.ts";

const source: LogSource = {
	targets: [
		{ id: "writing", title: "Thought leadership", weekly: true, timeOnly: true },
		{ id: "learning", title: "Strategic learning", weekly: true, timeOnly: true },
		{ id: "across", title: "Leading across functions" },
		{ id: "initiative", title: "Owner of a strategic initiative" },
	],
	uses: (id) => (id === "learning" ? 3 : 0),
	today,
};

describe("what else a typed line can mean", () => {
	const cases: ReadonlyArray<readonly [string, ReadonlyArray<string>, ReadonlyArray<string>]> = [
		[
			"1h reading a paper on agents",
			["spelling"],
			[
				'learning · 1h · "reading a paper on agents"',
				'writing · 1h · "reading a paper on agents"',
				'across · 1h · "a paper on agents"',
			],
		],
		[
			"1h functions kick-off",
			["target"],
			['learning · 1h · "functions kick-off"', 'writing · 1h · "functions kick-off"', 'across · 1h · "kick-off"'],
		],
		["1h strategic", ["target"], ["learning · 1h", 'writing · 1h · "strategic"', "initiative · 1h"]],
		["45m", [], ["learning · 45m", "writing · 45m"]],
		["45m agents", [], ['learning · 45m · "agents"', 'writing · 45m · "agents"']],
		["45m strategic learning", [], []],
		["thought leadership", [], []],
		["1h strategic in 2 days", [], []],
	];
	for (const [text, questions, candidates] of cases) {
		it(text, () => {
			const finder = new TargetFinder(source);
			const reading = parseLog(text, source, finder);
			assert.deepEqual(reading.questions, questions);
			assert.deepEqual(logCandidates(text, reading, source, finder).map(shown), candidates);
		});
	}
});
