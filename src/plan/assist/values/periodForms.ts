import { chineseNumbers } from "../../../util/numberWords.ts";
import { twoDigits } from "../../../util/twoDigits.ts";

const germanMonths: Readonly<Record<string, string>> = {
	januar: "january",
	jänner: "january",
	februar: "february",
	märz: "march",
	mai: "may",
	juni: "june",
	juli: "july",
	oktober: "october",
	dezember: "december",
};
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const name = String.raw`([a-z]{3,9})\.?`;
const monthDay = String.raw`[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?`;
const joint = String.raw` ?(?:-|–|—|to|bis|until|through|and|und|\/|\.\.|到|至) ?`;

/** Words of other languages and orders in those of the format. Texts without any stay as they are. */
const words: ReadonlyArray<readonly [RegExp, string]> = [
	[/^(?:bis(?: ende)?|vor|spätestens(?: im)?) /, "by "],
	[/^(?:ab|seit|nach) /, "from "],
	[/^(?:im|in) /, ""],
	[/^(?:eoy|end of year|ende) /, "by "],
	[/(\d{4})年上半年$/, "$1-h1"],
	[/(\d{4})年下半年$/, "$1-h2"],
	[/(\d{4})年第?([1-4])季度$/, "$1-q$2"],
	[/\bfirst half (?:of )?(\d{4})$/, "$1-h1"],
	[/\bsecond half (?:of )?(\d{4})$/, "$1-h2"],
	[/\bfirst quarter (?:of )?(\d{4})$/, "$1-q1"],
	[/\bsecond quarter (?:of )?(\d{4})$/, "$1-q2"],
	[/\bthird quarter (?:of )?(\d{4})$/, "$1-q3"],
	[/\b(?:fourth|last) quarter (?:of )?(\d{4})$/, "$1-q4"],
	[/\bearly[ -](\d{4})$/, "$1-q1"],
	[/\bmid[ -](\d{4})$/, "$1-06"],
	[/\blate[ -](\d{4})$/, "$1-q4"],
	[/^(\d{4})年(\d{1,2})月 ?[-–—~至到] ?(\d{1,2})月$/, "$1年$2月..$1年$3月"],
	[/^(\d{4}年\d{1,2}月) ?[-–—~至到] ?(\d{4}年\d{1,2}月)$/, "$1..$2"],
	[/^第(\d{1,3})个?(周|月|季度|年) ?[-–—~至到] ?第(\d{1,3})个?\2$/, "第$1-$3$2"],
	[/^(\d{1,2})[./](\d{4})$/, "$2-$1"],
	[/^(20)(\d\d)\/(\d\d)$/, "$1$2-$1$3"],
	[/^(\d{4})(?: or | oder |, ?)(\d{4})$/, "$1-$2"],
	[/^([1-4])\. ?quartal (\d{4})$/, "$2-q$1"],
	[new RegExp(`^(${monthDay})${joint}(${monthDay},? (\\d{4}))$`), "$1 $3..$2"],
	[/^y ?(\d{1,3})$/, "year $1"],
	[/^m ?(\d{1,3})$/, "month $1"],
	[/^(?:w|kw) ?(\d{1,3})$/, "week $1"],
	[new RegExp(`^(week|month|quarter|year) (\\d{1,4})${joint}\\1 (\\d{1,4})$`), "$1s $2-$3"],
	[new RegExp(`^q([1-4])${joint}q([1-4]) (\\d{4})$`), "$3-q$1..$3-q$2"],
	[new RegExp(`^(\\d{4})[ -]q([1-4])${joint}q([1-4])$`), "$1-q$2..$1-q$3"],
];

/** The forms that a period in other words may have; not all of them are valid. */
export function periodForms(written: string): ReadonlyArray<string> {
	const text = written
		.toLowerCase()
		.trim()
		.replace(/[a-zä]{3,8}/g, (word) => (Object.hasOwn(germanMonths, word) ? (germanMonths[word] ?? word) : word))
		.replace(/[一二三四五六七八九十](?=季度|年|个?月)/g, (sign) => String(chineseNumbers.indexOf(sign)));
	const plain = words.reduce((form, [pattern, replacement]) => form.replace(pattern, replacement), text);
	const dated = plain.replace(/^(\d{4})-(\d)$/, "$1-0$2").replace(/-[qh]\d/g, (part) => part.toUpperCase());
	const [, first = "", last = "", year = ""] = new RegExp(`^${name}${joint}${name} (\\d{4})$`).exec(text) ?? [];
	const [from, to] = [first, last].map((each) => months.indexOf(each.slice(0, 3)) + 1);
	const range = from && to ? [`${year}-${twoDigits(from)}..${year}-${twoDigits(to)}`] : [];
	return [...range, dated].filter((form) => form !== written.toLowerCase());
}
