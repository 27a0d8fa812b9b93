import assert from "node:assert/strict";
import { redactMoney } from "../../../../src/viewmodel/text/redaction.ts";

describe("a text in discreet mode", () => {
	for (const [text, expected] of [
		["Director-level role at $350K-$500K+", "Director-level role at •••"],
		["$1M+", "•••"],
		["$1-5M a year", "••• a year"],
		["$ 1,000,000.50!", "•••!"],
		["EUR 2,000 saved", "••• saved"],
		["saved 3 € and 2.500,00€.", "saved ••• and •••."],
		["£3–5k", "•••"],
		["¥500000 or ₹20 B", "••• or •••"],
		["$500/month", "•••/month"],
		["from $5M to $7M", "from ••• to •••"],
		["100+ people, 18 months, 20-40%, 8-12", "100+ people, 18 months, 20-40%, 8-12"],
		["the top 3 of AWS, MLOps 2026", "the top 3 of AWS, MLOps 2026"],
		["5 CTO talks, 500 EUR each", "5 CTO talks, ••• each"],
		["paid in $", "paid in $"],
		["", ""],
	] as const) {
		it(`has no amount of money: ${text}`, () => assert.equal(redactMoney(text), expected));
	}
});
