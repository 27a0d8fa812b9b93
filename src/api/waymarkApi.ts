// The API for other extensions. They may copy this file: it has no imports.

/**
 * The `exports` of the extension `waymark.waymark`. Results are plain values that can be serialized as JSON. Within a
 * version, fields may be added, but none is changed or removed.
 *
 * ```ts
 * const waymark: WaymarkApi | undefined = await vscode.extensions.getExtension("waymark.waymark")?.activate();
 * const week = (await waymark?.status())?.week;
 * ```
 */
export interface WaymarkApi {
	readonly version: 1;
	/** Calls the listener when the plan, the journal, a setting or the day has changed, until the result is disposed. */
	readonly onDidChange: (listener: () => void) => { dispose(): unknown };
	/** The current state of the active roadmap; undefined if there is none. Private items are omitted unless requested. */
	readonly status: (options?: StatusOptions) => Promise<RoadmapStatus | undefined>;
	/**
	 * Adds entries to the journal, as Log Time and Log Progress do. The user is notified and can undo it. Resolves when they
	 * are saved; never rejects.
	 */
	readonly log: (request: LogRequest) => Promise<LogOutcome>;
}

/** What the status includes. */
export interface StatusOptions {
	/** Includes private items; has no effect in discreet mode. */
	readonly includePrivate?: boolean;
}

/** Dates are `YYYY-MM-DD` in the configured time zone, shares 0 to 1, times minutes. Amounts of money are omitted in discreet mode. */
export interface RoadmapStatus {
	/** Empty in discreet mode. */
	readonly title: string;
	readonly today: string;
	readonly week: WeekStatus;
	/** In the order of the plan. */
	readonly phases: ReadonlyArray<PhaseStatus>;
	/** Outcomes, milestones, targets, indicators, practices and mitigations, in the order of the plan. */
	readonly items: ReadonlyArray<ItemStatus>;
	/** The items that measure the whole plan, by `aim` or the last period; empty if it has none. */
	readonly aim: ReadonlyArray<AimStatus>;
	/** In the order of their days. */
	readonly reviews: ReadonlyArray<ReviewStatus>;
	/** The number of overdue reviews, and of overdue milestones and targets together, without omitted ones. */
	readonly overdue: { readonly reviews: number; readonly targets: number };
	/** The running timer. */
	readonly timer?: { readonly on: string; readonly since: string };
}

/** Time and its aim; `low` is enough, `high` is ideal. */
export interface PaceStatus {
	readonly minutes: number;
	readonly aim: { readonly low: number; readonly high: number };
	readonly state: "off" | "done" | "ahead" | "onPace" | "behind" | "outOfReach";
}

/** This week. */
export interface WeekStatus extends PaceStatus {
	/** The first and last day. */
	readonly start: string;
	readonly end: string;
	/**
	 * The plan has private parts, and time on them is missing from these numbers. Absent if private items were requested.
	 */
	readonly privateLeftOut?: true;
	readonly commitments: ReadonlyArray<PaceStatus & { readonly id: string; readonly title: string }>;
	/** What is done a number of times: commitments with `times`, and items with a goal per day or week. */
	readonly habits: ReadonlyArray<HabitStatus>;
}

/** A habit in the current week. */
export interface HabitStatus {
	readonly id: string;
	readonly title: string;
	/** `times` of a commitment, `days` that met a goal per day, or the `sum` of a goal per week. */
	readonly unit: "times" | "days" | "sum";
	readonly count: number;
	readonly aim: { readonly low: number; readonly high: number };
	readonly state: PaceStatus["state"];
}

/** A phase of the plan. */
export interface PhaseStatus {
	readonly id: string;
	readonly title: string;
	readonly state: "past" | "current" | "future" | "undated";
	/** The first and last day, if it has any. */
	readonly start?: string;
	readonly end?: string;
	/** The mean share of its items, without omitted ones; absent if there are none. */
	readonly share?: number;
}

/** Something that can be reached, logged or ticked. */
export interface ItemStatus {
	readonly id: string;
	readonly title: string;
	readonly kind: "outcome" | "milestone" | "target" | "indicator" | "practice" | "mitigation";
	readonly state: "done" | "overdue" | "started" | "open" | "dropped";
	/** The share of the goal that is reached; absent if unknown. */
	readonly share?: number;
	/** In the unit of the goal; absent if nothing was logged. */
	readonly value?: number;
	/** As written in the plan, such as `100+` or `at most 2`. */
	readonly goal?: string;
	/** The due date. */
	readonly due?: string;
	/** Due within 28 days, including today, and not done. */
	readonly dueSoon: boolean;
	/** Present if it is nice to have: it is in no average and never overdue. */
	readonly optional?: true;
	/** The ID of the item that it is a part of. */
	readonly partOf?: string;
	/** The ID of its track. */
	readonly track?: string;
	/** When the goal is likely to be reached; absent if there is no forecast, or if forecasts are turned off. */
	readonly forecast?: ForecastStatus;
}

/** How an item that measures the whole plan is likely to turn out. Chances of several must not be multiplied. */
export interface AimStatus {
	/** The ID of the item. */
	readonly id: string;
	/** `late`: unlikely by its due date. Absent while the forecast isn't known. */
	readonly outlook?: "reached" | "likely" | "late" | "notAtThisRate" | "tooEarly" | "notForecast";
}

/** An estimate, from past weeks, of when a goal will be reached. */
export interface ForecastStatus {
	/** `tooEarly`: there are too few past weeks. `notAtThisRate`: more than a fifth of the possible futures take longer than ten years. */
	readonly state: "reached" | "tooEarly" | "notAtThisRate" | "expected";
	/** The chance of reaching it by `due`, in steps of 0.1; absent without a due date. */
	readonly chance?: number;
	/** If `expected`: the dates by which 50% and 80% of the possible futures reach it. */
	readonly half?: string;
	readonly likely?: string;
}

/** A review, past or future. */
export interface ReviewStatus {
	/** The ID of its checkpoint, and its occurrence number, starting at 1. */
	readonly checkpoint: string;
	readonly occurrence: number;
	readonly title: string;
	readonly due: string;
	readonly state: "reviewed" | "coming" | "due" | "overdue" | "missed";
}

/** What to log: time (`minutes`), progress (`set` or `add`), or both. */
export interface LogRequest {
	/** The ID of something in the plan, or its complete title if it is unique. */
	readonly on: string;
	/** More than 0, at most a day. */
	readonly minutes?: number;
	/** The new value, whether it is done, or its trend. */
	readonly set?: number | boolean | "rising" | "steady" | "falling";
	/** An amount to add to the value. */
	readonly add?: number;
	/** The date, or the time at which it ended: `2026-11-20`, `2026-11-20T18:30:00+01:00`. Now by default. */
	readonly at?: string;
	readonly note?: string;
	/** A URL as evidence. */
	readonly link?: string;
}

/** Whether it was saved; if not, an error message for the user. */
export type LogOutcome = { readonly ok: true } | { readonly ok: false; readonly error: string };
