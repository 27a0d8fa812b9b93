import { formatHours, type Hours } from "../../amount/hours.ts";
import { valueOn } from "../../plan/datedValues.ts";
import type { Commitment } from "../../plan/plan.ts";
import { formatDay, spanContains } from "../../time/day.ts";
import type { RepairContext, RepairStep } from "./planRepair.ts";

/** Hours change in quarters of an hour. */
export const quarterHour = 15;

/** The commitments with hours on the day from which they may change. */
export function currentCommitments({
	snapshot: { plan },
	easeFrom,
}: RepairContext): ReadonlyArray<{ readonly commitment: Commitment; readonly hours: Hours }> {
	return plan.commitments.flatMap((commitment) => {
		const hours =
			!commitment.span || spanContains(commitment.span, easeFrom) ? valueOn(commitment.hours, easeFrom) : undefined;
		return hours ? [{ commitment, hours }] : [];
	});
}

/** Changes the hours of a commitment, or of the week without one. */
export function changedHours(
	node: Commitment | undefined,
	was: Hours,
	now: Hours,
	{ easeFrom }: RepairContext,
): RepairStep {
	return {
		kind: "hours",
		...(node ? { node } : {}),
		hours: formatHours(now),
		was: formatHours(was),
		from: formatDay(easeFrom),
	};
}

/** Raises the hours of a commitment by some minutes, rounded up to a quarter of an hour; undefined if it has none then. */
export function hoursStep(
	commitment: Commitment,
	minutes: number,
	context: RepairContext,
): { readonly step: RepairStep; readonly added: number } | undefined {
	const hours = currentCommitments(context).find((each) => each.commitment === commitment)?.hours;
	const added = Math.ceil(minutes / quarterHour) * quarterHour;
	return (
		hours && {
			added,
			step: changedHours(commitment, hours, { low: hours.low + added, high: hours.high + added }, context),
		}
	);
}

/** Raises the hours of the week by some minutes if the commitments, with so many more, would ask for more than it has. */
export function wideningStep(added: number, context: RepairContext): ReadonlyArray<RepairStep> {
	const aim = valueOn(context.snapshot.plan.week.hours, context.easeFrom);
	const lows = currentCommitments(context).reduce((sum, { hours }) => sum + hours.low, 0) + added;
	return !aim || lows <= aim.high
		? []
		: [changedHours(undefined, aim, { low: aim.low + added, high: aim.high + added }, context)];
}
