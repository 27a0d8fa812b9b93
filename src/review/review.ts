import type { LiveEntry } from "../journal/ledger/liveEntry.ts";
import { amendmentFacts } from "../progress/review/amendmentFacts.ts";
import { forecastFacts } from "../progress/review/forecastFacts.ts";
import { type Fact, factsOf, readFacts } from "../progress/review/reviewFact.ts";
import { reviewFacts } from "../progress/review/reviewFacts.ts";
import { reviewPeriod } from "../progress/review/reviewPeriod.ts";
import type { ReviewOccurrence } from "../progress/reviewOccurrences.ts";
import type { RoadmapState } from "../progress/roadmapState.ts";
import type { Snapshot } from "../progress/snapshot.ts";
import { SnapshotMaker } from "../progress/snapshotMaker.ts";
import type { Span } from "../time/day.ts";
import { formatDay, parseDay } from "../time/day.ts";
import type { ReviewKey } from "./reviewPageModel.ts";

/** The input of a review. */
export interface ReviewSource extends RoadmapState {
	/**
	 * Computes snapshots for the last days of past reviews. Keep it between updates: then only changes are computed, and
	 * not the whole journal.
	 */
	readonly past?: SnapshotMaker;
}

/** A review with everything that it shows. */
export interface Review {
	readonly occurrence: ReviewOccurrence;
	/** The current facts; for a saved review, those that were saved. */
	readonly facts: ReadonlyArray<Fact>;
	/** The entry that is, if it was held. */
	readonly held?: LiveEntry<"review">;
}

/** The requested review; undefined if the plan doesn't have it. */
export function findOccurrence(
	{ snapshot }: RoadmapState,
	{ checkpoint, occurrence }: ReviewKey,
): ReviewOccurrence | undefined {
	const id = snapshot.aliases.idOf(checkpoint);
	const isIt = (due: Pick<ReviewOccurrence, "checkpoint" | "occurrence">) =>
		due.checkpoint.id === id && due.occurrence === occurrence;
	// If another review replaces it, use that one.
	return (
		snapshot.checkpoints.find((each) => isIt(each)) ?? snapshot.checkpoints.find((each) => each.replaced.some(isIt))
	);
}

/** The review to hold now: the first due one that is not missed, otherwise the next one. */
export function nextOccurrence(checkpoints: ReadonlyArray<ReviewOccurrence>): ReviewOccurrence | undefined {
	return (
		checkpoints.find(({ state }) => state === "overdue" || state === "due") ??
		checkpoints.find(({ state }) => state === "coming") ??
		checkpoints.at(-1)
	);
}

/** A review with its facts: those that were saved with it, else those of now. */
export function buildReview(source: ReviewSource, occurrence: ReviewOccurrence): Review {
	const { review } = occurrence;
	const stored = review ? readFacts(review.entry.facts ?? []) : [];
	const facts = stored.length > 0 ? stored : currentFacts(source, occurrence);
	return { occurrence, facts, ...(review ? { held: review } : {}) };
}

/** A review that is held today as an extra one, beside the scheduled one: that stays due. */
export function extraReview({ snapshot, today }: RoadmapState, { occurrence, facts }: Review): Review {
	const { checkpoint } = occurrence;
	const date = formatDay(today);
	const taken = new Set(
		snapshot.checkpoints.filter((each) => each.checkpoint.id === checkpoint.id).map((each) => each.occurrence),
	);
	let key = date;
	for (let number = 2; taken.has(key); number++) {
		key = `${date} ${number}`;
	}
	return {
		occurrence: { checkpoint, occurrence: key, day: today, replaced: [], state: "coming" },
		facts: facts.map((fact) => (fact.fact === "period" ? { ...fact, due: date } : fact)),
	};
}

/** What the review would show now. */
export function currentFacts(source: ReviewSource, occurrence: ReviewOccurrence): ReadonlyArray<Fact> {
	const period = reviewPeriod(source.snapshot, occurrence);
	const snapshot = snapshotAt(source, period);
	const facts = reviewFacts(snapshot, occurrence, period);
	return [...facts, ...forecastFacts(snapshot, source, facts), ...amendmentFacts(source, period)];
}

/** What the review would show now of the days that it was about; without forecasts, which were right as of then. */
export function factsForSameDays(source: ReviewSource, { occurrence, facts }: Review): ReadonlyArray<Fact> {
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
	return end > today ? snapshot : past.make(plan, ledger, end - 1, { forecasts: snapshot.forecasts.isOn });
}
