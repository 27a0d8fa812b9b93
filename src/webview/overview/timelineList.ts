import type { OverviewTimeline, TimelineRow } from "../../viewmodel/overview/overviewPageModel.ts";
import type { Filter, Grouping } from "../../viewmodel/rows/viewOptions.ts";

/** A line of the timeline: the heading of a group, or a row. `top` is in CSS pixels from the first line. */
export type TimelineEntry = { readonly top: number; readonly height: number } & (
	| { readonly heading: string }
	| { readonly row: TimelineRow; readonly position: number }
);

export const rowHeight = 26;
const headingHeight = 32;

/** The lines of a timeline in a grouping, with only the rows of a filter. Groups without rows have no heading. */
export function timelineList(
	{ rows, groups }: OverviewTimeline,
	{ grouping, filter }: { readonly grouping: Grouping; readonly filter: Filter },
): ReadonlyArray<TimelineEntry> {
	const entries: Array<TimelineEntry> = [];
	const byGroup = new Map<number, Array<TimelineRow>>();
	for (const row of rows) {
		if (filter === "open" && !row.isOpen) continue;
		if (filter === "due" && !row.isDue) continue;
		const own = byGroup.get(row.group[grouping]) ?? [];
		own.push(row);
		byGroup.set(row.group[grouping], own);
	}
	let [top, position] = [0, 0];
	for (const [index, heading] of groups[grouping].entries()) {
		const own = byGroup.get(index) ?? [];
		if (own.length === 0) continue;
		entries.push({ top, height: headingHeight, heading });
		top += headingHeight;
		for (const row of own) {
			entries.push({ top, height: rowHeight, row, position: ++position });
			top += rowHeight;
		}
	}
	return entries;
}

/** The height of all lines, in CSS pixels. */
export function listHeight(entries: ReadonlyArray<TimelineEntry>): number {
	const last = entries.at(-1);
	return last === undefined ? 0 : last.top + last.height + 6;
}

/** The lines that are at least partly within a range, in CSS pixels. */
export function entriesWithin(
	entries: ReadonlyArray<TimelineEntry>,
	from: number,
	to: number,
): ReadonlyArray<TimelineEntry> {
	return entries.filter(({ top, height }) => top + height > from && top < to);
}
