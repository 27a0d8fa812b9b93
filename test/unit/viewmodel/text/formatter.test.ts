import assert from "node:assert/strict";
import { parseQuantity, type Quantity } from "../../../../src/amount/parseQuantity.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { day } from "../../progress/progressFixture.ts";
import { plainSpaces } from "../rows/renderRows.ts";

const formatter = new Formatter("en");
const discreet = new Formatter("en", true);

function quantity(text: string): Quantity {
	const read = parseQuantity(text);
	return typeof read === "string" ? assert.fail(text) : read;
}

describe("the formatter", () => {
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
		it(`formats the distance of a day: ${days} days`, () => {
			const today = day("2026-07-01");
			assert.equal(formatter.relative(today + days, today), expected);
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
		it(`formats the aim of a week: ${low} to ${high} minutes`, () =>
			assert.equal(formatter.aim({ low, high }), expected));
	}

	for (const [minutes, expected] of [
		[0, "0 min"],
		[0.4, "0 min"],
		[59.5, "1 h"],
		[61, "1 h 1 min"],
		[90_000, "1,500 h"],
	] as const) {
		it(`formats a duration: ${minutes} minutes`, () => assert.equal(formatter.minutes(minutes), expected));
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
		it(`formats a value like its goal: ${value} beside ${goal}`, () =>
			assert.equal(formatter.value(value, quantity(goal)), expected));
	}

	it("formats days alone, in a week, as a heading, and as a range", () => {
		const date = day("2026-06-04");
		assert.equal(formatter.date(date), "Jun 4, 2026");
		assert.equal(formatter.dayInWeek(date), "Thu, Jun 4");
		assert.deepEqual(
			[date, date + 1, date + 2, date - 1].map((today) => formatter.dayName(date, today)),
			["Today", "Yesterday", "Thursday, Jun 4, 2026", "Thursday, Jun 4, 2026"],
		);
		assert.equal(plainSpaces(formatter.dates({ start: date, end: date + 30 })), "Jun 4 – Jul 3, 2026");
		assert.equal(formatter.dates({ start: date, end: date + 1 }), "Jun 4, 2026");
		assert.equal(formatter.dates({ start: date }), "from Jun 4, 2026");
	});

	it("rounds a share down, so that 100% means all; a part of the time to the nearest", () => {
		assert.deepEqual(
			[0, 0.29, 0.999, 1].map((share) => formatter.share(share)),
			["0%", "29%", "99%", "100%"],
		);
		assert.equal(formatter.rounded(0.625), "63%");
	});

	it("uses the user's language for numbers and dates", () => {
		const german = new Formatter("de");
		assert.equal(german.date(day("2026-06-04")), "4. Juni 2026");
		assert.equal(german.relative(1, 0), "morgen");
		assert.equal(plainSpaces(german.share(0.999)), "99 %");
		assert.equal(new Formatter("no-such-language-at-all").share(1), "100%");
		assert.equal(new Formatter("not a language").share(1), "100%");
	});

	it("hides money and private items in discreet mode", () => {
		const secret = { title: "Fund of $20K", private: true };
		const open = { title: "Fund of $20K", private: false };
		assert.deepEqual([formatter.title(secret), formatter.title(open)], ["Fund of $20K", "Fund of $20K"]);
		assert.deepEqual([discreet.title(secret), discreet.title(open)], ["Private", "Fund of •••"]);
		assert.deepEqual([formatter.goal(quantity("$1M+")), discreet.goal(quantity("$1M+"))], ["$1M+", "•••"]);
		assert.equal(discreet.goal(quantity("100+")), "100+");
		assert.equal(discreet.value(5, quantity("$1M+")), "•••");
		assert.equal(discreet.value(5, quantity("18 months")), "5");
		assert.deepEqual(
			[formatter.amount(1200), formatter.amount("a lot"), discreet.amount(1200)],
			["1,200", "a lot", "•••"],
		);
	});

	it("hides a very long title of the plan completely, in the same time", () => {
		const title = `${"a ".repeat(2000)}end`;
		assert.doesNotMatch(new Formatter("en", true, title).plain(`Before ${title} behind`), /a a|end/);
	});
});
