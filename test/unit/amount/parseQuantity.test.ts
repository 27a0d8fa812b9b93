import assert from "node:assert/strict";
import { fallingFrom, parseQuantity, type Quantity } from "../../../src/amount/parseQuantity.ts";

const read = (text: string): Partial<Quantity> => {
	const quantity = parseQuantity(text);
	assert.ok(typeof quantity !== "string", `${text}: ${quantity}`);
	assert.equal(quantity.text, text.trim());
	const { text: _, ...rest } = quantity;
	const facts = Object.entries(rest).filter(([, value]) => value !== false);
	return Object.fromEntries(facts);
};

describe("quantities", () => {
	for (const [text, expected] of [
		["5", { low: 5 }],
		["100+", { low: 100, open: true }],
		["8-12 people", { low: 8, high: 12, unit: "people" }],
		["8 – 12 people", { low: 8, high: 12, unit: "people" }],
		["$1M+", { low: 1e6, open: true, currency: "$", short: true }],
		["$3-5M", { low: 3e6, high: 5e6, currency: "$", short: true }],
		["$350K-$500K+", { low: 350e3, high: 500e3, open: true, currency: "$", short: true }],
		["$900K-1M", { low: 900e3, high: 1e6, currency: "$", short: true }],
		["500-1M", { low: 500, high: 1e6, short: true }],
		["20-40%", { low: 20, high: 40, unit: "%" }],
		["18 months", { low: 18, unit: "months" }],
		["<= 2", { low: 2, atMost: true }],
		["at most 2", { low: 2, atMost: true }],
		["4 per quarter", { low: 4, per: "quarter" }],
		["$500/month", { low: 500, currency: "$", per: "month" }],
		["1,000,000+", { low: 1e6, open: true }],
		["€ 1.5M", { low: 1.5e6, currency: "€", short: true }],
		["CHF 200K", { low: 200e3, currency: "CHF", short: true }],
		["$1.005K", { low: 1005, currency: "$", short: true }],
		["1.005-2.3K", { low: 1005, high: 2300, short: true }],
		["5 MB", { low: 5, unit: "MB" }],
		["between 190 and 200 lbs", { low: 190, high: 200, unit: "lbs", band: true }],
		["between $3K and $5K", { low: 3000, high: 5000, currency: "$", short: true, band: true }],
		["zwischen 3 und 5 pro Woche", { low: 3, high: 5, per: "week", band: true }],
		["介于3和5之间", { low: 3, high: 5, band: true }],
		["-3", { low: -3 }],
		["0", { low: 0, atMost: true }],
		["£0", { low: 0, atMost: true, currency: "£" }],
		["0-5", { low: 0, high: 5 }],
		["0+", { low: 0, open: true }],
		["500 €", { low: 500, currency: "€" }],
	] as const) {
		it(`reads ${text}`, () => assert.deepEqual(read(text), expected));
	}

	for (const [text, error] of [
		["", "form"],
		["many", "form"],
		["5 6", "form"],
		["1,5,0", "comma"],
		["1.500 €", "ambiguous"],
		["5 per 2 weeks", "rate"],
		["under 30", "strict"],
		["3 days-6 months", "mixed"],
		["12-8", "reversed"],
		["$5M-$3M", "reversed"],
		["1e400", "form"],
		[`${"9".repeat(400)}`, "huge"],
	] as const) {
		it(`says why "${text.slice(0, 20)}" isn't a quantity`, () => assert.equal(parseQuantity(text), error));
	}

	for (const [text, from, expected] of [
		["190 lbs", 212, { low: 190, atMost: true, unit: "lbs" }],
		["190-200 lbs", 212, { low: 200, atMost: true, unit: "lbs" }],
		["190-200 lbs", 195, { low: 190, high: 200, unit: "lbs" }],
		["5", 3, { low: 5 }],
		["100+", 120, { low: 100, open: true }],
		["at least 100", 120, { low: 100, open: true }],
		["3 per week", 5, { low: 3, per: "week" }],
	] as const) {
		it(`reads ${text} from ${from}`, () => {
			const goal = parseQuantity(text);
			assert.ok(typeof goal !== "string");
			const { text: _, ...rest } = fallingFrom(goal, from);
			assert.deepEqual(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== false)), expected);
		});
	}
});
