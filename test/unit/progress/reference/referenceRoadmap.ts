import type { Counted } from "../../journal/ledger/referenceLedger.ts";
import type { RawItem, RawPlan } from "./rawPlan.ts";
import {
	boundary,
	type Days,
	dayAfter,
	dayOf,
	daysOf,
	includes,
	lengthAfter,
	textOf,
	weekdays,
	weekdaysOf,
} from "./referenceDates.ts";
import { habitsOf } from "./referenceHabits.ts";
import { type LoggedProgress, type PlacedItem, ReferenceItems, sourceOf } from "./referenceItems.ts";
import { isLive, keptOf, type PastWeek } from "./referenceSignals.ts";

/** A roadmap on a day, from docs/format.md alone. It shares no code with what it is the measure for. */
export class ReferenceRoadmap {
	readonly items: ReadonlyMap<string, PlacedItem>;
	readonly numbers: ReferenceItems;
	private readonly asked = new Map<number, Asked>();
	/** Shares by period in the order of their days, by what is written. */
	private readonly dated = new Map<object, ReadonlyArray<Days & { readonly value: number }>>();

	private readonly plan: RawPlan;

	constructor(
		written: RawPlan,
		private readonly counted: ReadonlyArray<Counted>,
		private readonly today: number,
	) {
		this.plan = withLengths(written);
		this.items = new Map(placed(this.plan).map((item) => [item.raw.id, item]));
		const logged = new Map<string, ReadonlyArray<LoggedProgress>>();
		for (const { entry, day } of counted) {
			if (entry.type === "progress") {
				logged.set(entry.on, [...(logged.get(entry.on) ?? []), { day: dayOf(day), entry }]);
			}
		}
		for (const { raw } of this.items.values()) {
			if (raw.of === "time") {
				logged.set(sourceOf(raw), this.timeOf(raw));
			}
		}
		this.numbers = new ReferenceItems(this.plan, this.items, logged);
	}

	/** The time logged on an item and its parts, in the unit of its goal: the sum so far, or for a rate what each day adds. */
	private timeOf(raw: RawItem): ReadonlyArray<LoggedProgress> {
		const ids = withParts(raw);
		const size = /\bh\b/.test(raw.goal ?? "") ? 60 : 1;
		const days = this.counted.flatMap(({ entry, day }) =>
			entry.type === "time" && ids.includes(entry.on) ? [{ day: dayOf(day), minutes: Math.max(0, entry.minutes) }] : [],
		);
		let total = Number(raw.from ?? 0) * size;
		return [...new Set(days.map(({ day }) => day))]
			.sort((a, b) => a - b)
			.map((day) => {
				const minutes = days.filter((each) => each.day === day).reduce((sum, each) => sum + each.minutes, 0);
				total += minutes;
				const value = raw.goal?.includes(" per ") ? { add: minutes / size } : { set: total / size };
				return { day, entry: { id: "", at: "", type: "progress", on: raw.id, ...value } };
			});
	}

	/** The habits of the week of a day: commitments with times, then goals per day or week. */
	habits(of: number) {
		return habitsOf(
			{ plan: this.plan, items: this.items, numbers: this.numbers, counted: this.counted, today: this.today },
			this.weekStart(of),
		);
	}

	/** The mean of the items, each once, without what has no period in a group with one, is optional, was dropped, or has no share to say. */
	private mean(ids: Iterable<string>, isUndated: (id: string) => boolean = () => false): number | undefined {
		const dated = [...new Set(ids)].filter((id) => {
			const item = this.items.get(id);
			return item && (item.days || isUndated(id)) && !item.raw.optional;
		});
		const shares = dated.flatMap((id) => this.numbers.on(id, this.today).share ?? []);
		return shares.length > 0 ? shares.reduce((sum, share) => sum + share, 0) / shares.length : undefined;
	}

	phases() {
		const spans = this.plan.phases.map(({ when }) => (when === undefined ? undefined : daysOf(this.plan, when)));
		const homes = new Map<string, number>();
		for (const { raw, kind, days, partOf } of this.items.values()) {
			const day = days?.last ?? days?.first;
			const fitting = spans.flatMap((span, at) => (span && day !== undefined && includes(span, day) ? [at] : []));
			const ends = fitting.map((at) => spans[at]?.last ?? Infinity);
			const home = fitting[ends.indexOf(Math.min(...ends))];
			if ((kind === "milestone" || kind === "target") && partOf === undefined && home !== undefined) {
				homes.set(raw.id, home);
			}
		}
		return this.plan.phases.map(({ outcomes }, at) => {
			const own = Object.values(outcomes).flatMap((list) => list.map(({ id }) => id));
			const span = spans[at];
			return {
				tense: tenseOf(span, this.today),
				share: this.mean([...own, ...[...homes].flatMap(([id, home]) => (home === at ? [id] : []))], () => !span),
			};
		});
	}

