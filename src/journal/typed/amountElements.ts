import { parseClockRange } from "./clockRange.ts";
import { type LogElement, type LogElements, orNote } from "./logDraft.ts";
import type { LogTarget } from "./logged.ts";
import { type MinutesReading, parseMinutes } from "./minutes.ts";
import { parseChange } from "./progress.ts";
import type { Phrase } from "./targetFinder.ts";

const mark = /^(?:done|not done|rising|steady|falling)$/i;
/** With a sign, a currency, a percent or a magnitude a number is no length of time. */
const value =
	/^(?:\+\s?\p{Sc}?|[-−–]\p{Sc}?|=\s?-?\p{Sc}?|\p{Sc}\s?|[A-Z]{3}\s)\d[\d,]*(?:\.\d+)?[kKmMbB]?%?$|^\d[\d,]*(?:\.\d+)?\s?%$|^\d[\d,]*(?:\.\d+)?[kKbB]$|^\d{1,3}(?:,\d{3})+$/u;
const number = /^(?:\d+(?:[.,]\d+)?|[.,]\d+)$/;
/** `1h 5` is an hour and five minutes, or an hour and a value. */
const hoursAndNumber = /^(\S*[a-z]) \d{1,2}$/i;
const million = /^\+?\d+(?:\.\d+)?m$/i;
const negative = /^[-−–](?=[\d.,:])/;

/** What is already known where an amount is looked for. */
export interface AmountContext {
	/** Undefined while the target is not known. */
	readonly target: LogTarget | undefined;
	/** Already named. */
	readonly minutes: number | undefined;
	readonly hasTwoLengths: boolean;
	readonly hasChange: boolean;
	/** Whether a length with a unit stands somewhere: then a mere number is none. */
	readonly hasLength: boolean;
	readonly first: "time" | "progress";
	/** Whether words follow that only the note can have, once that many are taken. */
	isBeforeNote(length: number): boolean;
}

/** A length of time with a unit: `45m`, `+45m`, `1 h 30 min`, `1:30`. A mere number is none. */
export function lengthWithUnit(text: string): MinutesReading | undefined {
	return number.test(text.normalize("NFKC").replace(/^\+/, ""))
		? undefined
		: parseMinutes(text.replace(/^\+|\.$/g, ""));
}

/** Whether a phrase is a length of time or a stretch of a day that can be nothing else. */
export function isLength(text: string): boolean {
	const range = parseClockRange(text);
	return lengthWithUnit(text) !== undefined || (range !== undefined && !range.plain);
}

/** From when to when. Between mere numbers it may also be something else. */
export function rangeElements(phrases: ReadonlyArray<Phrase>, { minutes }: AmountContext): LogElements {
	for (const { text, length } of minutes === undefined ? phrases : []) {
		const found = parseClockRange(text);
		if (found) {
			const isAsked = found.plain || found.ranges.length > 1;
			return [
				...found.ranges.map(
					(range): LogElement => ({
						length,
						fields: { minutes: range.end - range.start, range },
						...(isAsked ? { question: "amount" } : {}),
					}),
				),
				...(found.plain ? [orNote("amount")] : []),
			];
		}
	}
	return [];
}

/** A length of time with a unit. A second one is asked about. */
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

/** A new value, what came on top, a mark or a trend. A mark before more words may be one of theirs. */
export function changeElements(phrases: ReadonlyArray<Phrase>, context: AmountContext): LogElements {
	const { target, hasChange } = context;
	for (const { text, length } of hasChange ? [] : phrases) {
		const isMark = mark.test(text);
		const inUnit = length > 1 && target?.goal?.unit !== undefined && parseChange(text, target.goal) !== undefined;
		if (isMark || value.test(text) || inUnit) {
			return isMark && context.isBeforeNote(length)
				? [{ length, fields: { change: text }, question: "note" }, orNote("note")]
				: [{ length, fields: { change: text } }];
		}
	}
	return [];
}

/** A mere number: hours or minutes, or a value where the target has a goal. In groups; see {@link LogElements}. */
export function numberElements(phrase: Phrase | undefined, context: AmountContext): ReadonlyArray<LogElements> {
	const text = phrase?.text.normalize("NFKC") ?? "";
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
	return context.isBeforeNote(1) ? [[{ ...change, question: "note" }, orNote("note")]] : [[change]];
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

/** Both together, the first one alone, or the second. With words behind it it is most likely part of the note. */
function secondLength(first: number, second: number, length: number, context: AmountContext): LogElements {
	const question = "amount";
	const taken = (minutes: number): LogElement => ({ length, fields: { minutes, isSecondLength: true }, question });
	const sum = first + second <= 1440 ? [taken(first + second)] : [];
	return context.isBeforeNote(length)
		? [orNote(question), ...sum, taken(second)]
		: [...sum, taken(first), taken(second)];
}

/** `5M` is five million where the goal is in such numbers. */
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
	const change: LogElement = { length, fields: { change: text, doubt: "million" }, question };
	const asked = lengths.map((element) => ({ ...element, question }) as const);
	return first === "progress" || text.endsWith("M") ? [change, ...asked] : [...asked, change];
}
