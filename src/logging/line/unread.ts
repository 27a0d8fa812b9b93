import type { LogQuestion } from "../logReading.ts";

const month =
	"jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?";
const numericDay = String.raw`\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}\.\d{1,2}\.|\d{4}年\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}月\d{1,2}[日号]`;
const namedDay = String.raw`\d{1,2}(?:st|nd|rd|th|\.)? (?:of )?(?:${month})\.?(?:,? \d{4})?|(?:${month})\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?`;
const anyDay = `(?:${numericDay}|${namedDay})`;
/** Words after which a day is what the note is about. */
const about =
	/(?:^|\s)(?:about|after|before|by|for|from|like|next|of|on|since|than|till|to|until|with|für|nach|vor|von|seit|zum)$/i;
const dayAtStart = new RegExp(`^(?:${anyDay})(?=[\\s,]|$)`, "i");
const dayAtEnd = new RegExp(`(?:^|\\s)(?:${numericDay})$`, "i");
const wholeDay =
	/^(?:(?:on |am )?(?:the )?\d{1,2}(?:st|nd|rd|th)|(?:on |am )(?:the |den )?\d{1,2}\.?|\d{1,2}[-/]\d{1,2}|\d{4}-\d{1,2}|(?:of |in |on |am )?(?:(?:the |last|this|past|letzte[nrs]?|diese[nrs]?) ?)?(?:weekend|wochenende)|(?:of |in )?(?:last|this|past|letzte[nrs]?|diese[nrs]?) (?:week|month|year|woche|monat|jahr)|(?:in )?(?:w|cw|kw|week|woche|q|quarter|quartal) ?\d{1,2}|上?个?周末|[上本这]个?(?:周|星期|月)|(?:am )?(?:mo|di|mi|do|fr|sa|so)\.?|before last|.* ago)$/i;
const wholeMonth = new RegExp(
	`^(?:(?:in|im|of|last|this|letzten|diesen) )+(?:${month})(?: \\d{4})?$|^(?:${month}) \\d{4}$`,
	"i",
);
const weekday =
	"mon(?:day)?s?|tue(?:s(?:day)?)?s?|wed(?:nesday)?s?|thu(?:rs?(?:day)?)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|(?:周|星期|礼拜)[一二三四五六日天]";
const anyWeekday = `(?:on |am )?(?:(?:last|this|next|every|each|letzten|nächsten|jeden) )?(?:${weekday})\\.?`;
const dayName = `(?:${anyWeekday}|today|yesterday|tomorrow|heute|gestern|vorgestern|今天|昨天|前天|${numericDay}|${namedDay})`;
const clockTime = String.raw`(?:\d{1,2}[:.h]\d\d|\d{1,2} ?[ap]m)`;
const dayJoint = String.raw`(?: ?(?:-|–|—|→|&|\+|/|,|~|\.\.|和|到|至) ?|,? (?:and|und|to|bis|until|till|through|or|oder) )`;
const timedDay = `(?:${clockTime} )?${dayName}(?: (?:at |um )?${clockTime})?`;
/** Days alone, of which no more than one was read: `and friday`, `mon-fri`, `today 1:00`. */
const wholeDays = new RegExp(
	`^(?:(?:and|und|to|bis|until|till|through|or|oder|&|\\+|-|–|/|,|→|和|到|至) ?)?${timedDay}(?:${dayJoint}${timedDay}){0,6}$`,
	"i",
);
/** The day that was read, in other words or again. */
const dayAgain = /^(?:today|yesterday|heute|gestern|今天|昨天)$/i;
const dayRange = new RegExp(`^(?:${month}) \\d{1,2} ?[-–] ?\\d{1,2}$`, "i");

