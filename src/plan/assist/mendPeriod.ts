import { formatDay } from "../day.ts";
import { nearest } from "../nearest.ts";
import { parsePeriod } from "../period.ts";
import type { Mending } from "./mendText.ts";

const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const units = ["week", "month", "quarter", "year", "weeks", "months", "quarters", "years"];

/** Periods that a text which is none most likely meant. @param why the reason that `parsePeriod` gives */
export function mendPeriod(text: string, why: string): ReadonlyArray<Mending> {
	return candidates(text, why).filter((each) => typeof parsePeriod(each.text) !== "string");
}

function candidates(text: string, why: string): ReadonlyArray<Mending> {
	switch (why) {
		case "unit":
			return [`month ${text}`, `year ${text}`].map((each) => ({ text: plural(each), isSafe: false }));
		case "reversed":
			return [{ text: swapped(text), isSafe: false }];
		case "zero":
			return [{ text: text.replace(/\b0+\b/, "1"), isSafe: false }];
		case "endless":
			return [
				{ text: text.replace(/ ?\+$/, ""), isSafe: false },
				{ text: text.replace(/^\s*(?:by|through) /i, "from ").replace(/ ?\+$/, ""), isSafe: false },
			];
		case "date":
			return [{ text: lastOfMonth(text), isSafe: false }];
		default:
			return [{ text: respelled(text), isSafe: false }];
	}
}

function plural(text: string): string {
	return /\d ?-/.test(text) ? text.replace(/^(month|year)/, "$1s") : text;
}

function swapped(text: string): string {
	return text.includes("..")
		? text.replace(/^((?:by|through|from) )?(\S+?) ?\.\. ?(\S+)$/i, "$1$3..$2")
		: text.replace(/^(.*?)(\d{1,4}) ?[-‐-―−] ?(\d{1,4})$/, "$1$3-$2");
}

/** `2026-02-30` as the last day of that month. */
function lastOfMonth(text: string): string {
	return text.replace(/(\d{4}-\d{2})-\d{2}/g, (whole, month: string) => {
		const period = parsePeriod(month);
		const isReal = typeof parsePeriod(whole) !== "string";
		const end = typeof period === "object" && period.stretch.kind === "calendar" ? period.stretch.end : undefined;
		return isReal || end === undefined ? whole : formatDay(end - 1);
	});
}

/** Other ways to say the same: words for numbers, `Q3 2027`, `until`, `in`, misspelt units. */
function respelled(text: string): string {
	const plain = text
		.toLowerCase()
		.replace(/[,.]+$/, "")
		.replace(/^(?:in|during|on|at|for) /, "")
		.replace(/^(?:until|till|before|before the end of|by the end of|by end of) /, "by ")
		.replace(/^(?:after|since|starting|starting in) /, "from ")
		.replace(/\b(?:the|end of) /g, "")
		.replace(/\bq([1-4])[ -/]*(\d{4})\b/g, "$2-q$1")
		.replace(/\b(\d{4})[ /]q([1-4])\b/g, "$1-q$2")
		.replace(/\b(\d{1,2})\/(\d{4})\b/g, (_, month: string, year: string) => `${year}-${month.padStart(2, "0")}`)
		.replace(/\b(\d{4})\/(\d{1,2})\b/g, (_, year: string, month: string) => `${year}-${month.padStart(2, "0")}`)
		.replace(/ (?:to|until|through) (?=\d)/g, "-")
		.replace(/\b(\d{1,2})(?:st|nd|rd|th) (week|month|quarter|year)\b/g, "$2 $1");
	return plain.replace(/[a-z]{2,}/g, (word) => {
		const number = numbers.indexOf(word);
		const isKnown = ["by", "from", "through", ...units].includes(word);
		return number >= 0 ? String(number + 1) : isKnown ? word : (nearest(word, units) ?? word);
	});
}
