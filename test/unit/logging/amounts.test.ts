import assert from "node:assert/strict";
import { formatChange } from "../../../src/amount/change.ts";
import { parseQuantity } from "../../../src/amount/parseQuantity.ts";
import { parseLog } from "../../../src/logging/line/parseLog.ts";
import type { LogItem, LogSource, LogTarget } from "../../../src/logging/logReading.ts";
import { parseDay } from "../../../src/time/day.ts";

function target(id: string, title: string, goal?: string): LogTarget {
	const quantity = goal === undefined ? undefined : parseQuantity(goal);
	return {
		id,
		title,
		...(quantity !== undefined && typeof quantity !== "string" ? { goal: quantity } : { doneOnly: true }),
	};
}

const source: LogSource = {
	targets: [
		{ id: "writing", title: "Thought leadership", timeOnly: true, weekly: true },
		{ id: "networking", title: "Networking", timeOnly: true, weekly: true },
		target("talks", "Conference talks", "12"),
		target("impact", "Business impact", "$1M+"),
		target("saved", "Savings", "€250K+"),
		target("aws-saa", "AWS Solutions Architect"),
		target("adoption", "Adoption", "80%"),
	],
	uses: () => 0,
	today: parseDay("2026-08-01") ?? assert.fail(),
};

function shown(parts: ReadonlyArray<LogItem>): string {
	return parts
		.map(({ on, minutes, change, note }) =>
			[on, minutes === undefined ? "" : `${minutes} min`, change ? formatChange(change) : "", note ?? ""]
				.filter((fact) => fact !== "")
				.join(" "),
		)
		.join(", ");
}

/** The readings of a line, separated by bars; a question mark if it is asked about, or the problem. */
function read(text: string, decimal?: "." | ","): string {
	const { readings, questions, problems } = parseLog(text, decimal ? { ...source, numbers: { decimal } } : source);
	const asked = questions.length > 0 ? "? " : "";
	return problems.length > 0 ? `! ${problems.map(({ code }) => code)}` : asked + readings.map(shown).join(" | ");
}

describe("amounts in a typed line", () => {
	for (const [text, expected] of [
		["talks + 1", "talks +1"],
		["talks +1", "talks +1"],
		["#talks + 1", "talks +1"],
		["saved € 500", "saved 500"],
		["impact $ 1.2 M", "impact 1200000"],
		["saved €-500", "saved -500"],
		["saved =-€500", "saved =-500"],
		["saved 2 m", "? saved 2 min | saved 2000000"],
		["talks ½", "? talks 30 min | talks 0.5"],
		["talks 1½", "? talks 90 min | talks 1.5"],
		["talks 5-6", "? talks 60 min"],
		["talks +2 -1", "? talks +2 -1"],
		["adoption 50% → 60%", "? adoption 50 → 60%"],
		["talks 10 gestern", "? talks 600 min | talks 10 min | talks 10"],
		["aws-saa erledigt", "aws-saa done"],
		["aws-saa 未完成", "aws-saa not done"],
		["+ 1 talks", "talks +1"],
		["saved + €500", "saved +500"],
		["saved - €500", "saved -500"],
		["saved −€500", "saved -500"],
		["adoption + 5%", "adoption +5"],
		["saved 250 000", "saved 250000"],
		["saved 250\u00a0000", "saved 250000"],
		["saved 250\u202f000", "saved 250000"],
		["saved €1 500", "saved 1500"],
		["talks 1 000", "talks 1000"],
		["saved 250'000", "saved 250000"],
		["saved €250,000", "saved 250000"],
		["saved €250.000,50", "saved 250000.5"],
		["saved +1.000", "? saved +1 | saved +1000"],
		["saved €250.000", "? saved 250 | saved 250000"],
		["saved 1,5M", "saved 1500000"],
		["impact +1,2M", "impact +1200000"],
		["saved €1,5M", "saved 1500000"],
		["talks 10,5", "? talks 630 min | talks 10.5"],
		["saved €200 K", "saved 200000"],
		["saved 200K €", "saved 200000"],
		["saved EUR 200K", "saved 200000"],
		["impact $1.2 M", "impact 1200000"],
		["impact $1 million", "impact 1000000"],
		["impact 1 million", "impact 1000000"],
		["saved 12.345", "? saved 12.3450 | saved 12345"],
		["saved +500 dollars", "? saved +500 dollars"],
		["saved 500 yen", "? saved 500 min yen | saved 500 yen"],
		["saved 500 euros", "saved 500"],
		["impact €5K", "! bad-amount"],
		["aws-saa 50%", "! done-only"],
		["aws-saa =3", "! done-only"],
		["aws-saa +1", "! done-only"],
		["aws-saa done", "aws-saa done"],
		["writing 8:00-9:15 + 10:00-11:00", "writing 75 min, writing 60 min"],
		["talks 45m - 3 slides", "? talks 45 min -3 slides | talks 45 min 3 slides"],
	] as const) {
		it(`are read or asked about: ${text}`, () => assert.equal(read(text), expected));
	}

	for (const [text, decimal, expected] of [
		["saved +1.000", ",", "saved +1000"],
		["saved €250.000", ",", "saved 250000"],
		["saved €250.000", ".", "? saved 250 | saved 250000"],
		["talks +1.234", ".", "talks +1.234"],
	] as const) {
		it(`${text} if ${decimal} is the decimal mark`, () =>
			assert.equal(read(text, decimal).replace("1.2340", "1.234"), expected));
	}
});
