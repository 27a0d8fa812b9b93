import { goalTextWith } from "../../amount/goalText.ts";
import type { Commitment, Item } from "../../plan/plan.ts";
import { addMonths, type Day, formatDay } from "../../time/day.ts";
import { dueDay, parsePeriod, resolvePeriod } from "../../time/period.ts";
import type { ForecastQuestion } from "../forecast/forecast.ts";
import { goalDirection } from "../forecast/itemForecast.ts";
import { hoursStep, wideningStep } from "./hoursSteps.ts";
import { laterPeriod } from "./laterPeriod.ts";
import { ownPhase } from "./offTrack.ts";
import type { PlanRepair, RepairContext, RepairStep } from "./planRepair.ts";
import { chanceOf, chanceWith, reachableAmount } from "./reachableAmount.ts";
import { slipTo } from "./slipRepair.ts";
import { timeCost } from "./timeCost.ts";

/** How far an item without a forecast moves if its phase gives no date: a quarter. */
const laterMonths = 3;
/** Digits of a smaller goal: as few as leave something to do. */
const goalDigits = [2, 3, 4, 6, 9];

/** The ways back on track for an item: more, later, less, and drop, as far as each is possible. */
export function itemRepairs(item: Item, context: RepairContext): ReadonlyArray<PlanRepair> {
	const { snapshot } = context;
	const question = snapshot.forecasts.question(item);
	const before = chanceOf(snapshot.forecastOf(item));
	const chances = before === undefined ? {} : { before };
	const isForecast = question !== undefined && before !== undefined;
	return [
		...(isForecast ? more(item, question, context).map((each) => ({ ...each, ...chances })) : []),
		...later(item, question, context).map((each) => ({ ...each, ...chances })),
		...(isForecast ? less(item, question).map((each) => ({ ...each, ...chances })) : []),
		{
			kind: "drop",
			...chances,
			dependents: dependentsOn(item, context),
			steps: [{ kind: "drop", node: item, on: formatDay(snapshot.today) }],
		},
	];
}

/**
 * The futures are proportional to the record: they reach the goal with a chance of 80% if each week brings so many times as
 * much as what is missing is greater than what they reach now.
 */
function more(item: Item, question: ForecastQuestion, context: RepairContext): ReadonlyArray<PlanRepair> {
	const { snapshot, maxMinutesPerDay } = context;
	const made = snapshot.forecastOf(item);
	const reachable = reachableAmount(question);
	const rate = made && "rate" in made ? made.rate : 0;
	if (!(reachable > 0 && rate > 0 && question.missing > reachable)) {
		return [];
	}
	// A trace more, so that no rounding leaves one future short of the goal.
	const factor = (question.missing / reachable) * (1 + 1e-9);
	const record = { ...question.record, weeks: question.record.weeks.map((week) => week * factor) };
	const after = chanceWith({ ...question, record });
	const cost = timeCost(item, factor, snapshot, maxMinutesPerDay);
	return [
		{
			kind: "more",
			rate,
			neededRate: rate * factor,
			...(cost ? { cost } : {}),
			...(after === undefined ? {} : { after }),
			steps: cost?.commitment && cost.fits ? moreHours(cost.commitment, cost.more, context) : [],
		},
	];
}

/** Raises the hours of a commitment, and those of the week where they no longer cover the commitments. */
function moreHours(commitment: Commitment, minutes: number, context: RepairContext): ReadonlyArray<RepairStep> {
	const raised = hoursStep(commitment, minutes, context);
	return raised ? [raised.step, ...wideningStep(raised.added, context)] : [];
}