	tracks() {
		const { phases, tracks } = this.plan;
		const undated = new Set([
			...phases.flatMap(({ when, outcomes }) =>
				when
					? []
					: Object.values(outcomes)
							.flat()
							.map(({ id }) => id),
			),
			...tracks.flatMap(({ stages }) =>
				stages.flatMap(({ when, milestones }) => (when ? [] : milestones.map(({ id }) => id))),
			),
		]);
		return this.plan.tracks.map(({ id, stages }) => ({
			stages: stages.map(({ when, milestones }) =>
				this.mean(
					milestones.map((each) => each.id),
					() => !when,
				),
			),
			share: this.mean(
				[
					...stages.flatMap(({ milestones }) => milestones.map((each) => each.id)),
					...[...this.items.values()].flatMap((item) => {
						// Its item counts for it already.
						const isCounted = this.items.get(item.partOf ?? "")?.track === id;
						return item.track === id && !isCounted ? [item.raw.id] : [];
					}),
				],
				(each) => undated.has(each),
			),
		}));
	}

	targets() {
		return Object.values(this.plan.targets).map((list) => this.mean(list.map(({ id }) => id)));
	}

	private weekStart(of: number): number {
		return of - ((((of + 3) % 7) - weekdays.indexOf(this.plan.week.starts) + 7) % 7);
	}

	/** The week of a day: its aim, also by commitment, and its state. Minutes. */
	week(of: number) {
		const { week, commitments } = this.plan;
		const first = this.weekStart(of);
		const days = [0, 1, 2, 3, 4, 5, 6].map((each) => first + each);
		const asks = (until: number) => days.filter((day) => day < until).map((day) => this.askedOn(day));
		const spent = (ids: ReadonlyArray<string>) => this.minutes(ids, first, first + 6);
		const ids = commitments.map(({ id }) => id);
		const counting =
			week.counts === "all" ? [...ids, ...this.items.keys(), ...this.plan.tracks.map(({ id }) => id)] : ids;
		const left = days.filter((day) => day >= this.today && this.askedOn(day).aim.high > 0).length;
		const paceOf = (minutes: number, pick: (asked: Asked) => Range) => {
			const [aim, before, withToday] = [first + 7, this.today, this.today + 1].map((until) =>
				sum(asks(until).map(pick)),
			) as [Range, Range, Range];
			return {
				aim,
				minutes,
				expected: before.low,
				state: stateOf({ minutes, aim, before, withToday, left, begun: first <= this.today }),
			};
		};
		return {
			...paceOf(spent(counting), ({ aim }) => aim),
			openDays: left,
			commitments: commitments.flatMap(({ id }) => {
				const pace = paceOf(spent([id]), ({ of: each }) => each.get(id) ?? none);
				const isAsked = days.some((day) => this.askedOn(day).of.has(id));
				return isAsked || pace.minutes > 0 ? [{ id, ...pace }] : [];
			}),
		};
	}

	private askedOn(day: number): Asked {
		const asked = this.asked.get(day) ?? this.computeAsked(day);
		this.asked.set(day, asked);
		return asked;
	}

	/** The aim of one day: its part of the weekly aim on that day. */
	private computeAsked(day: number): Asked {
		const { week, commitments, time_off: off, start } = this.plan;
		const open = weekdaysOf(week.days);
		const offs = off.filter(({ when }) => includes(daysOf(this.plan, when), day));
		if (day < dayOf(start) || !open.includes((day + 3) % 7) || offs.some(({ hours }) => hours === undefined)) {
			return { aim: none, of: new Map() };
		}
		const usual = commitments
			.filter(({ when }) => when === undefined || includes(daysOf(this.plan, when), day))
			.map(({ id, hours = "0" }) => [id, hoursOf(hours)] as const)
			.filter(([, { high }]) => high > 0);
		const aim = week.hours === undefined ? sum(usual.map(([, each]) => each)) : this.hoursOn(week.hours, day);
		const limits = offs.map(({ hours = "" }) => hoursOf(hours));
		const low = Math.min(aim.low, ...limits.map((limit) => limit.low));
		const high = Math.min(aim.high, ...limits.map((limit) => limit.high));
		const part = 1 / open.length;
		if (high <= 0) {
			return { aim: none, of: new Map() };
		}
		const shrunk = usual.map(([id, each]) => {
			const least = aim.low > 0 ? (each.low * low) / aim.low : each.low;
			const most = aim.high > 0 ? (each.high * high) / aim.high : each.high;
			return [id, scale({ low: least, high: Math.max(least, most) }, part)] as const;
		});
		return { aim: scale({ low, high }, part), of: new Map(shrunk) };
	}

