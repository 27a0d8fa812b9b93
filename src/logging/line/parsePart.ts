import { type Change, parseChange, parseChanges } from "../../amount/change.ts";
import { formatClock, formatClockRange } from "../../time/clockRange.ts";
import type { LogItem, LogProblem, LogProblemCode, LogQuestion, LogTarget } from "../logReading.ts";
import { isLength } from "./amountElements.ts";
import { withAdditions } from "./changeWords.ts";
import { isRangeOfHours, isTimeOfDay } from "./clockHint.ts";
import { advance, type LogElement, type LogElements, type PartialLog, phrasesAt, textBetween } from "./logElement.ts";
import { headElements, type PartContext, tailElements } from "./logElements.ts";
import type { TypedWord } from "./typedWords.ts";
import { startsWithUnit, unreadQuestion } from "./unread.ts";

/** One reading of a part. */
export interface PartReading {
	readonly logged: LogItem;
	/** Questions that distinguish it from other readings. */
	readonly questions: ReadonlyArray<LogQuestion>;
	/** Questions about guesses, even if it is the only reading. */
	readonly guesses: ReadonlyArray<LogQuestion>;
}

/** The readings of a part, the likeliest first; if there are none, the problem. */
export interface PartReadings {
	readonly readings: ReadonlyArray<PartReading>;
	readonly problem?: LogProblem;
}

/** The readings of a draft; if there are none, why. */
interface DraftReadings {
	readonly readings: ReadonlyArray<PartReading>;
	readonly failure?: Failure;
}

/** Why a draft cannot be logged. Most failures are dropped, so the problem is made of the one that is left. */
interface Failure {
	readonly code: LogProblemCode;
	readonly draft: PartialLog;
	readonly text: string;
}

/** Codes of problems that another interpretation of the words cannot solve. */
const finalCodes: ReadonlySet<LogProblemCode> = new Set(["zero", "too-long", "no-such-day", "future", "future-time"]);

/** A normal part needs a few dozen steps; this limits the search for malicious ones. */
const mostSteps = 400;
/** As in `8 am - 9 am`. */
const mostUnitWords = 5;

/**
 * Parses one part of a line. Amount, target and day can be at its head, in any order, and what is missing there at its
 * tail. The rest in between is the note.
 */
export function parsePart(words: ReadonlyArray<TypedWord>, context: PartContext): PartReadings {
	let steps = 0;
	const read = (draft: PartialLog): DraftReadings => {
		steps++;
		const groups = steps > mostSteps ? [] : elementsOf(draft, context);
		let failure: Failure | undefined;
		for (const group of groups) {
			const found = group.map((element) =>
				element.problem
					? failed(element.problem, draft, textBetween(context.text, words, ...taken(draft, element.length)))
					: read(advance(draft, element)),
			);
			const order = preferred(group, found, context);
			const readings = asked(
				order,
				order.flatMap((element) => found[group.indexOf(element)] ?? []),
			);
			const final = found.find((each) => each.failure && finalCodes.has(each.failure.code));
			if (readings.length > 0 || final) {
				return readings.length > 0 ? { readings } : (final ?? { readings });
			}
			failure ??= found.find((each) => each.failure)?.failure;
		}
		const rest = draft.reading === "head" ? read({ ...draft, reading: "tail" }) : finish(draft, context);
		// If the first attempt recognized nothing, the last problem is more helpful.
		const saysNothing =
			failure?.code === "no-target" && Object.keys(problemOf(failure, context).understood).length === 0;
		const isFinal = rest.failure && finalCodes.has(rest.failure.code);
		return rest.readings.length > 0 || isFinal || !failure || saysNothing ? rest : { readings: [], failure };
	};
	const { readings, failure } = read(draftOf(words, context.text));
	return { readings, ...(failure ? { problem: problemOf(failure, context) } : {}) };
}

/** The results of a group of elements. A single result needs no question. */
function asked(group: LogElements, found: ReadonlyArray<DraftReadings>): ReadonlyArray<PartReading> {
	const isChoice = found.filter(({ readings }) => readings.length > 0).length > 1;
	return found.flatMap(({ readings }, at) => {
		const { question, isGuess } = group[at] ?? {};
		return readings.map(({ logged, questions, guesses }) => ({
			logged,
			questions: question && isChoice ? [question, ...questions] : questions,
			guesses: question && isGuess ? [question, ...guesses] : guesses,
		}));
	});
}

