import * as l10n from "@vscode/l10n";
import type { Checkpoint, Item, Phase, Plan, Stage } from "../../plan/plan.ts";
import { planYears } from "../../plan/planYears.ts";
import type { Progress } from "../../progress/items/itemProgress.ts";
import { phaseOf } from "../../progress/phaseProgress.ts";
import type { LineState } from "../../review/reviewPageModel.ts";
import type { Day, Span } from "../../time/day.ts";
import { formatDuration } from "../../time/duration.ts";
import { dueDay } from "../../time/period.ts";
import type { Formatter } from "../text/formatter.ts";
import { itemKindText, itemStateText, reachedTexts } from "../text/itemText.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { yearText } from "../text/yearText.ts";
import type { OverviewTimeline, TimelineRow } from "./overviewPageModel.ts";

/** The days around everything. */
const margin = 14;
const shownKinds: ReadonlySet<string> = new Set(["outcome", "milestone", "target"]);

type Group = TimelineRow["group"];

/** The rows of items, each computed again only when its progress is a new object, and the groups of a plan. */
export class KnownRows {
	private rows = new WeakMap<Progress, TimelineRow>();
	private groups = new WeakMap<Plan, Groups>();
	private formatter: Formatter | undefined;

	/** The row for a progress; `make` computes it if it isn't known. */
	of(progress: Progress, formatter: Formatter, make: () => TimelineRow): TimelineRow {
		this.use(formatter);
		const row = this.rows.get(progress) ?? make();
		this.rows.set(progress, row);
		return row;
	}

	/** The groups of a plan. */
	groupsOf(source: ViewSource): Groups {
		this.use(source.formatter);
		const groups = this.groups.get(source.plan) ?? groupsOf(source);
		this.groups.set(source.plan, groups);
		return groups;
	}

	private use(formatter: Formatter): void {
		if (formatter !== this.formatter) {
			this.rows = new WeakMap();
			this.groups = new WeakMap();
			this.formatter = formatter;
		}
	}
}

/** Everything that has dates, as rows in the order of the plan, for each grouping. Hidden nodes have no row. */
export function overviewTimeline(source: ViewSource, known = new KnownRows()): OverviewTimeline {
	const groups = known.groupsOf(source);
	const rows = [...phaseRows(source), ...itemRows(source, groups, known), ...reviewRows(source, groups)];
	const { today, plan } = source;
	const shades = shadesOf(source);
	const [first, last] = daysOf(rows, Math.min(today, plan.start ?? today), Math.max(today, plan.start ?? today));
	const end = Math.max(last, today + 60);
	return {
		today,
		rows,
		groups: { phase: groups.phase, track: groups.track, year: groups.year },
		shades,
		start: first - margin,
		end: end + margin,
		years: yearsOf(source, first, end),
	};
}

/** The first and the last day of some rows and of two days. */
function daysOf(rows: ReadonlyArray<TimelineRow>, from: Day, to: Day): readonly [first: Day, last: Day] {
	let [first, last] = [from, to];
	for (const { bar, marks } of rows) {
		if (bar) {
			first = Math.min(first, bar.start);
			last = Math.max(last, (bar.end ?? bar.start + 180) - 1);
		}
		for (const { day } of marks) {
			first = Math.min(first, day);
			last = Math.max(last, day);
		}
	}
	return [first, last];
}

/** The first days of the years of the plan from one day to another, and the end of the last one. */
function yearsOf({ plan }: ViewSource, first: Day, last: Day): ReadonlyArray<number> {
	const years = planYears(plan, [first, last]);
	const [from, to] = [years.indexOf(first), years.indexOf(last)];
	const starts = Array.from({ length: to - from + 1 }, (_, index) => years.spanOf(from + index).start);
	return [...starts, years.spanOf(to).end];
}

interface Groups {
	readonly phase: ReadonlyArray<string>;
	readonly track: ReadonlyArray<string>;
	readonly year: ReadonlyArray<string>;
	readonly of: (item: Item) => Group;
}

