import type { PageTable } from "../../review/reviewPageModel.ts";
import type { OverviewPage, OverviewTimeline } from "../../viewmodel/overview/overviewPageModel.ts";
import type { TimelineEntry } from "./timelineList.ts";

/** The timeline as a table, with the same rows in the same order, then time off and slips. */
export function timelineTable(
	entries: ReadonlyArray<TimelineEntry>,
	{ shades }: OverviewTimeline,
	labels: OverviewPage["labels"],
): PageTable {
	return {
		title: labels.timelineTitle,
		columns: [{ title: labels.title }, { title: labels.kind }, { title: labels.state }, { title: labels.dates }],
		rows: [
			...entries.flatMap((entry) => {
				if (!("row" in entry)) return [];
				const { title, kindText, stateText, dates, marks } = entry.row;
				const days = entry.row.kind === "review" ? marks.map(({ text }) => text).join("; ") : dates;
				return [[title, kindText, stateText, days]];
			}),
			...shades.map(({ title, kindText, dates }) => [title || kindText, kindText, "", dates]),
		],
		empty: labels.nothingShown,
	};
}