/** For time alone the commitments of the week come first: that is what hours are logged for. */
function preferred(group: LogElements, found: ReadonlyArray<DraftReadings>, { finder }: PartContext): LogElements {
	const isWeekly = (element: LogElement, at: number) =>
		finder.byId(element.fields?.on ?? "")?.weekly === true &&
		found[at]?.readings.some(({ logged }) => logged.minutes !== undefined && !logged.change) === true;
	return group.every(({ question }) => question === "target")
		? group.toSorted((a, b) => Number(isWeekly(b, group.indexOf(b))) - Number(isWeekly(a, group.indexOf(a))))
		: group;
}

/** Whether there is a duration with a unit. */
export function hasLength(words: ReadonlyArray<TypedWord>, text: string): boolean {
	return draftOf(words, text).hasLength;
}

function draftOf(words: ReadonlyArray<TypedWord>, text: string): PartialLog {
	const draft: PartialLog = {
		words,
		from: 0,
		to: words.length,
		hasLength: false,
		reading: "head",
		fields: {},
	};
	const isLengthAt = (from: number) =>
		phrasesAt(text, { ...draft, from }, mostUnitWords).some((phrase) => isLength(phrase.text));
	return { ...draft, hasLength: words.some((_, from) => isLengthAt(from)) };
}

function finish(draft: PartialLog, context: PartContext): DraftReadings {
	const { words, from, to, fields } = draft;
	const { on, minutes, range, doubt, day = context.source.today, link, clock } = fields;
	const rest = from < to ? textBetween(context.text, words, from, to) : "";
	const target = on === undefined ? undefined : context.finder.byId(on);
	if (!target) {
		return failed(rest === "" ? "no-target" : "unknown-target", draft, rest);
	}
	if (fields.note !== undefined && rest !== "") {
		// The quotation marks are part of a longer note.
		return failed("no-amount", draft, rest);
	}
	if (fields.change !== undefined && target.timeOnly) {
		return failed("time-only", draft, fields.change);
	}
	const isOnce = target.counted === true && minutes === undefined && fields.change === undefined;
	if (
		(minutes === undefined && fields.change === undefined && !isOnce) ||
		(doubt === "number" && !target.goal && context.source.first !== "progress") ||
		(doubt === "million" && !target.goal?.short) ||
		(doubt === "length" && !target.timeOnly && context.source.first === "progress")
	) {
		return failed("no-amount", draft, rest);
	}
	const text = fields.note ?? withoutSeparators(rest);
	const changes = withAdditions(changesOf(fields.change, target, isOnce, context), fields.change ?? "", text);
	if (changes.length === 0) {
		return failed("bad-amount", draft, fields.change ?? "");
	}
	if (target.doneOnly && changes.some((each) => typeof (each?.set ?? each?.add) === "number")) {
		return failed("done-only", draft, fields.change ?? "");
	}
	const isTimed = range !== undefined && range.end - range.start === minutes;
	const { today, now = Number.POSITIVE_INFINITY, minutesBetween } = context.source;
	// When clocks change, an hour has no minutes, or twice as many.
	const elapsed = isTimed && minutesBetween ? minutesBetween(day, range.start, range.end) : minutes;
	if (elapsed !== undefined && elapsed < 1) {
		return failed("zero", draft, formatClockRange(range ?? { start: 0, end: 0 }));
	}
	const end = isTimed ? range.end : clock;
	if (end !== undefined && (day - today) * 1440 + end > now) {
		return failed("future-time", draft, isTimed ? formatClockRange(range) : formatClock(end));
	}
	const readings = changes.map((change) => {
		// Time alone has no evidence: the URL is kept in the note.
		const note = change || link === undefined ? text : [text, link].filter((each) => each !== "").join(" ");
		const logged: LogItem = {
			on: target.id,
			...(elapsed === undefined ? {} : { minutes: elapsed }),
			...(change ? { change } : {}),
			day,
			...(end === undefined ? {} : { end }),
			...(note === "" ? {} : { note }),
			...(change && link !== undefined ? { link } : {}),
		};
		const questions: ReadonlyArray<LogQuestion> = changes.length > 1 ? ["amount"] : [];
		const isPlainRange = isTimed && doubt === "range" && !target.timeOnly;
		const isGuess = isPlainRange || isUnsureClock(draft, context.text);
		return { logged, questions, guesses: [...(isGuess ? ["amount" as const] : []), ...guessesOf(draft, rest)] };
	});
	return { readings };
}

