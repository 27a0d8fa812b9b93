import type { LogSource } from "../logReading.ts";
import { type AmountContext, changeElements, lengthElements, numberElements, rangeElements } from "./amountElements.ts";
import { type DayContext, leadingDay, trailingDay } from "./dayElements.ts";
import type { LineDays } from "./lineDays.ts";
import {
	advance,
	askWhetherNote,
	type LogElement,
	type LogElements,
	type PartialLog,
	phrasesAt,
} from "./logElement.ts";
import type { TargetFinder, TargetMatch } from "./targetFinder.ts";
import { isLink, type TypedWord } from "./typedWords.ts";

/** The context of a part. */
export interface PartContext {
	/** The whole line. */
	readonly text: string;
	readonly source: LogSource;
	readonly finder: TargetFinder;
	readonly days: LineDays;
	/** Whether the target must come before the note, as in a list of several parts. */
	readonly strict: boolean;
	/** At most this many introductory words are skipped. */
	readonly isBehindFiller?: boolean;
	/** A lookahead to check whether the note starts; nested lookaheads would not end. */
	readonly isAhead?: boolean;
}

/** Words that can precede others without their own meaning. */
const fillers: ReadonlySet<string> = new Set(
	"on for of in at with spent took did logged worked - – — : · |".split(" "),
);
/** Signs of an amount: they do not belong to a name. A name may have others, such as an emoji. */
const signAtEnd = /\s[+\-‐-―−=\p{Sc}<>≤≥~≈→/×%±]+$|^[+\-‐-―−=\p{Sc}<>≤≥~≈→/×%±]+\s/u;
const most = { target: 6, time: 5, value: 5 } as const;
const mostTargets = 8;

/** Interpretations of the first words of a draft, in groups; see {@link LogElements}. Empty if the note starts. */
export function headElements(draft: PartialLog, context: PartContext): ReadonlyArray<LogElements> {
	const word = draft.words[draft.from];
	if (!word || draft.from >= draft.to) {
		return [];
	}
	if (word.quoted !== undefined || word.hash !== undefined || isLink(word.text)) {
		return markedElement(word, draft, context);
	}
	const found = plainElements(draft, context, true);
	if (found.length > 0 || !fillers.has(word.text.toLowerCase())) {
		return [...found, ...targetElements(draft, context, "near")];
	}
	const behind = { ...draft, from: draft.from + 1 };
	const isFiller = fillers.has(draft.words[behind.from]?.text.toLowerCase() ?? "");
	const introduced =
		isFiller && !context.isBehindFiller
			? headElements(behind, { ...context, isBehindFiller: true })
			: plainElements(behind, context, false);
	return introduced.map((group) =>
		group.map((element) => (element.isNote ? element : { ...element, length: element.length + 1 })),
	);
}

/** Interpretations of the last words of a draft whose head is parsed. Empty where the note ends. */
export function tailElements(draft: PartialLog, context: PartContext): ReadonlyArray<LogElements> {
	const { words, from, to, fields } = draft;
	const last = words[to - 1];
	if (!last || from >= to || fields.note !== undefined) {
		return [];
	}
	if (isLink(last.text)) {
		return fields.link === undefined ? [[{ length: 1, fields: { link: last.text } }]] : [];
	}
	const before = (length: number) => (to - length > from ? (words[to - length - 1]?.text.toLowerCase() ?? "") : "");
	const withFiller = (element: LogElement): LogElement =>
		!element.isNote && fillers.has(before(element.length)) ? { ...element, length: element.length + 1 } : element;
	const times = phrasesAt(context.text, draft, most.time);
	const amounts = amountContext(draft, context);
	const hasChange = fields.change !== undefined;
	const lengths =
		fields.minutes === undefined ? [...rangeElements(times, amounts), ...lengthElements(times, amounts)] : [];
	// Common words are used only if there is no other amount, or confirmed.
	const asked = hasChange && lengths.length > 0 ? [...lengths.map(asNoteQuestion), askWhetherNote("note")] : lengths;
	const values = phrasesAt(context.text, draft, most.value);
	const changes = hasChange || fields.minutes !== undefined ? [] : changeElements(values, amounts);
	return [
		fields.day === undefined
			? trailingDay(times, { days: context.days, hasMinutes: fields.minutes !== undefined }, before)
			: [],
		asked,
		changes.length > 0 ? [...changes.map(asNoteQuestion), askWhetherNote("note")] : [],
		...(context.strict
			? []
			: targetElements(draft, context, "exact", "begun", "inside").map((group) => group.map(asGuess))),
	]
		.filter((group) => group.length > 0)
		.map((group) => group.map(withFiller));
}

