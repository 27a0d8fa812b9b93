import { isLength } from "./amountElements.ts";
import { formatClockRange } from "./clockRange.ts";
import { advance, between, type LogDraft, type LogElements, phrasesOf } from "./logDraft.ts";
import { headElements, type PartContext, tailElements } from "./logElements.ts";
import type { Logged, LogProblem, LogProblemCode, LogQuestion } from "./logged.ts";
import { parseChange } from "./progress.ts";
import type { TypedWord } from "./typedWords.ts";

/** One way to read a part. */
export interface PartReading {
	readonly logged: Logged;
	/** What tells it from the other readings. */
	readonly questions: ReadonlyArray<LogQuestion>;
	/** What is a guess in it, even if it is the only reading. */
	readonly guesses: ReadonlyArray<LogQuestion>;
}

/** The ways to read a part, the likeliest first; where there is none, why. */
export interface PartReadings {
	readonly readings: ReadonlyArray<PartReading>;
	readonly problem?: LogProblem;
	/** The problem is no matter of reading the words in another way. */
	readonly isFinal?: boolean;
}

/** A part of ordinary length needs some dozens of steps; this ends the search in one that is made to be hard. */
const mostSteps = 400;
/** As in `8 am - 9 am`. */
const mostUnitWords = 5;

/**
 * Reads one part of a line. At its head stand, in any order, how long or how far, what it is about and when it was; at its
 * tail again what the head does not say. What is left between them is the note.
 */
export function readPart(words: ReadonlyArray<TypedWord>, context: PartContext): PartReadings {
	let steps = 0;
	const read = (draft: LogDraft): PartReadings => {
		steps++;
		const groups =
			draft.reading === "nothing" || steps > mostSteps
				? []
				: draft.reading === "head"
					? headElements(draft, context)
					: tailElements(draft, context);
		let problem: LogProblem | undefined;
		for (const group of groups) {
			const found = group.map((element) =>
				element.problem
					? failed(element.problem, draft, context, between(context.text, words, ...taken(draft, element.length)))
					: read(advance(draft, element)),
			);
			const readings = asked(group, preferred(group, found, context));
			const final = found.find(({ isFinal }) => isFinal);
			if (readings.length > 0 || final) {
				return readings.length > 0 ? { readings } : (final ?? { readings });
			}
			problem ??= found.find((each) => each.problem)?.problem;
		}
		const rest = draft.reading === "head" ? read({ ...draft, reading: "tail" }) : finish(draft, context);
		// Where the first way understood nothing, the last one says more.
		const saysNothing = problem?.code === "no-target" && Object.keys(problem.understood).length === 0;
		return rest.readings.length > 0 || rest.isFinal || !problem || saysNothing ? rest : { readings: [], problem };
	};
	return read(draftOf(words, context.text));
}

