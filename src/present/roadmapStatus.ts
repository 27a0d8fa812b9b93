import { formatDay, type Span } from "../plan/day.ts";
import type { Item } from "../plan/plan.ts";
import type { Pace } from "../progress/weekReport.ts";
import type { ViewSource } from "./viewSource.ts";
import type {
	ItemStatus,
	PaceStatus,
	PhaseStatus,
	ReviewStatus,
	RoadmapStatus,
	StatusOptions,
	WeekStatus,
} from "./waymarkApi.ts";

/** Where the roadmap stands, as plain values for other programs. */
export function roadmapStatus(source: ViewSource, { includePrivate = false }: StatusOptions = {}): RoadmapStatus {
	const { plan, snapshot, words, ledger } = source;
	const isShown: IsShown = (node) => includePrivate || !node?.private;
	const timer = ledger.timers().current;
	const timed = timer && (source.aliases.idOf(timer.entry.on) ?? timer.entry.on);
	return {
		title: words.discreet ? "" : plan.title,
		today: formatDay(source.today),
		week: weekStatus(source, isShown),
		phases: snapshot.phases
			.filter(({ phase }) => isShown(phase))
			.map(
				({ phase, tense, share }): PhaseStatus => ({
					id: phase.id,
					title: words.title(phase),
					state: tense,
					...ends(phase.span),
					...(share === undefined ? {} : { share }),
				}),
			),
		items: plan.items.filter(isShown).map((item) => itemStatus(source, item, isShown)),
		reviews: snapshot.checkpoints
			.filter(({ checkpoint }) => isShown(checkpoint))
			.map(
				({ checkpoint, occurrence, day, state }): ReviewStatus => ({
					checkpoint: checkpoint.id,
					occurrence,
					title: words.title(checkpoint),
					due: formatDay(day),
					state,
				}),
			),
		overdue: snapshot.overdue,
		...(timer && timed !== undefined && isShown(plan.byId.get(timed))
			? { timer: { on: timed, since: timer.entry.at } }
			: {}),
	};
}

/** Whether something may be told of; what the plan does not know is nothing private. */
type IsShown = (node: { readonly private: boolean } | undefined) => boolean;

function weekStatus({ snapshot, words }: ViewSource, isShown: IsShown): WeekStatus {
	const { week } = snapshot;
	return {
		start: formatDay(week.span.start),
		end: formatDay(week.span.end - 1),
		...paceStatus(week),
		commitments: week.commitments
			.filter(({ commitment }) => isShown(commitment))
			.map((each) => ({
				id: each.commitment.id,
				title: words.title(each.commitment),
				...paceStatus(each),
			})),
	};
}

function paceStatus({ minutes, aim: { low, high }, state }: Pace): PaceStatus {
	return { minutes, aim: { low, high }, state };
}

function itemStatus({ plan, snapshot, words }: ViewSource, item: Item, isShown: IsShown): ItemStatus {
	const { share, value, state, due, dueSoon } = snapshot.progressOf(item);
	const { id, kind, goal, track } = item;
	const isMoney = words.discreet && goal?.currency !== undefined;
	return {
		id,
		title: words.title(item),
		kind,
		state,
		...(share === undefined ? {} : { share }),
		...(value === undefined || isMoney ? {} : { value }),
		...(goal === undefined || isMoney ? {} : { goal: goal.text }),
		...(due === undefined ? {} : { due: formatDay(due) }),
		dueSoon,
		...(track === undefined || !isShown(plan.byId.get(track)) ? {} : { track }),
	};
}

function ends(span: Span | undefined): Pick<PhaseStatus, "start" | "end"> {
	return {
		...(span === undefined ? {} : { start: formatDay(span.start) }),
		...(span?.end === undefined ? {} : { end: formatDay(span.end - 1) }),
	};
}
