import type { ClockRange } from "../../time/clockRange.ts";
import type { Day } from "../../time/day.ts";
import type { LogProblemCode, LogQuestion } from "../logReading.ts";
import type { Phrase } from "./targetFinder.ts";
import { isLink, type TypedWord } from "./typedWords.ts";

/** The fields of a part while it is parsed. */
export interface LogFields {
	readonly on?: string;
	readonly minutes?: number;
	/** A clock range, in minutes after midnight; ignored if `minutes` differ. */
	readonly range?: ClockRange;
	/** There are two durations; a third belongs to the note. */
	readonly isSecondLength?: boolean;
	/** A change as typed: its meaning depends on the target, which may follow. */
	readonly change?: string;
	/**
	 * Why the amount is a guess: a bare number as a change or a duration, an `M` that may mean minutes, or a clock range of
	 * two bare numbers.
	 */
	readonly doubt?: "number" | "million" | "length" | "range";
	readonly day?: Day;
	/** The time of the day, in minutes after its midnight. A clock range says it better. */
	readonly clock?: number;
	readonly note?: string;
	readonly link?: string;
}

/** A partially parsed part: the words from `from` to `to` (exclusive) remain. */
export interface PartialLog {
	readonly words: ReadonlyArray<TypedWord>;
	readonly from: number;
	readonly to: number;
	/** Whether there is a duration with a unit, so that a bare number is not one. */
	readonly hasLength: boolean;
	/** Which end is being parsed; the rest in the middle is the note. */
	readonly reading: "head" | "tail" | "nothing";
	readonly fields: LogFields;
}

/** One interpretation of the next words. */
export interface LogElement {
	/** The number of words. */
	readonly length: number;
	readonly fields?: LogFields;
	/** The question if other interpretations of the same group succeed too. */
	readonly question?: LogQuestion;
	/** Whether to ask even if no other one does. */
	readonly isGuess?: boolean;
	/** The error if these words cannot be logged. */
	readonly problem?: LogProblemCode;
	/** None of these: the note starts here. */
	readonly isNote?: boolean;
}

/** Possible interpretations. The next group is used only if all in the previous ones fail. */
export type LogElements = ReadonlyArray<LogElement>;

/** Whether the words belong to the note, if that is the question. */
export function askWhetherNote(question: LogQuestion): LogElement {
	return { length: 0, question, isNote: true };
}

/** The draft after taking an element: without its words, with its fields. */
export function advance(draft: PartialLog, { length, fields, isNote }: LogElement): PartialLog {
	const isHead = draft.reading === "head";
	const next = isHead ? "tail" : "nothing";
	return {
		...draft,
		from: isHead ? draft.from + length : draft.from,
		to: isHead ? draft.to : draft.to - length,
		reading: isNote ? next : draft.reading,
		fields: { ...draft.fields, ...fields },
	};
}

/** The phrases of up to a number of words at the start or end of the draft, the longest first. */
export function phrasesAt(text: string, draft: PartialLog, most: number): ReadonlyArray<Phrase> {
	const { words, from, to, reading } = draft;
	const phrases: Array<Phrase> = [];
	for (let length = 1; length <= Math.min(most, to - from); length++) {
		const [first, last] = reading === "head" ? [from, from + length - 1] : [to - length, to - 1];
		const added = words[reading === "head" ? last : first];
		if (!added || added.quoted !== undefined || added.hash !== undefined || isLink(added.text)) {
			break;
		}
		phrases.unshift({ text: textBetween(text, words, first, last + 1).replace(/[,;:]$/, ""), length });
	}
	return phrases;
}

/** The text from one word to another, exclusive. */
export function textBetween(text: string, words: ReadonlyArray<TypedWord>, from: number, to: number): string {
	return text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0);
}
