import * as z from "zod/mini";
import { verdicts } from "../journal/verdict.ts";

/** The maximum length of a text field, in UTF-16 units. */
export const maxText = 20_000;

/** The maximum number of promises. */
export const maxPromises = 200;

/**
 * What the user has filled in so far. It comes from the page, or from a file that anybody can write, so it is validated.
 */
export const reviewDraftSchema = draftSchema(true);

/** The same without limits, for a page that shows a saved review: the journal may contain longer texts. */
export const shownDraftSchema = draftSchema(false);

function draftSchema(isLimited: boolean) {
	const string = (most: number, least = 0) =>
		isLimited ? z.string().check(z.minLength(least), z.maxLength(most)) : z.string();
	const list = <T extends z.ZodMiniType>(item: T, most: number) =>
		isLimited ? z.array(item).check(z.maxLength(most)) : z.array(item);
	const text = string(maxText);
	const id = string(200, 1);
	const assessment = { verdict: z.exactOptional(z.enum(verdicts)), note: z.exactOptional(text) };
	return z.object({
		/** By the text of the question in the plan. */
		answers: list(z.object({ question: text, ...assessment }), 1000),
		/** For indicators: a trend, or a number as text. */
		ratings: list(z.object({ on: id, value: string(200) }), 1000),
		summary: text,
		next: list(
			z.object({
				id,
				text,
				/** The ID of the linked item. */
				on: z.exactOptional(id),
				/** `YYYY-MM-DD`; anything else is refused when the review is saved. */
				due: z.exactOptional(string(40)),
			}),
			maxPromises,
		),
		/** For promises of earlier reviews, by their IDs. */
		kept: list(z.object({ promise: id, ...assessment }), 1000),
	});
}

/** The draft of a review. */
export type ReviewDraft = z.output<typeof reviewDraftSchema>;

/** An empty draft. */
export const emptyDraft: ReviewDraft = { answers: [], ratings: [], summary: "", next: [], kept: [] };
