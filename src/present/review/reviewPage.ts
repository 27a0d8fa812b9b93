import * as l10n from "@vscode/l10n";
import type { EntryOf } from "../../journal/entry.ts";
import { parseDay } from "../../plan/day.ts";
import { type Fact, factsOf } from "../../progress/review/facts.ts";
import { reviewsBefore } from "../../progress/review/openPromises.ts";
import type { ViewSource } from "../viewSource.ts";
import { changesSince } from "./changesSince.ts";
import { emptyDraft, type ReviewDraft } from "./draft.ts";
import type { ReviewPage } from "./page.ts";
import { pageLabels } from "./pageLabels.ts";
import { picturesOf } from "./pictures.ts";
import { indicatorLines, itemGroups, promiseLines, questionLines, riskLines } from "./recordLines.ts";
import { factsOfSameDays, type Review, type ReviewSource } from "./reviewOf.ts";
import { hoursTable, splitTable } from "./timeTables.ts";

/** What the page shows of a review. */
export interface PageOptions {
	/** A review that was held is being changed. */
	readonly amending?: boolean;
	/** It is for others: what is private is left out, whatever the screen shows. */
	readonly forOthers?: boolean;
}

/** The page of a review. */
export function reviewPage(source: ReviewSource, review: Review, options: PageOptions = {}): ReviewPage {
	const { words, today } = source;
	const { occurrence, held } = review;
	const { checkpoint } = occurrence;
	const facts = options.forOthers ? review.facts.filter((fact) => !("private" in fact)) : review.facts;
	const key = { checkpoint: checkpoint.id, occurrence: occurrence.occurrence };
	const before = reviewsBefore(source.snapshot, occurrence).at(-1);
	const previous = before && source.plan.byId.get(source.aliases.idOf(before.entry.checkpoint) ?? "");
	const heldOn = held?.day ?? today;
	return {
		key,
		title: words.title(checkpoint),
		facts: headFacts(source, review),
		mode: held && !options.amending ? "held" : "open",
		labels: pageLabels(),
		...(before && previous
			? {
					previous: {
						checkpoint: previous.id,
						occurrence: before.entry.occurrence,
						title: l10n.t("{0}, {1}", words.title(previous), words.date(before.day)),
					},
				}
			: {}),
		promises: promiseLines(facts, words),
		groups: itemGroups(facts, words),
		hours: hoursTable(facts, words),
		split: splitTable(facts, words),
		indicators: indicatorLines(facts, words),
		risks: riskLines(facts, words),
		pictures: picturesOf({ facts, words, today: heldOn, key }),
		questions: questionLines(facts, words),
		linkable: linkable(source, held?.entry.next ?? [], options),
		changes: held && !options.forOthers ? changesSince(facts, factsOfSameDays(source, review), words) : [],
		written: held ? writtenIn(held.entry, facts, source, options) : emptyDraft,
	};
}

function headFacts({ words, today }: ViewSource, { occurrence, facts, held }: Review): ReadonlyArray<string> {
	const [period] = factsOf(facts, "period");
	const [start, end] = [parseDay(period?.start ?? ""), parseDay(period?.end ?? "")];
	const { day, replaced, state } = occurrence;
	return [
		...(start === undefined || end === undefined
			? []
			: [start > today ? l10n.t("begins {0}", words.date(start)) : words.dates({ start, end: end + 1 })]),
		held
			? l10n.t("held {0}", words.date(held.day))
			: day < today
				? state === "missed"
					? l10n.t("not held, was due {0}", words.date(day))
					: l10n.t("was due {0}, {1}", words.relative(day, today), words.date(day))
				: l10n.t("due {0}, {1}", words.relative(day, today), words.date(day)),
		...replaced.map(({ checkpoint }) => l10n.t("with {0}", words.title(checkpoint))),
	];
}

/** Items that are open, so that a promise can be linked to one, and those that promises are linked to already. */
function linkable(
	{ plan, snapshot, words }: ViewSource,
	promises: NonNullable<EntryOf<"review">["next"]>,
	{ forOthers }: PageOptions,
): ReviewPage["linkable"] {
	const linked = new Set(promises.map(({ on }) => on));
	return plan.items
		.filter((item) => {
			const { state } = snapshot.progressOf(item);
			const isHidden = item.private && (forOthers || words.discreet);
			return !isHidden && (linked.has(item.id) || (state !== "done" && state !== "dropped"));
		})
		.map((item) => ({ id: item.id, title: words.title(item) }));
}

/**
 * What was saved with a review. On a screen that others see, and for others, without what is private; for an amendment all
 * of it, since what is left out would be gone once that is saved.
 */
function writtenIn(
	entry: EntryOf<"review">,
	facts: ReadonlyArray<Fact>,
	{ plan, aliases, words }: ViewSource,
	{ forOthers = false, amending = false }: PageOptions,
): ReviewDraft {
	const isMasked = words.discreet && !amending;
	const plain = (text: string) => (isMasked ? words.plain(text) : text);
	const isShown = (on: string | undefined) =>
		on === undefined || !(forOthers || isMasked) || !plan.byId.get(aliases.idOf(on) ?? "")?.private;
	const questions = new Set(factsOf(facts, "question").map(({ ask }) => ask));
	const promises = new Set(factsOf(facts, "promise").map(({ id }) => id));
	const note = (text: string | undefined) => (text === undefined ? {} : { note: plain(text) });
	return {
		answers: (entry.answers ?? [])
			.filter(({ question }) => !forOthers || questions.has(question))
			.map(({ question, verdict, note: text }) => ({ question, ...(verdict ? { verdict } : {}), ...note(text) })),
		ratings: [],
		summary: plain(entry.summary ?? ""),
		next: (entry.next ?? [])
			.filter(({ on }) => isShown(on))
			.map(({ id, text, on, due }) => ({
				id,
				text: plain(text),
				...(on === undefined ? {} : { on }),
				...(due === undefined ? {} : { due }),
			})),
		kept: (entry.kept ?? [])
			.filter(({ promise }) => !forOthers || promises.has(promise))
			.map(({ promise, verdict, note: text }) => ({ promise, verdict, ...note(text) })),
	};
}
