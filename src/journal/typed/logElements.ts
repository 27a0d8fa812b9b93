import { type AmountContext, changeElements, lengthElements, numberElements, rangeElements } from "./amountElements.ts";
import { firstDay, lastDay } from "./dayElements.ts";
import { advance, type LogDraft, type LogElement, type LogElements, orNote, phrasesOf } from "./logDraft.ts";
import type { LogSource } from "./logged.ts";
import type { TargetFinder } from "./targetFinder.ts";
import { isAddress, type TypedWord } from "./typedWords.ts";

/** What the words of one part are read against. */
export interface PartContext {
	/** The whole line. */
	readonly text: string;
	readonly source: LogSource;
	readonly finder: TargetFinder;
	/** Whether the target has to stand before the note, as in a list of several parts. */
	readonly strict: boolean;
	/** Of words that only introduce something at most two are passed over. */
	readonly isBehindFiller?: boolean;
	/** Words are only looked at, to see whether the note begins there; looking on from there would never end. */
	readonly isAhead?: boolean;
}

/** They may stand before what they introduce, and say nothing themselves. */
const fillers: ReadonlySet<string> = new Set(
	"on for of in at with spent took did logged worked - – — : · |".split(" "),
);
const most = { target: 6, time: 5, value: 3 } as const;
const mostTargets = 8;

/** The ways to take the first words of a draft, in groups; see {@link LogElements}. None where the note begins. */
export function headElements(draft: LogDraft, context: PartContext): ReadonlyArray<LogElements> {
	const word = draft.words[draft.from];
	if (!word || draft.from >= draft.to) {
		return [];
	}
	if (word.quoted !== undefined || word.hash !== undefined || isAddress(word.text)) {
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

/** The ways to take the last words of a draft whose head is read. None where the note ends. */
export function tailElements(draft: LogDraft, context: PartContext): ReadonlyArray<LogElements> {
	const { words, from, to, fields } = draft;
	const last = words[to - 1];
	if (!last || from >= to || fields.note !== undefined) {
		return [];
	}
	if (isAddress(last.text)) {
		return fields.link === undefined ? [[{ length: 1, fields: { link: last.text } }]] : [];
	}
	const before = (length: number) => (to - length > from ? (words[to - length - 1]?.text.toLowerCase() ?? "") : "");
	const withFiller = (element: LogElement): LogElement =>
		!element.isNote && fillers.has(before(element.length)) ? { ...element, length: element.length + 1 } : element;
	const times = phrasesOf(context.text, draft, most.time);
	const amounts = amountContext(draft, context);
	const hasChange = fields.change !== undefined;
	const lengths =
		fields.minutes === undefined ? [...rangeElements(times, amounts), ...lengthElements(times, amounts)] : [];
	// What could stand in any sentence is taken only for want of another amount, or asked about.
	const asked = hasChange && lengths.length > 0 ? [...lengths.map(asNoteQuestion), orNote("note")] : lengths;
	const values = phrasesOf(context.text, draft, most.value);
	const changes = hasChange || fields.minutes !== undefined ? [] : changeElements(values, amounts);
	return [
		fields.day === undefined ? lastDay(times, context.source.today, before) : [],
		asked,
		changes.length > 0 ? [...changes.map(asNoteQuestion), orNote("note")] : [],
		...(context.strict ? [] : targetElements(draft, context, "exact", "begun").map((group) => group.map(asGuess))),
	]
		.filter((group) => group.length > 0)
		.map((group) => group.map(withFiller));
}

/** The text in quotes is the note, the id behind a `#` the target, an address the link. */
function markedElement(word: TypedWord, { fields }: LogDraft, { finder }: PartContext): ReadonlyArray<LogElements> {
	if (word.quoted !== undefined) {
		return fields.note === undefined ? [[{ length: 1, fields: { note: word.quoted } }]] : [];
	}
	if (word.hash !== undefined) {
		return fields.on === undefined && finder.byId(word.hash) ? [[{ length: 1, fields: { on: word.hash } }]] : [];
	}
	return fields.link === undefined ? [[{ length: 1, fields: { link: word.text } }]] : [];
}

/** Day, amount and target, what takes more words first. */
function plainElements(draft: LogDraft, context: PartContext, withNumbers: boolean): ReadonlyArray<LogElements> {
	const times = phrasesOf(context.text, draft, most.time);
	const amounts = amountContext(draft, context);
	const day = draft.fields.day === undefined ? firstDay(times, context.source.today, amounts.isBeforeNote) : [];
	const groups = [
		day,
		rangeElements(times, amounts),
		lengthElements(times, amounts),
		changeElements(phrasesOf(context.text, draft, most.value), amounts),
		...(withNumbers ? numberElements(times.at(-1), amounts) : []),
		...targetElements(draft, context, "exact", "begun"),
	];
	const lengthOf = (group: LogElements) => Math.max(...group.map(({ length }) => length));
	return groups.filter((group) => group.length > 0).toSorted((a, b) => lengthOf(b) - lengthOf(a));
}

function targetElements(
	draft: LogDraft,
	{ text, finder }: PartContext,
	...qualities: ReadonlyArray<"exact" | "begun" | "near">
): ReadonlyArray<LogElements> {
	if (draft.fields.on !== undefined) {
		return [];
	}
	const matches = finder.find(phrasesOf(text, draft, most.target));
	return matches
		.filter(({ quality }) => qualities.includes(quality))
		.map(({ ids, length, quality }) =>
			ids.slice(0, mostTargets).map((on): LogElement => {
				const isGuess = quality === "near";
				return { length, fields: { on }, question: isGuess ? "spelling" : "target", isGuess };
			}),
		);
}

function amountContext(draft: LogDraft, context: PartContext): AmountContext {
	const { fields } = draft;
	return {
		target: fields.on === undefined ? undefined : context.finder.byId(fields.on),
		minutes: fields.minutes,
		hasChange: fields.change !== undefined,
		hasLength: draft.hasLength,
		first: context.source.first ?? "time",
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
