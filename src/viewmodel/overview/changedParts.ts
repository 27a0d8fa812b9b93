import type { OverviewPage } from "./overviewPageModel.ts";

/** The posted parts of a page as JSON. */
export type PostedParts = Readonly<Record<string, string>>;

/** The parts of a page that differ from those that were posted, and what is posted with them. */
export function changedParts(
	page: OverviewPage,
	posted: PostedParts,
): { readonly parts: Partial<OverviewPage>; readonly posted: PostedParts } {
	const now = Object.fromEntries(Object.entries(page).map(([key, part]) => [key, JSON.stringify(part)]));
	const parts = Object.fromEntries(Object.entries(page).filter(([key]) => now[key] !== posted[key]));
	return { parts, posted: now };
}