	private hoursOn(hours: string | Readonly<Record<string, string>>, day: number): Range {
		if (typeof hours === "string") {
			return hoursOf(hours);
		}
		const dated = Object.entries(hours)
			.map(([when, each]) => ({ first: daysOf(this.plan, when).first, each }))
			.sort((a, b) => a.first - b.first);
		return hoursOf((dated.findLast(({ first }) => first <= day) ?? dated[0])?.each ?? "0");
	}

	private minutes(ids: ReadonlyArray<string>, first: number, last: number): number {
		return this.counted.reduce((total, { entry, day }) => {
			const isOne = entry.type === "time" && ids.includes(entry.on) && dayOf(day) >= first && dayOf(day) <= last;
			return isOne && dayOf(day) <= this.today ? total + Math.max(0, entry.minutes) : total;
		}, 0);
	}

	/** The whole weeks from day one to the current one, the last one first. */
	private pastWeeks(): ReadonlyArray<PastWeek> {
		const first = dayOf(this.plan.start);
		const weeks: Array<PastWeek> = [];
		for (let start = this.weekStart(this.today) - 7; start + 7 > first; start -= 7) {
			const { aim, minutes } = this.week(start);
			weeks.push({ low: aim.low, isOff: aim.high === 0, minutes });
		}
		return weeks;
	}

	weeksKept() {
		const weeks = this.pastWeeks();
		return { of13: keptOf(weeks, 13), of52: keptOf(weeks, 52) };
	}

	risks() {
		const weeks = this.pastWeeks();
		return this.plan.risks.map(({ watch }) => isLive(watch, weeks, this.weekStart(this.today)));
	}

	indicators() {
		const { leading, lagging } = this.plan.indicators;
		return [...leading, ...lagging].map(({ id }) => ({ id, trend: this.numbers.trend(id, this.today) }));
	}

	/** The splits since day one, in the week of today and, from day one on, in its quarter and year of the plan. */
	splits() {
		const start = dayOf(this.plan.start);
		const around = (unit: string) => {
			let count = 0;
			while (boundary(this.plan, unit, count + 1) <= this.today) {
				count++;
			}
			return this.split(boundary(this.plan, unit, count));
		};
		const hasBegun = this.today >= boundary(this.plan, "year", 0);
		return {
			overall: this.split(Math.min(start, this.today)),
			week: this.split(this.weekStart(this.today)),
			...(hasBegun ? { quarter: around("quarter"), year: around("year") } : {}),
		};
	}

	/** What each track got since a day, and what it should get by the mean of its share. */
	private split(first: number) {
		const { tracks, commitments } = this.plan;
		const trackOf = new Map([
			...tracks.map(({ id }) => [id, id] as const),
			...commitments.map(({ id, track }) => [id, track] as const),
			...[...this.items.values()].map(({ raw, track }) => [raw.id, track] as const),
		]);
		const minutes = tracks.map(({ id }) =>
			this.minutes(
				[...trackOf].flatMap(([each, track]) => (track === id ? [each] : [])),
				first,
				this.today,
			),
		);
		const assigned = minutes.reduce((total, each) => total + each, 0);
		const isShared = tracks.some(({ share }) => share !== undefined);
		return tracks.map(({ share }, at) => {
			let planned = 0;
			for (let day = first; day <= this.today; day++) {
				planned += this.shareOn(share, day) / (this.today + 1 - first);
			}
			const got = minutes[at] ?? 0;
			return { minutes: got, ...(isShared ? { planned, owes: planned * assigned - got } : {}) };
		});
	}

	private shareOn(share: string | Readonly<Record<string, string>> | undefined, day: number): number {
		if (share === undefined || typeof share === "string") {
			return Number.parseFloat(share ?? "0") / 100;
		}
		const dated = this.dated.get(share) ?? this.datedShares(share);
		this.dated.set(share, dated);
		const before = dated.findLast(({ first }) => first <= day);
		const next = dated.find(({ first }) => first > day);
		if (!before || !next || includes(before, day)) {
			return (before ?? next)?.value ?? 0;
		}
		const end = (before.last ?? next.first - 1) + 1;
		return before.value + ((next.value - before.value) * (day - end)) / Math.max(1, next.first - end);
	}

