import { formatDay } from "../../time/day.ts";
import { parsePeriod } from "../../time/period.ts";
import { datesOf } from "../../time/periodWords.ts";
import { nearestName } from "../../util/nearest.ts";
import type { Correction } from "./correction.ts";
import { periodForms } from "./values/periodForms.ts";

const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const units = ["week", "month", "quarter", "year", "weeks", "months", "quarters", "years"];

/**
 * Periods that an invalid text most likely stands for.
 *
 * @param why the reason that `parsePeriod` gives
 * @param year the year in which the plan starts
 */
export function correctPeriod(text: string, why: string, year?: string): ReadonlyArray<Correction> {
	return candidates(text, why, year).filter((each) => typeof parsePeriod(each.text) !== "string");
}

/** `Q2`, `H1`, and `June` without a year: in the first year of the plan; a quarter also as a quarter of the plan. */
function withYear(text: string, year: string | undefined): ReadonlyArray<string> {
	const quarter = /^q([1-4])$/i.exec(text)?.[1];
	const dated = year === undefined ? [] : [`${text} ${year}`];
	return quarter === undefined ? dated : [...dated.map(() => `${year}-Q${quarter}`), `quarter ${quarter}`];
}

function candidates(text: string, why: string, year: string | undefined): ReadonlyArray<Correction> {
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
		case "ambiguous":
			return datesOf(text).map((date) => ({
				text: text.replace(/\d{1,2}\/\d{1,2}\/\d{4}/, date),
				isSafe: false,
			}));
		case "date":
			return [{ text: lastOfMonth(text), isSafe: false }];
		default:
			if (/^\d{1,4} ?(?:days?|weeks?|months?|quarters?|years?)$/i.test(text.trim())) {
				const [, count, unit = ""] = /^(\d+) ?([a-z]+)$/i.exec(text.trim()) ?? [];
				const single = `${unit.toLowerCase().replace(/s$/, "")} ${count}`;
				return [`for ${text.trim()}`, single].map((each) => ({ text: each, isSafe: false }));
			}
			return [...new Set([...withYear(text, year), ...periodForms(text), respelled(text)])].map((each) => ({
				text: each,
				isSafe: false,
			}));
	}
}

function plural(text: string): string {
	return /\d ?-/.test(text) ? text.replace(/^(month|year)/, "$1s") : text;
}

function swapped(text: string): string {
	return text.includes("..")
		? text.replace(/^((?:by|through|from) )?([^\s.]+) ?\.\. ?(\S+)$/i, "$1$3..$2")
		: text.replace(/^(.*?)(\d{1,4}) ?[-‐-―−] ?(\d{1,4})$/, "$1$3-$2");
}

/** Replaces `2026-02-30` by the last day of that month. */
function lastOfMonth(text: string): string {
	return text.replace(/(\d{4}-\d{2})-\d{2}/g, (whole, month: string) => {
		const period = parsePeriod(month);
		const isReal = typeof parsePeriod(whole) !== "string";
		const end = typeof period === "object" && period.stretch.kind === "calendar" ? period.stretch.end : undefined;
		return isReal || end === undefined ? whole : formatDay(end - 1);
	});
}

/** Other spellings: number words, `Q3 2027`, `until`, `in`, misspelled units. */
function respelled(text: string): string {
	const plain = text
		.toLowerCase()
		.replace(/(?<![,.])[,.]+$/, "")
		.replace(/^(?:in|during|on|at|for) /, "")
		.replace(/^(?:until|till|before|before the end of|by the end of|by end of) /, "by ")
		.replace(/^(?:after|since|starting|starting in) /, "from ")
		.replace(/^(?:from )?(.+?) (?:onwards?|and later|and beyond)$/, "from $1")
		.replace(/\b(?:the|end of) /g, "")
		.replace(/\bq([1-4])[ -/]*(\d{4})\b/g, "$2-q$1")
		.replace(/\b(\d{4})[ /]q([1-4])\b/g, "$1-q$2")
		.replace(/\b(\d{1,2})\/(\d{4})\b/g, (_, month: string, year: string) => `${year}-${month.padStart(2, "0")}`)
		.replace(/\b(\d{4})\/(\d{1,2})\b/g, (_, year: string, month: string) => `${year}-${month.padStart(2, "0")}`)
		.replace(/ (?:to|until|through) (?=\d)/g, "-")
		.replace(/\b(\d{1,4}) (?:and|&) (\d{1,4})$/, (all, first, last) =>
			+last === +first + 1 ? `${first}-${last}` : all,
		)
		.replace(/\b(\d{1,2})(?:st|nd|rd|th) (week|month|quarter|year)\b/g, "$2 $1");
	return plain.replace(/[a-z]{2,}/g, (word) => {
		const number = numbers.indexOf(word);
		const isKnown = ["by", "from", "through", ...units].includes(word);
		if (number >= 0) {
			return String(number + 1);
		}
		return isKnown ? word : (nearestName(word, units) ?? word);
	});
}
