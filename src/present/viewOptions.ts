/** The views of the sidebar. */
export const viewIds = ["roadmap", "week", "reviews", "signals"] as const;

export type ViewId = (typeof viewIds)[number];

/** By what the view "Roadmap" puts its items together. */
export const groupings = ["phase", "track", "year"] as const;

export type Grouping = (typeof groupings)[number];

/** Which items it shows: all, those that are not done, or those that are overdue or due soon. */
export const filters = ["all", "open", "due"] as const;

export type Filter = (typeof filters)[number];

/** What a person chose to see. */
export interface ViewOptions {
	readonly grouping: Grouping;
	readonly filter: Filter;
	/** The week of the view "This Week": 0 is this one, -1 the one before. */
	readonly week: number;
}