	private datedShares(share: Readonly<Record<string, string>>) {
		return Object.entries(share)
			.map(([when, each]) => ({ ...daysOf(this.plan, when), value: Number.parseFloat(each) / 100 }))
			.sort((a, b) => a.first - b.first);
	}

	/** The reviews that are due, without those that another one replaces: ID, number, day, and state. */
	checkpoints() {
		const dues = this.plan.checkpoints.flatMap((checkpoint) => {
			const days = this.reviewDays(checkpoint);
			return days.map((day, at) => ({ checkpoint, occurrence: at + 1, day }));
		});
		const held = (id: string, occurrence: number) =>
			this.counted.some(
				({ entry, day }) =>
					entry.type === "review" &&
					entry.checkpoint === id &&
					entry.occurrence === occurrence &&
					dayOf(day) <= this.today,
			);
		const alive = dues.filter((due) => {
			const sameDay = dues.filter((other) => other.day === due.day && other !== due);
			return !sameDay.some((other) => other.checkpoint.replaces.includes(due.checkpoint.id));
		});
		return alive
			.map(({ checkpoint, occurrence, day }) => {
				const later = dues.some(
					(other) => other.checkpoint === checkpoint && other.occurrence > occurrence && other.day < this.today,
				);
				const ahead = day - this.today < 7 ? "due" : "coming";
				const past = later ? "missed" : "overdue";
				const open = day >= this.today ? ahead : past;
				const state = held(checkpoint.id, occurrence) ? "reviewed" : open;
				return `${day} ${checkpoint.id} ${occurrence} ${state}`;
			})
			.sort();
	}

	private reviewDays({ every, when, until }: RawPlan["checkpoints"][number]): ReadonlyArray<number> {
		if (!every) {
			const last = when === undefined ? undefined : daysOf(this.plan, when).last;
			return last === undefined ? [] : [last];
		}
		const [, count, unit = ""] = /^(\d+) (\w+?)s?$/.exec(every) ?? [];
		const end = until === undefined ? this.endOfPlan() : daysOf(this.plan, until).last;
		const days: Array<number> = [];
		const slips = this.plan.slips.filter(({ reviews }) => reviews);
		for (let next = 1; ; next++) {
			const day = boundary({ start: this.plan.start, slips }, unit, Number(count) * next) - 1;
			if (end === undefined ? (days.at(-1) ?? -Infinity) >= this.today : day > end) {
				return days;
			}
			days.push(day);
		}
	}

	/** The last day of anything with dates except shares. */
	private endOfPlan(): number | undefined {
		const { phases, tracks, targets, commitments, checkpoints } = this.plan;
		const written = [...phases, ...tracks.flatMap(({ stages }) => stages), ...commitments, ...checkpoints];
		const all: ReadonlyArray<Days | undefined> = [
			...written.map(({ when }) => (when === undefined ? undefined : daysOf(this.plan, when))),
			...Object.keys(targets).map((when) => daysOf(this.plan, when)),
			...[...this.items.values()].map(({ days }) => days),
		];
		const ends = all.flatMap((days) => days?.last ?? []);
		return ends.length > 0 ? Math.max(...ends) : undefined;
	}
}

interface Range {
	readonly low: number;
	readonly high: number;
}

interface Asked {
	readonly aim: Range;
	/** By the ID of each commitment with an aim. */
	readonly of: ReadonlyMap<string, Range>;
}

const none: Range = { low: 0, high: 0 };

function sum(ranges: ReadonlyArray<Range>): Range {
	return ranges.reduce((total, { low, high }) => ({ low: total.low + low, high: total.high + high }), none);
}

function scale({ low, high }: Range, by: number): Range {
	return { low: low * by, high: high * by };
}

/** Minutes. */
function hoursOf(text: string): Range {
	const [low, high = low] = text.split("-").map((each) => Number(each) * 60) as [number, number?];
	return { low, high };
}

