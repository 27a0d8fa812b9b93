import assert from "node:assert/strict";
import { parseQuantity } from "../../../src/amount/parseQuantity.ts";
import { parseLog } from "../../../src/logging/line/parseLog.ts";
import type { LogSource } from "../../../src/logging/logReading.ts";
import { parseDay } from "../../../src/time/day.ts";

const goal = parseQuantity("€250K+");
const source: LogSource = {
	targets: [
		{ id: "writing", title: "Thought leadership", timeOnly: true, weekly: true },
		{ id: "saved", title: "Savings", goal: typeof goal === "string" ? assert.fail(goal) : goal },
	],
	uses: () => 0,
	today: parseDay("2026-08-01") ?? assert.fail(),
};
const read = (text: string) => parseLog(text, source);
/** Whether the line can be saved without a question. */
const isSilent = (text: string) => {
	const { problems, questions } = read(text);
	return problems.length === 0 && questions.length === 0;
};
/** All texts of one of each. */
const mixed = (...parts: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> =>
	parts.reduce<ReadonlyArray<string>>((texts, part) => texts.flatMap((text) => part.map((each) => text + each)), [""]);
const amounts = ["€500", "500 €", "€1.5K", "EUR 2000", "€3万"];
const weekdays = ["monday", "tue", "fri.", "Mittwoch", "sonntag", "周三"];

describe("words beside an amount", () => {
	const changes = [
		...mixed(["saved "], ["another", "plus", "up by", "by", "noch", "weitere", "增加", "再"], [" "], amounts),
		...mixed(["saved "], amounts, [" more", " extra", " added", " mehr", " dazu", " 更多"]),
	];
	for (const [sign, texts] of [
		[1, changes],
		[
			-1,
			[
				...mixed(["saved "], ["minus", "down", "reduced by", "abzüglich", "减少"], [" "], amounts),
				...mixed(["saved "], amounts, [" less", " fewer", " weniger"]),
			],
		],
	] as const) {
		it(`ask whether it is an addition: ${sign}`, function () {
			this.timeout(60_000);
			for (const text of texts) {
				const { readings, questions } = read(text);
				const found = readings.map(([only]) => only?.change);
				const set = found.find((change) => typeof change?.set === "number")?.set;
				assert.deepEqual(questions, ["amount"], text);
				assert.ok(typeof set === "number" && found[0]?.add === sign * set, text);
			}
		});
	}

	it("ask about what an entry can't be: how often, or a part of an amount", function () {
		this.timeout(60_000);
		const texts = [
			...mixed(
				["writing 2h ", "saved €500 "],
				["per week", "a day", "daily", "each", "twice", "every monday", "pro Monat", "täglich", "每周", "jeden Tag"],
			),
			...mixed(["writing 45m ", "saved €5 "], ["-", "+"], ["B", "K", "m", "bn", "€", "万"]),
			...mixed(["-B ", "K ", "+m "], ["writing 45m", "saved €5"]),
			...mixed(["45m "], ["-B ", "x ", "-k "], ["writing"]),
			"saved €500 yesterday and €600 today",
		];
		assert.deepEqual(texts.filter(isSilent), []);
	});

	it("keep a single letter before a name", function () {
		this.timeout(60_000);
		for (const text of ["-B writing 45m", "45m -B writing", "45m x writing"]) {
			const [[only] = []] = read(text).readings;
			assert.match(only?.note ?? "", /^(?:-B|x)$/, text);
		}
	});
});

describe("several days in a line", () => {
	it("are asked about", function () {
		this.timeout(60_000);
		const joints = ["-", " - ", " to ", " and ", ", ", " & ", "/", " bis ", " und ", "到", "和"];
		const texts = joints.flatMap((joint) =>
			weekdays.flatMap((first, at) => mixed(["writing 45m "], [first], [joint], weekdays.slice(at, at + 2))),
		);
		assert.deepEqual(texts.filter(isSilent), []);
	});

	it("are asked about with their times and dates", function () {
		this.timeout(60_000);
		const texts = [
			"writing fri 22:00 - sat 1:00",
			"writing gestern 22:00 bis heute 1:00",
			"writing monday 9:00 - tuesday 10:00",
			"writing 22:00 yesterday to 1:00 today",
			"writing 45m jul 1-3",
			"writing 45m in july",
			"writing 45m letzten Juli",
			...mixed(["writing 45m "], ["mondays", "on fridays", "montags", "every tuesday"]),
		];
		assert.deepEqual(texts.filter(isSilent), []);
	});
});

describe("a time of the day that looks like a duration", () => {
	it("is asked about", function () {
		this.timeout(60_000);
		const words = ["at", "@", "until", "by", "after", "before", "since", "from", "um", "ab", "seit", "bis", "从"];
		const texts = [
			...mixed(["writing "], words, [" 10:00", " 9:30"]),
			...mixed(["writing 10:00 "], ["to now", "until now", "onwards", "bis jetzt", "uhr", "- lunch", "开始"]),
			...mixed(["writing "], ["1-2", "1h-2", "1 to 2", "1 – 2"], ["h", " h", " hours", " Stunden"]),
		];
		assert.deepEqual(texts.filter(isSilent), []);
	});
});

describe("an ordinary note", () => {
	for (const text of [
		"writing 45m a day in the library",
		"writing 45m another chapter",
		"writing 45m plan B",
		"writing 45m per email",
		"writing 45m weekly report",
		"writing 1:30 after lunch",
		"writing 8:00-9:15 draft",
		"writing 8h30-10h15 draft",
		"writing 45m up to chapter 3",
		"writing 45m 3 more pages",
		"saved +€500 more than planned",
		"saved =€500 less than planned",
		"saved €500 by selling the bike",
	]) {
		it(`is not asked about: ${text}`, () => assert.ok(isSilent(text), JSON.stringify(read(text))));
	}
});