const joint = String.raw`(?:(?:and|und|plus|minus|less|to|bis|until|till|from|von|at|um|ab|seit|since|by|before|after|starting|ending|break|pause|about|around|ca\.?|x|@|&|\+|-|–|/|→|->|~|≈|<|>|×|,|=)\s?)`;
const clock = String.raw`\d{1,2}[:.h]\d\d(?:\s?[ap]m)?|\d{1,2}\s?[ap]m`;
const clockRange = String.raw`(?:${clock})\s?(?:-|–|to|bis)\s?(?:${clock})`;
/** Only a number with what may surround it: `9`, `-1`, `→ 60%`, `x2`, `20s`, `bis 9:15`. */
const wholeAmount = new RegExp(
	String.raw`^${joint}{0,2}(?:\p{Sc}\s?)?\d[\d.,:'’/_%\s–-]*(?:\p{L}{1,3}\.?|\s?\p{Sc})?$`,
	"iu",
);
/** More of an amount before the text: `+ 30m drafting`, `/ 10:00-11:00 review`, `and -1 again`. */
const amountAtStart = /^(?:(?:and|und|plus)\s)?(?:[+/→&×]\s?|->\s?|[-−–](?=[\d\p{Sc}]))(?:\p{Sc}\s?)?\d/iu;
/** Another amount of money: `and €600 today`. */
const moneyAtStart = /^(?:and|und|plus|,|;) ?\p{Sc}\s?\d/iu;
const rangeAtEitherEnd = new RegExp(`^${joint}?(?:${clockRange})|(?:^|\\s)(?:${clockRange})$`, "iu");
/** Units of time that a duration does not have: `90 seconds`, `1 day`. */
const otherUnit =
	/^(?:\d+(?:[.,]\d+)? ?(?:s|secs?|seconds?|sek|sekunden?|秒)(?=\s|$)|(?:secs?|seconds|sek|sekunden|days|tagen?|weeks|wochen|months|years|秒|天)(?=\s|$)|(?:day|tag|week|woche|second)$)/i;
/** Units that a goal has or not: `500 dollars`, `10 miles`. */
const measure =
	/^(?:mm|cm|k?m|mi|miles?|met(?:er|re)s?|feet|ft|yards?|yd|inch(?:es)?|meilen?|[km]?g|lbs?|pounds?|oz|ounces?|stones?|tons?|pfund|m?l|lit(?:er|re)s?|gallons?|dollars?|euros?|yen|yuan|rupees?|francs?|franken|kronor|kroner|公里|英里|米|公斤|斤|磅|美元|欧元|歐元|元|英镑|日元)\.?(?=\s|$)/i;
const period =
	"minute|hour|day|night|week|weekday|month|quarter|year|minute|stunde|tag|nacht|woche|monat|quartal|jahr|小时|天|日|周|星期|个?月|季度?|年";
/** How often, which an entry is not: `2h per week`, `45m twice`, `€500 each`. */
const repeated = new RegExp(
	`^(?:(?:per|each|every|pro|je|jede[nrs]?|[/每]) ?(?:other )?(?:${period}|${weekday})(?=\\s|$)|(?:each|jeweils|apiece|daily|nightly|weekly|monthly|quarterly|yearly|annually|twice|thrice|(?:two|three|four|five|\\d+) ?times|(?:zwei|drei|vier|\\d+)[ -]?mal|täglich|wöchentlich|monatlich|jährlich|[两二三四]次|ago)$|an? (?:${period})$)`,
	"i",
);
/** What is left of an amount: a sign, a magnitude or a currency alone, `-B`. */
const fragment =
	/^(?:[+\-‐-―−±=×*/]{1,2}|[+\-‐-―−]?\s?(?:[kmbt]|bn|mn|mio|mrd|tsd|thousand|[mb]illions?|%|\p{Sc}|[万亿億萬])\.?)$|^[+\-‐-―−](?:[kmbt]|bn|mn|mio|mrd|tsd|%|\p{Sc})(?=\s|$)/iu;
const part = /(?:^|\s)(?:of|half|third|quarters?|couple|few|part|halbe|viertel)$/i;

/** Whether a text starts with a unit or a currency, which a number before it would then be in. */
export function startsWithUnit(text: string): boolean {
	return measure.test(text.trim());
}

/**
 * The question for a note that looks like a day or an amount which was not read, or starts or ends with one:
 * `45m writing 2026-7`, `adoption 50% → 60%`. Undefined if it is a note for sure.
 *
 * @param isBeforeLength whether a duration follows it, so that `three quarters` belongs to that
 */
export function unreadQuestion(note: string, isBeforeLength: boolean): LogQuestion | undefined {
	const text = note.trim();
	if (text === "") {
		return undefined;
	}
	const atEnd = dayAtEnd.exec(text);
	const isDay =
		wholeDay.test(text) ||
		wholeMonth.test(text) ||
		(wholeDays.test(text) && !dayAgain.test(text)) ||
		dayRange.test(text) ||
		dayAtStart.test(text) ||
		(atEnd !== null && !about.test(text.slice(0, atEnd.index)));
	if (isDay) {
		return "day";
	}
	const isAmount =
		wholeAmount.test(text) ||
		amountAtStart.test(text) ||
		moneyAtStart.test(text) ||
		rangeAtEitherEnd.test(text) ||
		otherUnit.test(text) ||
		repeated.test(text) ||
		fragment.test(text) ||
		(isBeforeLength && part.test(text));
	return isAmount ? "amount" : undefined;
}