/** The titles of the groups: phases first, reviews last, and what belongs nowhere before them. */
function groupsOf({ plan, formatter }: ViewSource): Groups {
	const items = plan.items.filter(isShown);
	const dayOf = ({ span }: Item) => dueDay(span) ?? span?.start ?? 0;
	const years = planYears(plan, items.map(dayOf));
	const used = [...new Set(items.map((item) => years.indexOf(dayOf(item))))].sort((a, b) => a - b);
	const trackIds = plan.tracks.map(({ id }) => id);
	const areaPhase = new Map(
		plan.phases.flatMap((phase) => phase.areas.flatMap(({ items: own }) => own.map((item) => [item, phase] as const))),
	);
	const stageTrack = new Map(
		plan.tracks.flatMap((track) =>
			track.stages.flatMap((stage) => stage.items.map((item) => [item, track.id] as const)),
		),
	);
	const named = (titles: ReadonlyArray<string>, rest: string) => [l10n.t("Phases"), ...titles, rest, l10n.t("Reviews")];
	const indexIn = (list: ReadonlyArray<unknown>, one: unknown) => list.indexOf(one) + 1 || list.length + 1;
	return {
		phase: named(
			plan.phases.map((phase) => formatter.title(phase)),
			l10n.t("Not in a phase"),
		),
		track: named(
			plan.tracks.map((track) => formatter.title(track)),
			l10n.t("No track"),
		),
		year: named(
			used.map((year) => yearText(plan, year)),
			l10n.t("No date"),
		),
		of: (item) => ({
			phase: indexIn(plan.phases, areaPhase.get(item) ?? phaseOf(plan.phases, item)),
			track: indexIn(trackIds, stageTrack.get(item) ?? item.track),
			year: indexIn(used, years.indexOf(dayOf(item))),
		}),
	};
}

function isShown({ kind, span }: Item): boolean {
	return shownKinds.has(kind) && span !== undefined;
}

/** Phases, then the stages of the tracks; both are in the first group of each grouping. */
function phaseRows(source: ViewSource): ReadonlyArray<TimelineRow> {
	const { plan, snapshot } = source;
	const shares = new Map<Phase | Stage, number | undefined>([
		...snapshot.phases.map(({ phase, share }) => [phase, share] as const),
		...snapshot.tracks.flatMap(({ stages }) => stages.map(({ stage, share }) => [stage, share] as const)),
	]);
	const stages = plan.tracks
		.filter((track) => !isHidden(track, source.formatter))
		.flatMap((track) =>
			track.stages.map((stage) => ({ node: stage, key: `stage:${track.id}:${stage.id}`, kind: "stage" as const })),
		);
	const phases = plan.phases.map((node) => ({ node, key: `phase:${node.id}`, kind: "phase" as const }));
	return [...phases, ...stages].flatMap(({ node, key, kind }) =>
		stretchRow(node, { key, kind, share: shares.get(node) }, source),
	);
}

function stretchRow(
	node: Phase | Stage,
	{ key, kind, share }: Pick<TimelineRow, "key"> & { kind: "phase" | "stage"; share: number | undefined },
	{ formatter, today }: ViewSource,
): ReadonlyArray<TimelineRow> {
	const { span } = node;
	if (!span || isHidden(node, formatter)) {
		return [];
	}
	const state = stretchState(span, today);
	return [
		{
			key,
			kind,
			kindText: kind === "phase" ? l10n.t("phase") : l10n.t("stage"),
			title: formatter.title(node),
			stateText: share === undefined ? stretchWord(state) : `${stretchWord(state)}, ${formatter.rounded(share)}`,
			dates: formatter.dates(span),
			state,
			bar: barOf(span),
			marks: [],
			...(share === undefined ? {} : { share }),
			group: { phase: 0, track: 0, year: 0 },
			isOpen: state !== "done",
			isDue: false,
			canLog: false,
			canReplan: span.end !== undefined,
		},
	];
}

function stretchState({ start, end }: Span, today: Day): "done" | "started" | "open" {
	if (end !== undefined && end <= today) {
		return "done";
	}
	return start <= today ? "started" : "open";
}

function stretchWord(state: "done" | "started" | "open"): string {
	switch (state) {
		case "done":
			return l10n.t("past");
		case "started":
			return l10n.t("current");
		case "open":
			return l10n.t("upcoming");
	}
}

