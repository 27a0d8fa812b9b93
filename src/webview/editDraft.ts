import type { ReviewDraft } from "../present/review/draft.ts";

export type Verdict = NonNullable<ReviewDraft["answers"][number]["verdict"]>;
export type NextPromise = ReviewDraft["next"][number];

/** A verdict with its note; what is undefined or empty is left out of the draft. */
export interface Judgement {
	readonly verdict?: Verdict | undefined;
	readonly note?: string | undefined;
}

/** Answers a question; without a verdict and a note it is unanswered again. */
export function answer(draft: ReviewDraft, question: string, given: Judgement): ReviewDraft {
	const made = isEmpty(given) ? undefined : { question, ...written(given) };
	return { ...draft, answers: put(draft.answers, (one) => one.question === question, made) };
}

/** Says what came of a promise. */
export function keep(draft: ReviewDraft, promise: string, given: Judgement): ReviewDraft {
	const made = isEmpty(given) ? undefined : { promise, ...written(given) };
	return { ...draft, kept: put(draft.kept, (one) => one.promise === promise, made) };
}

/** Rates an indicator; an empty value takes the rating back. */
export function rate(draft: ReviewDraft, on: string, value: string): ReviewDraft {
	return { ...draft, ratings: put(draft.ratings, (one) => one.on === on, value === "" ? undefined : { on, value }) };
}

/** Changes a promise for the next period. */
export function change(draft: ReviewDraft, id: string, fields: Partial<Omit<NextPromise, "id">>): ReviewDraft {
	return { ...draft, next: draft.next.map((one) => (one.id === id ? filled({ ...one, ...fields }) : one)) };
}

/** What is saved: promises in which nothing was written are none. */
export function toSave(draft: ReviewDraft): ReviewDraft {
	return { ...draft, next: draft.next.filter(({ text, on, due }) => text.trim() !== "" || on || due) };
}

/** Whether nothing is filled in. */
export function isBlank({ answers, ratings, summary, next, kept }: ReviewDraft): boolean {
	return summary === "" && [answers, ratings, next, kept].every((list) => list.length === 0);
}

function put<T>(list: ReadonlyArray<T>, is: (one: T) => boolean, made: T | undefined): Array<T> {
	const isThere = list.some(is);
	if (made === undefined) return list.filter((one) => !is(one));
	return isThere ? list.map((one) => (is(one) ? made : one)) : [...list, made];
}

function isEmpty({ verdict, note }: Judgement): boolean {
	return verdict === undefined && !note;
}

function written({ verdict, note }: Judgement): { verdict?: Verdict; note?: string } {
	return { ...(verdict && { verdict }), ...(note && { note }) };
}

function filled({ id, text, on, due }: NextPromise): NextPromise {
	return { id, text, ...(on && { on }), ...(due && { due }) };
}
