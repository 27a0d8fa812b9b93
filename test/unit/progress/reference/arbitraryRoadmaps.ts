import fc from "fast-check";
import type { Entry } from "../../../../src/journal/entry.ts";
import { formatDay } from "../../../../src/time/day.ts";
import type { RawItem, RawPlan } from "./rawPlan.ts";
import { dayOf } from "./referenceDates.ts";

const one = fc.constantFrom;
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
	fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const itemIds = Array.from({ length: 10 }, (_, at) => `i${at}`);

const period = one(
	...[
		"month 1",
		"month 3",
		"months 2-6",
		"by month 4",
		"by month 9",
		"through month 5",
		"through month 11",
		"quarter 2",
	],
	...["year 1", "year 2", "year 2+", "week 9", "weeks 3-20", "from month 3", "2026-02", "2026-03..2026-08"],
	...["by 2026-07", "through 2026-09-14", "2026-02-10..2026-04-20"],
);
/** In lists of phases, stages, and items, and as keys of targets, a period may only have a length. */
const length = one("for 2 months", "for 5 weeks", "for 1 year", "for 40 days");
const stretch = fc.oneof({ weight: 4, arbitrary: period }, { weight: 1, arbitrary: length });
const plainGoals = [
	"5",
	"3+",
	"2-4",
	"8-12",
	"0",
	"-3",
	"at most 2",
	"at most 6",
	"between 2 and 4",
	"between -1 and 6",
];
const timeGoals = ["10 h", "90 minutes", "2 h per week", "at most 3 h", "30 minutes per day", "between 1 and 4 h"];
const rates = [
	"2 per month",
	"1 per week",
	"4 per quarter",
	"at most 3 per week",
	"at most 2 per month",
	"2+ per month",
	...["2 per day", "at most 1 per day", "2-4 per week"],
];
/** What the value is compared with, and where it comes from. */
const valued = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({
			goal: fc.option(one(...plainGoals, ...rates), { nil: undefined, freq: 3 }),
			of: fc.option(one("latest", "total", "period"), { nil: undefined, freq: 2 }),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ goal: one(...timeGoals), of: fc.constant("time") }) },
);
const duration = one("10 days", "5 weeks", "1 month", "3 months", "1 year");
const hours = one("2", "1-2", "4-5", "0", "3");

/** How often a commitment is done, and on which days it is planned. */
const habit = fc
	.record({
		times: fc.option(fc.oneof(one("1", "3", "2-4", "9"), fc.constant({ "month 1": "2", "month 4": "4-5" })), {
			nil: undefined,
			freq: 2,
		}),
		days: fc.option(one("monday", "monday-friday", "saturday-sunday", "tuesday-saturday"), { nil: undefined, freq: 1 }),
	})
	.map(without);

function itemWith(id: string): fc.Arbitrary<RawItem> {
	return fc
		.record({
			when: maybe(stretch),
			valued,
			from: fc.option(one("0", "2", "7", "-1"), { nil: undefined, freq: 2 }),
			track: fc.option(one("tech", "people"), { nil: undefined, freq: 1 }),
			needs: fc.option(fc.uniqueArray(one(...itemIds), { minLength: 1, maxLength: 3 }), { nil: undefined, freq: 2 }),
			confirm: rarely(duration),
			valid: rarely(duration),
			optional: rarely(fc.constant("true")),
			dropped: rarely(fc.record({ on: one("2026-02-20", "2026-05-01", "2026-09-09") })),
		})
		.map(({ valued: value, ...fields }) => without({ id, title: id, ...value, ...fields }));
}

