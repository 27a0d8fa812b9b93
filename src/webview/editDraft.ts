import type { ReviewDraft } from "../review/reviewDraft.ts";

export type Verdict = NonNullable<ReviewDraft["answers"][number]["verdict"]>;
export type NextPromise = ReviewDraft["next"][number];

/** A verdict with its note; undefined or empty fields are removed from the draft. */
export interface Assessment {
	readonly verdict?: Verdict | undefined;
	readonly note?: string | undefined;
}

/** Answers a question; without a verdict and a note it is unanswered again. */
export function answerQuestion(draft: ReviewDraft, question: string, given: Assessment): ReviewDraft {
	const made = isEmpty(given) ? undefined : { question, ...written(given) };
	return { ...draft, answers: put(draft.answers, (one) => one.question === question, made) };
}

/** The questions without a verdict, in the order of the page. */
export function unansweredQuestions(
	questions: ReadonlyArray<string>,
	{ answers }: Pick<ReviewDraft, "answers">,
): ReadonlyArray<string> {
	const given = new Set(answers.flatMap(({ verdict, question }) => (verdict === undefined ? [] : [question])));
	return questions.filter((ask) => !given.has(ask));
}

/** The first question without a verdict after another one; after the last it starts over. Undefined if all have one. */
export function nextUnanswered(
	questions: ReadonlyArray<string>,
	draft: Pick<ReviewDraft, "answers">,
	last: string | undefined,
): string | undefined {
	const open = unansweredQuestions(questions, draft);
	const from = last === undefined ? -1 : questions.indexOf(last);
	return open.find((ask) => questions.indexOf(ask) > from) ?? open[0];
}

/** Records the outcome of a promise. */
export function assessPromise(draft: ReviewDraft, promise: string, given: Assessment): ReviewDraft {
	const made = isEmpty(given) ? undefined : { promise, ...written(given) };
	return { ...draft, kept: put(draft.kept, (one) => one.promise === promise, made) };
}

/** Rates an indicator; an empty value removes the rating. */
export function rateIndicator(draft: ReviewDraft, on: string, value: string): ReviewDraft {
	return { ...draft, ratings: put(draft.ratings, (one) => one.on === on, value === "" ? undefined : { on, value }) };
}

/** Changes a promise for the next period. */
export function changePromise(draft: ReviewDraft, id: string, fields: Partial<Omit<NextPromise, "id">>): ReviewDraft {
	return { ...draft, next: draft.next.map((one) => (one.id === id ? filled({ ...one, ...fields }) : one)) };
}

/** The draft to save, without empty promises. */
export function draftToSave(draft: ReviewDraft): ReviewDraft {
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

function isEmpty({ verdict, note }: Assessment): boolean {
	return verdict === undefined && !note;
}

function written({ verdict, note }: Assessment): { verdict?: Verdict; note?: string } {
	return { ...(verdict && { verdict }), ...(note && { note }) };
}

function filled({ id, text, on, due }: NextPromise): NextPromise {
	return { id, text, ...(on && { on }), ...(due && { due }) };
}
