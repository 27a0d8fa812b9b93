import {
	movedByRepair,
	type RepairOption,
	type RepairState,
	repairOptions,
} from "../logging/backOnTrack/planRepairs.ts";
import type { MovedDate } from "../logging/planChange.ts";
import { type OffTrack, offItem, offTrack } from "../progress/backOnTrack/offTrack.ts";
import type { PlanRepair } from "../progress/backOnTrack/planRepair.ts";
import { weekdaysText } from "../progress/backOnTrack/weekRepairs.ts";
import { type Day, formatDay } from "../time/day.ts";
import { chanceStep } from "../viewmodel/forecast/forecastText.ts";
import type { Formatter } from "../viewmodel/text/formatter.ts";
import { isPrivateEntry } from "../viewmodel/text/privacy.ts";
import type { ViewSource } from "../viewmodel/text/viewSource.ts";

/** The maximum number of things that are off track, the worst: each way back takes a plan of its own to check. */
const mostOff = 10;
/** The maximum number of dates that a way back moves. */
const mostMoved = 40;

/**
 * What is off track, worst first, with the ways back, for a language model. Private items are left out, and the week is where
 * private time counts in it.
 *
 * @param on the ID of an item to look at; undefined for everything
 */
export function repairsForModel(state: RepairState, source: ViewSource, on?: string): object {
	const isPrivateWeek = hasPrivateTime(source);
	const all = offTrack(state.snapshot).filter((off) => on === undefined || (off.kind === "item" && off.item.id === on));
	const shown = all.filter((off) => isPublic(off) && !(off.kind === "weeks" && isPrivateWeek));
	const listed = shown.slice(0, mostOff);
	return {
		offTrack: listed.map((off) => ({
			...offStatus(off, source.formatter),
			options: repairOptions(state, off).map((option) => optionStatus(option, off, state, source.formatter)),
		})),
		...(shown.length > listed.length ? { leftOut: shown.length - listed.length } : {}),
		...(isPrivateWeek ? { weekLeftOut: "private time counts in it" } : {}),
		units:
			"times in minutes per week, rates per week, chances by the due date from 0 to 1, days as YYYY-MM-DD; chances are estimates, never certain",
		apply: "Nothing was changed. Only the user can, with the command Roadmap: Get Back on Track...",
	};
}

function isPublic(off: OffTrack): boolean {
	switch (off.kind) {
		case "weeks":
			return true;
		case "phase":
			return !off.phase.private;
		case "item":
			return !off.item.private;
	}
}

function hasPrivateTime(source: ViewSource): boolean {
	const { plan, ledger } = source;
	return (
		plan.commitments.some((commitment) => commitment.private) ||
		ledger.between().some(({ entry }) => entry.type === "time" && isPrivateEntry(entry, source))
	);
}

function offStatus(off: OffTrack, formatter: Formatter): object {
	switch (off.kind) {
		case "weeks":
			return { what: "week", kept: off.kept.kept, of: off.kept.of };
		case "phase":
			return {
				what: "phase",
				id: off.phase.id,
				title: formatter.title(off.phase),
				late: off.late.filter((item) => !item.private).map(({ id }) => id),
			};
		case "item": {
			const { reason } = off;
			return {
				what: "item",
				id: off.item.id,
				title: formatter.title(off.item),
				reason: reason.kind,
				due: formatDay(reason.due),
				...(reason.kind === "unlikely" ? { chance: chanceStep(reason.chance) } : {}),
			};
		}
	}
}

function optionStatus(
	{ repair, result }: RepairOption,
	off: OffTrack,
	state: RepairState,
	formatter: Formatter,
): object {
	const { before, after } = { before: undefined, after: undefined, ...repair };
	const moved = typeof result === "string" ? [] : movedByRepair(state, result).filter(({ node }) => !node.private);
	return {
		option: repair.kind,
		...(before === undefined ? {} : { chanceNow: chanceStep(before) }),
		...(after === undefined ? {} : { chanceThen: chanceStep(after) }),
		...repairStatus(repair, off, formatter),
		...(moved.length === 0 ? {} : { moves: moved.slice(0, mostMoved).map((each) => moveStatus(each, formatter)) }),
		...(typeof result === "string" ? { notPossible: result } : {}),
		changesPlan: repair.steps.length > 0,
	};
}

function moveStatus({ node, was, now }: MovedDate, formatter: Formatter): object {
	const text = (day: Day | undefined) => (day === undefined ? null : formatDay(day));
	return { title: formatter.title(node), was: text(was), now: text(now) };
}

function repairStatus(repair: PlanRepair, off: OffTrack, formatter: Formatter): object {
	const item = offItem(off);
	const isMoney = formatter.discreet && item?.goal?.currency !== undefined;
	switch (repair.kind) {
		case "more": {
			const { rate, neededRate, cost } = repair;
			const isHidden = cost?.commitment?.private === true;
			return {
				...(isMoney
					? { timesAsMuch: rounded(neededRate / rate) }
					: { rate: rounded(rate), neededRate: rounded(neededRate) }),
				...(cost && !isHidden
					? { minutesNow: Math.round(cost.now), minutesMore: Math.round(cost.more), fits: cost.fits }
					: {}),
				...(cost?.commitment && !isHidden ? { commitment: cost.commitment.id } : {}),
			};
		}
		case "later": {
			const { due, phase } = repair;
			return {
				due: formatDay(due),
				...(phase && !phase.private ? { endsAfterPhase: phase.id } : {}),
			};
		}
		case "less":
			return isMoney ? {} : { goal: repair.goal };
		case "drop":
			return { neededBy: repair.dependents.filter((each) => !each.private).map(({ id }) => id) };
		default:
			return weekStatus(repair);
	}
}

function weekStatus(repair: Exclude<PlanRepair, { readonly kind: "more" | "later" | "less" | "drop" }>): object {
	switch (repair.kind) {
		case "slip":
			return { from: formatDay(repair.at), months: repair.months };
		case "smaller":
			return { minutes: repair.level, wouldHaveBeenKept: repair.kept, of: repair.of };
		case "split":
			return { minutes: repair.parts.map(({ commitment, was, now }) => ({ id: commitment.id, was, now })) };
		case "days":
			return { days: weekdaysText(repair.days) };
		case "timeOff":
			return { first: formatDay(repair.first), last: formatDay(repair.last) };
	}
}

function rounded(amount: number): number {
	return Number(amount.toPrecision(2));
}
