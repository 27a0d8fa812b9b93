import { chineseWeekday, germanWeekdays, parseWeekdays, weekdays } from "../../../time/weekday.ts";
import { nearestName } from "../../../util/nearest.ts";

/** Of two letters, in both languages where they differ. */
const short = [["mo"], ["tu", "di"], ["we", "mi"], ["th", "do"], ["fr"], ["sa"], ["su", "so"]];
const phrases: ReadonlyArray<readonly [RegExp, string]> = [
	[/^(?:(?:on )?(?:week|work|working|business) ?days?|werktags?|wochentags?|工作日)$/, "monday-friday"],
	[/^(?:(?:on |am |at |the )*weekends?|wochenenden?|周末|週末)$/, "saturday-sunday"],
	[/^(?:every ?day|each day|daily|all(?: days)?|all week|any(?: day)?|täglich|jeden tag|alle|每天)$/, "monday-sunday"],
	[/^mwf$/, "monday, wednesday and friday"],
	[/^t(?:u|ue)?\/?th$/, "tuesday and thursday"],
];
const range = / ?(?:[-‐-―−~～→]|\bto\b|\bbis\b|\bthrough\b|\bthru\b|\buntil\b|到|至) ?/;
const list = / ?(?:[,;/&+、|]| and | und |和) ?| (?!-|to |bis |through |thru |until )/;

/** The English name of a day of the week that is written in English, German or Chinese, misspelled at most a little. */
export function correctWeekday(text: string): string | undefined {
	const plain = text
		.toLowerCase()
		.replace(/^(?:every|each|on|am|jede[nr]?|每) ?/, "")
		.replace(/\.$/, "");
	const at = [
		weekdays.findIndex((day) => day === plain.replace(/s$/, "") || isStart(day, plain)),
		germanWeekdays.indexOf(plain.replace(/s$/, "")),
		short.findIndex((names) => names.includes(plain)),
		/^(?:周|週|星期|礼拜)[一二三四五六日天]$/.test(plain) ? chineseWeekday(plain.slice(-1)) : -1,
	].find((found) => found >= 0);
	const near = plain.length < 5 ? undefined : nearestName(plain, [...weekdays, ...germanWeekdays]);
	return weekdays[at ?? -1] ?? (near === undefined ? undefined : weekdays[indexOf(near)]);
}

/** `Mo-Fr`, `mon/wed/fri`, `weekdays`, `周一到周五` as days of the format; undefined if a word of it is not a day. */
export function correctWeekdays(text: string): string | undefined {
	const plain = text.toLowerCase().trim().replace(/\s+/g, " ");
	const phrase = phrases.find(([pattern]) => pattern.test(plain))?.[1];
	if (phrase !== undefined) {
		return phrase;
	}
	const parts = plain
		.replace(/^(?:every|each|on|am|jede[nr]?) /, "")
		.replace(new RegExp(range, "g"), "-")
		.split(list)
		.map((part) => part.trim())
		.filter((part) => part !== "");
	const days = parts.map((part) => part.split("-").map((day) => correctWeekday(day)));
	if (days.length === 0 || days.some((ends) => ends.length > 2 || ends.includes(undefined))) {
		return undefined;
	}
	const names = days.map((ends) => ends.join("-"));
	const written = names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
	return parseWeekdays(written) === undefined ? undefined : written;
}

function isStart(day: string, text: string): boolean {
	return text.length >= 3 && text.length <= 5 && day.startsWith(text.replace(/s$/, text.length > 4 ? "" : "s"));
}

function indexOf(name: string): number {
	return weekdays.findIndex((day, at) => day === name || germanWeekdays[at] === name);
}
