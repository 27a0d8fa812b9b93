import * as l10n from "@vscode/l10n";
import { single } from "fuzzysort";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import type { Steps } from "../../journal/steps.ts";
import type { ReviewOccurrence } from "../../progress/reviewOccurrences.ts";
import type { ReviewKey } from "../../review/reviewPageModel.ts";
import { formatDay } from "../../time/day.ts";
import type { TextRange } from "../../util/textRange.ts";
import type { OutlineNode } from "../editor/outline.ts";
import { entryIcons, entryText, noteText } from "../text/entryText.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { planPlaces, type SearchablePlace } from "./planPlaces.ts";

/** Where a hit is. */
export type HitPlace =
	| { readonly in: "plan"; readonly range: TextRange }
	| { readonly in: "review"; readonly key: ReviewKey }
	/** The ID of an entry. */
	| { readonly in: "journal"; readonly entry: string };

/** A place that matches what is searched. */
export interface SearchHit {
	readonly place: HitPlace;
	/** The name of a codicon. */
	readonly icon: string;
	readonly label: string;
	readonly description: string;
	/** More of its text; empty if there is none. */
	readonly detail: string;
}

/** The hits of one search, the best first in each list. */
export interface SearchHits {
	readonly plan: ReadonlyArray<SearchHit>;
	readonly reviews: ReadonlyArray<SearchHit>;
	readonly journal: ReadonlyArray<SearchHit>;
}

/** The minimum score, of 1: below it `fuzzysort` matches scattered letters. */
const leastScore = 0.35;
/** The least score of a text that has all the words: long texts would have less. */
const wordsScore = 0.5;
/** The share of a score for a match in a note instead of the title. */
const noteWeight = 0.8;
/** The most hits of each kind. */
const mostHits = 50;
/** The most entries that are ranked: the newest of those that match. */
const mostRanked = 2000;
/** The number of entries to search without a pause. */
const searchedAtOnce = 512;
/** The most entries whose texts are kept for the next search. */
const mostTexts = 50_000;

const icons: Readonly<Record<OutlineNode["kind"], string>> = {
	phase: "location",
	group: "list-unordered",
	item: "target",
	track: "git-branch",
	measure: "graph-line",
	commitment: "clock",
	checkpoint: "checklist",
	other: "note",
};

interface Ranked<T> {
	readonly thing: T;
	readonly score: number;
}

/** Searches the plan, the reviews, and the journal. In discreet mode nothing private is found. */
export class RoadmapSearch {
	private readonly places: ReadonlyArray<SearchablePlace>;
	private readonly reviews: ReadonlyArray<ReviewOccurrence>;
	private readonly texts = new Map<LiveEntry, string>();

	constructor(private readonly source: ViewSource) {
		const { plan, formatter, snapshot } = source;
		this.places = planPlaces(plan, formatter);
		this.reviews = snapshot.checkpoints
			.filter(({ checkpoint, state }) => state !== "missed" && !isHidden(checkpoint, formatter))
			.toReversed();
	}

	/** The hits for what is typed; none if that is empty. It pauses, because a journal can be long. */
	*steps(typed: string): Steps<SearchHits> {
		if (typed.trim() === "") {
			return { plan: [], reviews: [], journal: [] };
		}
		const score = scorer(typed);
		const plan = best(this.places, ({ title, text }) => Math.max(score(title), noteWeight * score(text)));
		yield;
		const reviews = best(this.reviews, (each) => Math.max(score(this.reviewLabel(each)), score(this.reviewText(each))));
		yield;
		// Of entries that have all the words, the newest come first.
		const journal = yield* this.entries(scorer(typed, 1));
		return {
			plan: plan.map((place) => placeHit(place)),
			reviews: reviews.map((occurrence) => this.reviewHit(occurrence)),
			journal: journal.map((live) => this.entryHit(live)),
		};
	}

