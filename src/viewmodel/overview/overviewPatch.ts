import type { OverviewPage, OverviewTimeline, TimelineRow } from "./overviewPageModel.ts";

/** What of a page has changed: whole parts, and of the timeline only the rows that differ. */
export type OverviewPatch = Partial<Omit<OverviewPage, "timeline">> & { readonly timeline?: TimelinePatch };

/** A timeline with only the rows that are new or differ. `order`: the keys of all rows, if they or their order changed. */
export interface TimelinePatch extends OverviewTimeline {
	readonly order?: ReadonlyArray<string>;
}

/** What was posted of a page: its parts as JSON, and the rows of its timeline. */
export interface PostedPage {
	readonly parts: Readonly<Record<string, string>>;
	readonly rows: ReadonlyArray<TimelineRow>;
}

/** What of a page differs from what was posted, and what is posted with it; the whole page if nothing was. */
export function overviewPatch(
	page: OverviewPage,
	before?: PostedPage,
): { readonly patch: OverviewPatch; readonly posted: PostedPage } {
	const { timeline, ...others } = page;
	const { rows, ...frame } = timeline;
	const now = { ...others, timeline: frame };
	const parts = Object.fromEntries(Object.entries(now).map(([key, part]) => [key, JSON.stringify(part)]));
	const posted = { parts, rows };
	const order = rows.map(({ key }) => key);
	if (!before) {
		return { patch: { ...page, timeline: { ...timeline, order } }, posted };
	}
	const changed = Object.fromEntries(Object.entries(others).filter(([key]) => parts[key] !== before.parts[key]));
	const known = new Map(before.rows.map((row) => [row.key, row]));
	const newRows = rows.filter((row) => !isSame(row, known.get(row.key)));
	const isSameOrder = rows.length === before.rows.length && rows.every(({ key }, at) => key === before.rows[at]?.key);
	const isSameTimeline = isSameOrder && newRows.length === 0 && parts["timeline"] === before.parts["timeline"];
	return {
		patch: {
			...changed,
			...(isSameTimeline ? {} : { timeline: { ...frame, rows: newRows, ...(isSameOrder ? {} : { order }) } }),
		},
		posted,
	};
}

/** The page after a patch; undefined if it is not yet a whole page. */
export function patchedPage(page: OverviewPage | undefined, patch: OverviewPatch): OverviewPage | undefined {
	const { timeline, ...others } = patch;
	if (!page && !timeline) {
		return undefined;
	}
	const patched = timeline ? patchedTimeline(page?.timeline.rows ?? [], timeline) : page?.timeline;
	return { ...page, ...others, timeline: patched } as OverviewPage;
}

function patchedTimeline(rows: ReadonlyArray<TimelineRow>, { order, ...patch }: TimelinePatch): OverviewTimeline {
	const byKey = new Map([...rows, ...patch.rows].map((row) => [row.key, row]));
	const keys = order ?? (rows.length > 0 ? rows : patch.rows).map(({ key }) => key);
	return { ...patch, rows: keys.flatMap((key) => byKey.get(key) ?? []) };
}

/** Rows that were not computed again are the same object. */
function isSame(row: TimelineRow, before: TimelineRow | undefined): boolean {
	return row === before || JSON.stringify(row) === JSON.stringify(before);
}
