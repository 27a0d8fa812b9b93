import type { LiveEntry } from "../../journal/liveEntry.ts";
import type { Span } from "../../plan/day.ts";
import { parseDay } from "../../plan/day.ts";
import type { Occurrence } from "../../progress/checkpoints.ts";
import { type Fact, factsOf, readFacts } from "../../progress/review/facts.ts";
import { reviewFacts } from "../../progress/review/reviewFacts.ts";
import { reviewPeriod } from "../../progress/review/reviewPeriod.ts";
import type { Snapshot } from "../../progress/snapshot.ts";
import { SnapshotMaker } from "../../progress/snapshotMaker.ts";
import type { ViewSource } from "../viewSource.ts";
import type { ReviewKey } from "./page.ts";

/** What a review is made from. */
export interface ReviewSource extends ViewSource {
	/**
	 * Makes the snapshots of the last day of a review that is over. Who shows one again and again keeps it: then only what
	 * hangs on new entries is reckoned anew, and not all of the journal.
	 */
	readonly past?: SnapshotMaker;
}

/** A review with everything that it shows. */
export interface Review {
	readonly occurrence: Occurrence;
	/** As they are now; of a review that was held, as it showed them. */
	readonly facts: ReadonlyArray<Fact>;
	/** The entry that stands, where it was held. */
	readonly held?: LiveEntry<"review">;
}

/** The review that somebody asks for; undefined where the plan has none such. */
export function findOccurrence(
	{ snapshot }: ViewSource,
	{ checkpoint, occurrence }: ReviewKey,
): Occurrence | undefined {
	const id = snapshot.aliases.idOf(checkpoint);
	const isIt = (due: { readonly checkpoint: { readonly id: string }; readonly occurrence: number }) =>
		due.checkpoint.id === id && due.occurrence === occurrence;
	// Where another review stands for it, that one is meant.
	return (
		snapshot.checkpoints.find((each) => isIt(each)) ?? snapshot.checkpoints.find((each) => each.replaced.some(isIt))
	);
}

/** The review to hold now: the one that was due first and is not missed, else the next one. */
export function nextOccurrence(checkpoints: ReadonlyArray<Occurrence>): Occurrence | undefined {
	return (
		checkpoints.find(({ state }) => state === "overdue" || state === "due") ??
		checkpoints.find(({ state }) => state === "coming") ??
		checkpoints.at(-1)
	);
}

/** A review with its facts: those that were saved with it, else those of now. */
export function reviewOf(source: ReviewSource, occurrence: Occurrence): Review {
	const { review } = occurrence;
	const stored = review ? readFacts(review.entry.facts ?? []) : [];
	const facts = stored.length > 0 ? stored : factsNow(source, occurrence);
	return { occurrence, facts, ...(review ? { held: review } : {}) };
}

/** What the review would show now. */
export function factsNow(source: ReviewSource, occurrence: Occurrence): ReadonlyArray<Fact> {
	const period = reviewPeriod(source.snapshot, occurrence);
	return reviewFacts(snapshotAt(source, period), occurrence, period);
}

/** What the review would show now of the days that it was about. */
export function factsOfSameDays(source: ReviewSource, { occurrence, facts }: Review): ReadonlyArray<Fact> {
	const [{ start, end } = { start: "", end: "" }] = factsOf(facts, "period");
	const [first, last] = [parseDay(start), parseDay(end)];
	if (first === undefined || last === undefined) {
		return facts;
	}
	const period = { start: first, end: last + 1 };
	return reviewFacts(snapshotAt(source, period), occurrence, period);
}

function snapshotAt(source: ReviewSource, { end }: Required<Span>): Snapshot {
	const { snapshot, plan, ledger, today, past = new SnapshotMaker() } = source;
	return end > today ? snapshot : past.make(plan, ledger, end - 1);
}
