import type { Aliases } from "../journal/ledger/aliases.ts";
import { compareLive, type LiveEntry } from "../journal/ledger/liveEntry.ts";
import { reviewEntries } from "../journal/ledger/reviewEntries.ts";
import { isListedAlone } from "../plan/parts.ts";
import type { Item, Plan } from "../plan/plan.ts";
import type { Day, Span } from "../time/day.ts";
import { weekOf } from "../time/week.ts";
import { withLazyFields } from "../util/memo/lazyFields.ts";
import { once } from "../util/memo/once.ts";
import { type Drive, drivesOf } from "./drives/drives.ts";
import type { Forecast } from "./forecast/forecast.ts";
import { forecastGroups } from "./forecast/forecastGroups.ts";
import { Forecasts, type KnownForecasts } from "./forecast/forecasts.ts";
import { itemSource } from "./items/computeProgress.ts";
import { noProgress, type Progress } from "./items/itemProgress.ts";
import type { ItemSource } from "./items/itemStatus.ts";
import { computeSignal, type Signal } from "./items/signal.ts";
import type { LoggedData } from "./loggedData.ts";
import {
	type PhaseAssignments,
	type PhaseProgress,
	phaseProgress,
	type TargetProgress,
	type TrackProgress,
	targetProgress,
	trackProgress,
} from "./phaseProgress.ts";
import { type PlanIndex, planIndex } from "./planIndex.ts";
import { extraReviews, type ReviewOccurrence, reviewOccurrences } from "./reviewOccurrences.ts";
import { type RiskSignal, riskSignal } from "./riskSignal.ts";
import type { ScheduledReview } from "./schedule.ts";
import { computeSplit, splitSpans, type TimeSplit } from "./timeSplit.ts";
import { type HabitRecord, habitRecords } from "./week/habitRecord.ts";
import { type HabitContext, type HabitWeek, habitsIn } from "./week/habitWeek.ts";
import { type WeekFocus, weekFocuses } from "./week/weekFocus.ts";
import { type WeekReport, weekReport } from "./week/weekReport.ts";
import { finishedWeeks, type WeeksKept, weeksKept } from "./week/weeksKept.ts";

/**
 * Everything on screen, computed from the plan, the journal and a day. Immutable: a field that is read later is still
 * computed from what was logged when the snapshot was made, and a field that is never read is never computed.
 */
export interface Snapshot {
	readonly plan: Plan;
	readonly today: Day;
	/** All items of the plan by ID. */
	readonly items: ReadonlyMap<string, Item>;
	/** The progress of each item, by its ID. */
	readonly progress: ReadonlyMap<string, Progress>;
	/** The progress of an item of the plan. */
	readonly progressOf: (item: Item) => Progress;
	/** The current and former IDs of everything that the journal can refer to. */
	readonly aliases: Aliases;
	/** The ID of the track that time counts for, by the ID that it is logged on. */
	readonly trackOf: ReadonlyMap<string, string>;
	/** The IDs of the items whose progress may differ from that in the last snapshot of the same maker. */
	readonly changed: ReadonlySet<string> | "all";
	readonly phases: ReadonlyArray<PhaseProgress>;
	/** Milestones and targets outside of all phases. */
	readonly elsewhere: ReadonlyArray<Item>;
	readonly tracks: ReadonlyArray<TrackProgress>;
	readonly targets: ReadonlyArray<TargetProgress>;
	/** The week that contains today. */
	readonly week: WeekReport;
	/** The same week for a part of the plan: time on anything else doesn't count. */
	readonly weekOfPart: (part: Plan) => WeekReport;
	/** What is done a number of times in this week. */
	readonly habits: ReadonlyArray<HabitWeek>;
	/** The same in the week that contains a day. */
	readonly habitsWith: (day: Day) => ReadonlyArray<HabitWeek>;
	/** What was done of each habit over some days; also of items that are done by now. */
	readonly habitsOver: (days: Required<Span>) => ReadonlyArray<HabitRecord>;
	/** The week that contains a day. */
	readonly weekWith: (day: Day) => WeekReport;
	/** The split of time in the week that contains a day. */
	readonly splitWith: (day: Day) => TimeSplit;
	/** The numbers of a week report, for any days. */
	readonly timeOver: (span: Required<Span>) => WeekReport;
	/** The split of time over some days. */
	readonly splitOver: (span: Required<Span>) => TimeSplit;
	/** What an item is computed from, up to today. */
	readonly sourceOf: (item: Item) => ItemSource;
	/** When an item reaches its goal; undefined for what is not forecast. Computed on first use. */
	readonly forecastOf: (item: Item) => Forecast | undefined;
	/** All forecasts, both the computed ones and those still to compute. */
	readonly forecasts: Forecasts;
	/** The saved reviews that count, in the order of their days. */
	readonly reviews: ReadonlyArray<LiveEntry<"review">>;
	/** What was chosen to focus on, one for each week, in order; weeks to come included. */
	readonly focuses: ReadonlyArray<WeekFocus>;
	/** Of the last 13 and the last 52 finished weeks. */
	readonly weeksKept: { readonly of13: WeeksKept; readonly of52: WeeksKept };
	readonly split: { readonly [K in "week" | "quarter" | "year" | "overall"]: TimeSplit };
	/** Every review in the order of its day, extra ones included. */
	readonly checkpoints: ReadonlyArray<ReviewOccurrence>;
	readonly leading: ReadonlyArray<Signal>;
	readonly lagging: ReadonlyArray<Signal>;
	/** What is meant to move what, with what the record says about it. */
	readonly drives: ReadonlyArray<Drive>;
	readonly risks: ReadonlyArray<RiskSignal>;
	/**
	 * What is overdue, items of any kind in the order of the plan; parts only with dates of their own. The badge counts it, and
	 * rows mark it.
	 */
	readonly overdue: { readonly reviews: ReadonlyArray<ReviewOccurrence>; readonly items: ReadonlyArray<Item> };
}

