import type { ItemStatus, ReviewStatus, RoadmapStatus } from "./waymarkApi.ts";

/** The maximum number of items: a model reads all of them, whatever it was asked. */
const mostItems = { now: 60, all: 400 } as const;

/** The status for a language model: what matters now, or everything open or done, up to a limit. */
export function statusForModel(status: RoadmapStatus, scope: "now" | "all"): object {
	const items = status.items.filter((item) => scope === "all" || matters(item));
	const listed = items.slice(0, mostItems[scope]);
	return {
		...status,
		items: listed,
		...(listed.length < items.length ? { itemsLeftOut: items.length - listed.length } : {}),
		reviews: scope === "all" ? status.reviews : pressing(status.reviews),
		units: "times in minutes, shares and chances from 0 to 1, days as YYYY-MM-DD; forecasts are likely, never certain",
	};
}

function matters({ state, dueSoon }: ItemStatus): boolean {
	return state === "overdue" || state === "started" || (dueSoon && state === "open");
}

/** The items that are due or overdue, and the next one. */
function pressing(reviews: ReadonlyArray<ReviewStatus>): ReadonlyArray<ReviewStatus> {
	const next = reviews.find(({ state }) => state === "coming");
	return reviews.filter((review) => review.state === "due" || review.state === "overdue" || review === next);
}
