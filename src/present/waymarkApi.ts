// What other extensions get from Waymark. They may copy this file: it refers to nothing else.

/**
 * The `exports` of the extension `waymark.waymark`. Plain values without methods, so that they can be written as JSON; fields
 * may be added within a version, none changes or goes.
 *
 * ```ts
 * const waymark: WaymarkApi | undefined = await vscode.extensions.getExtension("waymark.waymark")?.activate();
 * const week = (await waymark?.status())?.week;
 * ```
 */
export interface WaymarkApi {
	readonly version: 1;
	/** Calls the listener when the plan, the journal, a setting or the day changed, until what it gives is disposed of. */
	readonly onDidChange: (listener: () => void) => { dispose(): unknown };
	/** Where the roadmap in use stands today; undefined where there is none. What is private is left out unless asked for. */
	readonly status: (options?: StatusOptions) => Promise<RoadmapStatus | undefined>;
	/**
	 * Adds to the journal, as a person would with Log Time and Log Progress, who is told of it and can undo it. Resolves once
	 * it is saved; never rejects.
	 */
	readonly log: (request: LogRequest) => Promise<LogOutcome>;
}

/** What of the status is wanted. */
export interface StatusOptions {
	/** Also what the plan calls `private`. */
	readonly includePrivate?: boolean;
}

/** Days are `YYYY-MM-DD` in the time zone of the roadmap, shares 0 to 1, times minutes. In discreet mode money is left out. */
export interface RoadmapStatus {
	/** Empty in discreet mode. */
	readonly title: string;
	readonly today: string;
	readonly week: WeekStatus;
	/** In the order of the plan. */
	readonly phases: ReadonlyArray<PhaseStatus>;
	/** Outcomes, milestones, targets, indicators, practices and mitigations, in the order of the plan. */
	readonly items: ReadonlyArray<ItemStatus>;
	/** In the order of their days. */
	readonly reviews: ReadonlyArray<ReviewStatus>;
	/** How many reviews, and how many milestones and targets together, are overdue. */
	readonly overdue: { readonly reviews: number; readonly targets: number };
	/** The timer that runs. */
	readonly timer?: { readonly on: string; readonly since: string };
}

/** Time against what is aimed for; `high` is the ideal, `low` is enough. */
export interface PaceStatus {
	readonly minutes: number;
	readonly aim: { readonly low: number; readonly high: number };
	readonly state: "off" | "done" | "ahead" | "onPace" | "behind" | "outOfReach";
}

/** This week. */
export interface WeekStatus extends PaceStatus {
	/** Its first and its last day. */
	readonly start: string;
	readonly end: string;
	readonly commitments: ReadonlyArray<PaceStatus & { readonly id: string; readonly title: string }>;
}

/** A phase of the plan. */
export interface PhaseStatus {
	readonly id: string;
	readonly title: string;
	readonly state: "past" | "current" | "future" | "undated";
	/** Its first and its last day, where it has such. */
	readonly start?: string;
	readonly end?: string;
	/** How much of it is reached; absent where there is nothing to reach. */
	readonly share?: number;
}

/** Something that can be reached, logged or ticked. */
export interface ItemStatus {
	readonly id: string;
	readonly title: string;
	readonly kind: "outcome" | "milestone" | "target" | "indicator" | "practice" | "mitigation";
	readonly state: "done" | "overdue" | "started" | "open" | "dropped";
	/** How much of the way is behind; absent where that cannot be said. */
	readonly share?: number;
	/** In the unit of the goal; absent where nothing was logged. */
	readonly value?: number;
	/** As the plan has it, such as `100+` or `at most 2`. */
	readonly goal?: string;
	/** The last day on which it is in time. */
	readonly due?: string;
	/** Within 28 days, today included, and not done. */
	readonly dueSoon: boolean;
	/** The id of the track it counts for. */
	readonly track?: string;
}

/** A review that falls due, or was held. */
export interface ReviewStatus {
	/** The id of its checkpoint, and the how manieth of it, from 1 on. */
	readonly checkpoint: string;
	readonly occurrence: number;
	readonly title: string;
	readonly due: string;
	readonly state: "reviewed" | "coming" | "due" | "overdue" | "missed";
}

/** What is to be logged: minutes, or how far something has come (`set` or `add`), or both. */
export interface LogRequest {
	/** The id of something in the plan, or its whole title where only one thing has it. */
	readonly on: string;
	/** Above 0, at most a day. */
	readonly minutes?: number;
	/** The new value, or whether it is done, or where it goes. */
	readonly set?: number | boolean | "rising" | "steady" | "falling";
	/** What came on top of the value. */
	readonly add?: number;
	/** The day it happened or the time it ended: `2026-11-20`, `2026-11-20T18:30:00+01:00`. Now when left out. */
	readonly at?: string;
	readonly note?: string;
	/** An address that shows it. */
	readonly link?: string;
}

/** Whether it was saved; if not, why, in words for a person. */
export type LogOutcome = { readonly ok: true } | { readonly ok: false; readonly error: string };