function later(item: Item, question: ForecastQuestion | undefined, context: RepairContext): ReadonlyArray<PlanRepair> {
	const { snapshot, index } = context;
	const made = snapshot.forecastOf(item);
	if (item.goal?.per || (made && made.state === "notAtThisRate")) {
		return [];
	}
	const wanted = made?.state === "expected" ? made.likely : likelyDate(item, context);
	const when = laterPeriod(item, wanted, index);
	const due = dueOf(when, context);
	if (due === undefined || due <= (snapshot.progressOf(item).due ?? due)) {
		return [];
	}
	const along = dependentsOn(item, context).filter((each) => {
		const progress = snapshot.progressOf(each);
		return progress.state !== "done" && progress.due !== undefined && progress.due < due;
	});
	const after = question && made?.state === "expected" ? chanceWith({ ...question, due }) : undefined;
	const steps = [item, ...along].map(
		(node): RepairStep => ({
			kind: "when",
			node,
			when: node === item ? when : laterPeriod(node, due, index),
		}),
	);
	const phase = ownPhase(snapshot.plan.phases, item);
	const phaseEnd = dueDay(phase?.span);
	const isOver = phase !== undefined && phaseEnd !== undefined && phaseEnd < due;
	const was = snapshot.progressOf(item).due;
	return [
		{
			kind: "later",
			due,
			along,
			...(isOver ? { phase } : {}),
			...(after === undefined ? {} : { after }),
			steps,
		},
		...(isOver && was !== undefined ? slipTo(was, due) : []),
	];
}

/** For an item without a forecast: the end of its phase, otherwise a quarter later; not before what it needs. */
function likelyDate(item: Item, { snapshot, index }: RepairContext): Day {
	const { today, plan } = snapshot;
	const due = Math.max(snapshot.progressOf(item).due ?? today, today);
	const phaseEnd = dueDay(ownPhase(plan.phases, item)?.span) ?? 0;
	const needed = (index.needs.of.get(item) ?? []).map((need) => {
		const { state, due: needDue = 0 } = snapshot.progressOf(need);
		return state === "done" || state === "dropped" ? 0 : needDue;
	});
	return Math.max(phaseEnd > due ? phaseEnd : addMonths(due, laterMonths), ...needed);
}

function less(item: Item, question: ForecastQuestion): ReadonlyArray<PlanRepair> {
	const { goal, from } = item;
	const { missing } = question;
	const reachable = reachableAmount(question);
	if (!goal || goal.per || !(reachable > 0) || reachable >= missing) {
		return [];
	}
	const direction = goalDirection(item);
	const value = goal.low - direction * missing;
	const exact = value + direction * reachable;
	const lows = goalDigits
		.map((digits) => roundTowards(exact, direction, digits, Number.isInteger(goal.low)))
		.filter((low) => direction * (low - value) > 0 && direction * (low - from) > 0 && direction * (goal.low - low) > 0);
	for (const low of new Set(lows)) {
		const text = goalTextWith(goal, low);
		const after = chanceWith({ ...question, missing: missing - direction * (goal.low - low) });
		if (text !== undefined && after !== undefined) {
			return [{ kind: "less", goal: text, after, steps: [{ kind: "goal", node: item, goal: text }] }];
		}
	}
	return [];
}

/** Rounds to some digits, so that the goal becomes easier: down if it grows, up if it falls. */
function roundTowards(value: number, direction: 1 | -1, digits: number, isWhole: boolean): number {
	const power = Math.floor(Math.log10(Math.abs(value) || 1)) - digits + 1;
	const step = isWhole ? Math.max(0, power) : power;
	const scaled = step < 0 ? value * 10 ** -step : value / 10 ** step;
	const rounded = direction > 0 ? Math.floor(scaled + 1e-9) : Math.ceil(scaled - 1e-9);
	return step < 0 ? rounded / 10 ** -step : rounded * 10 ** step;
}

/** Everything that needs an item, directly or through others. */
function dependentsOn(item: Item, { index }: RepairContext): ReadonlyArray<Item> {
	const found = new Set<Item>();
	const open = [item];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		for (const dependent of index.needs.neededFor.get(next) ?? []) {
			if (!found.has(dependent) && dependent !== item) {
				found.add(dependent);
				open.push(dependent);
			}
		}
	}
	return [...found];
}

function dueOf(when: string, { index }: RepairContext): Day | undefined {
	const period = parsePeriod(when);
	return typeof period === "string" ? undefined : dueDay(resolvePeriod(period, index.calendar));
}
