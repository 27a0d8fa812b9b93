/** The IDs of the views. */
export const viewIds = ["roadmap", "week", "reviews", "signals"] as const;

export type ViewId = (typeof viewIds)[number];

/** The grouping of the Roadmap view. */
export const groupings = ["phase", "track", "year"] as const;

export type Grouping = (typeof groupings)[number];

/** The filter of items: all, open ones, or overdue and due soon. */
export const filters = ["all", "open", "due"] as const;

export type Filter = (typeof filters)[number];

/** The options that the user chose. */
export interface ViewOptions {
	readonly grouping: Grouping;
	readonly filter: Filter;
	/** The week of the This Week view: 0 is the current one, -1 the previous one. */
	readonly week: number;
	/** Whether figures stand before the titles, where a narrow sidebar does not cut them. */
	readonly figuresFirst?: boolean;
}
