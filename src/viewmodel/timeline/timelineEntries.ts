import { type Entry, entryTargets } from "../../journal/entry.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { instantOf } from "../../time/moment.ts";
import { entryIcons, entryText, noteText } from "../text/entryText.ts";
import type { ViewSource } from "../text/viewSource.ts";

/** The entries of a page, if nothing else is asked for. */
const pageSize = 100;

/** An entry in a timeline. */
export interface JournalTimelineItem {
	/** The ID of the entry. */
	readonly id: string;
	/** ms since 1970. */
	readonly timestamp: number;
	readonly label: string;
	readonly description: string;
	/** The name of a codicon. */
	readonly icon: string;
}

/** A part of a timeline, the newest entries first. */
export interface TimelinePage {
	readonly entries: ReadonlyArray<JournalTimelineItem>;
	/** Where the next part begins; undefined after the last one. */
	readonly next?: number;
}

/** Which entries a timeline has. */
export type TimelineFilter = (entry: Entry) => boolean;

/** The journal as the timeline of the plan: time, progress, wins, reviews, focus, and changes of the plan. */
export const ofPlan: TimelineFilter = ({ type }) => type !== "timer" && type !== "void";

/**
 * The evidence in a file: entries that link to it, and all about items whose links in the plan name it.
 *
 * @param isNamedBy whether a link names the file
 */
export function ofLinkedFile({ plan, aliases }: ViewSource, isNamedBy: (link: string) => boolean): TimelineFilter {
	const named = new Set([...plan.byId.values()].filter(({ links }) => links.some(isNamedBy)).map(({ id }) => id));
	return (entry) =>
		ofPlan(entry) &&
		(("link" in entry && entry.link !== undefined && isNamedBy(entry.link)) ||
			entryTargets(entry).some((id) => named.has(aliases.idOf(id) ?? "")));
}

/**
 * A part of a timeline. In discreet mode, private entries have no text.
 *
 * @param from the number of entries that were shown already
 */
export function timelinePage(
	source: ViewSource,
	isIn: TimelineFilter,
	{ from = 0, limit = pageSize }: { readonly from?: number; readonly limit?: number } = {},
): TimelinePage {
	const found: Array<LiveEntry> = [];
	for (const span of source.ledger.spans().toReversed()) {
		found.push(
			...source.ledger
				.between(span)
				.filter(({ entry }) => isIn(entry))
				.toReversed(),
		);
		if (found.length > from + limit) break;
	}
	const entries = found.slice(from, from + limit).map((live) => timelineEntry(live, source));
	return { entries, ...(found.length > from + limit ? { next: from + limit } : {}) };
}

function timelineEntry({ entry, day }: LiveEntry, source: ViewSource): JournalTimelineItem {
	return {
		id: entry.id,
		timestamp: instantOf(entry.at) ?? day * 86_400_000,
		label: entryText(entry, source),
		description: noteText(entry, source) ?? "",
		icon: entryIcons[entry.type],
	};
}
