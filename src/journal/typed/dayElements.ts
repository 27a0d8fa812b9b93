import type { Day } from "../../plan/day.ts";
import { readDayPhrase } from "./dayPhrase.ts";
import { type LogElement, type LogElements, orNote } from "./logDraft.ts";
import type { Phrase } from "./targetFinder.ts";

/** Before them a day says what something is about, not when it happened. */
const ahead: ReadonlySet<string> = new Set("before by for next till to until".split(" "));
const about: ReadonlySet<string> = new Set("about after from like of since than with".split(" "));

/**
 * The day that the first words name.
 *
 * @param isBeforeNote whether words follow that only the note can have, once that many are taken
 */
export function firstDay(
	phrases: ReadonlyArray<Phrase>,
	today: Day,
	isBeforeNote: (length: number) => boolean,
): LogElements {
	for (const { text, length } of phrases) {
		const found = readDayPhrase(text, today);
		if (!found) {
			continue;
		}
		const { days, alsoWord } = found;
		if (days.length === 0) {
			return [{ ...orNote("day"), isGuess: true }];
		}
		if (days.some((day) => day > today)) {
			return [{ length, problem: "future" }];
		}
		const isAsked = days.length > 1 || (alsoWord && isBeforeNote(length));
		const named = days.map((day): LogElement => ({ length, fields: { day }, ...(isAsked ? { question: "day" } : {}) }));
		return isAsked && days.length === 1 ? [...named, orNote("day")] : named;
	}
	return [];
}

/** The day that the last words name, where they need not be the end of the note. A day to come is part of the note. */
export function lastDay(phrases: ReadonlyArray<Phrase>, today: Day, before: (length: number) => string): LogElements {
	for (const { text, length } of phrases) {
		const found = readDayPhrase(text, today);
		const days = found?.days.filter((day) => day <= today) ?? [];
		if (!found || days.length === 0) {
			continue;
		}
		const word = before(length);
		if (ahead.has(word)) {
			return [];
		}
		const named = days.map((day): LogElement => ({ length, fields: { day } }));
		if (found.clear && !about.has(word)) {
			return named;
		}
		const asked = named.map((element): LogElement => ({ ...element, question: "day" }));
		return about.has(word) ? [orNote("day"), ...asked] : [...asked, orNote("day")];
	}
	return [];
}
