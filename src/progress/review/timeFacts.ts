import { addMonths, formatDay, type Span } from "../../plan/day.ts";
import type { Snapshot } from "../assemble.ts";
import type { Split } from "../split.ts";
import { weekOf } from "../week.ts";
import { type Fact, type FactOf, hiding } from "./facts.ts";

/** Weeks that are kept; of a longer period the last ones. Likewise months of the split. */
const maxWeeks = 160;
const maxMonths = 180;

/** Hours by commitment, and what was spent on other things. */
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
				...hiding(commitment),
			}),
		),
		...(minutes > 0 ? [{ fact: "hours", title: "", minutes, low: 0, high: 0 } as const] : []),
	];
}

/** The weeks that the period touches. */
export function weekFacts(snapshot: Snapshot, period: Required<Span>): ReadonlyArray<Fact> {
	const { starts } = snapshot.plan.week;
	const facts: Array<Fact> = [];
	const first = Math.max(period.start, period.end - 7 * maxWeeks);
	// Of a review whose time is still to come there is nothing to show yet.
	const end = Math.min(period.end, snapshot.today + 1);
	for (let { start } = weekOf(first, starts); start < end; start += 7) {
		const { minutes, aim } = snapshot.weekWith(start);
		const running = start + 7 > snapshot.today ? { running: true as const } : {};
		facts.push({ fact: "week", start: formatDay(start), minutes, ...aim, ...running });
	}
	return facts;
}

/** The tracks: how time was split between them in the period, and in each month since the start. */
export function trackFacts(snapshot: Snapshot, period: Required<Span>): ReadonlyArray<Fact> {
	const months = monthsBefore(snapshot, period).map((span) => ({ span, split: snapshot.splitOver(span) }));
	return snapshot.splitOver(period).tracks.map(({ track, ...time }, index): FactOf<"track"> => {
		const ofMonths = months.map(({ span, split }) => ({
			start: formatDay(span.start),
			...timeOf(split.tracks[index]),
		}));
		return { fact: "track", id: track.id, title: track.title, ...timeOf(time), months: ofMonths, ...hiding(track) };
	});
}

function timeOf(time: Omit<Split["tracks"][number], "track"> | undefined) {
	const { minutes = 0, share, planned } = time ?? {};
	return {
		minutes,
		...(share === undefined ? {} : { share }),
		...(planned === undefined ? {} : { planned }),
	};
}

/** The months of the plan up to the end of the period, the last one perhaps not whole. */
function monthsBefore({ plan, today }: Snapshot, period: Required<Span>): ReadonlyArray<Required<Span>> {
	const first = Math.min(plan.start ?? period.start, period.start);
	const end = Math.min(period.end, today + 1);
	const spans: Array<Required<Span>> = [];
	for (let count = 0; addMonths(first, count) < end; count++) {
		spans.push({ start: addMonths(first, count), end: Math.min(addMonths(first, count + 1), end) });
	}
	return spans.slice(-maxMonths);
}
