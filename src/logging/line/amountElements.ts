import { parseChanges } from "../../amount/change.ts";
import type { NumberStyle } from "../../amount/quantity.ts";
import { possibleAmounts, readAmount } from "../../amount/readAmount.ts";
import { parseClockRange } from "../../time/clockRange.ts";
import { type MinutesReading, parseMinutes } from "../../time/minutes.ts";
import type { LogTarget } from "../logReading.ts";
import { askWhetherNote, type LogElement, type LogElements } from "./logElement.ts";
import type { Phrase } from "./targetFinder.ts";

const mark =
	/^(?:done|not done|rising|steady|falling|(?:nicht )?erledigt|steigend|gleichbleibend|fallend|已?完成|未完成|上升|平稳|下降)$/i;
/**
 * Patterns that make a number a value and not a duration: a sign, a currency, a percent, a magnitude or thousands
 * separators.
 */
const marked = /^[+\-‐-―−=]|\p{Sc}|^[A-Z]{3}\b|[A-Z]{3}$|%$|\d\s?[\p{L}万亿億만억]|\d['’_,.]?\s?\d{3}(?!\d)/u;
/** A sign or dash followed by a space: `- 3 slides` may be part of the note. */
const dashApart = /^[-‐-―−]\s/;
const number = /^(?:\d+(?:[.,]\d+)?|[.,]\d+)$/;
/** `1h 5` is an hour and five minutes, or an hour and a value. */
const hoursAndNumber = /^(\S*[a-z]) \d{1,2}$/i;
const million = /^\+?\s?\d+(?:[.,]\d+)?\s?m$/i;
/** A fraction without a unit, as NFKC writes it: a number like `0.5`. */
const fraction = /^(\d*)\s?(1⁄2|1⁄4|3⁄4)$/;
/** Fractions of minutes are not used, and capitals mean millions. */
const partOfMillion = /^\+?\s?\d*[.,]\d+M$/;
const negative = /^[-−–](?=[\d.,:])/;

/** What is known when an amount is parsed. */
export interface AmountContext {
	/** Undefined if the target is not known yet. */
	readonly target: LogTarget | undefined;
	/** Whether there is one already. */
	readonly minutes: number | undefined;
	readonly hasTwoLengths: boolean;
	readonly hasChange: boolean;
	/** Whether there is a duration with a unit: then a bare number is not one. */
	readonly hasLength: boolean;
	readonly first: "time" | "progress";
	readonly numbers: NumberStyle | undefined;
	/** Whether words follow that must belong to the note, after that many words. */
	isBeforeNote(length: number): boolean;
}

/** A duration with a unit: `45m`, `+45m`, `1 h 30 min`, `1:30`. Not a bare number. */
export function lengthWithUnit(text: string): MinutesReading | undefined {
	const typed = text.normalize("NFKC");
	return number.test(typed.replace(/^\+\s?|\.$/g, "")) || fraction.test(typed) || partOfMillion.test(typed)
		? undefined
		: parseMinutes(text.replace(/^\+|\.$/g, ""));
}

/** Whether a phrase is unambiguously a duration or a clock range. */
export function isLength(text: string): boolean {
	const range = parseClockRange(text);
	return lengthWithUnit(text) !== undefined || (range !== undefined && !range.plain);
}

/** A clock range. With bare numbers it may have another meaning. */
export function rangeElements(phrases: ReadonlyArray<Phrase>, { minutes }: AmountContext): LogElements {
	for (const { text, length } of minutes === undefined ? phrases : []) {
		const found = parseClockRange(text);
		if (found) {
			const isAsked = found.plain || found.ranges.length > 1;
			return [
				...found.ranges.map(
					(range): LogElement => ({
						length,
						fields: { minutes: range.end - range.start, range, ...(found.plain ? { doubt: "range" } : {}) },
						...(isAsked ? { question: "amount" } : {}),
					}),
				),
				...(found.plain ? [askWhetherNote("amount")] : []),
			];
		}
	}
	return [];
}

/** A duration with a unit. A second one needs confirmation. */
export function lengthElements(phrases: ReadonlyArray<Phrase>, context: AmountContext): LogElements {
	for (const { text, length } of context.hasTwoLengths ? [] : phrases) {
		if (negative.test(text) && lengthWithUnit(text.replace(negative, ""))) {
			return [{ length, problem: "zero" }];
		}
		const reading = lengthWithUnit(text);
		if (reading) {
			const elements = elementsOf(reading, length);
			const [only] = elements;
			if (only?.fields?.minutes !== undefined && context.minutes !== undefined) {
				return secondLength(context.minutes, only.fields.minutes, length, context);
			}
			if (hoursAndNumber.test(text) && context.target?.goal && !context.hasChange) {
				return [
					...elements.map((element) => ({ ...element, question: "amount" as const })),
					...lengthElements([{ text: text.replace(hoursAndNumber, "$1"), length: length - 1 }], context).map(
						(element) => ({ ...element, question: "amount" as const }),
					),
				];
			}
			return million.test(text) && !context.hasChange ? minutesOrMillion(elements, text, length, context) : elements;
		}
	}
	return [];
}

/** A new value, an addition, a mark or a trend. A mark may be part of more words. */
export function changeElements(phrases: ReadonlyArray<Phrase>, context: AmountContext): LogElements {
	for (const { text, length } of context.hasChange ? [] : phrases) {
		const isMark = mark.test(text);
		if (isMark || isValue(text, length, context)) {
			const isAsked = context.isBeforeNote(length) && (isMark || dashApart.test(text));
			const isSecond = dashApart.test(text) && context.minutes !== undefined;
			return isAsked || isSecond
				? [{ length, fields: { change: text }, question: "note" }, askWhetherNote("note")]
				: [{ length, fields: { change: text } }];
		}
	}
	return [];
}

/** Whether a phrase is a value: in the unit of the goal, or with a marker that durations do not have. */
function isValue(text: string, length: number, { target, numbers }: AmountContext): boolean {
	if (!/\d/.test(text) || (million.test(text) && !/^\+/.test(text) && !partOfMillion.test(text))) {
		return false;
	}
	const typed = text.normalize("NFKC");
	const isApart = /^[+\-‐-―−]\s/.test(typed);
	const isTimeToo = isApart || !/^[+\-‐-―−=]/.test(typed);
	const bare = isApart ? typed.slice(2) : typed;
	if (
		isTimeToo &&
		((!isApart && number.test(bare) && !/\d[.,]\d{3}$/.test(bare)) || lengthWithUnit(bare) !== undefined)
	) {
		return false;
	}
	const inUnit = length > 1 && (target?.goal?.unit ?? target?.goal?.currency) !== undefined;
	if (inUnit && parseChanges(text, target?.goal, numbers).length > 0) {
		return true;
	}
	if (!marked.test(typed)) {
		return false;
	}
	const amounts = possibleAmounts(readAmount(typed.replace(/^[+\-‐-―−=]\s?/, ""), numbers));
	return amounts.some(
		({ high, open, atMost, per, unit }) =>
			high === undefined && !open && !atMost && per === undefined && (unit === undefined || unit === "%"),
	);
}

/** A bare number: hours or minutes, or a value if the target has a goal. In groups; see {@link LogElements}. */
export function numberElements(phrase: Phrase | undefined, context: AmountContext): ReadonlyArray<LogElements> {
	const text = decimal((phrase?.text.normalize("NFKC") ?? "").replace(/\.$/, ""));
	if (!number.test(text)) {
		return [];
	}
	const { target, minutes, hasLength, hasChange, first } = context;
	const reading = minutes === undefined && !hasLength ? parseMinutes(text) : undefined;
	const lengths = (reading ? elementsOf(reading, 1) : []).map((element) =>
		element.fields ? { ...element, fields: { ...element.fields, doubt: "length" as const } } : element,
	);
	if (hasChange && context.isBeforeNote(1)) {
		return [];
	}
	const change: LogElement = { length: 1, fields: { change: text, doubt: "number" } };
	const canChange = !hasChange && !target?.timeOnly && (first === "progress" || !target || target.goal !== undefined);
	if (!canChange || first === "progress") {
		return [canChange ? [change] : [], lengths].filter((group) => group.length > 0);
	}
	if (lengths.length > 0) {
		return [[...lengths, change].map((element) => ({ ...element, question: "amount" }))];
	}
	return context.isBeforeNote(1) ? [[{ ...change, question: "note" }, askWhetherNote("note")]] : [[change]];
}

/** `1⁄2` as `0.5`. */
function decimal(text: string): string {
	const [whole, before = "", part = ""] = fraction.exec(text) ?? [];
	return whole === undefined ? text : String(Number(before) + { "1⁄2": 0.5, "1⁄4": 0.25, "3⁄4": 0.75 }[part as "1⁄2"]);
}

function elementsOf(reading: MinutesReading, length: number): LogElements {
	switch (reading.kind) {
		case "minutes":
			return [{ length, fields: { minutes: reading.minutes } }];
		case "ambiguous":
			return reading.minutes.map((minutes) => ({ length, fields: { minutes }, question: "amount" }));
		default:
			return [{ length, problem: reading.kind }];
	}
}

/** Both together, only the first, or the second. With words after it, the second is most likely part of the note. */
function secondLength(first: number, second: number, length: number, context: AmountContext): LogElements {
	const question = "amount";
	const taken = (minutes: number): LogElement => ({ length, fields: { minutes, isSecondLength: true }, question });
	const sum = first + second <= 1440 ? [taken(first + second)] : [];
	return context.isBeforeNote(length)
		? [askWhetherNote(question), ...sum, taken(second)]
		: [...sum, taken(first), taken(second)];
}

/** `5M` is five million if the goal has such numbers. */
function minutesOrMillion(
	lengths: LogElements,
	text: string,
	length: number,
	{ target, first }: AmountContext,
): LogElements {
	if (target && !target.goal?.short) {
		return lengths;
	}
	const question = "amount";
	const change: LogElement = { length, fields: { change: text.replace(/\s(?=m$)/i, ""), doubt: "million" }, question };
	const asked = lengths.map((element) => ({ ...element, question }) as const);
	return first === "progress" || text.endsWith("M") ? [change, ...asked] : [...asked, change];
}