	private *entries(score: (text: string) => number): Steps<ReadonlyArray<LiveEntry>> {
		const { ledger } = this.source;
		const found: Array<Ranked<LiveEntry>> = [];
		for (const span of ledger.spans().toReversed()) {
			const entries = yield* ledger.betweenSteps(span);
			for (let at = entries.length - 1; at >= 0 && found.length < mostRanked; at--) {
				const thing = entries[at];
				// Reviews have their own list.
				const ranked = thing && thing.entry.type !== "review" ? score(this.textOf(thing)) : 0;
				if (thing && ranked >= leastScore) {
					found.push({ thing, score: ranked });
				}
				if (at % searchedAtOnce === 0) {
					yield;
				}
			}
		}
		return highest(found);
	}

	private textOf(live: LiveEntry): string {
		const known = this.texts.get(live);
		if (known !== undefined) {
			return known;
		}
		const { entry, day } = live;
		const text = [entryText(entry, this.source), noteText(entry, this.source), formatDay(day)]
			.filter(Boolean)
			.join(" ");
		if (this.texts.size < mostTexts) {
			this.texts.set(live, text);
		}
		return text;
	}

	private entryHit({ entry, day }: LiveEntry): SearchHit {
		return {
			place: { in: "journal", entry: entry.id },
			icon: entryIcons[entry.type],
			label: entryText(entry, this.source),
			description: this.source.formatter.date(day),
			detail: noteText(entry, this.source) ?? "",
		};
	}

	private reviewLabel({ checkpoint, day, review }: ReviewOccurrence): string {
		const { formatter } = this.source;
		return `${formatter.title(checkpoint)} ${formatDay(review?.day ?? day)}`;
	}

	/** What was written. In discreet mode only the summary, as in the journal: an answer may be about something private. */
	private reviewText({ review }: ReviewOccurrence): string {
		const { formatter } = this.source;
		if (!review) {
			return "";
		}
		const { answers = [], next = [], kept = [] } = review.entry;
		const notes = [...answers, ...kept].flatMap(({ note }) => note ?? []);
		const more = formatter.discreet ? [] : [...next.map(({ text }) => text), ...notes];
		return [noteText(review.entry, this.source), ...more].filter((text) => text !== undefined).join("\n");
	}

	private reviewHit(each: ReviewOccurrence): SearchHit {
		const { formatter, today } = this.source;
		const { checkpoint, occurrence, day, review } = each;
		return {
			place: { in: "review", key: { checkpoint: checkpoint.id, occurrence } },
			icon: "checklist",
			label: formatter.title(checkpoint),
			description: review
				? l10n.t("held {0}", formatter.date(review.day))
				: l10n.t("due {0}", formatter.shortDate(day, today)),
			detail: this.reviewText(each),
		};
	}
}

function placeHit({ title, kind, detail, container, text, range }: SearchablePlace): SearchHit {
	const description = [detail, container].filter(Boolean).join(" · ");
	return { place: { in: "plan", range }, icon: icons[kind], label: title, description, detail: text };
}

/**
 * How well a text matches, 0 to 1.
 *
 * @param least the least score of a text that has all the words
 */
function scorer(typed: string, least = wordsScore): (text: string) => number {
	const search = typed.trim();
	const words = search.toLowerCase().split(/\s+/);
	return (text) => {
		if (text === "") {
			return 0;
		}
		const lower = text.toLowerCase();
		const hasAll = words.every((word) => lower.includes(word));
		return Math.max(single(search, text)?.score ?? 0, hasAll ? least : 0);
	};
}

function best<T>(things: ReadonlyArray<T>, score: (thing: T) => number): ReadonlyArray<T> {
	return highest(things.map((thing) => ({ thing, score: score(thing) })).filter((each) => each.score >= leastScore));
}

/** Stable: of two that match alike, the one that comes first stays first. */
function highest<T>(ranked: ReadonlyArray<Ranked<T>>): ReadonlyArray<T> {
	const sorted = ranked.toSorted((a, b) => b.score - a.score);
	return sorted.slice(0, mostHits).map(({ thing }) => thing);
}
