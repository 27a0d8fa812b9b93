import type { ItemStatus, ReviewStatus, RoadmapStatus } from "./waymarkApi.ts";

/** How many items are told at most: a model reads all of it, whatever it was asked. */
const mostItems = { now: 60, all: 400 } as const;

/** The status as a language model gets it: what matters now, or all that is open or done, up to a limit. */
export function statusForModel(status: RoadmapStatus, scope: "now" | "all"): object {
	const items = status.items.filter((item) => scope === "all" || matters(item));
	const told = items.slice(0, mostItems[scope]);
	return {
		...status,
		items: told,
		...(told.length < items.length ? { itemsLeftOut: items.length - told.length } : {}),
		reviews: scope === "all" ? status.reviews : pressing(status.reviews),
		units: "times in minutes, shares from 0 to 1, days as YYYY-MM-DD",
	};
}

function matters({ state, dueSoon }: ItemStatus): boolean {
	return state === "overdue" || state === "started" || (dueSoon && state === "open");
}

/** Those that are due or overdue, and the next one. */
function pressing(reviews: ReadonlyArray<ReviewStatus>): ReadonlyArray<ReviewStatus> {
	const next = reviews.find(({ state }) => state === "coming");
	return reviews.filter((review) => review.state === "due" || review.state === "overdue" || review === next);
}