/** What a snapshot is computed from. Immutable. */
export interface SnapshotParts {
	readonly index: PlanIndex;
	readonly logged: LoggedData;
	readonly today: Day;
	/** The days before today on which needs are evaluated; see `evaluationDays`. */
	readonly evaluatedOn: ReadonlyMap<Item, ReadonlyArray<Day>>;
	readonly progress: ReadonlyMap<string, Progress>;
	readonly changed: Snapshot["changed"];
	readonly phaseAssignments: () => PhaseAssignments;
	readonly schedule: () => ReadonlyArray<ScheduledReview>;
	/** The maximum minutes of one day. */
	readonly maxMinutesPerDay: number;
	/** Whether forecasts are turned on. */
	readonly isForecasting: boolean;
	/** Forecasts of an earlier snapshot that are still true. */
	readonly forecasts?: KnownForecasts;
}

/** Puts a snapshot together. */
export function assembleSnapshot(parts: SnapshotParts): Snapshot {
	const { index, today, progress, changed } = parts;
	const { plan, items } = index;
	const thisWeek = weekOf(today, plan.week.starts);
	const sourceOf = (item: Item) => itemSource(parts, item, progress);
	const progressOf = ({ id }: Item) => progress.get(id) ?? noProgress;
	const groups = once(() => forecastGroups(plan, parts.phaseAssignments()));
	const isOn = parts.isForecasting;
	const forecasts = new Forecasts({ plan, today, isOn, sourceOf, progressOf, progress, groups }, parts.forecasts);
	const fields = {
		plan,
		today,
		items,
		progress,
		progressOf,
		forecasts,
		forecastOf: (item: Item) => forecasts.of(item),
		aliases: index.aliases,
		trackOf: index.trackOf,
		changed,
		weekOfPart: (part: Plan) => weekReport({ ...parts, index: planIndex(part) }, thisWeek),
		habitsWith: (day: Day) => habitsIn(habitContext(parts, sourceOf), weekOf(day, plan.week.starts)),
		habitsOver: (days: Required<Span>) => {
			const isSettled = (item: Item) => progressOf(item).state === "dropped";
			return habitRecords({ ...habitContext(parts, sourceOf), isSettled }, days);
		},
		weekWith: (day: Day) => weekReport(parts, weekOf(day, plan.week.starts)),
		splitWith: (day: Day) => computeSplit(parts, weekOf(day, plan.week.starts)),
		timeOver: (span: Required<Span>) => weekReport(parts, span),
		splitOver: (span: Required<Span>) => computeSplit(parts, span),
		sourceOf,
	};
	return withLazyFields(fields, fieldsWhenRead(parts, sourceOf));
}

function habitContext({ index, logged, today, progress }: SnapshotParts, sourceOf: Snapshot["sourceOf"]): HabitContext {
	const isSettled = ({ id }: Item) => /^(?:done|dropped)$/.test(progress.get(id)?.state ?? "");
	return { plan: index.plan, logged, today, sourceOf, isSettled };
}

/** The fields that are computed on first use, because not every surface reads them. */
function fieldsWhenRead(parts: SnapshotParts, sourceOf: Snapshot["sourceOf"]) {
	const { index, logged, today, progress } = parts;
	const { plan } = index;
	const thisWeek = weekOf(today, plan.week.starts);
	const signals = (list: ReadonlyArray<Item>) => list.map((item) => computeSignal(item, sourceOf(item), today));
	const checkpoints = once(() =>
		[
			...reviewOccurrences(parts.schedule(), logged.reviews, today),
			...extraReviews(plan.checkpoints, logged.reviews),
		].sort((a, b) => a.day - b.day),
	);
	return {
		phases: () => phaseProgress(plan, parts.phaseAssignments(), progress, today),
		elsewhere: () => parts.phaseAssignments().elsewhere,
		tracks: () => trackProgress(plan, progress),
		targets: () => targetProgress(plan, progress),
		week: () => weekReport(parts, thisWeek),
		habits: () => habitsIn(habitContext(parts, sourceOf), thisWeek),
		weeksKept: () =>
			// Apart: the status bar only reads the first.
			withLazyFields(
				{},
				{ of13: () => weeksKept(finishedWeeks(parts), 13), of52: () => weeksKept(finishedWeeks(parts), 52) },
			),
		split: () => {
			const { week, quarter, year, overall } = splitSpans(parts);
			return {
				week: computeSplit(parts, week),
				quarter: computeSplit(parts, quarter),
				year: computeSplit(parts, year),
				overall: computeSplit(parts, overall),
			};
		},
		checkpoints,
		reviews: () => [...logged.reviews.values()].flatMap((list) => [...reviewEntries(list).values()]).sort(compareLive),
		focuses: () => weekFocuses(logged.focus, index.aliases, plan.week.starts),
		leading: () => signals(plan.leading),
		lagging: () => signals(plan.lagging),
		drives: () => drivesOf({ plan, items: index.items, logged, today, sourceOf }),
		risks: () => plan.risks.map((risk) => riskSignal(risk, finishedWeeks(parts), thisWeek.start)),
		overdue: () => ({
			reviews: checkpoints().filter(({ state }) => state === "overdue"),
			items: plan.items.filter((item) => isListedAlone(item) && progress.get(item.id)?.state === "overdue"),
		}),
	};
}
