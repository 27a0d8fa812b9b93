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
const wholeMonth = new RegExp(`^(?:in )?(?:${month}) \\d{4}$`, "i");

const joint = String.raw`(?:(?:and|und|plus|minus|to|bis|until|till|from|von|at|um|about|around|ca\.?|x|&|\+|-|–|/|→|->|~|≈|<|>|×|,|=)\s?)`;
const clock = String.raw`\d{1,2}[:.h]\d\d(?:\s?[ap]m)?|\d{1,2}\s?[ap]m`;
const clockRange = String.raw`(?:${clock})\s?(?:-|–|to|bis)\s?(?:${clock})`;
/** Only a number with what may surround it: `9`, `-1`, `→ 60%`, `x2`, `20s`, `bis 9:15`. */
const wholeAmount = new RegExp(
	String.raw`^${joint}{0,2}(?:\p{Sc}\s?)?\d[\d.,:'’/_%\s–-]*(?:\p{L}{1,3}\.?|\s?\p{Sc})?$`,
	"iu",
);
/** More of an amount before the text: `+ 30m drafting`, `/ 10:00-11:00 review`, `and -1 again`. */
const amountAtStart = /^(?:(?:and|und|plus)\s)?(?:[+/→&×]\s?|->\s?|[-−–](?=[\d\p{Sc}]))(?:\p{Sc}\s?)?\d/iu;
const rangeAtEitherEnd = new RegExp(`^${joint}?(?:${clockRange})|(?:^|\\s)(?:${clockRange})$`, "iu");
/** Units of time that a duration does not have: `90 seconds`, `1 day`. */
const otherUnit =
	/^(?:\d+(?:[.,]\d+)? ?(?:s|secs?|seconds?|sek|sekunden?|秒)(?=\s|$)|(?:secs?|seconds|sek|sekunden|days|tagen?|weeks|wochen|months|years|秒|天)(?=\s|$)|(?:day|tag|week|woche|second)$)/i;
/** Units that a goal has or not: `500 dollars`, `10 miles`. */
const measure =
	/^(?:mm|cm|k?m|mi|miles?|met(?:er|re)s?|feet|ft|yards?|yd|inch(?:es)?|meilen?|[km]?g|lbs?|pounds?|oz|ounces?|stones?|tons?|pfund|m?l|lit(?:er|re)s?|gallons?|dollars?|euros?|yen|yuan|rupees?|francs?|franken|kronor|kroner|公里|英里|米|公斤|斤|磅|美元|欧元|歐元|元|英镑|日元)\.?(?=\s|$)/i;
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
		dayAtStart.test(text) ||
		(atEnd !== null && !about.test(text.slice(0, atEnd.index)));
	if (isDay) {
		return "day";
	}
	const isAmount =
		wholeAmount.test(text) ||
		amountAtStart.test(text) ||
		rangeAtEitherEnd.test(text) ||
		otherUnit.test(text) ||
		(isBeforeLength && part.test(text));
	return isAmount ? "amount" : undefined;
}
