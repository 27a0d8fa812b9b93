import { chineseWeekday, germanWeekdays, weekdays } from "../time/weekday.ts";
import { chineseNumbers } from "../util/numberWords.ts";

/** Words for days in German and Chinese, in English. The first that matches the whole text counts. */
const words: ReadonlyArray<readonly [RegExp, string]> = [
	[/^(?:heute|今天|今日)$/, "today"],
	[/^(?:heute (?:früh|morgen|vormittag|nachmittag|abend)|今早|今晚)$/, "today"],
	[/^(?:gestern|昨天|昨日|gestern (?:früh|morgen|vormittag|nachmittag|abend)|昨晚)$/, "yesterday"],
	[/^(?:letzte nacht)$/, "last night"],
	[/^(?:vorgestern|前天)$/, "day before yesterday"],
	[/^大前天$/, "3 days ago"],
	[/^(?:morgen|明天)$/, "tomorrow"],
	[/^vor (\d{1,3}|einem|zwei|drei|vier|fünf|sechs|sieben) tag(?:en)?$/, "$1 days ago"],
	[/^vor (\d{1,3}|einer|zwei|drei|vier) wochen?$/, "$1 weeks ago"],
	[/^(\d{1,3}) ?天(?:以)?前$/, "$1 days ago"],
	[/^(\d{1,3}) ?(?:周|週|个星期|个礼拜)(?:以)?前$/, "$1 weeks ago"],
	[
		/^(?:letzte|vorige|vergangene) woche (?:am )?(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)$/,
		"$1 last week",
	],
	[/^上(?:个)?(?:周|週|星期|礼拜)([一二三四五六日天])$/, "$1 last week"],
	[/^(?:本|这|這|这个)?(?:周|週|星期|礼拜)([一二三四五六日天])$/, "$1"],
	[
		/^(?:am )?(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)(?: (?:(?:in )?der )?(?:letzte|vorige|vergangene)[nr]? woche)$/,
		"$1 last week",
	],
	[
		/^(?:letzten|vergangenen|vorigen) (montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)$/,
		"last $1",
	],
	[
		/^(?:am )?(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag) vor (\d{1,2}|einer|zwei|drei|vier) wochen?$/,
		"$1 $2 weeks ago",
	],
	[/^(?:am )?(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)$/, "$1"],
	[/^(?:am |der |den )?(\d{1,2})\.? ([a-zä]{3,9})\.?(?: (\d{4}))?$/, "$1 $2 $3"],
	[/^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/, "$1-$2-$3"],
	[/^(\d{1,2})月(\d{1,2})[日号]?$/, "$2.$1."],
	[/^am (\d{1,2}\.\d{1,2}\.(?:\d{2,4})?)$/, "$1"],
];

const germanMonths: Readonly<Record<string, string>> = {
	januar: "jan",
	jän: "jan",
	jänner: "jan",
	februar: "feb",
	märz: "mar",
	mär: "mar",
	mai: "may",
	juni: "jun",
	juli: "jul",
	oktober: "oct",
	okt: "oct",
	dezember: "dec",
	dez: "dec",
};
const counts: Readonly<Record<string, string>> = {
	einem: "1",
	einer: "1",
	zwei: "2",
	drei: "3",
	vier: "4",
	fünf: "5",
	sechs: "6",
	sieben: "7",
};
const english = "jan feb mar apr may jun jul aug sep oct nov dec";

/** `三天前`, where the number is not a day of the week. */
const chineseCount = /^[一二两三四五六七八九十](?= ?(?:天|周|週|个星期|个礼拜)(?:以)?前$)/;

/** A phrase for a day in German or Chinese, in English; any other text as it is. */
export function englishDay(text: string): string {
	const plain = text
		.toLowerCase()
		.replace(chineseCount, (sign) => String(chineseNumbers.indexOf(sign.replace("两", "二"))));
	for (const [pattern, form] of words) {
		const match = pattern.exec(plain);
		if (match) {
			const parts = form.replace(/\$(\d)/g, (_, at: string) => englishWord(match[Number(at)] ?? ""));
			return isForeignMonth(form, match[2]) ? text : parts.trim();
		}
	}
	return text;
}

/** A clock time in German or Chinese as in English: `um 21 Uhr`, `21点`. */
export function englishClock(text: string): string {
	return text
		.replace(/ ?(?:上午|凌晨|早上) ?(\d{1,2})(?=[:点])/, " $1")
		.replace(
			/ ?(?:下午|晚上) ?(\d{1,2})(?=[:点])/,
			(_, hour: string) => ` ${Number(hour) < 12 ? Number(hour) + 12 : hour}`,
		)
		.replace(/ ?(\d{1,2})点(?:(\d{2})分?)?$/, (_, hour: string, minute = "00") => ` at ${hour}:${minute}`)
		.replace(
			/(^| )um (\d{1,2})(?:[:.](\d\d))?(?: uhr)?$/i,
			(_, gap: string, hour: string, minute = "00") => `${gap}at ${hour}:${minute}`,
		)
		.replace(/ (\d{1,2})(?:[:.](\d\d))? uhr$/i, (_, hour: string, minute = "00") => ` at ${hour}:${minute}`);
}

/** The index of a day of the week, Monday 0, at the beginning of a text before a date, and the date. */
export function weekdayBefore(text: string): { readonly index: number; readonly date: string } | undefined {
	const [, name = "", date = ""] =
		/^(?:on |am )?(\p{L}{2,10})[.,]{0,2} (?=.*\d)(?!.*(?:weeks?|wochen?)\b)(.+)$/iu.exec(text) ?? [];
	const index = dayIndex(name.toLowerCase());
	if (index >= 0) {
		return { index, date };
	}
	const [, before = "", last = ""] = /^(.*[日号]) ?[（(]?(?:星期|周|週)([一二三四五六日天])[）)]?$/.exec(text) ?? [];
	return last === "" ? undefined : { index: chineseWeekday(last), date: before };
}

function dayIndex(name: string): number {
	const whole = [...weekdays.keys()].find(
		(at) => isBeginning(name, weekdays[at] ?? "", 3) || isBeginning(name, germanWeekdays[at] ?? "", 2),
	);
	return whole ?? -1;
}

function isBeginning(name: string, day: string, least: number): boolean {
	return name.length >= least && (name === day || (name.length <= 5 && day.startsWith(name)));
}

function englishWord(word: string): string {
	const day = germanWeekdays.indexOf(word === "sonnabend" ? "samstag" : word);
	const chinese = /^[一二三四五六日天]$/.test(word) ? chineseWeekday(word) : -1;
	return weekdays[Math.max(day, chinese)] ?? germanMonths[word] ?? counts[word] ?? word;
}

/** A date whose second word is no month, such as `5 drafts`. */
function isForeignMonth(form: string, word = ""): boolean {
	return form === "$1 $2 $3" && !english.includes((germanMonths[word] ?? word).slice(0, 3));
}
