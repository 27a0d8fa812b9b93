import { isListedAlone } from "../plan/parts.ts";
import type { Item } from "../plan/plan.ts";
import { aimItems, outlookOf } from "../progress/forecast/aim.ts";
import type { Forecast } from "../progress/forecast/forecast.ts";
import { rollup } from "../progress/items/rollup.ts";
import type { HabitWeek } from "../progress/week/habitWeek.ts";
import type { Pace, WeekReport } from "../progress/week/weekReport.ts";
import { formatDay, type Span } from "../time/day.ts";
import { chanceStep } from "../viewmodel/forecast/forecastText.ts";
import type { Formatter } from "../viewmodel/text/formatter.ts";
import { isPrivateEntry, privateNodes, withoutPrivate } from "../viewmodel/text/privacy.ts";
import type { ViewSource } from "../viewmodel/text/viewSource.ts";
import type {
	AimStatus,
	HabitStatus,
	ItemStatus,
	PaceStatus,
	PhaseStatus,
	ReviewStatus,
	RoadmapStatus,
	StatusOptions,
	WeekStatus,
} from "./waymarkApi.ts";

/**
 * The status of the roadmap, as plain values for other programs. Private items are left out of sums as well, so that
 * they cannot be inferred.
 */
export function roadmapStatus(source: ViewSource, { includePrivate = false }: StatusOptions = {}): RoadmapStatus {
	const { snapshot, formatter, ledger } = source;
	const withPrivate = includePrivate && !formatter.discreet;
	const plan = withPrivate ? source.plan : withoutPrivate(source.plan);
	const isShown: IsShown = (node) => withPrivate || !node?.private;
	const timer = ledger.timers().current;
	const timed = timer && (source.aliases.idOf(timer.entry.on) ?? timer.entry.on);
	const reviews = snapshot.checkpoints.filter(({ checkpoint }) => isShown(checkpoint));
	return {
		title: formatter.discreet ? "" : plan.title,
		today: formatDay(source.today),
		week: {
			...weekStatus(withPrivate ? snapshot.week : snapshot.weekOfPart(plan), formatter),
			habits: snapshot.habits
				.filter(
					({ node }) => isShown(node) && !(formatter.discreet && "kind" in node && node.goal?.currency !== undefined),
				)
				.map((each) => habitStatus(each, formatter)),
			...(withPrivate || privateNodes(source.plan).length === 0 ? {} : { privateLeftOut: true }),
		},
		phases: snapshot.phases
			.filter(({ phase }) => isShown(phase))
			.map(({ phase, tense, milestones, targets }): PhaseStatus => {
				const items = [...phase.areas.flatMap((area) => area.items), ...milestones, ...targets];
				const share = rollup(items.filter(isShown), snapshot.progress, phase.span === undefined);
				return {
					id: phase.id,
					title: formatter.title(phase),
					state: tense,
					...ends(phase.span),
					...(share === undefined ? {} : { share }),
				};
			}),
		items: plan.items.map((item) => itemStatus(source, item, isShown)),
		aim: aimItems(source.plan, snapshot.items)
			.filter(isShown)
			.map((item) => aimStatus(item, source)),
		reviews: reviews.flatMap(
			({ checkpoint, occurrence, day, state }): ReadonlyArray<ReviewStatus> =>
				typeof occurrence === "number"
					? [{ checkpoint: checkpoint.id, occurrence, title: formatter.title(checkpoint), due: formatDay(day), state }]
					: [],
		),
		overdue: {
			reviews: reviews.filter(({ state }) => state === "overdue").length,
			targets: plan.items.filter(
				(item) =>
					(item.kind === "milestone" || item.kind === "target") &&
					isListedAlone(item) &&
					snapshot.progressOf(item).state === "overdue",
			).length,
		},
		...(timer && timed !== undefined && (withPrivate || !isPrivateEntry(timer.entry, source))
			? { timer: { on: timed, since: timer.entry.at } }
			: {}),
	};
}

/** Whether something may be included; IDs that the plan does not know are not private. */
type IsShown = (node: { readonly private: boolean } | undefined) => boolean;

function habitStatus({ node, unit, count, aim, state }: HabitWeek, formatter: Formatter): HabitStatus {
	return { id: node.id, title: formatter.title(node), unit, count, aim, state };
}

function weekStatus(week: WeekReport, formatter: Formatter): Omit<WeekStatus, "habits"> {
	return {
		start: formatDay(week.span.start),
		end: formatDay(week.span.end - 1),
		...paceStatus(week),
		commitments: week.commitments.map((each) => ({
			id: each.commitment.id,
			title: formatter.title(each.commitment),
			...paceStatus(each),
		})),
	};
}

function paceStatus({ minutes, aim: { low, high }, state }: Pace): PaceStatus {
	return { minutes, aim: { low, high }, state };
}

function itemStatus({ plan, snapshot, formatter }: ViewSource, item: Item, isShown: IsShown): ItemStatus {
	const { share, value, state, due, dueSoon } = snapshot.progressOf(item);
	const { id, kind, goal, track, optional, partOf } = item;
	const isMoney = formatter.discreet && goal?.currency !== undefined;
	return {
		id,
		title: formatter.title(item),
		kind,
		state,
		...(share === undefined ? {} : { share }),
		...(value === undefined || isMoney ? {} : { value }),
		...(goal === undefined || isMoney ? {} : { goal: goal.text }),
		...(due === undefined ? {} : { due: formatDay(due) }),
		dueSoon,
		...(optional ? { optional } : {}),
		...(partOf === undefined ? {} : { partOf }),
		...(track === undefined || !isShown(plan.byId.get(track)) ? {} : { track }),
		...forecastStatus(snapshot.forecasts.known(item)),
	};
}

function aimStatus(item: Item, { snapshot }: ViewSource): AimStatus {
	const { forecasts } = snapshot;
	const isDone = snapshot.progressOf(item).state === "done";
	const isKnown = isDone || (forecasts.isOn && forecasts.has(item));
	return { id: item.id, ...(isKnown ? { outlook: outlookOf(isDone, forecasts.known(item)) } : {}) };
}

/** What is known of a forecast: all are, where the status is read for others. */
function forecastStatus(forecast: Forecast | undefined): Pick<ItemStatus, "forecast"> {
	if (!forecast) {
		return {};
	}
	const chance = "chance" in forecast ? forecast.chance : undefined;
	return {
		forecast: {
			state: forecast.state,
			...(chance === undefined ? {} : { chance: chanceStep(chance) }),
			...(forecast.state === "expected" ? { half: formatDay(forecast.half), likely: formatDay(forecast.likely) } : {}),
		},
	};
}

function ends(span: Span | undefined): Pick<PhaseStatus, "start" | "end"> {
	return {
		...(span === undefined ? {} : { start: formatDay(span.start) }),
		...(span?.end === undefined ? {} : { end: formatDay(span.end - 1) }),
	};
}
