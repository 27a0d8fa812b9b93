import { formatHours } from "../../amount/hours.ts";
import { type Day, spanContains } from "../../time/day.ts";
import type { TextEdit } from "../../util/textEdit.ts";
import type { TextRange } from "../../util/textRange.ts";
import { findHoursOutOfRange, findUnevenShares } from "../checkPlan.ts";
import type { Dated, Track } from "../plan.ts";
import { pathAt } from "../syntax/syntaxPath.ts";
import { type ChildRef, nodeRange } from "../syntax/syntaxTree.ts";
import { type FixDraft, fixDraft } from "./fix.ts";
import { type FixContext, rewrite } from "./fixContext.ts";

/** Adjusts the share of one track, for each track in turn, so that the sum is 100%; or scales all of them. */
export function fixShares(context: FixContext): ReadonlyArray<FixDraft> {
	const { plan, root } = context;
	const uneven = plan && findUnevenShares(plan);
	if (!root || !uneven) {
		return [];
	}
	const { day, sum } = uneven;
	const held = plan.tracks.filter(({ shares }) => shares.length > 0).map((track) => holding(track, root, day));
	const known = held.flatMap((each) => each ?? []);
	const scale = known.length === held.length ? [scaled(context, known, sum)] : [];
	const single = known.flatMap(({ track, range, value }): ReadonlyArray<FixDraft> => {
		const share = Math.round((value + 1 - sum) * 1000) / 10;
		return share < 0 || share > 100
			? []
			: [fixDraft("set-share", [track.title, `${share}%`], rewrite(context, range, `${share}%`))];
	});
	return [...scale, ...single];
}

interface HeldShare {
	readonly track: Track;
	readonly value: number;
	/** Where it is written. */
	readonly range: TextRange;
}

/** The written share that applies on a day; undefined if the day is between two periods. */
function holding(track: Track, root: ChildRef, day: Day): HeldShare | undefined {
	const share = entryOn(track.shares, day);
	const range = share && valueRange(root, share);
	return share && range && { track, value: share.value, range };
}

function entryOn<T>(values: ReadonlyArray<Dated<T>>, day: Day): Dated<T> | undefined {
	return values.find(({ span }) => !span || spanContains(span, day));
}

/** The range of a dated value: after its key, if it has one. */
function valueRange(root: ChildRef, { when, range }: Dated<unknown>): TextRange | undefined {
	if (!when) {
		return range;
	}
	const step = pathAt(root, range.start).path.at(-1);
	const value = step?.node.kind === "map" ? step.node.pairs[step.index]?.value : undefined;
	return value && nodeRange(value.node);
}

function scaled(context: FixContext, shares: ReadonlyArray<HeldShare>, sum: number): FixDraft {
	const percents = shares.map(({ value }) => Math.round((value / sum) * 100));
	// Rounding can leave a percent or two, which goes to the largest share.
	const largest = percents.indexOf(Math.max(...percents));
	const rest = 100 - percents.reduce((total, each) => total + each, 0);
	const edits: Array<TextEdit> = [];
	for (const [index, { range }] of shares.entries()) {
		const made = rewrite(context, range, `${(percents[index] ?? 0) + (index === largest ? rest : 0)}%`);
		if (typeof made === "string") {
			return fixDraft("scale-shares", [], made);
		}
		edits.push(...made);
	}
	return fixDraft("scale-shares", [], edits);
}

/** Sets the weekly target to the sum of the commitments. */
export function fixHours(context: FixContext): ReadonlyArray<FixDraft> {
	const { plan, root } = context;
	const outside = plan && findHoursOutOfRange(plan);
	const range = root && outside && valueRange(root, outside.written);
	if (!outside || !range) {
		return [];
	}
	const hours = formatHours(outside.sum);
	return [fixDraft("set-hours", [hours], rewrite(context, range, hours))];
}
