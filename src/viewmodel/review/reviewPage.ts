import * as l10n from "@vscode/l10n";
import type { EntryOf } from "../../journal/entry.ts";
import { earlierReviews } from "../../progress/review/openPromises.ts";
import { type Fact, type FactName, factsOf } from "../../progress/review/reviewFact.ts";
import type { ReviewOccurrence } from "../../progress/reviewOccurrences.ts";
import { factsForSameDays, type Review, type ReviewSource } from "../../review/review.ts";
import { emptyDraft, type ReviewDraft } from "../../review/reviewDraft.ts";
import type { ReviewPage } from "../../review/reviewPageModel.ts";
import { type Day, parseDay } from "../../time/day.ts";
import { amendmentTable, shiftTable } from "../amendments/amendmentTables.ts";
import { offTrackSentence } from "../backOnTrack/offTrackText.ts";
import { driveTable } from "../drives/driveTable.ts";
import type { Formatter } from "../text/formatter.ts";
import { isHidden, isPrivateEntry, isPrivateId, isPublicFact, withPrivacyOfNow } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { changesSince } from "./changesSince.ts";
import { pageLabels } from "./pageLabels.ts";
import { allParts, type PrivateParts, privateParts, withoutPrivateParts } from "./privateDraft.ts";
import { reviewCharts } from "./reviewCharts.ts";
import { indicatorLines, itemGroups, promiseLines, questionLines, riskLines } from "./reviewLines.ts";
import { habitTable, hoursTable, splitTable } from "./timeTables.ts";

/** Options of the page. */
export interface PageOptions {
	/** Whether a saved review is being amended. */
	readonly amending?: boolean;
	/** Whether it is for others: private items are left out, regardless of discreet mode. */
	readonly forOthers?: boolean;
}

/** The page of a review. One that can't be amended is read-only whatever the options say, see `mayAmend`. */
export function reviewPage(source: ReviewSource & ViewSource, review: Review, wanted: PageOptions = {}): ReviewPage {
	const { formatter, today } = source;
	const options = { ...wanted, amending: wanted.amending === true && mayAmend(source, review) };
	const { occurrence, held } = review;
	const { checkpoint } = occurrence;
	const shown = (all: ReadonlyArray<Fact>) => shownFacts(all, source, { ...options, isHeld: held !== undefined });
	const facts = shown(review.facts);
	const key = { checkpoint: checkpoint.id, occurrence: occurrence.occurrence };
	const before = earlierReviews(source.snapshot, occurrence).at(-1);
	const previous = before && source.plan.byId.get(source.aliases.idOf(before.entry.checkpoint) ?? "");
	const heldOn = held?.day ?? today;
	const mode = held && !options.amending ? "held" : "open";
	return {
		key,
		title: formatter.title(checkpoint),
		facts: headFacts(source, review, options),
		mode,
		labels: pageLabels(),
		...(before && previous && !(options.forOthers && previous.private)
			? {
					previous: {
						checkpoint: previous.id,
						occurrence: before.entry.occurrence,
						title: l10n.t("{0}, {1}", formatter.title(previous), formatter.date(before.day)),
					},
				}
			: {}),
		promises: promiseLines(facts, formatter),
		groups: itemGroups(facts, formatter),
		hours: hoursTable(facts, formatter),
		habits: habitTable(facts, formatter),
		split: splitTable(facts, formatter),
		amendments: amendmentTable(facts, formatter),
		shifts: shiftTable(facts, formatter),
		offTrack: mode === "open" && !options.forOthers ? offTrackSentence(source) : "",
		indicators: indicatorLines(facts, formatter),
		drives: driveTable(facts, formatter),
		risks: riskLines(facts, formatter),
		charts: reviewCharts({ facts, formatter, today: heldOn, key }),
		questions: questionLines(facts, formatter),
		linkable: linkable(source, held?.entry.next ?? [], options),
		changes: held && !options.forOthers ? changesSince(facts, shown(factsForSameDays(source, review)), formatter) : [],
		written: held ? writtenIn(review, facts, source, options) : emptyDraft,
	};
}

/** Whether the inputs of a saved review may be shown. In discreet mode they may not if the checkpoint is private. */
export function mayAmend({ formatter }: ViewSource, { occurrence }: Review): boolean {
	return !isHidden(occurrence.checkpoint, formatter);
}

/** What was written in a held review, complete. */
export function writtenDraft({ held }: Review): ReviewDraft {
	const { answers = [], summary = "", next = [], kept = [] } = held?.entry ?? {};
	return {
		answers: answers.map(({ question, verdict, note }) => ({
			question,
			...(verdict ? { verdict } : {}),
			...noted(note),
		})),
		ratings: [],
		summary,
		next: next.map(({ id, text, on, due }) => ({
			id,
			text,
			...(on === undefined ? {} : { on }),
			...(due === undefined ? {} : { due }),
		})),
		kept: kept.map(({ promise, verdict, note }) => ({ promise, verdict, ...noted(note) })),
	};
}

/** The parts of drafts of a review that discreet mode hides; undefined if it is off. */
export function hiddenParts(source: ViewSource, { facts, occurrence }: Review): PrivateParts | undefined {
	if (isHidden(occurrence.checkpoint, source.formatter)) {
		return allParts;
	}
	return source.formatter.discreet
		? privateParts(withPrivacyOfNow(facts, source, source.snapshot.reviews), source)
		: undefined;
}

