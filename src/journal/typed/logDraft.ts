import type { Day } from "../../plan/day.ts";
import type { ClockRange } from "./clockRange.ts";
import type { LogProblemCode, LogQuestion } from "./logged.ts";
import type { Phrase } from "./targetFinder.ts";
import { isAddress, type TypedWord } from "./typedWords.ts";

/** What is known of a part while it is read. */
export interface LogFields {
	readonly on?: string;
	readonly minutes?: number;
	/** From when to when, in minutes after midnight; of no meaning where `minutes` are others. */
	readonly range?: ClockRange;
	/** Two lengths were named; a third is one of the note. */
	readonly isSecondLength?: boolean;
	/** A change as typed: what it means depends on the target, which may come after it. */
	readonly change?: string;
	/** Why the amount may be none: a mere number as a change or a length, or an `M` that may mean minutes. */
	readonly doubt?: "number" | "million" | "length";
	readonly day?: Day;
	readonly note?: string;
	readonly link?: string;
}

/** A part on the way to its meaning: the words between `from` and `to`, not included, are not read yet. */
export interface LogDraft {
	readonly words: ReadonlyArray<TypedWord>;
	readonly from: number;
	readonly to: number;
	/** Whether a length of time with a unit stands somewhere in the words, so that a mere number is none. */
	readonly hasLength: boolean;
	/** Which end is being read: what the note is not lies before it or behind it. */
	readonly reading: "head" | "tail" | "nothing";
	readonly fields: LogFields;
}

/** One way to take the next words. */
export interface LogElement {
	/** How many words. */
	readonly length: number;
	readonly fields?: LogFields;
	/** What has to be asked if other ways of the same group come to something too. */
	readonly question?: LogQuestion;
	/** It is asked even if no other way does. */
	readonly isGuess?: boolean;
	/** What the words say cannot be logged. */
	readonly problem?: LogProblemCode;
	/** The words are none: at this end the note begins. */
	readonly isNote?: boolean;
}

/** Ways that are all possible. Of several groups the next one counts only if nothing comes of those before it. */
export type LogElements = ReadonlyArray<LogElement>;

/** The words belong to the note, if that is asked. */
export function orNote(question: LogQuestion): LogElement {
	return { length: 0, question, isNote: true };
}

/** The draft without the words of the element, and with what they say. */
export function advance(draft: LogDraft, { length, fields, isNote }: LogElement): LogDraft {
	const isHead = draft.reading === "head";
	return {
		...draft,
		from: isHead ? draft.from + length : draft.from,
		to: isHead ? draft.to : draft.to - length,
		reading: isNote ? (isHead ? "tail" : "nothing") : draft.reading,
		fields: { ...draft.fields, ...fields },
	};
}

/** The phrases of at most so many words that begin where the draft does, or end where it does, the longest first. */
export function phrasesOf(text: string, draft: LogDraft, most: number): ReadonlyArray<Phrase> {
	const { words, from, to, reading } = draft;
	const phrases: Array<Phrase> = [];
	for (let length = 1; length <= Math.min(most, to - from); length++) {
		const [first, last] = reading === "head" ? [from, from + length - 1] : [to - length, to - 1];
		const added = words[reading === "head" ? last : first];
		if (!added || added.quoted !== undefined || added.hash !== undefined || isAddress(added.text)) {
			break;
		}
		phrases.unshift({ text: between(text, words, first, last + 1).replace(/[,;:]$/, ""), length });
	}
	return phrases;
}

/** What was typed from a word up to another one, not included. */
export function between(text: string, words: ReadonlyArray<TypedWord>, from: number, to: number): string {
	return text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0);
}