/** The states of a week in the order in which they are tried, at four hours a day. */
function stateOf(of: {
	readonly minutes: number;
	readonly aim: Range;
	readonly before: Range;
	readonly withToday: Range;
	readonly left: number;
	readonly begun: boolean;
}): string {
	const { minutes, aim } = of;
	const slack = 1e-9;
	const isAhead = minutes >= of.withToday.low - slack && minutes > of.before.low + slack;
	const states: ReadonlyArray<readonly [state: string, holds: boolean]> = [
		["off", aim.high <= 0],
		["done", minutes >= aim.low - slack],
		["onPace", !of.begun],
		["outOfReach", aim.low - minutes > of.left * 240 + slack],
		["ahead", isAhead],
		["onPace", minutes >= of.before.low - slack],
	];
	return states.find(([, holds]) => holds)?.[0] ?? "behind";
}

function tenseOf(span: Days | undefined, today: number): string {
	if (!span) {
		return "undated";
	}
	if (includes(span, today)) {
		return "current";
	}
	return today < span.first ? "future" : "past";
}

/** The plan with days in the place of lengths, in its lists of phases and stages and as keys of targets. */
function withLengths(plan: RawPlan): RawPlan {
	const resolve = <T extends { readonly when?: string }>(list: ReadonlyArray<T>): ReadonlyArray<T> => {
		let first: number | undefined = dayOf(plan.start);
		return list.map((each): T => {
			const { when, ...rest } = each;
			const isLength = when?.startsWith("for ");
			const days = isLength ? lengthAfter(plan, when ?? "", first) : when && daysOf(plan, when);
			first = days ? dayAfter(days) : undefined;
			const dated = isLength && days ? { when: textOf(days) } : {};
			return isLength ? ({ ...rest, ...dated } as T) : each;
		});
	};
	const keys = resolve(Object.keys(plan.targets).map((when) => ({ when })));
	return {
		...plan,
		phases: resolve(plan.phases),
		tracks: plan.tracks.map((track) => ({ ...track, stages: resolve(track.stages) })),
		targets: Object.fromEntries(Object.values(plan.targets).map((list, at) => [keys[at]?.when ?? "", list])),
	};
}

/** The IDs of an item and all its parts. */
function withParts({ id, parts = [] }: RawItem): ReadonlyArray<string> {
	return [id, ...parts.flatMap(withParts)];
}

/** All items with the days, the track and the `through` that they take over. */
function placed(plan: RawPlan): ReadonlyArray<PlacedItem> {
	type Around = Pick<PlacedItem, "days" | "through" | "track" | "partOf">;
	const placeIn = (
		raw: RawItem,
		kind: PlacedItem["kind"],
		around: Around,
		before: PlacedItem | undefined,
	): ReadonlyArray<PlacedItem> => {
		const first = before ? dayAfter(before.days) : (around.days?.first ?? dayOf(plan.start));
		const own = (when: string) =>
			when.startsWith("for ") ? lengthAfter(plan, when, first) : daysOf(plan, when, around.days);
		const item: PlacedItem = {
			raw,
			kind,
			days: raw.when === undefined ? around.days : own(raw.when),
			through: raw.when === undefined ? around.through : raw.when.startsWith("through"),
			track: raw.track ?? around.track,
			partOf: around.partOf,
		};
		const { days, through, track } = item;
		const inside: Around = { days, through, track, partOf: raw.id };
		return [item, ...placeAll(raw.parts ?? [], kind, inside)];
	};
	const placeAll = (list: ReadonlyArray<RawItem>, kind: PlacedItem["kind"], around: Around) => {
		let before: PlacedItem | undefined;
		return list.flatMap((raw) => {
			const all = placeIn(raw, kind, around, before);
			[before] = all;
			return all;
		});
	};
	const place = (
		list: ReadonlyArray<RawItem>,
		kind: PlacedItem["kind"],
		when: string | undefined,
		{ track }: { readonly track?: string | undefined },
	): ReadonlyArray<PlacedItem> => {
		const days = when === undefined ? undefined : daysOf(plan, when);
		return placeAll(list, kind, { days, through: (when ?? "").startsWith("through"), track, partOf: undefined });
	};
	return [
		...plan.phases.flatMap(({ when, track, outcomes }) =>
			Object.entries(outcomes).flatMap(([area, list]) => {
				const named = plan.tracks.find(({ id, title }) => [id, title.toLowerCase()].includes(area))?.id;
				return place(list, "outcome", when, { track: named ?? track });
			}),
		),
		...plan.tracks.flatMap(({ id, stages }) =>
			stages.flatMap(({ when, milestones }) => place(milestones, "milestone", when, { track: id })),
		),
		...Object.entries(plan.targets).flatMap(([when, list]) => place(list, "target", when, {})),
		...place(plan.indicators.leading, "indicator", undefined, {}),
		...place(plan.indicators.lagging, "indicator", undefined, {}),
	];
}
