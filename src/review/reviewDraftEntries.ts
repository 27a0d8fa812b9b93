import * as l10n from "@vscode/l10n";
import { type Change, parseChange } from "../amount/change.ts";
import { parseGoal } from "../amount/parseQuantity.ts";
import type { NewEntry } from "../journal/newEntry.ts";
import { progressTargetFields } from "../journal/targetFields.ts";
import type { Plan } from "../plan/plan.ts";
import { type Fact, factsOf } from "../progress/review/reviewFact.ts";
import { formatDay, parseDay } from "../time/day.ts";
import type { Review } from "./review.ts";
import type { ReviewDraft } from "./reviewDraft.ts";

/** The entries for a review, or an error message. */
export type ReviewDraftEntries =
	| { readonly drafts: ReadonlyArray<NewEntry>; readonly error?: never }
	| { readonly error: string; readonly drafts?: never };

interface Rating {
	readonly on: string;
	readonly title: string;
	readonly change: Change;
}

/**
 * The entries for a review: a `progress` entry for each new reading of an indicator, and one `review` entry with the
 * facts, which replaces an earlier one.
 *
 * @param today the day on which it is held
 */
export function reviewDraftEntries(draft: ReviewDraft, review: Review, plan: Plan, today: number): ReviewDraftEntries {
	const { occurrence, held } = review;
	const wrongDay = draft.next.find(({ due }) => due !== undefined && due !== "" && parseDay(due) === undefined);
	if (wrongDay) {
		return { error: l10n.t('Enter a date such as 2026-06-30 under "By when" for “{0}”.', wrongDay.text) };
	}
	const ratings: Array<Rating> = [];
	for (const { on, value } of draft.ratings.filter((each) => each.value.trim() !== "")) {
		const indicator = factsOf(review.facts, "indicator").find(({ id }) => id === on);
		const change = parseChange(value, parseGoal(indicator?.goal));
		if (!indicator || !change) {
			return {
				error: l10n.t(
					"“{0}” isn't a valid reading for {1}. Enter a number such as 7 or +1.",
					value,
					indicator?.title ?? on,
				),
			};
		}
		ratings.push({ on, title: indicator.title, change });
	}
	const facts = review.facts.map((fact) => rated(fact, ratings, today));
	const answers = draft.answers.flatMap(({ question, verdict, note }) => {
		const noted = filled(note);
		return verdict || noted !== undefined
			? [{ question, ...(verdict ? { verdict } : {}), ...(noted === undefined ? {} : { note: noted }) }]
			: [];
	});
	const next = draft.next.flatMap(({ id, text, on, due }) => {
		const promised = filled(text);
		return promised === undefined ? [] : [{ id, text: promised, ...(on ? { on } : {}), ...(due ? { due } : {}) }];
	});
	const kept = draft.kept.flatMap(({ promise, verdict, note }) => {
		const noted = filled(note);
		return verdict ? [{ promise, verdict, ...(noted === undefined ? {} : { note: noted }) }] : [];
	});
	const summary = filled(draft.summary);
	return {
		drafts: [
			...ratings.map(
				({ on, change }): NewEntry => ({ type: "progress", ...progressTargetFields(plan, on, change), ...change }),
			),
			{
				type: "review",
				checkpoint: occurrence.checkpoint.id,
				name: occurrence.checkpoint.title,
				occurrence: occurrence.occurrence,
				// An amended review keeps its day.
				...(held ? { at: held.entry.at } : {}),
				answers,
				...(summary === undefined ? {} : { summary }),
				next,
				kept,
				facts: facts.map((fact) => ({ ...fact })),
				...(held ? { replaces: held.entry.id } : {}),
			},
		],
	};
}

/** The fact of an indicator after its new reading. */
function rated(fact: Fact, ratings: ReadonlyArray<Rating>, today: number): Fact {
	const change = fact.fact === "indicator" ? ratings.find(({ on }) => on === fact.id)?.change : undefined;
	if (fact.fact !== "indicator" || !change) {
		return fact;
	}
	const day = formatDay(today);
	if (typeof change.set === "string") {
		return { ...fact, trend: change.set, day };
	}
	const before = typeof fact.reading === "number" ? fact.reading : 0;
	const { trend, ...others } = fact;
	return { ...others, reading: change.set ?? before + (change.add ?? 0), day };
}

function filled(text: string | undefined): string | undefined {
	const trimmed = text?.trim() ?? "";
	return trimmed === "" ? undefined : trimmed;
}
