import { addMonths, formatDay, type Span } from "../../time/day.ts";
import { weekOf } from "../../time/week.ts";
import type { Snapshot } from "../assembleSnapshot.ts";
import type { TimeSplit } from "../timeSplit.ts";
import { type Fact, type FactOf, privacyField } from "./reviewFact.ts";

/** The maximum number of stored weeks, and of months of the split: the last ones. */
const maxWeeks = 160;
const maxMonths = 180;

/** Time by commitment, and all other time. */
export function hoursFacts(snapshot: Snapshot, period: Required<Span>): ReadonlyArray<Fact> {
	const { commitments, other } = snapshot.timeOver(period);
	const minutes = other.reduce((sum, each) => sum + each.minutes, 0);
	return [
		...commitments.map(
			({ commitment, minutes: spent, aim }): FactOf<"hours"> => ({
				fact: "hours",
				id: commitment.id,
				title: commitment.title,
				minutes: spent,
				...aim,
				...privacyField(commitment),
			}),
		),
		...(minutes > 0 ? [{ fact: "hours", title: "", minutes, low: 0, high: 0 } as const] : []),
	];
}

/** What was done of each habit. */
export function habitFacts(snapshot: Snapshot, period: Required<Span>): ReadonlyArray<Fact> {
	// The last weeks, as for the hours; weeks in the future have nothing to show.
	const start = Math.max(period.start, period.end - 7 * maxWeeks);
	const days = { start, end: Math.min(period.end, snapshot.today + 1) };
	return snapshot.habitsOver(days).map(
		({ node, unit, count, weeks }): FactOf<"habit"> => ({
			fact: "habit",
			id: node.id,
			title: node.title,
			unit,
			count,
			kept: weeks.kept,
			weeks: weeks.of,
			...("goal" in node && node.goal ? { goal: node.goal.text } : {}),
			...privacyField(node),
		}),
	);
}

/** The weeks that overlap with the period. @param most the last ones of them */
export function weekFacts(snapshot: Snapshot, period: Required<Span>, most = maxWeeks): ReadonlyArray<Fact> {
	const { starts } = snapshot.plan.week;
	const facts: Array<Fact> = [];
	const first = Math.max(period.start, period.end - 7 * most);
	// Weeks in the future have nothing to show.
	const end = Math.min(period.end, snapshot.today + 1);
	for (let { start } = weekOf(first, starts); start < end; start += 7) {
		const { minutes, aim } = snapshot.weekWith(start);
		const running = start + 7 > snapshot.today ? { running: true as const } : {};
		facts.push({ fact: "week", start: formatDay(start), minutes, ...aim, ...running });
	}
	return facts;
}

/** How time was split between the tracks in the period, and in each month since the start. */
export function trackFacts(snapshot: Snapshot, period: Required<Span>): ReadonlyArray<Fact> {
	const months = monthsBefore(snapshot, period).map((span) => ({ span, split: snapshot.splitOver(span) }));
	return snapshot.splitOver(period).tracks.map(({ track, ...time }, index): FactOf<"track"> => {
		const ofMonths = months.map(({ span, split }) => ({
			start: formatDay(span.start),
			...timeOf(split.tracks[index]),
		}));
		return {
			fact: "track",
			id: track.id,
			title: track.title,
			...timeOf(time),
			months: ofMonths,
			...privacyField(track),
		};
	});
}

function timeOf(time: Omit<TimeSplit["tracks"][number], "track"> | undefined) {
	const { minutes = 0, share, planned } = time ?? {};
	return {
		minutes,
		...(share === undefined ? {} : { share }),
		...(planned === undefined ? {} : { planned }),
	};
}

/** The months of the plan up to the end of the period; the last one may be incomplete. */
function monthsBefore({ plan, today }: Snapshot, period: Required<Span>): ReadonlyArray<Required<Span>> {
	const first = Math.min(plan.start ?? period.start, period.start);
	const end = Math.min(period.end, today + 1);
	const spans: Array<Required<Span>> = [];
	for (let count = 0; addMonths(first, count) < end; count++) {
		spans.push({ start: addMonths(first, count), end: Math.min(addMonths(first, count + 1), end) });
	}
	return spans.slice(-maxMonths);
}
