import { parsePeriod } from "../../time/period.ts";
import { findGoal, wholeGoal } from "./findGoal.ts";
import { periodOf } from "./periodInHeading.ts";
import type { ItemDraft } from "./proposal.ts";
import type { RichText } from "./sourceOutline.ts";

/** Longer texts are cut: what follows is the note. */
const longestTitle = 80;

const status: ReadonlyArray<readonly [RegExp, (match: RegExpExecArray) => true | number | undefined]> = [
	[/\s*=>\s*(\d{1,3})\s?% complete\.?$/iu, (match) => percent(match[1])],
	[/\s*\[\s*(\d{1,3})\s?%[^\]]*\]$/u, (match) => percent(match[1])],
	[/\s*=>\s*(\d{1,3})\s?%\.?$/u, (match) => percent(match[1])],
	[/\s*[(,–—-]?\s*(?:done|erledigt|已完成)\)?\.?$/iu, () => true],
];

/** In longer texts nothing is looked for. */
const longestRead = 2000;

/** An item with what the source says of its state. */
export interface ReadItem {
	readonly item: ItemDraft;
	readonly status?: true | number;
	/** Whether a check mark stands before it. */
	readonly isMarked: boolean;
	/** Hours in brackets, as in `(1 hour)`. */
	readonly hours?: string;
}

/** Reads an item from a bullet: title, goal, period, links and state. What is not certain stays in the title. */
export function readItem({ text, links }: RichText, line: number): ReadItem {
	const oneLine = text.replace(/\s+/g, " ").trim();
	if (oneLine.length > longestRead) {
		return { item: { title: `${oneLine.slice(0, longestTitle)}…`, note: oneLine, line }, isMarked: false };
	}
	const isMarked = /^[✅✔☑]/u.test(oneLine);
	let rest = oneLine.replace(/^(?:\p{Extended_Pictographic}|\p{M}|\p{Cf}|\s)+(?=\S)/u, "").replace(/^\d{1,2}[.)] /, "");
	let state: true | number | undefined;
	for (const [form, read] of status) {
		const match = form.exec(rest);
		if (match && match.index > 0) {
			state = read(match);
			rest = rest.slice(0, match.index);
			break;
		}
	}
	const notes: Array<string> = [];
	const brackets = takeBrackets(rest, notes);
	const dated = duePeriod(brackets.text);
	const found = brackets.goal === undefined ? findGoal(dated.text) : undefined;
	const cut = cutTitle(found?.title ?? dated.text);
	const goal = brackets.goal ?? found?.goal;
	const [link, ...others] = links;
	notes.unshift(...(cut.rest === "" ? [] : [cut.rest]));
	notes.push(...others);
	const when = brackets.when ?? dated.when;
	const item = {
		title: cut.title === "" ? oneLine : cut.title,
		...(goal === undefined ? {} : { goal }),
		...(when === undefined ? {} : { when }),
		...(link === undefined ? {} : { link }),
		...(notes.length === 0 ? {} : { note: notes.join("\n\n") }),
		line,
	};
	const hours = brackets.hours === undefined ? {} : { hours: brackets.hours };
	return { item, isMarked, ...hours, ...(state === undefined ? {} : { status: state }) };
}

interface Brackets {
	readonly text: string;
	readonly when?: string;
	readonly goal?: string;
	readonly hours?: string;
}

/** What stands in brackets at the end: a period, an amount, hours; anything else is a note. */
function takeBrackets(text: string, notes: Array<string>): Brackets {
	let rest = text;
	let found: { when?: string; goal?: string; hours?: string } = {};
	for (;;) {
		const match = /^(.*\S)\s*[(（]([^()（）]+)[)）][.;:]?$/su.exec(rest);
		const inside = match?.[2]?.trim() ?? "";
		if (!match) {
			return { text: rest, ...found };
		}
		const hours = /^(\d+(?:\.\d+)?(?: ?[-–—] ?\d+(?:\.\d+)?)?) ?(?:h|hours?|hrs?|stunden?|小时)$/iu.exec(inside)?.[1];
		const when = periodOf(inside);
		const goal = wholeGoal(inside);
		if (when !== undefined && found.when === undefined) {
			found = { ...found, when };
		} else if (hours !== undefined) {
			found = { ...found, hours: hours.replace(/[–—]/g, "-") };
			notes.unshift(inside);
		} else if (goal !== undefined && found.goal === undefined) {
			found = { ...found, goal };
		} else {
			notes.unshift(inside);
		}
		rest = match[1] ?? "";
	}
}

/** `Emergency fund by year 3`. */
function duePeriod(text: string): { readonly text: string; readonly when?: string } {
	const match = /^(.*\S) ((?:by|through) (?:week|month|quarter|year) \d{1,3})$/iu.exec(text);
	const when = match?.[2]?.toLowerCase();
	return match && when !== undefined && typeof parsePeriod(when) !== "string"
		? { text: match[1] ?? "", when }
		: { text };
}

/** Cuts a long text at its first sentence or colon. */
function cutTitle(text: string): { readonly title: string; readonly rest: string } {
	if (text.length <= longestTitle) {
		return { title: text.replace(/(?<=\p{L})\.$/u, ""), rest: "" };
	}
	const match = /^(.{3,200}?)(?:[.。!！?？] |[:：]\s|；|; | [–—] )(.+)$/su.exec(text);
	if (match) {
		return { title: (match[1] ?? "").trim(), rest: (match[2] ?? "").trim() };
	}
	const space = text.lastIndexOf(" ", longestTitle);
	return text.length <= 200
		? { title: text, rest: "" }
		: { title: `${text.slice(0, space > 0 ? space : longestTitle)}…`, rest: text };
}

function percent(digits: string | undefined): true | number | undefined {
	const value = Number(digits);
	if (value > 100) {
		return undefined;
	}
	return value === 100 ? true : value;
}
