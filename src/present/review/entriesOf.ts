import * as l10n from "@vscode/l10n";
import type { Draft } from "../../journal/newEntry.ts";
import { type Change, parseChange } from "../../journal/typed/progress.ts";
import { formatDay, parseDay } from "../../plan/day.ts";
import type { Plan } from "../../plan/plan.ts";
import { type Fact, factsOf } from "../../progress/review/facts.ts";
import { namingProgress } from "../naming.ts";
import type { ReviewDraft } from "./draft.ts";
import { quantityOf } from "./recordLines.ts";
import type { Review } from "./reviewOf.ts";

/** The entries that a review is saved as, or in words why it cannot be saved yet. */
export type ReviewEntries =
	| { readonly drafts: ReadonlyArray<Draft>; readonly error?: never }
	| { readonly error: string; readonly drafts?: never };

interface Rating {
	readonly on: string;
	readonly title: string;
	readonly change: Change;
}

/**
 * The entries of a review: a `progress` entry for each new reading of an indicator, and one `review` entry that keeps what
 * was shown and, where the review was held before, takes that one's place.
 *
 * @param today the day on which it is held
 */
export function entriesOf(draft: ReviewDraft, review: Review, plan: Plan, today: number): ReviewEntries {
	const { occurrence, held } = review;
	const wrongDay = draft.next.find(({ due }) => due !== undefined && due !== "" && parseDay(due) === undefined);
	if (wrongDay) {
		return { error: l10n.t("The promise “{0}” has no day like 2026-06-30 under By when.", wrongDay.text) };
	}
	const ratings: Array<Rating> = [];
	for (const { on, value } of draft.ratings.filter((each) => each.value.trim() !== "")) {
		const indicator = factsOf(review.facts, "indicator").find(({ id }) => id === on);
		const change = parseChange(value, quantityOf(indicator?.goal));
		if (!indicator || !change) {
			return {
				error: l10n.t("“{0}” is no reading of {1}: write a number such as 7 or +1.", value, indicator?.title ?? on),
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
		const said = filled(text);
		return said === undefined ? [] : [{ id, text: said, ...(on ? { on } : {}), ...(due ? { due } : {}) }];
	});
	const kept = draft.kept.flatMap(({ promise, verdict, note }) => {
		const noted = filled(note);
		return verdict ? [{ promise, verdict, ...(noted === undefined ? {} : { note: noted }) }] : [];
	});
	const summary = filled(draft.summary);
	return {
		drafts: [
			...ratings.map(({ on, change }): Draft => ({ type: "progress", ...namingProgress(plan, on, change), ...change })),
			{
				type: "review",
				checkpoint: occurrence.checkpoint.id,
				name: occurrence.checkpoint.title,
				occurrence: occurrence.occurrence,
				// Amended, it stays on the day on which it was held.
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

/** An indicator as it stands after its new reading. */
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