/** The quoted text is the note, an ID after `#` the target, a URL the link. */
function markedElement(word: TypedWord, { fields }: PartialLog, { finder }: PartContext): ReadonlyArray<LogElements> {
	if (word.quoted !== undefined) {
		return fields.note === undefined ? [[{ length: 1, fields: { note: word.quoted } }]] : [];
	}
	if (word.hash !== undefined) {
		return fields.on === undefined && finder.byId(word.hash) ? [[{ length: 1, fields: { on: word.hash } }]] : [];
	}
	return fields.link === undefined ? [[{ length: 1, fields: { link: word.text } }]] : [];
}

/** Days, amounts and targets, those with more words first. */
function plainElements(draft: PartialLog, context: PartContext, withNumbers: boolean): ReadonlyArray<LogElements> {
	const times = phrasesAt(context.text, draft, most.time);
	const amounts = amountContext(draft, context);
	const day = draft.fields.day === undefined ? leadingDay(times, dayContext(draft, context, amounts)) : [];
	const groups = [
		day,
		rangeElements(times, amounts),
		lengthElements(times, amounts),
		changeElements(phrasesAt(context.text, draft, most.value), amounts),
		...(withNumbers ? numberElements(times.at(-1), amounts) : []),
		...targetElements(draft, context, "exact", "begun", "inside"),
	];
	const lengthOf = (group: LogElements) => Math.max(...group.map(({ length }) => length));
	return groups.filter((group) => group.length > 0).toSorted((a, b) => lengthOf(b) - lengthOf(a));
}

function targetElements(
	draft: PartialLog,
	{ text, finder }: PartContext,
	...qualities: ReadonlyArray<TargetMatch["quality"]>
): ReadonlyArray<LogElements> {
	if (draft.fields.on !== undefined) {
		return [];
	}
	// A sign followed by a space belongs to an amount, not to a name.
	const phrases = phrasesAt(text, draft, most.target).filter((phrase) => !signAtEnd.test(phrase.text));
	const matches = finder.find(phrases, qualities.includes("near"));
	return matches
		.filter(({ quality }) => qualities.includes(quality))
		.map(({ ids, length, quality }) =>
			ids.slice(0, mostTargets).map((on): LogElement => {
				const isGuess = quality === "near" || quality === "inside";
				return { length, fields: { on }, question: quality === "near" ? "spelling" : "target", isGuess };
			}),
		);
}

function dayContext({ fields }: PartialLog, { days }: PartContext, { isBeforeNote }: AmountContext): DayContext {
	return { days, hasMinutes: fields.minutes !== undefined, isBeforeNote };
}

function amountContext(draft: PartialLog, context: PartContext): AmountContext {
	const { fields } = draft;
	return {
		target: fields.on === undefined ? undefined : context.finder.byId(fields.on),
		minutes: fields.minutes,
		hasChange: fields.change !== undefined,
		hasLength: draft.hasLength,
		first: context.source.first ?? "time",
		numbers: context.source.numbers,
		hasTwoLengths: fields.isSecondLength ?? false,
		isBeforeNote(length) {
			if (context.isAhead) {
				return false;
			}
			const rest = advance(draft, { length });
			const next = rest.words[rest.from];
			return draft.reading === "head" && next !== undefined && next.quoted === undefined && rest.from < rest.to
				? fields.on !== undefined && headElements(rest, { ...context, isAhead: true }).length === 0
				: false;
		},
	};
}

function asNoteQuestion(element: LogElement): LogElement {
	return { ...element, question: element.question ?? "note" };
}

function asGuess(element: LogElement): LogElement {
	return { ...element, isGuess: true };
}
