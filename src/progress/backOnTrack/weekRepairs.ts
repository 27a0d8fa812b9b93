import { valueOn } from "../../plan/datedValues.ts";
import { formatDay } from "../../time/day.ts";
import { weekdayOf } from "../../time/week.ts";
import { weekdays } from "../../time/weekday.ts";
import type { WeekReport } from "../week/weekReport.ts";
import { changedHours, currentCommitments, quarterHour } from "./hoursSteps.ts";
import type { PlanRepair, RepairContext, RepairStep } from "./planRepair.ts";

/** The weeks that are looked at: a quarter of a year. */
const recentWeeks = 13;
/** The level that was kept in this part of the weeks. */
const keptShare = 3 / 4;
/** A working day on which something was logged in fewer weeks than this part can be given up. */
const usedShare = 1 / 4;
/** The length of the time off that is offered. */
const offDays = 14;

/** The ways back on track for weeks that keep failing: a smaller week, another split, fewer days, or time off. */
export function weekRepairs(context: RepairContext): ReadonlyArray<PlanRepair> {
	const weeks = recentReports(context);
	const last = context.easeFrom + offDays - 1;
	const when = `${formatDay(context.easeFrom)}..${formatDay(last)}`;
	return [
		...smaller(weeks, context),
		...split(weeks, context),
		...days(weeks, context),
		{ kind: "timeOff", first: context.easeFrom, last, steps: [{ kind: "timeOff", when }] },
	];
}

/** The finished weeks with a target, of the last 13, the last one first. */
function recentReports({ snapshot }: RepairContext): ReadonlyArray<WeekReport> {
	const { week, weekWith, plan } = snapshot;
	return Array.from({ length: recentWeeks }, (_, ago) => week.span.start - 7 * (ago + 1))
		.filter((start) => start + 7 > (plan.start ?? Number.NEGATIVE_INFINITY))
		.map(weekWith)
		.filter(({ aim }) => aim.high > 0);
}

/** The level that was reached in 3 of 4 weeks, in whole quarters of an hour. All hours shrink in proportion. */
function smaller(weeks: ReadonlyArray<WeekReport>, context: RepairContext): ReadonlyArray<PlanRepair> {
	const minutes = weeks.map((week) => week.minutes).sort((a, b) => b - a);
	const reached = minutes[Math.ceil(minutes.length * keptShare) - 1] ?? 0;
	const level = Math.floor(reached / quarterHour) * quarterHour;
	const commitments = currentCommitments(context);
	const aim = valueOn(context.snapshot.plan.week.hours, context.easeFrom);
	const sum = commitments.reduce((total, { hours }) => total + hours.low, 0);
	const low = aim?.low ?? sum;
	if (level === 0 || level >= low) {
		return [];
	}
	const scale = (each: number) => Math.ceil(((each * level) / low) * 100) / 100;
	const scaled = commitments.map(({ commitment, hours }) => {
		// The plan has hours with two decimals.
		const now = { low: toPlan(scale(hours.low)), high: toPlan(scale(hours.high)) };
		return { commitment, hours, now };
	});
	const lows = scaled.reduce((total, { now }) => total + now.low, 0);
	const week = aim && { low: level, high: Math.max(level, toPlan(scale(aim.high)), toPlan(lows)) };
	const steps: ReadonlyArray<RepairStep> = [
		...(aim && week ? [changedHours(undefined, aim, week, context)] : []),
		...scaled.map(({ commitment, hours, now }) => changedHours(commitment, hours, now, context)),
	];
	const kept = minutes.filter((each) => each >= level).length;
	return [{ kind: "smaller", level, kept, of: minutes.length, steps }];
}

/** Minutes that are a number of hours with at most two decimals, rounded up. */
function toPlan(minutes: number): number {
	return (Math.ceil(Number(((minutes / 60) * 100).toFixed(6))) / 100) * 60;
}

/** The same hours, in the proportions of the time that was logged on each commitment, in whole quarters of an hour. */
function split(weeks: ReadonlyArray<WeekReport>, context: RepairContext): ReadonlyArray<PlanRepair> {
	const commitments = currentCommitments(context);
	const lived = commitments.map(({ commitment }) =>
		weeks
			.flatMap((week) => week.commitments)
			.reduce((sum, each) => sum + (each.commitment === commitment ? each.minutes : 0), 0),
	);
	const all = lived.reduce((sum, each) => sum + each, 0);
	const total = commitments.reduce((sum, { hours }) => sum + hours.low, 0);
	if (commitments.length < 2 || all === 0 || total === 0) {
		return [];
	}
	const quarters = largestRemainders(
		lived.map((each) => (each / all) * (total / quarterHour)),
		Math.round(total / quarterHour),
	);
	const parts = commitments.map(({ commitment, hours }, index) => ({
		commitment,
		hours,
		was: hours.low,
		now: (quarters[index] ?? 0) * quarterHour,
	}));
	const changed = parts.filter(({ was, now }) => was !== now);
	if (!changed.some(({ was, now }) => Math.abs(was - now) >= 2 * quarterHour)) {
		return [];
	}
	const steps = changed.map(({ commitment, hours, now }) =>
		changedHours(commitment, hours, { low: now, high: now + hours.high - hours.low }, context),
	);
	return [{ kind: "split", parts: parts.map(({ commitment, was, now }) => ({ commitment, was, now })), steps }];
}

/** Rounds parts to whole numbers with a given sum: those with the largest remainders are rounded up. */
function largestRemainders(parts: ReadonlyArray<number>, sum: number): ReadonlyArray<number> {
	const whole = parts.map(Math.floor);
	const missing = sum - whole.reduce((total, each) => total + each, 0);
	const order = parts
		.map((part, index) => ({ index, rest: part - Math.floor(part) }))
		.sort((a, b) => b.rest - a.rest)
		.slice(0, Math.max(0, missing))
		.map(({ index }) => index);
	return whole.map((each, index) => each + (order.includes(index) ? 1 : 0));
}

/** The working days without those that are hardly ever used. */
function days(weeks: ReadonlyArray<WeekReport>, { snapshot }: RepairContext): ReadonlyArray<PlanRepair> {
	const { week, timeOver } = { week: snapshot.plan.week, timeOver: snapshot.timeOver };
	const used = new Map<number, number>();
	for (const { span } of weeks) {
		for (let day = span.start; day < span.end; day++) {
			if (timeOver({ start: day, end: day + 1 }).minutes > 0) {
				used.set(weekdayOf(day), (used.get(weekdayOf(day)) ?? 0) + 1);
			}
		}
	}
	const kept = week.days.filter((day) => (used.get(day) ?? 0) >= weeks.length * usedShare);
	if (kept.length === 0 || kept.length === week.days.length) {
		return [];
	}
	return [
		{
			kind: "days",
			days: kept,
			steps: [{ kind: "weekDays", days: weekdaysText(kept), was: weekdaysText(week.days) }],
		},
	];
}

/** Days of the week in the syntax of the plan: `monday-friday`, or one after the other. 0 is Monday. */
export function weekdaysText(days: ReadonlyArray<number>): string {
	const names = days.map((day) => weekdays[day] ?? "");
	const first = days[0] ?? 0;
	const isRange = days.length > 2 && days.every((day, index) => day === first + index);
	return isRange ? `${names[0]}-${names.at(-1)}` : names.join(", ");
}
