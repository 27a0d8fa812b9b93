import assert from "node:assert/strict";
import { amountForms } from "../../../src/amount/amountForms.ts";
import { parseQuantity } from "../../../src/amount/parseQuantity.ts";

/** What a goal means, or the spellings that are offered for it. */
function read(text: string): string {
	const goal = parseQuantity(text);
	if (typeof goal === "string") {
		return `! ${amountForms(text).join(" | ")}`.trim();
	}
	const { low, high, open, atMost, currency, unit, per } = goal;
	const number = `${atMost ? "at most " : ""}${low}${high === undefined ? "" : `-${high}`}${open ? "+" : ""}`;
	return [currency, number, unit, per && `per ${per}`].filter((part) => part !== undefined).join(" ");
}

const units = ["", " talks", " km"];
const periods = ["day", "week", "month", "quarter", "year"];

describe("goals as people say them", () => {
	it("keep their rate beside a plus, and their plus as a word", () => {
		for (const unit of units) {
			for (const period of periods) {
				for (const joint of [" per ", " a ", "/", " every ", " in a "]) {
					const rate = `${unit} per ${period}`;
					assert.equal(read(`2${unit}${joint}${period}+`), `2+${rate}`);
					assert.equal(read(`2${unit}${joint}${period} +`), `2+${rate}`);
					assert.equal(read(`2${unit}${joint}${period}`), `2${rate}`);
				}
			}
			assert.equal(read(`5${unit} plus`), `5+${unit}`);
		}
		assert.equal(read("at most 2 per week+"), "!");
	});

	it("never take a time or a date for a unit", () => {
		for (const number of ["5", "$5", "5-10"]) {
			for (const rest of [" this week", " next month", " last year", " diese Woche", "pm", " p.m.", " a.m."]) {
				assert.match(read(`${number}${rest}`), /^!/, `${number}${rest}`);
			}
		}
		assert.match(read("5 本周"), /^!/);
	});

	for (const [text, expected] of [
		["£5pcm", "£ 5 per month"],
		["5 pw", "5 per week"],
		["every day", "1 per day"],
		["each week", "1 per week"],
		["jeden Monat", "1 per month"],
		["5〜10", "5-10"],
		["£5 p.m.", "! £5 per month"],
		["5 per fortnight", "! 2.5 per week"],
		["4 fortnightly", "! 2 per week"],
		["5 per night", "!"],
		["5 per weekday", "!"],
		["5 biweekly", "!"],
		["1 hour 30 minutes", "! 90 min"],
		["1h30 per day", "! 90 min per day"],
		["exactly 5", "! 5"],
		["=5", "! 5"],
		["(5)", "! 5"],
		["5 (stretch: 10)", "! 5-10"],
		["5 (10)", "! 5-10"],
		["ab 5", "! at least 5"],
		["sub 50 min", "! at most 50 min"],
		["CHF 1'500.-", "! CHF 1'500"],
		["5,- €", "! 5 €"],
		["5× a week", "! 5x a week"],
		["fifty", "! 50"],
		["a dozen talks", "! 12 talks"],
		["two hundred words", "! 2 hundred words"],
		["5 hundred", "500"],
	] as const) {
		it(`are read, or are a problem with a spelling: ${text}`, () => assert.equal(read(text), expected));
	}
});
