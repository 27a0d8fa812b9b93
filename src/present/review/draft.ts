import * as z from "zod";
import { verdicts } from "../../journal/entry.ts";

/** The longest text that a field of a review takes, in UTF-16 units. */
export const maxText = 20_000;
const text = z.string().max(maxText);
const id = z.string().min(1).max(200);
const verdict = z.enum(verdicts);

/** What a person has filled in so far. It comes from the page, or from a file that anybody can write, so it is checked. */
export const reviewDraftSchema = z.object({
	/** By the question as the plan has it. */
	answers: z
		.array(z.object({ question: text, verdict: verdict.exactOptional(), note: text.exactOptional() }))
		.max(1000),
	/** Of indicators: a trend, or a number in words. */
	ratings: z.array(z.object({ on: id, value: z.string().max(200) })).max(1000),
	summary: text,
	next: z
		.array(
			z.object({
				id,
				text,
				/** The id of what it is linked to. */
				on: id.exactOptional(),
				/** `YYYY-MM-DD`; anything else is refused when the review is saved. */
				due: z.string().max(40).exactOptional(),
			}),
		)
		.max(200),
	/** On the promises of earlier reviews, by their ids. */
	kept: z.array(z.object({ promise: id, verdict: verdict.exactOptional(), note: text.exactOptional() })).max(1000),
});

/** What a person has filled in of a review so far. */
export type ReviewDraft = z.output<typeof reviewDraftSchema>;

/** Nothing filled in. */
export const emptyDraft: ReviewDraft = { answers: [], ratings: [], summary: "", next: [], kept: [] };
