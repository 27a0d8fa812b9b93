import type { Day } from "../../plan/day.ts";
import { readDay } from "./day.ts";

/** What a phrase says about the day. */
export interface DayPhrase {
	/** Several where it is not clear which is meant; none where it is a stretch of days or a date that there is not. */
	readonly days: ReadonlyArray<Day>;
	/** Whether it can be nothing but a day: `yesterday` and `2026-11-20`, but not `sat` or `monday`. */
	readonly clear: boolean;
	/** Whether the words are also used for other things: `sat`, `wed`. */
	readonly alsoWord: boolean;
}

const weekday = "mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";
const month =
	"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const date = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const shapes = [
	`today|now|tonight|tomorrow|yesterday|(?:the )?day (?:before yesterday|after tomorrow)|last night`,
	`(?:this|yesterday|tomorrow) (?:morning|afternoon|evening)`,
	String.raw`(?:\d{1,3}|an?|one|two|three|four|five|six|seven) (?:day|week|month|year)s? ago|in \d{1,3} (?:day|week)s?`,
	String.raw`(?:on |last |this |next )?(?:${weekday})\.?`,
	String.raw`(?:on )?(?:the )?${date} (?:of )?(?:${month})\.?,?(?: \d{4})?`,
	String.raw`(?:on )?(?:${month})\.? ${date}(?:,? \d{4})?`,
	String.raw`\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})?|\d{1,2}/\d{1,2}(?:/\d{4})?`,
];
const shape = new RegExp(`^(?:${shapes.join("|")})$`, "i");
/** A time of that day says nothing about which day it is. It needs `at`, am or pm: `9:15` alone is a length of time. */
const timeOfDay = /(?: at \d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?| \d{1,2}(?:[:.]\d\d)? ?[ap]m)$/i;
const stretch = /^(?:last|this|past|next) (?:week|month|quarter|year|weekend)$/i;
const clear =
	/^(?:\d{4}-\d\d-\d\d|today|now|tonight|yesterday\b.*|.* ago|(?:the )?day before yesterday|last night|this .*(?:ing|noon))$/i;
const alsoWord = /^(?:mon|wed|sat|sun|now)$/i;

/** Reads a phrase that says on which day something happened and nothing else; undefined where it says no such thing. */
export function readDayPhrase(phrase: string, today: Day): DayPhrase | undefined {
	const whole = phrase.replace(/[,;:]$/, "").replace(/\s+/g, " ");
	if (stretch.test(whole)) {
		return { days: [], clear: false, alsoWord: false };
	}
	const text = whole.replace(timeOfDay, "");
	if (!shape.test(text)) {
		return undefined;
	}
	const reading = readDay(spelledOut(text), today);
	const named = reading === undefined ? [] : reading.kind === "day" ? [reading.day] : reading.days;
	const past = named.filter((day) => day <= today);
	const days = past.length > 0 ? past : named.slice(0, 1);
	return { days, clear: days.length === 1 && clear.test(text), alsoWord: alsoWord.test(text) };
}

/** In the words that chrono knows. */
function spelledOut(text: string): string {
	return text
		.replace(/^on /i, "")
		.replace(/^the (?=\d)/i, "")
		.replace(/^day /i, "the day ")
		.replace(/\btues\b/i, "tue")
		.replace(/\.(?!\d)(?=$| )/, (dot, at: number) => (/\d/.test(text[at - 1] ?? "") ? dot : ""));
}