function barOf({ start, end }: Span): { readonly start: number; readonly end: number | null } {
	return { start, end: end ?? null };
}

function itemRows(source: ViewSource, groups: Groups, known: KnownRows): ReadonlyArray<TimelineRow> {
	const { plan, snapshot, formatter } = source;
	return plan.items.flatMap((item) => {
		const { span } = item;
		if (!span || !isShown(item) || isHidden(item, formatter)) {
			return [];
		}
		const progress = snapshot.progressOf(item);
		return [known.of(progress, formatter, () => itemRow({ ...item, span }, progress, formatter, groups.of(item)))];
	});
}

function itemRow(
	item: Item & { readonly span: Span },
	progress: Progress,
	formatter: Formatter,
	group: Group,
): TimelineRow {
	const { span, kind } = item;
	const { state, share, dueSoon } = progress;
	const due = dueDay(span);
	const isMark = kind === "milestone" && due !== undefined;
	const stateText = [itemStateText(progress), ...reachedTexts(item, progress, formatter)].join(", ");
	return {
		key: `item:${item.id}`,
		kind: kind as "outcome" | "milestone" | "target",
		kindText: itemKindText(kind),
		title: formatter.title(item),
		stateText,
		dates: isMark ? formatter.date(due) : formatter.dates(span),
		state: state as LineState,
		...(isMark ? {} : { bar: barOf(span) }),
		marks: isMark ? [{ day: due, isDone: state === "done", text: formatter.date(due) }] : [],
		...(share === undefined ? {} : { share }),
		group,
		isOpen: state !== "done" && state !== "dropped",
		isDue: state === "overdue" || dueSoon,
		canLog: item.needs.length === 0 && state !== "dropped",
		canReplan: due !== undefined && state !== "dropped",
	};
}

/** A row for each checkpoint, with a mark for each of its reviews. */
function reviewRows({ plan, snapshot, formatter, today }: ViewSource, groups: Groups): ReadonlyArray<TimelineRow> {
	const group = { phase: groups.phase.length - 1, track: groups.track.length - 1, year: groups.year.length - 1 };
	return plan.checkpoints.flatMap((checkpoint: Checkpoint): ReadonlyArray<TimelineRow> => {
		const own = snapshot.checkpoints.filter((each) => each.checkpoint.id === checkpoint.id);
		if (own.length === 0 || isHidden(checkpoint, formatter)) {
			return [];
		}
		const next = own.find(({ state }) => state !== "reviewed" && state !== "missed");
		const isDue = own.some(({ state }) => state === "due" || state === "overdue");
		const openState = next ? "open" : "done";
		const isOverdue = own.some(({ state }) => state === "overdue");
		return [
			{
				key: `review:${checkpoint.id}`,
				kind: "review",
				kindText: l10n.t("review"),
				title: formatter.title(checkpoint),
				stateText: next ? l10n.t("due {0}", formatter.relative(next.day, today)) : l10n.t("done"),
				dates: next ? formatter.date(next.day) : "",
				state: isOverdue ? "overdue" : openState,
				marks: own.map(({ day, review }) => ({
					day: review?.day ?? day,
					isDone: review !== undefined,
					text: review ? l10n.t("held {0}", formatter.date(review.day)) : formatter.date(day),
				})),
				group,
				isOpen: next !== undefined,
				isDue,
				canLog: true,
				canReplan: false,
			},
		];
	});
}

function shadesOf({ plan, formatter }: ViewSource): OverviewTimeline["shades"] {
	return [
		...plan.timeOff.flatMap(({ span, why }) =>
			span.end === undefined
				? []
				: [
						{
							start: span.start,
							end: span.end,
							kind: "off" as const,
							kindText: l10n.t("time off"),
							title: why === undefined ? "" : formatter.plain(why),
							dates: formatter.dates(span),
						},
					],
		),
		...plan.slips.map(({ at, by, why }) => ({
			start: at,
			end: at + 1,
			kind: "slip" as const,
			kindText: l10n.t("Moved by {0} from here", formatDuration(by)),
			title: why === undefined ? "" : formatter.plain(why),
			dates: formatter.date(at),
		})),
	];
}
