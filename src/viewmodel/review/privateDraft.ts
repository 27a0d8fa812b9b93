import { type Fact, factsOf } from "../../progress/review/reviewFact.ts";
import type { ReviewDraft } from "../../review/reviewDraft.ts";
import { isPrivateId, isPublicFact, type PrivacyContext } from "../text/privacy.ts";

/**
 * Which parts of a draft are private: promises about private items, and what was written about private facts. Of a private
 * review, all of it.
 */
export interface PrivateParts {
	readonly isSummary: boolean;
	readonly isRating: (rating: ReviewDraft["ratings"][number]) => boolean;
	readonly isPromise: (promise: ReviewDraft["next"][number]) => boolean;
	readonly isAnswer: (answer: ReviewDraft["answers"][number]) => boolean;
	readonly isKept: (kept: ReviewDraft["kept"][number]) => boolean;
}

/** The private parts of drafts of a review. @param facts with current privacy, see `withPrivacyOfNow` */
export function privateParts(facts: ReadonlyArray<Fact>, context: PrivacyContext): PrivateParts {
	const secrets = facts.filter((fact) => !isPublicFact(fact));
	const questions = new Set(factsOf(secrets, "question").map(({ ask }) => ask));
	const promises = new Set(factsOf(secrets, "promise").map(({ id }) => id));
	return {
		isSummary: false,
		isRating: ({ on }) => isPrivateId(on, context),
		isPromise: ({ on }) => on !== undefined && isPrivateId(on, context),
		isAnswer: ({ question }) => questions.has(question),
		isKept: ({ promise }) => promises.has(promise),
	};
}

/** The parts of drafts of a private review: everything. */
export const allParts: PrivateParts = {
	isSummary: true,
	isRating: () => true,
	isPromise: () => true,
	isAnswer: () => true,
	isKept: () => true,
};

/** A draft without its private parts, as discreet mode shows it. */
export function withoutPrivateParts(
	draft: ReviewDraft,
	{ isSummary, isRating, isPromise, isAnswer, isKept }: PrivateParts,
): ReviewDraft {
	return {
		summary: isSummary ? "" : draft.summary,
		ratings: draft.ratings.filter((each) => !isRating(each)),
		next: draft.next.filter((each) => !isPromise(each)),
		answers: draft.answers.filter((each) => !isAnswer(each)),
		kept: draft.kept.filter((each) => !isKept(each)),
	};
}

/**
 * A draft that was written without seeing the private parts of another one, with these parts. What was filled in again
 * takes precedence.
 */
export function withPrivatePartsOf(other: ReviewDraft, draft: ReviewDraft, parts: PrivateParts): ReviewDraft {
	const answers = draft.answers.filter((each) => !parts.isAnswer(each) || isFilled(each));
	const kept = draft.kept.filter((each) => !parts.isKept(each) || isFilled(each));
	const ratings = draft.ratings.filter((each) => !parts.isRating(each) || each.value.trim() !== "");
	const hasRating = (on: string) => ratings.some((each) => each.on === on);
	const hasPromise = (id: string) => draft.next.some((each) => each.id === id);
	const hasAnswer = (question: string) => answers.some((each) => each.question === question);
	const hasKept = (promise: string) => kept.some((each) => each.promise === promise);
	return {
		summary: parts.isSummary && draft.summary.trim() === "" ? other.summary : draft.summary,
		ratings: [...ratings, ...other.ratings.filter((each) => parts.isRating(each) && !hasRating(each.on))],
		next: [...draft.next, ...other.next.filter((each) => parts.isPromise(each) && !hasPromise(each.id))],
		answers: [...answers, ...other.answers.filter((each) => parts.isAnswer(each) && !hasAnswer(each.question))],
		kept: [...kept, ...other.kept.filter((each) => parts.isKept(each) && !hasKept(each.promise))],
	};
}

function isFilled({ verdict, note = "" }: { readonly verdict?: unknown; readonly note?: string }): boolean {
	return verdict !== undefined || note.trim() !== "";
}