/** What came of the elements of a group. Where it came of one alone there is nothing to choose. */
function asked(group: LogElements, found: ReadonlyArray<PartReadings>): ReadonlyArray<PartReading> {
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

/**
 * Time alone goes to a commitment of the week rather than to something else of the plan that matches as well: that is what
 * hours are logged for. What is named exactly is not weighed against others.
 */
function preferred(
	group: LogElements,
	found: ReadonlyArray<PartReadings>,
	{ finder }: PartContext,
): ReadonlyArray<PartReadings> {
	const isWeekly = ({ logged }: PartReading) =>
		logged.minutes !== undefined && !logged.change && finder.byId(logged.on)?.weekly === true;
	const isTarget = group.every(({ question, isGuess }) => question === "target" && !isGuess);
	if (!isTarget || !found.some(({ readings }) => readings.some(isWeekly))) {
		return found;
	}
	return found.map((each) => ({ ...each, readings: each.readings.filter(isWeekly) }));
}

/** Whether a length of time with a unit stands somewhere in the words. */
export function hasLength(words: ReadonlyArray<TypedWord>, text: string): boolean {
	return draftOf(words, text).hasLength;
}

function draftOf(words: ReadonlyArray<TypedWord>, text: string): LogDraft {
	const draft: LogDraft = {
		words,
		from: 0,
		to: words.length,
		hasLength: false,
		reading: "head",
		fields: {},
	};
	const phrases = [...words.keys()].flatMap((from) => phrasesOf(text, { ...draft, from }, mostUnitWords));
	return { ...draft, hasLength: phrases.some((phrase) => isLength(phrase.text)) };
}

function finish(draft: LogDraft, context: PartContext): PartReadings {
	const { words, from, to, fields } = draft;
	const { on, minutes, range, doubt, day = context.source.today, link } = fields;
	const rest = from < to ? between(context.text, words, from, to) : "";
	const target = on === undefined ? undefined : context.finder.byId(on);
	if (!target) {
		return failed(rest === "" ? "no-target" : "unknown-target", draft, context, rest);
	}
	if (fields.note !== undefined && rest !== "") {
		// The quotes are part of a longer note.
		return failed("no-amount", draft, context, rest);
	}
	if (fields.change !== undefined && target.timeOnly) {
		return failed("time-only", draft, context, fields.change);
	}
	if (
		(minutes === undefined && fields.change === undefined) ||
		(doubt === "number" && !target.goal && context.source.first !== "progress") ||
		(doubt === "million" && !target.goal?.short) ||
		(doubt === "length" && !target.timeOnly && context.source.first === "progress")
	) {
		return failed("no-amount", draft, context, rest);
	}
	const change = fields.change === undefined ? undefined : parseChange(fields.change, target.goal);
	if (fields.change !== undefined && !change) {
		return failed("bad-amount", draft, context, fields.change);
	}
	const isTimed = range !== undefined && range.end - range.start === minutes;
	const { today, now = Number.POSITIVE_INFINITY } = context.source;
	if (isTimed && (day - today) * 1440 + range.end > now) {
		return failed("future-time", draft, context, formatClockRange(range));
	}
	const text = fields.note ?? withoutSeparators(rest);
	// Time alone has no place for evidence: the address is kept with the words.
	const note = change || link === undefined ? text : [text, link].filter((each) => each !== "").join(" ");
	const logged: Logged = {
		on: target.id,
		...(minutes === undefined ? {} : { minutes }),
		...(change ? { change } : {}),
		day,
		...(isTimed ? { end: range.end } : {}),
		...(note === "" ? {} : { note }),
		...(change && link !== undefined ? { link } : {}),
	};
	return { readings: [{ logged, questions: [], guesses: [] }] };
}

function failed(code: LogProblemCode, draft: LogDraft, { finder }: PartContext, text: string): PartReadings {
	const { on, minutes, day, note, link } = draft.fields;
	const goal = on === undefined ? undefined : finder.byId(on)?.goal;
	const change = draft.fields.change === undefined ? undefined : parseChange(draft.fields.change, goal);
	const understood: Partial<Logged> = {
		...(on === undefined ? {} : { on }),
		...(minutes === undefined ? {} : { minutes }),
		...(change ? { change } : {}),
		...(day === undefined ? {} : { day }),
		...(note === undefined ? {} : { note }),
		...(link === undefined ? {} : { link }),
	};
	const nearest = code === "unknown-target" ? finder.nearest(text.split(/\s+/)[0] ?? "") : undefined;
	const isFinal = code === "zero" || code === "too-long" || code === "future" || code === "future-time";
	return { readings: [], problem: { code, text, ...(nearest === undefined ? {} : { nearest }), understood }, isFinal };
}

/** The words from which to which an element takes. */
function taken({ from, to, reading }: LogDraft, length: number): readonly [number, number] {
	return reading === "head" ? [from, from + length] : [to - length, to];
}

/** A dash or a colon may stand between the note and what is not the note. */
function withoutSeparators(text: string): string {
	return text
		.replace(/^(?:[-–—:·|,;]+(?:\s+|$))+/, "")
		.replace(/(?:\s[-–—:·|]|[,;\s])+$/, "")
		.trim();
}
