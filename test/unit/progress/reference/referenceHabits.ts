import type { Counted } from "../../journal/ledger/referenceLedger.ts";
import type { RawPlan } from "./rawPlan.ts";
import { dayOf, daysOf, includes, weekdaysOf } from "./referenceDates.ts";
import { goalOf, isMet, isNumber, type PlacedItem, type ReferenceItems, sourceOf } from "./referenceItems.ts";

interface Times {
	readonly low: number;
	readonly high: number;
}

/** What the habits are told from. */
export interface HabitSource {
	readonly plan: RawPlan;
	readonly items: ReadonlyMap<string, PlacedItem>;
	readonly numbers: ReferenceItems;
	readonly counted: ReadonlyArray<Counted>;
	readonly today: number;
}

/** The habits of the week that begins on a day, by the paragraph "Habits" of docs/format.md. */
export function habitsOf(source: HabitSource, first: number) {
	const days = [0, 1, 2, 3, 4, 5, 6].map((each) => first + each);
	return [
		...source.plan.commitments.flatMap((commitment) => timesIn(source, commitment, days)),
		...[...source.items.values()].flatMap((item) => rateIn(source, item, days)),
	];
}

function timesIn(
	{ plan, counted, today }: HabitSource,
	commitment: RawPlan["commitments"][number],
	days: ReadonlyArray<number>,
) {
	const planned = weekdaysOf(commitment.days ?? plan.week.days);
	const isOnDays = commitment.days !== undefined && commitment.hours === undefined;
	const times = commitment.times ?? (isOnDays ? String(planned.length) : undefined);
	if (times === undefined) {
		return [];
	}
	const isOff = (day: number) =>
		plan.time_off.some(({ when, hours }) => hours === undefined && includes(daysOf(plan, when), day));
	const open = days.filter((day) => {
		const isIn = commitment.when === undefined || includes(daysOf(plan, commitment.when), day);
		return day >= dayOf(plan.start) && isIn && !isOff(day);
	});
	const asked = (until: number): Times => {
		const each = open
			.filter((day) => day < until && planned.includes((day + 3) % 7))
			.map((day) => timesOn(plan, times, day));
		const sum = (end: keyof Times) => each.reduce((total, one) => total + one[end], 0) / planned.length;
		return { low: sum("low"), high: sum("high") };
	};
	const whole = asked(Infinity);
	const aim = { low: Math.round(whole.low), high: Math.round(whole.high) };
	const own = counted.filter(({ entry }) => "on" in entry && entry.on === commitment.id);
	const done = own.reduce((total, { entry, day }) => {
		const isIn = days.includes(dayOf(day)) && dayOf(day) <= today;
		const one = entry.type === "time" ? 1 : 0;
		const add = entry.type === "progress" ? (entry.add ?? 0) : 0;
		return total + (isIn ? one + add : 0);
	}, 0);
	const count = Math.max(0, done);
	if (aim.high === 0 && count === 0) {
		return [];
	}
	const before = Math.floor(asked(today).low + 1e-9);
	const withToday = Math.floor(asked(today + 1).low + 1e-9);
	const left = open.filter((day) => day >= today).length * Math.max(1, Math.ceil(aim.high / planned.length));
	const state = stateOf({ count, aim, before, withToday, left, begun: (days[0] ?? 0) <= today });
	return [{ id: commitment.id, unit: "times", aim, count, expected: before, state }];
}

function rateIn(
	{ plan, numbers, today }: HabitSource,
	{ raw, kind, days: own }: PlacedItem,
	week: ReadonlyArray<number>,
) {
	const goal = goalOf(raw);
	const state = numbers.on(raw.id, today).state;
	const isHabit = (goal?.per === "day" || goal?.per === "week") && kind !== "indicator" && !/done|dropped/.test(state);
	const days = week.filter((day) => includes(own ?? { first: dayOf(plan.start) }, day));
	if (!goal || !isHabit || days.length === 0) {
		return [];
	}
	const isDaily = goal.per === "day";
	const begun = (week[0] ?? 0) <= today;
	const firstNumber = numbers.entries(sourceOf(raw), today).find(isNumber)?.day ?? Infinity;
	const met = days.filter(
		(day) => day <= today && (!goal.atMost || firstNumber <= day) && isMet(goal, numbers.sumOf(raw, day, day) ?? 0),
	);
	const [from = 0, to = 0] = [days[0], days.at(-1)];
	const count = isDaily ? met.length : (numbers.sumOf(raw, from, Math.min(to, today)) ?? 0);
	const aim = isDaily ? { low: days.length, high: days.length } : { low: goal.low, high: goal.high ?? goal.low };
	const unit = isDaily ? "days" : "sum";
	if (goal.atMost && !isDaily) {
		const kept = (week.at(-1) ?? 0) < today ? "done" : "onPace";
		return [{ id: raw.id, unit, aim, count, expected: 0, state: count > aim.low ? "outOfReach" : kept }];
	}
	const part = (until: number) => Math.floor((aim.low * days.filter((day) => day < until).length) / days.length + 1e-9);
	const left = days.some((day) => day >= today) ? Infinity : 0;
	const paced = stateOf({ count, aim, before: part(today), withToday: part(today + 1), left, begun });
	return [{ id: raw.id, unit, aim, count, expected: part(today), state: paced }];
}

/** The states in the order in which they are tried. */
function stateOf(of: {
	readonly count: number;
	readonly aim: Times;
	readonly before: number;
	readonly withToday: number;
	readonly left: number;
	readonly begun: boolean;
}): string {
	const { count, aim } = of;
	const states: ReadonlyArray<readonly [state: string, holds: boolean]> = [
		["off", aim.high <= 0],
		["done", count >= aim.low],
		["onPace", !of.begun],
		["outOfReach", aim.low - count > of.left],
		["ahead", count >= of.withToday && count > of.before],
		["onPace", count >= of.before],
	];
	return states.find(([, holds]) => holds)?.[0] ?? "behind";
}

function timesOn(plan: RawPlan, times: string | Readonly<Record<string, string>>, day: number): Times {
	if (typeof times === "string") {
		return rangeOf(times);
	}
	const dated = Object.entries(times)
		.map(([when, each]) => ({ first: daysOf(plan, when).first, each }))
		.sort((a, b) => a.first - b.first);
	return rangeOf((dated.findLast(({ first }) => first <= day) ?? dated[0])?.each ?? "0");
}

function rangeOf(text: string): Times {
	const [low = 0, high = low] = text.split("-").map(Number);
	return { low, high };
}