/** What is typed as a change. Of what is counted in times a number is how many, and its name alone is one. */
function changesOf(
	typed: string | undefined,
	{ goal, counted }: LogTarget,
	isOnce: boolean,
	{ source }: PartContext,
): ReadonlyArray<Change | undefined> {
	if (typed === undefined) {
		return [isOnce ? { add: 1 } : undefined];
	}
	const changes = parseChanges(typed, goal, source.numbers);
	return counted
		? changes.flatMap(({ set, add }): ReadonlyArray<Change> => {
				const count = set === true ? 1 : (add ?? set);
				return typeof count === "number" ? [{ add: count }] : [];
			})
		: changes;
}

/** What is asked where the note looks like more of the line that was not read. */
function guessesOf({ words, to, fields }: PartialLog, rest: string): ReadonlyArray<LogQuestion> {
	if (fields.minutes !== undefined && isMoreTime(rest)) {
		return ["list"];
	}
	const isNumber = fields.doubt === "length" || /\d$/.test(fields.change ?? "");
	if (isNumber && fields.note === undefined && startsWithUnit(withoutSeparators(rest))) {
		return ["amount"];
	}
	const unread =
		fields.note === undefined
			? unreadQuestion(withoutSeparators(rest), to < words.length && fields.minutes !== undefined)
			: undefined;
	return unread === undefined ? [] : [unread];
}

/** Whether a duration may be a time of the day, or a clock range a number of hours. */
function isUnsureClock({ words, fields: { minutes, range } }: PartialLog, line: string): boolean {
	const text = textBetween(line, words, 0, words.length);
	return range === undefined ? minutes !== undefined && isTimeOfDay(text, minutes) : isRangeOfHours(text);
}

/** Whether the rest begins with another clock range: `8:00-9:15 + 10:00-11:00` is one entry or two. */
function isMoreTime(rest: string): boolean {
	const more = /^(?:\+|&|and|und|plus) ?(.*)$/i.exec(rest)?.[1] ?? "";
	const words = more.split(/\s+/);
	return [1, 2, 3].some((length) => isLength(words.slice(0, length).join(" ")));
}

function failed(code: LogProblemCode, draft: PartialLog, text: string): DraftReadings {
	return { readings: [], failure: { code, draft, text } };
}

function problemOf({ code, draft, text }: Failure, { finder, source }: PartContext): LogProblem {
	const { on, minutes, day, note, link } = draft.fields;
	const goal = on === undefined ? undefined : finder.byId(on)?.goal;
	const change = draft.fields.change === undefined ? undefined : parseChange(draft.fields.change, goal, source.numbers);
	const understood: Partial<LogItem> = {
		...(on === undefined ? {} : { on }),
		...(minutes === undefined ? {} : { minutes }),
		...(change ? { change } : {}),
		...(day === undefined ? {} : { day }),
		...(note === undefined ? {} : { note }),
		...(link === undefined ? {} : { link }),
	};
	const nearest = code === "unknown-target" ? finder.nearest(text.split(/\s+/)[0] ?? "") : undefined;
	return { code, text, ...(nearest === undefined ? {} : { nearest }), understood };
}

/** The range of the words of an element. */
function taken({ from, to, reading }: PartialLog, length: number): readonly [number, number] {
	return reading === "head" ? [from, from + length] : [to - length, to];
}

/** Separators between the note and other words. */
function withoutSeparators(text: string): string {
	const plain = text.replace(/^(?:[-–—:·|,;]+(?:\s+|$))+/, "");
	let end = plain.length;
	for (let length = 1; length > 0; end -= length) {
		const isDash = /[-–—:·|]/.test(plain.charAt(end - 1)) && /\s/.test(plain.charAt(end - 2));
		const isMark = /[,;\s]/.test(plain.charAt(end - 1));
		length = isDash ? 2 : Number(isMark);
	}
	return plain.slice(0, end).trim();
}

function elementsOf(draft: PartialLog, context: PartContext): ReadonlyArray<LogElements> {
	switch (draft.reading) {
		case "head":
			return headElements(draft, context);
		case "tail":
			return tailElements(draft, context);
		case "nothing":
			return [];
	}
}
