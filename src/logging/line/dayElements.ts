import type { LineDays } from "./lineDays.ts";
import { askWhetherNote, type LogElement, type LogElements } from "./logElement.ts";
import type { Phrase } from "./targetFinder.ts";

/** After these words a day is part of a topic, and not when it happened. */
const ahead: ReadonlySet<string> = new Set("before by for next till to until".split(" "));
const about: ReadonlySet<string> = new Set("about after from like of since than with".split(" "));

/** The context for parsing a day. */
export interface DayContext {
	readonly days: LineDays;
	/** Whether there is a duration. */
	readonly hasMinutes: boolean;
	/** Whether words follow that must belong to the note, after that many words. */
	isBeforeNote(length: number): boolean;
}

/** A day in the first words. */
export function leadingDay(
	phrases: ReadonlyArray<Phrase>,
	{ days: lineDays, hasMinutes, isBeforeNote }: DayContext,
): LogElements {
	const { today } = lineDays;
	for (const { text, length } of phrases) {
		const found = lineDays.parse(text, hasMinutes);
		if (!found) {
			continue;
		}
		const { days, alsoWord, missing, isFar } = found;
		const clock = found.clock === undefined ? {} : { clock: found.clock };
		if (missing) {
			return [{ length, problem: "no-such-day" }];
		}
		if (isFar) {
			return days.map((day): LogElement => ({ length, fields: { day, ...clock }, question: "day", isGuess: true }));
		}
		if (days.length === 0) {
			return [{ ...askWhetherNote("day"), isGuess: true }];
		}
		if (days.some((day) => day > today)) {
			return [{ length, problem: "future" }];
		}
		const isAsked = days.length > 1 || (alsoWord && isBeforeNote(length));
		const named = days.map(
			(day): LogElement => ({ length, fields: { day, ...clock }, ...(isAsked ? { question: "day" } : {}) }),
		);
		return isAsked && days.length === 1 ? [...named, askWhetherNote("day")] : named;
	}
	return [];
}

/** A day in the last words, unless they are part of the note. Future days are part of the note. */
export function trailingDay(
	phrases: ReadonlyArray<Phrase>,
	{ days: lineDays, hasMinutes }: Omit<DayContext, "isBeforeNote">,
	before: (length: number) => string,
): LogElements {
	for (const { text, length } of phrases) {
		const found = lineDays.parse(text, hasMinutes);
		const days = found?.days.filter((day) => day <= lineDays.today) ?? [];
		if (!found || days.length === 0) {
			continue;
		}
		const word = before(length);
		if (ahead.has(word)) {
			return [];
		}
		const clock = found.clock === undefined ? {} : { clock: found.clock };
		const named = days.map((day): LogElement => ({ length, fields: { day, ...clock } }));
		if (found.clear && !about.has(word) && !found.isFar) {
			return named;
		}
		const asked = named.map((element): LogElement => ({ ...element, question: "day" }));
		return about.has(word) ? [askWhetherNote("day"), ...asked] : [...asked, askWhetherNote("day")];
	}
	return [];
}
