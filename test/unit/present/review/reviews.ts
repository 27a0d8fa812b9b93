import assert from "node:assert/strict";
import { findOccurrence, type Review, reviewOf } from "../../../../src/present/review/reviewOf.ts";
import type { ViewSource } from "../../../../src/present/viewSource.ts";
import { Words } from "../../../../src/present/words.ts";
import { snapshot } from "../../../../src/progress/snapshot.ts";
import { day, type Logged, ledgerOf, planOf } from "../../progress/given.ts";

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
		readonly occurrence?: number;
		readonly discreet?: boolean;
	} = {},
): GivenReview {
	const plan = planOf(yaml);
	const ledger = ledgerOf(plan, logged);
	const shown = snapshot(plan, ledger, day(today));
	const words = new Words("en", discreet);
	const source = { snapshot: shown, plan, ledger, aliases: shown.aliases, today: day(today), words };
	const found = findOccurrence(source, { checkpoint, occurrence });
	assert.ok(found, "no such review");
	return { source, review: reviewOf(source, found) };
}
