import { formatPeriod, parsePeriod } from "../../time/period.ts";

const unit = "weeks?|months?|quarters?|years?|wochen?|monate?|quartale?|jahre?";
const dash = "[-‐-―−]";
const relative = `(?:${unit}) ?\\d{1,3}(?: ?${dash} ?\\d{1,3}|\\+)?(?!\\d)`;
const chinese = `第 ?\\d{1,3}(?: ?${dash} ?\\d{1,3})? ?个?(?:周|月|季度|年)`;
const calendar = `(?:(?:19|20)\\d{2}(?:[- ]?[qh][1-4]|-\\d{2}(?:-\\d{2})?)?(?: ?(?:\\.\\.|${dash}) ?(?:19|20)\\d{2}(?:-\\d{2}(?:-\\d{2})?)?)?|[qh][1-4] (?:19|20)\\d{2}|(?:19|20)\\d{2}年(?:\\d{1,2}月)?)(?!\\d)`;
const any = new RegExp(`(?<![\\p{L}\\p{N}.])(?:${relative}|${chinese}|${calendar})`, "iu");

/** A period in the words of the plan, and the text without it. */
export interface FoundPeriod {
	readonly when: string;
	readonly rest: string;
}

/** A text as a period of the plan; undefined if it is none. */
export function periodOf(text: string): string | undefined {
	const plain = text.trim().replace(/^第 (?=\d)/u, "第");
	const period = parsePeriod(plain);
	return typeof period === "string" ? undefined : formatPeriod(period);
}

/**
 * The period that a heading names: alone in brackets, before a colon, or in front of its words. Of two, the one in
 * brackets is more exact.
 */
export function headingPeriod(title: string): FoundPeriod | undefined {
	for (const match of title.matchAll(/[([（]([^()[\]（）]*)[)\]）]/gu)) {
		const inside = match[1] ?? "";
		const alone = inside
			.split(/[,;，]/)
			.map((part) => periodOf(part))
			.find((each) => each !== undefined);
		if (alone !== undefined) {
			const rest = `${title.slice(0, match.index)}${title.slice(match.index + match[0].length)}`;
			return { when: alone, rest: withoutLeadingPeriod(rest) };
		}
	}
	const found = any.exec(title);
	const when = found ? periodOf(found[0]) : undefined;
	if (!found || when === undefined) {
		return undefined;
	}
	const before = title.slice(0, found.index);
	return { when, rest: tidy(`${before} ${title.slice(found.index + found[0].length)}`) };
}

/** `Quarter 2: Ownership` with another time behind it. */
function withoutLeadingPeriod(text: string): string {
	const found = any.exec(text);
	return tidy(
		found?.index === 0 && /^\s*[:：–—-]/.test(text.slice(found[0].length)) ? text.slice(found[0].length) : text,
	);
}

/** A title without the numbers, signs and blanks around it. */
export function tidy(text: string): string {
	return text
		.replace(/\s+/g, " ")
		.replace(/^(?:[\s:：–—.·|-]|\p{Extended_Pictographic}|\p{M}|\p{Cf})+/u, "")
		.replace(/[\s:：–—|-]+$/u, "")
		.trim();
}