/** Spreads ten items over the places of a plan; some of them are parts of an earlier one. */
const itemsIn = fc
	.tuple(
		...itemIds.map((id, at) =>
			fc.tuple(itemWith(id), fc.nat(8), at === 0 ? fc.constant(undefined) : rarely(fc.nat(at - 1))),
		),
	)
	.map((items) => {
		const partsOf = (at: number): ReadonlyArray<RawItem> =>
			items.flatMap(([, , of], part) => (of === at ? [withParts(part)] : []));
		const withParts = (at: number): RawItem => {
			const [item] = items[at] as (typeof items)[number];
			const parts = partsOf(at);
			return parts.length === 0 ? item : { ...item, parts };
		};
		return items.flatMap(([, where, of], at) => (of === undefined ? [[withParts(at), where] as const] : []));
	});

/** Plans as JSON, which is YAML: every kind of period, goal, slip and share, with needs in circles too. */
export const arbitraryPlan: fc.Arbitrary<RawPlan> = fc
	.record({
		start: one("2026-01-05", "2026-01-31", "2025-12-10"),
		week: fc.record({
			starts: one("monday", "sunday", "wednesday"),
			days: one("monday-sunday", "monday-friday", "tuesday-saturday"),
			counts: one("commitments", "all"),
			hours: maybe(fc.oneof(hours, fc.constant({ "month 1": "4-5", "month 4": "2", "year 2": "6-8" }))),
		}),
		time_off: fc.array(fc.record({ when: period, hours: maybe(one("1", "2-3", "10")) }), { maxLength: 2 }),
		shares: fc.array(
			fc.oneof(one("60%", "40%"), fc.constant({ "month 2": "60%", "months 6-9": "20%" }), fc.constant(undefined)),
			{
				minLength: 2,
				maxLength: 2,
			},
		),
		stretches: fc.array(maybe(stretch), { minLength: 4, maxLength: 4 }),
		whens: fc.array(maybe(period), { minLength: 4, maxLength: 4 }),
		periods: fc.uniqueArray(stretch, { minLength: 2, maxLength: 2 }),
		phaseTrack: maybe(one("tech", "people")),
		items: itemsIn,
		commitments: fc.tuple(hours, hours, maybe(one("tech", "people"))),
		habits: fc.array(habit, { minLength: 3, maxLength: 3 }),
		every: fc.tuple(
			one("1 month", "45 days", "2 quarters", "6 weeks"),
			one("3 months", "90 days", "6 months"),
			maybe(period),
		),
		replaces: fc.subarray(["c0", "c1", "c2"]),
		watches: fc.array(
			maybe(fc.record({ hours: one("below 60%", "below 100%"), for: one("1 week", "3 weeks", "1 month", "10 days") })),
			{ minLength: 2, maxLength: 2 },
		),
		slips: fc.array(
			fc.record({
				at: one("2026-02-05", "2026-03-31", "2026-06-05", "2026-07-01"),
				by: one("1 month", "10 days", "3 weeks"),
				reviews: maybe(fc.boolean()),
			}),
			{ maxLength: 3 },
		),
	})
	.map(
		({
			start,
			week,
			time_off,
			shares,
			stretches,
			whens,
			periods,
			phaseTrack,
			items,
			commitments,
			habits,
			every,
			replaces,
			watches,
			slips,
		}) => {
			const at = (place: number) => items.flatMap(([item, where]) => (where === place ? [item] : []));
			return without({
				start,
				week: without(week),
				time_off: time_off.map(without),
				measures: ["latest", "total", "period"].map((count) => ({ id: count, title: `All ${count}`, count })),
				tracks: ["Tech", "People"].map((title, index) =>
					without({
						id: title.toLowerCase(),
						title,
						share: shares[index],
						stages: [without({ title: "Stage", when: stretches[index], milestones: at(index) })],
					}),
				),
				phases: [
					without({ title: "P0", when: stretches[2], track: phaseTrack, outcomes: { tech: at(2), other: at(3) } }),
					without({ title: "P1", when: stretches[3], outcomes: { people: at(4) } }),
				],
				targets: { [firstOf(periods)]: at(5), [periods[1] ?? ""]: at(6) },
				commitments: [
					without({ id: "w0", title: "W0", hours: commitments[0], track: "tech", when: whens[0], ...habits[0] }),
					without({ id: "w1", title: "W1", hours: commitments[1], track: commitments[2], ...habits[1] }),
					without({ id: "w2", title: "W2", when: whens[1], times: "3", ...habits[2] }),
				],
				checkpoints: [
					{ id: "c0", title: "C0", every: every[0], replaces: [] },
					without({ id: "c1", title: "C1", every: every[1], until: endOf(every[2]), replaces: ["c0"] }),
					without({
						id: "c2",
						title: "C2",
						when: whens[2] ?? "month 6",
						replaces: replaces.filter((id) => id !== "c2"),
					}),
				],
				indicators: { leading: at(7), lagging: at(8) },
				risks: watches.map((watch, index) => without({ title: `R${index}`, watch })),
				slips,
			});
		},
	);

