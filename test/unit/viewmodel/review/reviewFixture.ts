import assert from "node:assert/strict";
import { computeSnapshot } from "../../../../src/progress/snapshot.ts";
import { buildReview, findOccurrence, type Review } from "../../../../src/review/review.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import type { ViewSource } from "../../../../src/viewmodel/text/viewSource.ts";
import { day, type Logged, ledgerOf, planOf } from "../../progress/progressFixture.ts";

/** What the page of a review is made from. */
export interface GivenReview {
	readonly source: ViewSource;
	readonly review: Review;
}

/** The review of a checkpoint of a plan with what was logged, on a day. */
export function reviewGiven(
	yaml: string,
	{
		logged = [],
		today = "2026-07-01",
		checkpoint = "half",
		occurrence = 1,
		discreet = false,
	}: {
		readonly logged?: ReadonlyArray<Logged>;
		readonly today?: string;
		readonly checkpoint?: string;
		readonly occurrence?: number | string;
		readonly discreet?: boolean;
	} = {},
): GivenReview {
	const plan = planOf(yaml);
	const ledger = ledgerOf(plan, logged);
	const shown = computeSnapshot(plan, ledger, day(today));
	const formatter = new Formatter("en", discreet);
	const source = { snapshot: shown, plan, ledger, aliases: shown.aliases, today: day(today), formatter };
	const found = findOccurrence(source, { checkpoint, occurrence });
	assert.ok(found, "no such review");
	return { source, review: buildReview(source, found) };
}
