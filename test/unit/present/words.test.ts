import assert from "node:assert/strict";
import { parseQuantity, type Quantity } from "../../../src/plan/quantity.ts";
import { Words } from "../../../src/present/words.ts";
import { day } from "../progress/given.ts";
import { plainSpaces } from "./shownRows.ts";

const words = new Words("en");
const discreet = new Words("en", true);

function quantity(text: string): Quantity {
	const read = parseQuantity(text);
	return typeof read === "string" ? assert.fail(text) : read;
}

describe("words", () => {
	for (const [days, expected] of [
		[0, "today"],
		[1, "tomorrow"],
		[-1, "yesterday"],
		[13, "in 13 days"],
		[-13, "13 days ago"],
		[14, "in 2 weeks"],
		[42, "in 6 weeks"],
		[69, "in 10 weeks"],
		// 70 / 30.4375 = 2.3
		[70, "in 2 months"],
		[-92, "3 months ago"],
		// 719 / 30.4375 = 23.6
		[719, "in 24 months"],
		// 720 / 365.25 = 1.97
		[720, "in 2 years"],
		[-1826, "5 years ago"],
	] as const) {
		it(`say how far away a day is: ${days} days`, () => {
			const today = day("2026-07-01");
			assert.equal(words.relative(today + days, today), expected);
		});
	}

	for (const [low, high, expected] of [
		[240, 300, "4–5 h"],
		[120, 120, "2 h"],
		[119.6, 120.4, "2 h"],
		[90, 120, "1 h 30 min – 2 h"],
		[45, 45, "45 min"],
		[0, 60, "0–1 h"],
		[60_000, 66_000, "1,000–1,100 h"],
	] as const) {
		it(`say what a week asks for: ${low} to ${high} minutes`, () => assert.equal(words.aim({ low, high }), expected));
	}

	for (const [minutes, expected] of [
		[0, "0 min"],
		[0.4, "0 min"],
		[59.5, "1 h"],
		[61, "1 h 1 min"],
		[90_000, "1,500 h"],
	] as const) {
		it(`say how long something took: ${minutes} minutes`, () => assert.equal(words.minutes(minutes), expected));
	}

	for (const [value, goal, expected] of [
		[420_000, "$1M+", "$420K"],
		[1_250_000, "$1M+", "$1.25M"],
		[420_000, "$1,000,000", "$420,000"],
		[60, "100+", "60"],
		[35.5, "40%", "35.5%"],
		[-2, "5", "-2"],
		[-3000, "$5K", "-$3K"],
		[3, "8-12 people", "3"],
	] as const) {
		it(`say a value in the manner of its goal: ${value} beside ${goal}`, () =>
			assert.equal(words.value(value, quantity(goal)), expected));
	}

	it("say days by themselves, in a week, as a heading and as a run", () => {
		const date = day("2026-06-04");
		assert.equal(words.date(date), "Jun 4, 2026");
		assert.equal(words.dayInWeek(date), "Thu, Jun 4");
		assert.deepEqual(
			[date, date + 1, date + 2, date - 1].map((today) => words.dayName(date, today)),
			["Today", "Yesterday", "Thursday, Jun 4, 2026", "Thursday, Jun 4, 2026"],
		);
		assert.equal(plainSpaces(words.dates({ start: date, end: date + 30 })), "Jun 4 – Jul 3, 2026");
		assert.equal(words.dates({ start: date, end: date + 1 }), "Jun 4, 2026");
		assert.equal(words.dates({ start: date }), "from Jun 4, 2026");
	});

	it("round a share down, so that 100% means all; a part of the time to the nearest", () => {
		assert.deepEqual(
			[0, 0.29, 0.999, 1].map((share) => words.share(share)),
			["0%", "29%", "99%", "100%"],
		);
		assert.equal(words.rounded(0.625), "63%");
	});

	it("speak the person's language where numbers and dates are concerned", () => {
		const german = new Words("de");
		assert.equal(german.date(day("2026-06-04")), "4. Juni 2026");
		assert.equal(german.relative(1, 0), "morgen");
		assert.equal(plainSpaces(german.share(0.999)), "99 %");
		assert.equal(new Words("no-such-language-at-all").share(1), "100%");
		assert.equal(new Words("not a language").share(1), "100%");
	});

	it("hide money and what is private from others who see the screen", () => {
		const secret = { title: "Fund of $20K", private: true };
		const open = { title: "Fund of $20K", private: false };
		assert.deepEqual([words.title(secret), words.title(open)], ["Fund of $20K", "Fund of $20K"]);
		assert.deepEqual([discreet.title(secret), discreet.title(open)], ["Private", "Fund of •••"]);
		assert.deepEqual([words.goal(quantity("$1M+")), discreet.goal(quantity("$1M+"))], ["$1M+", "•••"]);
		assert.equal(discreet.goal(quantity("100+")), "100+");
		assert.equal(discreet.value(5, quantity("$1M+")), "•••");
		assert.equal(discreet.value(5, quantity("18 months")), "5");
		assert.deepEqual([words.amount(1200), words.amount("a lot"), discreet.amount(1200)], ["1,200", "a lot", "•••"]);
	});
});