/** The first key of the targets: where the second one has only a length, a period that ends. */
function firstOf([first = "", second = ""]: ReadonlyArray<string>): string {
	return second.startsWith("for ") && endOf(first) === undefined ? "months 2-6" : first;
}

/** A period that ends, for `until`. */
function endOf(when: string | undefined): string | undefined {
	return when === undefined || /\+|from/.test(when) ? undefined : when;
}

const logged = fc.record({
	days: fc.integer({ min: -20, max: 420 }),
	time: fc.nat(1439),
	isTimed: fc.boolean(),
	isOwnId: fc.nat(4).map((each) => each === 0),
	replaces: rarely(fc.nat(30)),
	what: fc.oneof(
		{
			weight: 4,
			arbitrary: fc.record({ on: one(...itemIds, "latest", "total", "period"), set: fc.integer({ min: -4, max: 12 }) }),
		},
		{
			weight: 3,
			arbitrary: fc.record({ on: one(...itemIds, "latest", "total", "period"), add: fc.integer({ min: -2, max: 5 }) }),
		},
		{
			weight: 4,
			arbitrary: fc.record({
				on: one(...itemIds),
				set: one<boolean | "rising" | "steady">(true, true, false, "rising", "steady"),
			}),
		},
		{
			weight: 3,
			arbitrary: fc.record({
				on: one("w0", "w1", "w2", "w2", "tech", ...itemIds),
				minutes: fc.integer({ min: -5, max: 300 }),
			}),
		},
		{ weight: 2, arbitrary: fc.record({ on: one("w0", "w1", "w2"), add: fc.integer({ min: -1, max: 2 }) }) },
		{
			weight: 1,
			arbitrary: fc.record({ checkpoint: one("c0", "c1", "c2"), occurrence: fc.integer({ min: 1, max: 9 }) }),
		},
		{ weight: 1, arbitrary: fc.record({ voids: fc.nat(30) }) },
	),
});

/** Journals about those plans, with ids of both kinds, corrections and removals. */
export const arbitraryEntries: fc.Arbitrary<ReadonlyArray<Entry>> = fc.array(logged, { maxLength: 40 }).map((list) => {
	const ids = list.map(({ isOwnId }, at) =>
		isOwnId ? String((at * 7) % 41) : `0195d5a0-7c00-7000-8000-${String(at).padStart(12, "0")}`,
	);
	return list.map(({ days, time, isTimed, replaces, what }, at): Entry => {
		const clock = `T${two(Math.floor(time / 60))}:${two(time % 60)}:00Z`;
		const day = formatDay(dayOf("2026-01-05") + days) + (isTimed ? clock : "");
		const other = replaces === undefined ? undefined : ids[replaces];
		const common = without({ id: ids[at] as string, at: day, replaces: other === ids[at] ? undefined : other });
		if ("voids" in what) {
			return { ...common, type: "void", entry: ids[what.voids] ?? "gone" };
		}
		if ("occurrence" in what) {
			return { ...common, type: "review", ...what };
		}
		return "minutes" in what ? { ...common, type: "time", ...what } : { ...common, type: "progress", ...what };
	});
});

function two(number: number): string {
	return String(number).padStart(2, "0");
}

/** The same without the fields that are undefined. */
function without<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