/** Facts with inputs stay on the page with redacted texts: they could not be filled in otherwise. */
const filledIn: ReadonlySet<FactName> = new Set<FactName>(["question", "promise", "indicator"]);

/** The facts without private ones, for others and in discreet mode. */
function shownFacts(
	facts: ReadonlyArray<Fact>,
	source: ViewSource,
	{ forOthers = false, amending = false, isHeld }: PageOptions & { readonly isHeld: boolean },
): ReadonlyArray<Fact> {
	const marked = withPrivacyOfNow(facts, source, source.snapshot.reviews);
	const isOpen = amending || !isHeld;
	if (forOthers) return factsForOthers(marked, source);
	return source.formatter.discreet
		? marked.filter((fact) => isPublicFact(fact) || (isOpen && filledIn.has(fact.fact)))
		: marked;
}

/**
 * Facts without private ones, and without the weeks if they include private time.
 *
 * @param marked with current privacy, see `withPrivacyOfNow`
 */
export function factsForOthers(marked: ReadonlyArray<Fact>, source: ViewSource): ReadonlyArray<Fact> {
	const visible = marked.filter(isPublicFact);
	return hasPrivateTime(visible, source) ? visible.filter(({ fact }) => fact !== "week") : visible;
}

/** Whether the weekly totals include private time: anyone who knows the other time could compute it. */
function hasPrivateTime(facts: ReadonlyArray<Fact>, source: ViewSource): boolean {
	return factsOf(facts, "week").some((week) => {
		const start = parseDay(week.start) ?? 0;
		const entries = source.ledger.between({ start, end: start + 7 });
		return entries.some(({ entry }) => entry.type === "time" && isPrivateEntry(entry, source));
	});
}

function headFacts(
	{ formatter, today }: ViewSource,
	{ occurrence, facts, held }: Review,
	{ forOthers }: PageOptions,
): ReadonlyArray<string> {
	const [period] = factsOf(facts, "period");
	const [start, end] = [parseDay(period?.start ?? ""), parseDay(period?.end ?? "")];
	const { replaced } = occurrence;
	return [
		...(start === undefined || end === undefined
			? []
			: [start > today ? l10n.t("starts {0}", formatter.date(start)) : formatter.dates({ start, end: end + 1 })]),
		held ? l10n.t("held {0}", formatter.date(held.day)) : dueText(occurrence, formatter, today),
		...(typeof occurrence.occurrence === "string" ? [l10n.t("extra review")] : []),
		...replaced
			.filter(({ checkpoint }) => !(forOthers && checkpoint.private))
			.map(({ checkpoint }) => l10n.t("with {0}", formatter.title(checkpoint))),
	];
}

function dueText({ day, state }: ReviewOccurrence, formatter: Formatter, today: Day): string {
	if (day >= today) {
		return l10n.t("due {0}, {1}", formatter.relative(day, today), formatter.date(day));
	}
	return state === "missed"
		? l10n.t("not held, was due {0}", formatter.date(day))
		: l10n.t("was due {0}, {1}", formatter.relative(day, today), formatter.date(day));
}

/** Open items that promises can be linked to, and those that are already linked. */
function linkable(
	{ plan, snapshot, formatter }: ViewSource,
	promises: NonNullable<EntryOf<"review">["next"]>,
	{ forOthers }: PageOptions,
): ReviewPage["linkable"] {
	const linked = new Set(promises.map(({ on }) => on));
	return plan.items
		.filter((item) => {
			const { state } = snapshot.progressOf(item);
			return (
				!(forOthers && item.private) &&
				!isHidden(item, formatter) &&
				(linked.has(item.id) || (state !== "done" && state !== "dropped"))
			);
		})
		.map((item) => ({ id: item.id, title: formatter.title(item) }));
}

/**
 * What was written in a held review, without private content for others and in discreet mode. An amendment in discreet
 * mode keeps amounts of money, because they are in the inputs.
 */
function writtenIn(
	review: Review,
	facts: ReadonlyArray<Fact>,
	source: ViewSource,
	{ forOthers = false, amending = false }: PageOptions,
): ReviewDraft {
	const { formatter } = source;
	const written = writtenDraft(review);
	const parts = hiddenParts(source, review);
	if (parts && amending && !forOthers) {
		return withoutPrivateParts(written, parts);
	}
	const isForOthers = forOthers || parts !== undefined;
	if (isForOthers && review.occurrence.checkpoint.private) {
		return emptyDraft;
	}
	const plain = (text: string) => (parts ? formatter.plain(text) : text);
	const isShown = (on: string | undefined) => on === undefined || !isForOthers || !isPrivateId(on, source);
	const questions = new Set(factsOf(facts, "question").map(({ ask }) => ask));
	const promises = new Set(factsOf(facts, "promise").map(({ id }) => id));
	return {
		answers: written.answers
			.filter(({ question }) => !isForOthers || questions.has(question))
			.map((each) => ({ ...each, ...noted(each.note && plain(each.note)) })),
		ratings: [],
		summary: plain(written.summary),
		next: written.next.filter(({ on }) => isShown(on)).map((each) => ({ ...each, text: plain(each.text) })),
		kept: written.kept
			.filter(({ promise }) => !isForOthers || promises.has(promise))
			.map((each) => ({ ...each, ...noted(each.note && plain(each.note)) })),
	};
}

function noted(note: string | undefined): { readonly note?: string } {
	return note === undefined ? {} : { note };
}
