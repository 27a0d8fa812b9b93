import assert from "node:assert/strict";
import fc from "fast-check";
import { amountForms } from "../../../src/amount/amountForms.ts";
import type { Quantity } from "../../../src/amount/quantity.ts";
import { readAmount } from "../../../src/amount/readAmount.ts";
import { intlAmount } from "./intlAmounts.ts";

/** `npm test` reads a sample; `WAYMARK_DEPTH=full npm test -- unit` ten times as many. */
const runs = process.env["WAYMARK_DEPTH"] === "full" ? 20_000 : 2000;

/** What an amount says, in one line: `8..12+ people per week`. */
function factsOf({ low, high, open, atMost, currency, unit, per }: Quantity): string {
	const range = high === undefined ? `${low}` : `${low}..${high}`;
	return [`${atMost ? "<=" : ""}${range}${open ? "+" : ""}`, currency, unit, per && `per ${per}`]
		.filter(Boolean)
		.join(" ");
}

/** An amount, its meanings separated by a bar, or the problem with the forms that are offered. */
function read(text: string, style?: Parameters<typeof readAmount>[1]): string {
	const reading = readAmount(text, style);
	switch (reading.kind) {
		case "amount":
			return factsOf(reading.amount);
		case "ambiguous":
			return reading.amounts.map(factsOf).join(" | ");
		default:
			return `! ${reading.problem}${amountForms(text)
				.map((form) => `, ${form}`)
				.join("")}`;
	}
}

