import { parseDay } from "../../time/day.ts";
import { findGoal, wholeGoal } from "./findGoal.ts";
import { periodOf } from "./periodInHeading.ts";
import type { ItemDraft } from "./proposal.ts";
import type { RichText } from "./sourceOutline.ts";
import { hoursNumber } from "./weeklyHours.ts";

/** Longer texts are cut: what follows is the note. */
const longestTitle = 80;

/** What a text says of the state of its item. */
interface ItemState {
	/** True for done, otherwise a percentage, or how much of the goal. */
	readonly set?: true | number;
	/** When it was done, as YYYY-MM-DD. */
	readonly day?: string;
	readonly goal?: string;
}

const states: ReadonlyArray<readonly [RegExp, (match: RegExpExecArray) => ItemState | undefined]> = [
	[/\s*=>\s*(\d{1,3})\s?% complete\.?$/iu, ([, digits]) => percent(digits)],
	[/\s*\[\s*(\d{1,3})\s?%[^\]]*\]$/u, ([, digits]) => percent(digits)],
	[/\s*=>\s*(\d{1,3})\s?%\.?$/u, ([, digits]) => percent(digits)],
	[/\s*[[(]\s*(\d{1,6})\s*\/\s*(\d{1,6})\s*[\])]$/u, ([, some, all]) => partOf(Number(some), Number(all))],
	[
		/\s*[(,–—-]?\s*(?:done|completed|finished|erledigt|fertig|abgeschlossen)(?: on| am)?:? (\S.{4,30}?)\)?\.?$/iu,
		([, date]) => doneOn(date),
	],
	[/\s*[，,（(]?\s*(?:读完于|完成于) ?(\d{4}[-年]\d{1,2}[-月]\d{1,2}日?)[)）]?[.。]?$/u, ([, date]) => doneOn(date)],
	[
		/\s*[|(,;:–—-]?\s*(\d{1,6}) ?\/ ?(\d{1,6}) (?:done|completed?|read|erledigt|gelesen|已完成)\)?\.?$/iu,
		([, some, all]) => partOf(Number(some), Number(all)),
	],
	[/\s*[|(,;:–—-]\s*(\d{1,3}) ?% (?:done|completed?|erledigt|已完成)\)?\.?$/iu, ([, digits]) => percent(digits)],
	[/\s*[|[(（,，;；:：–—-]\s*(?:done|erledigt|已完成)[)）\]]?\.?$/iu, () => ({ set: true })],
];

/** Whether a text can end in one of these: most items of a long source can't. */
const hasState = /[%\])）]\.?$|\d|done|complete|read|finished|erledigt|fertig|abgeschlossen|gelesen|完成/iu;

/** In longer texts nothing is looked for. */
const longestRead = 2000;

/** An item with what the source says of its state. */
export interface ReadItem {
	readonly item: ItemDraft;
	readonly state?: ItemState;
	/** Whether a check mark stands before it. */
	readonly isMarked: boolean;
	/** Hours in brackets, as in `(1 hour)`. */
	readonly hours?: string;
}

/** Reads an item from a bullet: title, goal, period, links and state. What is not certain stays in the title. */
export function readItem({ text, links, addresses }: RichText, line: number): ReadItem {
	const oneLine = text.replace(/\s+/g, " ").trim();
	if (oneLine.length > longestRead) {
		return { item: { title: `${oneLine.slice(0, longestTitle)}…`, note: oneLine, line }, isMarked: false };
	}
	const isMarked = /^[✅✔☑]/u.test(oneLine);
	let rest = oneLine.replace(/^(?:\p{Extended_Pictographic}|\p{M}|\p{Cf}|\s)+(?=\S)/u, "").replace(/^\d{1,2}[.)] /, "");
	let state: ItemState | undefined;
	for (const [form, read] of hasState.test(rest) ? states : []) {
		const match = form.exec(rest);
		state = match && match.index > 0 ? read(match) : undefined;
		if (match && state) {
			rest = rest.slice(0, match.index);
			break;
		}
	}
	const notes: Array<string> = [];
	const ahead = leadingPeriod(rest);
	const brackets = takeBrackets(ahead.text, notes);
	const dated = duePeriod(brackets.text);
	const known = brackets.goal ?? state?.goal;
	const found = known === undefined ? findGoal(dated.text) : undefined;
	const cut = cutTitle(found?.title ?? dated.text);
	const goal = known ?? found?.goal;
	notes.unshift(...(cut.rest === "" ? [] : [cut.rest]));
	notes.push(...addresses);
	const when = ahead.when ?? brackets.when ?? dated.when;
	const item = {
		title: cut.title === "" ? oneLine : cut.title.replace(/(?<=\S)[:：]$/u, ""),
		...(goal === undefined ? {} : { goal }),
		...(when === undefined ? {} : { when }),
		...(links.length === 0 ? {} : { links }),
		...(notes.length === 0 ? {} : { note: notes.join("\n\n") }),
		line,
	};
	const hours = brackets.hours === undefined ? {} : { hours: brackets.hours };
	return { item, isMarked, ...hours, ...(state === undefined ? {} : { state }) };
}

interface Brackets {
	readonly text: string;
	readonly when?: string;
	readonly goal?: string;
	readonly hours?: string;
}

const onlyHours = new RegExp(`^${hoursNumber} ?(?:h|hours?|hrs?|stunden?|小时)$`, "iu");

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
		const hours = onlyHours.exec(inside)?.[1];
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

/** `Month 5-6: Supervised learning`. */
function leadingPeriod(text: string): { readonly text: string; readonly when?: string } {
	const [, period = "", rest = ""] = /^([^:：]{3,40})[:：]\s+(\S.*)$/su.exec(text) ?? [];
	const when = period === "" ? undefined : periodOf(period);
	return when === undefined ? { text } : { text: rest, when };
}

/** `Emergency fund by year 3`, `Draft 2: January to March 2028`: a period at the end that belongs to nothing else. */
function duePeriod(text: string): { readonly text: string; readonly when?: string } {
	const [, before = "", word = "", due = ""] = /^(.*\S) (by|through) (\S.{3,40})$/isu.exec(text) ?? [];
	const mode = /^through$/i.test(word) ? "through" : "by";
	const end = due === "" ? undefined : periodOf(due);
	if (end !== undefined && /^(?:\d|week|month|quarter|year)/.test(end)) {
		return { text: before, when: `${mode} ${end}` };
	}
	const [, rest = "", period = ""] = /^(.*[^\s:,–—-])(?:[:,]| [–—-]) ([^,:]{4,40})$/su.exec(text) ?? [];
	const when = period === "" ? undefined : periodOf(period);
	return when === undefined ? { text } : { text: rest, when };
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

function percent(digits: string | undefined): ItemState | undefined {
	const value = Number(digits);
	if (value > 100) {
		return undefined;
	}
	return { set: value === 100 ? true : value };
}

/** `[2/6]`: how much of the goal is reached. */
function partOf(some: number, all: number): ItemState | undefined {
	if (all === 0 || some > all) {
		return undefined;
	}
	return { goal: String(all), ...(some === 0 ? {} : { set: some }) };
}

function doneOn(date = ""): ItemState | undefined {
	const day = periodOf(date);
	return day !== undefined && parseDay(day) !== undefined ? { set: true, day } : undefined;
}
