import { periodForms } from "../../plan/assist/values/periodForms.ts";
import { formatPeriod, parsePeriod } from "../../time/period.ts";

const unit = "weeks?|months?|quarters?|years?|wochen?|monate?|quartale?|jahre?";
const dash = "[-‐-―−]";
const relative = `(?:${unit}) ?\\d{1,3}(?: ?${dash} ?\\d{1,3}|\\+)?(?!\\d)`;
const chinese = `第 ?\\d{1,3}(?: ?${dash} ?\\d{1,3})? ?个?(?:周|月|季度|年)`;
const calendar = `(?:(?:19|20)\\d{2}年(?:\\d{1,2}月)?|(?:19|20)\\d{2}(?:[- ]?[qh][1-4]|-\\d{2}(?:-\\d{2})?)?(?: ?(?:\\.\\.|${dash}) ?(?:19|20)\\d{2}(?:-\\d{2}(?:-\\d{2})?)?)?|[qh][1-4] (?:19|20)\\d{2})(?!\\d)`;
/** The names of the months, as a regular expression. */
export const monthName =
	"(?:jan(?:uar[y]?)?|feb(?:ruar[y]?)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)";
const dayOfMonth = `(?:\\d{1,2}\\.? )?${monthName}\\.?(?: \\d{1,2}(?:st|nd|rd|th)?(?!\\d))?`;
const named = `${dayOfMonth}(?:,? (?:19|20)\\d{2})?(?: ?(?:${dash}|to|bis) ?${dayOfMonth})?,? (?:19|20)\\d{2}(?!\\d)`;
const any = new RegExp(
	`(?<![\\p{L}\\p{N}.])(?:${named}|${relative}|${chinese}|${calendar})(?! ?[年月日]| ?(?:${dash}|[~至到]) ?第?\\d)`,
	"iu",
);
/** A period whose exact days these words leave open, or a week of the calendar. */
const isVague = /\b(?:mid|middle|early|late|end|eoy|begin|start|anfang|mitte|ende|kw|cw|or|oder)\b|[初底末]/iu;

/** Words behind a period that has no end. */
const isOnwards = /^ ?(?:\+|onwards?|and (?:later|beyond)|ff\.)/iu;

/** A period in the words of the plan, and the text without it. */
export interface FoundPeriod {
	readonly when: string;
	readonly rest: string;
	/** Another period that the text names, which is not the same: `Quarter 2 (Months 5-7)`. */
	readonly other?: string;
}

const hasNumber = /\d|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[一二三四五六七八九十]/i;

/** A text as a period of the plan; undefined if it is none. */
export function periodOf(text: string): string | undefined {
	if (!hasNumber.test(text)) {
		return undefined;
	}
	const plain = text
		.trim()
		.replace(/^第 (?=\d)/u, "第")
		.replace(/^(?:start(?:s|ing)?(?: in| from)?|beginning) (?=\S+ ?\d)/iu, "from ")
		.replace(/^(?:due(?: by| on)?|deadline:?|eta:?|fällig(?: am)?|spätestens) /iu, "by ")
		.replace(/^(\S.*) (?:onwards?|and (?:later|beyond))$/iu, "from $1");
	const period = parsePeriod(plain);
	if (typeof period !== "string") {
		return formatPeriod(period);
	}
	const others = period === "form" && !isVague.test(plain) ? periodForms(plain).map(parsePeriod) : [];
	const [only, ...more] = others.filter((each) => typeof each !== "string");
	return only !== undefined && more.length === 0 ? formatPeriod(only) : undefined;
}

/**
 * The period that a heading names: alone in brackets, before a colon, or in front of its words. Of two, the one in
 * brackets is more exact.
 */
export function headingPeriod(title: string): FoundPeriod | undefined {
	for (const match of title.matchAll(/[([（]([^()[\]（）]*)[)\]）]/gu)) {
		const inside = match[1] ?? "";
		const parts = periodOf(inside) === undefined ? inside.split(/[,;，]/) : [inside];
		const [when, behind] = parts.map(periodOf).filter((each) => each !== undefined);
		if (when !== undefined) {
			const { text, period } = withoutLeadingPeriod(
				`${title.slice(0, match.index)}${title.slice(match.index + match[0].length)}`,
			);
			const other = [period, behind].find((each) => each !== undefined && isOther(when, each));
			return { when, rest: text, ...(other === undefined ? {} : { other }) };
		}
	}
	const found = any.exec(withoutComments(title));
	const when = found ? periodOf(found[0]) : undefined;
	if (!found || when === undefined) {
		return undefined;
	}
	const before = title.slice(0, found.index);
	const behind = title.slice(found.index + found[0].length);
	const isOpen = isOnwards.test(behind);
	const rest = tidy(`${before} ${behind.replace(isOnwards, "")}`);
	return { when: isOpen && /^\d/.test(when) ? `from ${when}` : when, rest };
}

/** A title with blanks for what stands in brackets, unless a period comes first there: another one belongs to other words. */
function withoutComments(title: string): string {
	return title.replace(/(?<=[([（])[^()[\]（）]*(?=[)\]）])/gu, (inside) =>
		any.exec(inside)?.index === 0 ? inside : " ".repeat(inside.length),
	);
}

/** `Quarter 2: Ownership` or `Week 1 (Python)` with another time behind it. */
function withoutLeadingPeriod(text: string): { readonly text: string; readonly period?: string | undefined } {
	const found = any.exec(text);
	const rest = text.slice(found?.[0].length);
	if (found?.index !== 0 || !/^\s*[:：–—(（-]/.test(rest)) {
		return { text: tidy(text) };
	}
	return { text: tidy(rest).replace(/^[(（]([^()（）]*)[)）]$/u, "$1"), period: periodOf(found[0]) };
}

/** Whether two periods that can be compared differ: both count from the start of the plan, or both are dates. */
function isOther(one: string, two: string): boolean {
	const [first, second] = [one, two].map(inMonths);
	const areAlike = [one, two].every((each) => /^\d/.test(each)) || (first !== undefined && second !== undefined);
	return areAlike && (first ?? one) !== (second ?? two);
}

/** Quarters and years of the plan as months: `quarter 2` is `4-6`. Undefined for anything else. */
function inMonths(period: string): string | undefined {
	const [, unit = "", first, last] = /^(month|quarter|year)s? (\d+)(?:-(\d+))?$/.exec(period) ?? [];
	const length = { month: 1, quarter: 3, year: 12 }[unit];
	return length === undefined ? undefined : `${(Number(first) - 1) * length + 1}-${Number(last ?? first) * length}`;
}

/** A title without the numbers, signs and blanks around it. */
export function tidy(text: string): string {
	return text
		.replace(/\s+/g, " ")
		.replace(/^(?:[\s:：–—.·|-]|\p{Extended_Pictographic}|\p{M}|\p{Cf})+/u, "")
		.replace(/[\s:：–—|-]+$/u, "")
		.trim();
}
