import { hoursOutside, unevenShares } from "../checkPlan.ts";
import { contains, type Day } from "../day.ts";
import type { TextEdit } from "../edit/textEdit.ts";
import type { Dated, Plan, Track } from "../plan.ts";
import type { TextRange } from "../problem.ts";
import { formatHours } from "../scalars.ts";
import { spotAt } from "../spot.ts";
import { type Edge, rangeAt } from "../syntax.ts";
import { type Draft, draft } from "./fix.ts";
import { type FixContext, rewrite } from "./fixContext.ts";

/** The share of one track, of each in turn, takes up the difference to 100%; or all are scaled. */
export function fixShares(context: FixContext): ReadonlyArray<Draft> {
	const { plan, root } = context;
	const uneven = plan && unevenShares(plan);
	if (!root || !uneven) {
		return [];
	}
	const { day, sum } = uneven;
	const held = plan.tracks.filter(({ shares }) => shares.length > 0).map((track) => holding(track, root, day));
	const known = held.flatMap((each) => each ?? []);
	const scale = known.length === held.length ? [scaled(context, known, sum)] : [];
	const single = known.flatMap(({ track, range, value }): ReadonlyArray<Draft> => {
		const share = Math.round((value + 1 - sum) * 1000) / 10;
		return share < 0 || share > 100
			? []
			: [draft("set-share", [track.title, `${share}%`], rewrite(context, range, `${share}%`))];
	});
	return [...scale, ...single];
}

interface HeldShare {
	readonly track: Track;
	readonly value: number;
	/** Where it is written. */
	readonly range: TextRange;
}

/** The written share that holds on a day; undefined where the day lies between two. */
function holding(track: Track, root: Edge, day: Day): HeldShare | undefined {
	const share = entryOn(track.shares, day);
	const range = share && valueRange(root, share);
	return share && range && { track, value: share.value, range };
}

function entryOn<T>(values: ReadonlyArray<Dated<T>>, day: Day): Dated<T> | undefined {
	return values.find(({ span }) => !span || contains(span, day));
}

/** Where a dated value is written: behind its key, where it has one. */
function valueRange(root: Edge, { when, range }: Dated<unknown>): TextRange | undefined {
	if (!when) {
		return range;
	}
	const step = spotAt(root, range.start).path.at(-1);
	const value = step?.node.kind === "map" ? step.node.pairs[step.index]?.value : undefined;
	return step && value && rangeAt(value, step.start);
}

function scaled(context: FixContext, shares: ReadonlyArray<HeldShare>, sum: number): Draft {
	const percents = shares.map(({ value }) => Math.round((value / sum) * 100));
	// Rounding may leave a percent or two: the largest share can bear it best.
	const largest = percents.indexOf(Math.max(...percents));
	const rest = 100 - percents.reduce((total, each) => total + each, 0);
	const edits: Array<TextEdit> = [];
	for (const [index, { range }] of shares.entries()) {
		const made = rewrite(context, range, `${(percents[index] ?? 0) + (index === largest ? rest : 0)}%`);
		if (typeof made === "string") {
			return draft("scale-shares", [], made);
		}
		edits.push(...made);
	}
	return draft("scale-shares", [], edits);
}

/** The aim of the week becomes the sum of the commitments. */
export function fixHours(context: FixContext): ReadonlyArray<Draft> {
	const { plan, root } = context;
	const outside = plan && hoursOutside(plan);
	const entry = outside && aimOn(plan, outside.day);
	const range = root && entry && valueRange(root, entry);
	if (!outside || !range) {
		return [];
	}
	const hours = formatHours(outside.sum);
	return [draft("set-hours", [hours], rewrite(context, range, hours))];
}

/** The aim that counts on a day, also before the first period and between two. */
function aimOn({ week }: Plan, day: Day): Dated<unknown> | undefined {
	return week.hours.findLast(({ span }) => !span || span.start <= day) ?? week.hours[0];
}