describe("amounts", () => {
	for (const [text, expected] of [
		// Separators of thousands, and fractions.
		["1.000.000", "1000000"],
		["10.000,50", "10000.5"],
		["1,234.5", "1234.5"],
		["CHF 200'000", "200000 CHF"],
		["CHF 1’500.50", "1500.5 CHF"],
		["1_000", "1000"],
		["1_0", "! comma"],
		["250 000", "250000"],
		["250\u00a0000", "250000"],
		["250\u202f000", "250000"],
		["1 500,50 €", "1500.5 €"],
		["1,50,000", "150000"],
		["1,5", "1.5"],
		["1,5,0", "! comma"],
		["0,500", "0.5"],
		["1234.567", "1234.567"],
		["42.195 km", "42.195 km"],
		["1,000+", "1000+"],
		["$1,234", "1234 $"],
		["٢٥٠٬٠٠٠", "250000"],
		["２５", "25"],
		// Where nobody can tell.
		["90.000 words", "90 words | 90000 words"],
		["1.500 €", "1.5 € | 1500 €"],
		["£750.000", "750 £ | 750000 £"],
		["1,234 words", "1234 words | 1.234 words"],
		["1.234 KWD", "1.234 KWD | 1234 KWD"],
		["5 M", "5000000 | 5000000000"],
		["2 mila", "2 miles | 2000"],
		["1 mille", "1 miles | 1000"],
		["1.1 billion people", "1100000000 people"],
		["1.1 billion livres sterling", "1100000000 livres sterling | 1100000000000 livres sterling"],
		["500 mi running", "500 miles running | 500000000 running"],
		// Magnitudes.
		["$2bn", "2000000000 $"],
		["1.5 Mio €", "1500000 €"],
		["2,5 Mrd. €", "2500000000 €"],
		["€200 K", "200000 €"],
		["$1.2 M", "1200000 $"],
		["$1 million", "1000000 $"],
		["+1,2M", "1200000"],
		["$1.005K", "1005 $"],
		["1.005-2.3K", "1005..2300"],
		["3万", "30000"],
		["1.5億円", "150000000 円"],
		["15 lakh", "1500000"],
		["1,5 млн ₽", "1500000 ₽"],
		["5 MB", "5 MB"],
		["26 mi", "26 mi"],
		["3 t", "3 t"],
		["2L", "2 L"],
		["100 m sprint", "100 m sprint"],
		// Signs and currencies.
		["+ 1", "1"],
		["- €500", "-500 €"],
		["-$5K", "-5000 $"],
		["$-5K", "-5000 $"],
		["usd 5k", "5000 usd"],
		["USD180K", "180000 USD"],
		["$.5M", "500000 $"],
		["5000 kr", "5000 kr"],
		["500K €", "500000 €"],
		["$5 €", "! mixed"],
		// Ranges and open ends.
		["10%-20%", "10..20 %"],
		["8 people - 12 people", "8..12 people"],
		["3 months-6 months", "3..6 months"],
		["1M to 2M", "1000000..2000000"],
		["$1M to 2M", "1000000..2000000 $"],
		["5..8", "5..8"],
		["3 bis 5 Stunden", "3..5 Stunden"],
		["3 days-6 months", "! mixed"],
		["12-8", "! reversed, 8-12"],
		["80%+", "80+ %"],
		["8 people+", "8+ people"],
		["$1M +", "1000000+ $"],
		["5 or more", "5+"],
		// Limits.
		["30 minutes or less", "<=30 minutes"],
		["2 hours max", "<=2 hours"],
		["2 hours max per day", "<=2 hours per day"],
		["max. 2", "<=2"],
		["max 2", "<=2"],
		["2 or fewer", "<=2"],
		["no more than 2", "<=2"],
		["höchstens 2 pro Tag", "<=2 per day"],
		["最多 2 小时", "<=2 小时"],
		["3 以下", "<=3"],
		["at least 1", "1+"],
		["mindestens 5", "5+"],
		[">= 5", "5+"],
		["under 30 minutes", "! strict, at most 30 minutes"],
		["more than 5", "! strict, at least 5"],
		["100 kg bench max", "! form, at most 100 kg bench"],
		["at most 5+", "! form"],
		// Rates.
		["5/wk", "5 per week"],
		["$500/mo", "500 $ per month"],
		["4 quarterly", "4 per quarter"],
		["10 minutes daily", "10 minutes per day"],
		["3 times weekly", "3 times per week"],
		["3 pro Woche", "3 per week"],
		["3 次/周", "3 次 per week"],
		["每周 3 次", "3 次 per week"],
		["2 a month", "2 per month"],
		["5 per 3 months", "5 per quarter"],
		["5 per 2 weeks", "! rate, 2.5 per week"],
		["4 every other week", "! rate, 2 per week"],
		["4 per hour", "! rate"],
		["10 per working day", "! rate, 10 per day"],
		["8 hours per night", "! rate"],
		["once a week", "1 per week"],
		["twice a month", "2 per month"],
		["daily", "1 per day"],
		["5 talks per person", "5 talks per person"],
		// No amounts.
		["5/10", "! form, 10"],
		["1/30 per week", "! form"],
		["5 of 8", "! form, 8"],
		["12:30", "! form, 12.5 min, 12.5 h"],
		["5h 20m", "! form, 320 min"],
		["50% → 80%", "! form, 80%"],
		["between 190 and 200 lbs", "! form, 190-200 lbs"],
		["~5", "! form, 5"],
		["two talks", "! form, 2 talks"],
		["1.5E6", "! form, 1500000"],
		["5 books in 2026", "! form"],
		["10-15-20", "! form"],
		["5 6", "! form"],
		["20 km/h", "! rate"],
		["many", "! form"],
		["", "! form"],
	] as const) {
		it(`reads ${text}`, () => assert.equal(read(text), expected));
	}

	for (const [text, decimal, expected] of [
		["1.500", ".", "1.5 | 1500"],
		["1.500", ",", "1500"],
		["1,500", ".", "1500"],
		["1,500", ",", "1500 | 1.5"],
		["1.234", ".", "1.234"],
		["1,234", ",", "1.234"],
		["1,234", ".", "1234"],
		["€250.000", ",", "250000 €"],
		["€250.000", ".", "250 € | 250000 €"],
		["1.2340", ",", "1.234"],
		["2 B", ".", "2000000000"],
	] as const) {
		it(`reads ${text} if ${decimal} is the decimal mark`, () => assert.equal(read(text, { decimal }), expected));
	}

	it("reads what Intl.NumberFormat writes, asks about it, or reports it, and never reads another value", () => {
		let problems = 0;
		fc.assert(
			fc.property(intlAmount, ({ text, value, tolerance }) => {
				const reading = readAmount(text);
				const isRight = ({ low }: Quantity) => Math.abs(low - value) <= tolerance;
				if (reading.kind === "amount") {
					// Alone, these letters are a unit in every language, and are shown as such. French in Switzerland has a decimal
					// point, and English the same words.
					assert.ok(
						isRight(reading.amount) || /^[\d.,\s−-]+(?:mi|t|L|billion euros)$/.test(text),
						`${text} is ${reading.amount.low}`,
					);
				} else if (reading.kind === "ambiguous") {
					assert.ok(reading.amounts.some(isRight), `${text} is ${reading.amounts.map(({ low }) => low)}`);
				} else {
					problems += 1;
				}
			}),
			{ numRuns: runs },
		);
		// A third is scientific, and few others are in a form that no plan has.
		assert.ok(problems < runs * 0.4, `${problems} of ${runs} are problems`);
	}).timeout(60_000);

	it("writes each meaning so that it has no other", () => {
		fc.assert(
			fc.property(intlAmount, ({ text }) => {
				const reading = readAmount(text);
				for (const amount of reading.kind === "ambiguous" ? reading.amounts : []) {
					const again = readAmount(amount.text);
					assert.ok(again.kind === "amount" && again.amount.low === amount.low, `${text}: ${amount.text}`);
					assert.deepEqual([again.amount.currency, again.amount.per], [amount.currency, amount.per]);
				}
			}),
			{ numRuns: runs },
		);
	}).timeout(60_000);

	it("means the same with dashes, spaces and digits of other kinds", () => {
		const plain = fc.constantFrom("8-12 people", "$3-5M", "-3", "250 000 €", "4 per week", "1,000+");
		const change = fc.constantFrom<readonly [RegExp, string]>(
			[/-/g, "–"],
			[/-/g, "−"],
			[/ /g, "\u00a0"],
			[/ /g, "\u202f"],
			[/ /g, "  "],
		);
		fc.assert(fc.property(plain, change, (text, [from, to]) => assert.equal(read(text.replace(from, to)), read(text))));
	});
});
