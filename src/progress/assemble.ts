import type { Aliases } from "../journal/aliases.ts";
import { compareLive, type LiveEntry } from "../journal/liveEntry.ts";
import { reviewsOf } from "../journal/reviews.ts";
import type { Day, Span } from "../plan/day.ts";
import type { Item, Plan } from "../plan/plan.ts";
import { type Occurrence, occurrences } from "./checkpoints.ts";
import type { DueReview } from "./dues.ts";
import { nothing, type Progress } from "./itemProgress.ts";
import type { Logged } from "./logged.ts";
import { once } from "./once.ts";
import {
	type Homes,
	type PhaseProgress,
	phaseProgress,
	type TargetProgress,
	type TrackProgress,
	targetProgress,
	trackProgress,
} from "./phases.ts";
import type { PlanIndex } from "./planIndex.ts";
import { sourceOf } from "./reckonItems.ts";
import { type RiskSignal, riskSignal } from "./risks.ts";
import { type Signal, signalOf } from "./signals.ts";
import { type Split, splitOf, splitSpans } from "./split.ts";
import type { ItemSource } from "./standing.ts";
import { weekOf } from "./week.ts";
import { type WeekReport, weekReport } from "./weekReport.ts";
import { finishedWeeks, type WeeksKept, weeksKept } from "./weeksKept.ts";

/**
 * Everything on screen, computed from the plan, the journal and a day. It never changes: what is not asked for is not
 * reckoned, and what is asked for later is still reckoned from what was logged when it was made.
 */
export interface Snapshot {
	readonly plan: Plan;
	readonly today: Day;
	/** Every item of the plan by its id. */
	readonly items: ReadonlyMap<string, Item>;
	/** How far each item has come, by its id. */
	readonly progress: ReadonlyMap<string, Progress>;
	/** How far an item of the plan has come. */
	readonly progressOf: (item: Item) => Progress;
	/** Which ids of the journal belong to what. */
	readonly aliases: Aliases;
	/** By the id of what time is logged on, the id of the track that it counts for. */
	readonly trackOf: ReadonlyMap<string, string>;
	/** The ids of the items whose progress may differ from that in the last snapshot of the same maker. */
	readonly changed: ReadonlySet<string> | "all";
	readonly phases: ReadonlyArray<PhaseProgress>;
	/** Milestones and targets that fall into no phase. */
	readonly elsewhere: ReadonlyArray<Item>;
	readonly tracks: ReadonlyArray<TrackProgress>;
	readonly targets: ReadonlyArray<TargetProgress>;
	/** The week that contains today. */
	readonly week: WeekReport;
	/** Any week, by one of its days. */
	readonly weekWith: (day: Day) => WeekReport;
	/** How time was split in the week that contains a day. */
	readonly splitWith: (day: Day) => Split;
	/** The same numbers as of a week for any other days. */
	readonly timeOver: (span: Required<Span>) => WeekReport;
	/** How time was split on some days. */
	readonly splitOver: (span: Required<Span>) => Split;
	/** What an item is reckoned from, up to today. */
	readonly sourceOf: (item: Item) => ItemSource;
	/** The reviews that stand, in the order of their days. */
	readonly reviews: ReadonlyArray<LiveEntry<"review">>;
	/** Of the last 13 and the last 52 finished weeks. */
	readonly weeksKept: { readonly of13: WeeksKept; readonly of52: WeeksKept };
	readonly split: { readonly [K in "week" | "quarter" | "year" | "overall"]: Split };
	/** Every review in the order of its day. */
	readonly checkpoints: ReadonlyArray<Occurrence>;
	readonly leading: ReadonlyArray<Signal>;
	readonly lagging: ReadonlyArray<Signal>;
	readonly risks: ReadonlyArray<RiskSignal>;
	/** How many reviews, and how many milestones and targets together, are overdue. */
	readonly overdue: { readonly reviews: number; readonly targets: number };
}

/** What a snapshot is made of. Nothing in it changes any more. */
export interface SnapshotParts {
	readonly index: PlanIndex;
	readonly logged: Logged;
	readonly today: Day;
	readonly progress: ReadonlyMap<string, Progress>;
	readonly changed: Snapshot["changed"];
	readonly homes: () => Homes;
	readonly dues: () => ReadonlyArray<DueReview>;
	/** The most minutes that a day can give. */
	readonly maxMinutesPerDay: number;
}

/** Puts a snapshot together. */
export function assemble(parts: SnapshotParts): Snapshot {
	const { index, logged, today, progress, changed } = parts;
	const { plan, items } = index;
	const thisWeek = weekOf(today, plan.week.starts);
	const weekWith = (day: Day) => weekReport(parts, weekOf(day, plan.week.starts));
	const source = (item: Item) => sourceOf(parts, item, progress);
	const signals = (list: ReadonlyArray<Item>) => list.map((item) => signalOf(item, source(item), today));
	const phases = once(() => phaseProgress(plan, parts.homes(), progress, today));
	const tracks = once(() => trackProgress(plan, progress));
	const targets = once(() => targetProgress(plan, progress));
	const week = once(() => weekWith(today));
	const kept = once(() => ({ of13: weeksKept(finishedWeeks(parts), 13), of52: weeksKept(finishedWeeks(parts), 52) }));
	const split = once(() => {
		const spans = splitSpans(parts);
		return {
			week: splitOf(parts, spans.week),
			quarter: splitOf(parts, spans.quarter),
			year: splitOf(parts, spans.year),
			overall: splitOf(parts, spans.overall),
		};
	});
	const checkpoints = once(() => occurrences(parts.dues(), logged.reviews, today));
	const reviews = once(() =>
		[...logged.reviews.values()].flatMap((list) => [...reviewsOf(list).values()]).sort(compareLive),
	);
	const leading = once(() => signals(plan.leading));
	const lagging = once(() => signals(plan.lagging));
	const risks = once(() => plan.risks.map((risk) => riskSignal(risk, finishedWeeks(parts), thisWeek.start)));
	const overdue = once(() => ({
		reviews: checkpoints().filter(({ state }) => state === "overdue").length,
		targets: plan.items.filter(
			({ id, kind }) => (kind === "milestone" || kind === "target") && progress.get(id)?.state === "overdue",
		).length,
	}));
	return {
		plan,
		today,
		items,
		progress,
		progressOf: ({ id }) => progress.get(id) ?? nothing,
		aliases: index.aliases,
		trackOf: index.trackOf,
		changed,
		weekWith,
		splitWith: (day) => splitOf(parts, weekOf(day, plan.week.starts)),
		timeOver: (span) => weekReport(parts, span),
		splitOver: (span) => splitOf(parts, span),
		sourceOf: source,
		get phases() {
			return phases();
		},
		get elsewhere() {
			return parts.homes().elsewhere;
		},
		get tracks() {
			return tracks();
		},
		get targets() {
			return targets();
		},
		get week() {
			return week();
		},
		get weeksKept() {
			return kept();
		},
		get split() {
			return split();
		},
		get checkpoints() {
			return checkpoints();
		},
		get reviews() {
			return reviews();
		},
		get leading() {
			return leading();
		},
		get lagging() {
			return lagging();
		},
		get risks() {
			return risks();
		},
		get overdue() {
			return overdue();
		},
	};
}
