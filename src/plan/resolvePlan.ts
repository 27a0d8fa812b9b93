import { DateResolver } from "./dateResolver.ts";
import type { Span } from "./day.ts";
import { giveIds, type Nameable, slug } from "./ids.ts";
import { dueDay } from "./period.ts";
import type {
	Activity,
	Checkpoint,
	Commitment,
	Item,
	ItemGroup,
	ItemKind,
	Measure,
	Named,
	Phase,
	Plan,
	Slip,
	Stage,
	TimeOff,
	Track,
	Week,
} from "./plan.ts";
import type { Problem, TextRange } from "./problem.ts";
import type { Read, Reading } from "./reading.ts";
import type { Hours } from "./scalars.ts";
import type { PlanText } from "./schema.ts";
import { placeOf, rangeAt, rangeOf } from "./syntax.ts";

type Root = Reading<PlanText>;
type Element<T> = T extends ReadonlyArray<Read<infer U>> ? U : never;
type ValueAt<K extends keyof Root> = NonNullable<Root[K]>["value"];
type ItemReading = Element<NonNullable<NonNullable<NonNullable<ValueAt<"indicators">["leading"]>["value"]>>>;
type NamedReading = Pick<Exclude<ItemReading, string>, "title" | "id" | "formerly" | "note" | "link" | "private">;
type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** What an item takes over from the nodes around it. */
interface Around {
	readonly kind: ItemKind;
	readonly span?: Span | undefined;
	readonly track?: string | undefined;
	readonly private?: boolean;
	/** Stands in for ids, with the number of the item behind it. */
	readonly place: string;
}

/** A plan whose parts know their ids and dates, before what they say of each other was checked. */
export interface Resolved {
	readonly plan: Plan;
	readonly problems: ReadonlyArray<Problem>;
	/** Ids that several nodes would have by their titles. */
	readonly numberedIds: ReadonlySet<string>;
}

/** Works out what the words of a plan stand for: dates, ids, and what is taken over from the nodes around. */
export function resolvePlan(root: Root, at: number): Resolved {
	return new Resolver(root, at).resolve();
}

class Resolver {
	private readonly problems: Array<Problem> = [];
	private readonly nameables: Array<Nameable> = [];
	private readonly items: Array<Item> = [];
	private readonly asides = new Set<string>();
	private readonly dates: DateResolver;

	constructor(
		private readonly root: Root,
		private readonly at: number,
	) {
		this.dates = new DateResolver(root.start?.value, this.slips(), this.problems);
	}

	resolve(): Resolved {
		const { root } = this;
		const measures = this.each(root.measures, this.at, (read, at, range, index): Measure => {
			const named = this.named(read, at, range, `measure-${index}`);
			return Object.assign(named, { count: read.count?.value ?? "latest" });
		});
		const phases = this.each(root.phases, this.at, (read, at, range, index) => this.phase(read, at, range, index));
		const tracks = this.each(root.tracks, this.at, (read, at, range, index) => this.track(read, at, range, index));
		const targets = this.targets();
		const commitments = this.each(root.commitments, this.at, (read, at, range, index) =>
			this.commitment(read, at, range, index),
		);
		const checkpoints = this.each(root.checkpoints, this.at, (read, at, range, index) =>
			this.checkpoint(read, at, range, index),
		);
		const indicatorsAt = root.indicators ? placeOf(root.indicators.edge, this.at) : 0;
		const { leading, lagging } = root.indicators?.value ?? {};
		const leadingItems = this.itemsOf(leading, indicatorsAt, { kind: "indicator", place: "leading" });
		const laggingItems = this.itemsOf(lagging, indicatorsAt, { kind: "indicator", place: "lagging" });
		const factors = this.each(root.factors, this.at, (read, at, range, index) => {
			const named = this.aside("factor", read, range, `factor-${index}`);
			const around = { kind: "practice", private: named.private, place: named.id } as const;
			const items = this.itemsOf(read.practices, at, around);
			return { ...named, items };
		});
		const risks = this.each(root.risks, this.at, (read, at, range, index) => {
			const named = this.aside("risk", read, range, `risk-${index}`);
			const around = { kind: "mitigation", private: named.private, place: named.id } as const;
			const items = this.itemsOf(read.mitigations, at, around);
			const { hours, for: long } = read.watch?.value ?? {};
			return { ...named, items, ...(hours && long ? { watch: { below: hours.value, for: long.value } } : {}) };
		});
		const numberedIds = giveIds(this.nameables, this.problems);
		const { format, title, goal, about, note, link, start } = root;
		if (format && format.value !== "1") {
			const range = rangeAt(format.edge, this.at);
			this.problems.push({ code: "bad-format", severity: "warning", range, args: [format.value] });
		}
		const plan: Plan = {
			title: title?.value ?? "",
			...(goal ? { goal: goal.value } : {}),
			...(about ? { about: about.value } : {}),
			...(note ? { note: note.value } : {}),
			...(link ? { link: link.value } : {}),
			...(start ? { start: start.value } : {}),
			week: this.week(),
			timeOff: this.timeOff(),
			measures,
			phases,
			tracks,
			targets,
			commitments,
			checkpoints,
			leading: leadingItems,
			lagging: laggingItems,
			factors,
			risks,
			advantages: this.each(root.advantages, this.at, (read, _at, range) =>
				typeof read === "string"
					? { title: read, points: [], range }
					: {
							title: read.title?.value ?? "",
							...(read.note ? { note: read.note.value } : {}),
							...(read.link ? { link: read.link.value } : {}),
							points: texts(read.points),
							range,
						},
			),
			slips: this.slips(),
			items: this.items,
			byId: new Map(this.nameables.map(({ node }) => [node.id, node as unknown as Item])),
		};
		this.borrow(plan);
		return { plan, problems: this.problems, numberedIds };
	}

	/** An item without a title has that of its measure, else of the one item it needs. What shows something private is so too. */
	private borrow(plan: Plan): void {
		const items: ReadonlyArray<Draft<Item>> = this.items;
		for (const item of items) {
			item.private ||= plan.byId.get(item.of ?? "")?.private === true;
		}
		for (const item of items.filter(({ title }) => title === "")) {
			const from = item.of ?? item.needs[0] ?? "";
			const lender = plan.byId.get(from);
			item.title = lender?.title || from;
			item.private ||= lender?.private === true;
		}
	}

	private each<T, R>(
		list: Read<ReadonlyArray<Read<T>>> | undefined,
		above: number,
		make: (value: T, at: number, range: TextRange, index: number) => R,
	): ReadonlyArray<R> {
		const listAt = list ? placeOf(list.edge, above) : 0;
		return (list?.value ?? []).map(({ edge, value }, index) => {
			const at = placeOf(edge, listAt);
			return make(value, at, rangeOf(edge.node, at), index + 1);
		});
	}

	/** The part that all named nodes share; the id comes later, when all are known. */
	private named(read: NamedReading, at: number, range: TextRange, place: string): Draft<Named> {
		const node = this.unnamed(read, range);
		this.nameables.push({
			node,
			place,
			...(read.id ? { written: read.id.value, writtenAt: rangeAt(read.id.edge, at) } : {}),
		});
		return node;
	}

	/** A node that the journal never names: its id need differ only from those of its kind, and gets a number if it does not. */
	private aside(kind: string, read: NamedReading, range: TextRange, place: string): Draft<Named> {
		const node = this.unnamed(read, range);
		const wanted = read.id?.value ?? place;
		node.id = wanted;
		for (let count = 2; this.asides.has(`${kind} ${node.id}`); count++) {
			node.id = `${wanted}-${count}`;
		}
		this.asides.add(`${kind} ${node.id}`);
		return node;
	}

	private unnamed(read: NamedReading, range: TextRange): Draft<Named> {
		return {
			id: "",
			idWritten: read.id !== undefined,
			title: read.title?.value ?? "",
			formerly: texts(read.formerly),
			...(read.note ? { note: read.note.value } : {}),
			...(read.link ? { link: read.link.value } : {}),
			private: read.private?.value ?? false,
			range,
		};
	}

	private itemsOf(
		list: Read<ReadonlyArray<Read<ItemReading>>> | undefined,
		above: number,
		around: Around,
	): ReadonlyArray<Item> {
		return this.each(list, above, (read, at, range, index) => this.item(read, at, range, around, index));
	}

	private item(written: ItemReading, at: number, range: TextRange, around: Around, index: number): Item {
		const read: Exclude<ItemReading, string> = typeof written === "string" ? {} : written;
		const named = this.named(read, at, range, `${around.place}-${index}`);
		named.private ||= around.private === true;
		const { when, goal, of, from, track, needs, confirm, valid, dropped } = read;
		const timed = this.dates.timed(when, at, around.span);
		const belongs = track?.value ?? around.track;
		const { on, why, for: instead } = dropped?.value ?? {};
		const item: Item = Object.assign(named, {
			kind: around.kind,
			...(typeof written === "string" ? { title: written } : {}),
			...timed,
			...(goal ? { goal: goal.value } : {}),
			...(of ? { of: of.value } : {}),
			from: from?.value.low ?? 0,
			...(belongs === undefined ? {} : { track: belongs }),
			needs: texts(needs),
			...(confirm ? { confirm: confirm.value } : {}),
			...(valid ? { valid: valid.value } : {}),
			...(dropped
				? {
						dropped: {
							...(on ? { on: on.value } : {}),
							...(why ? { why: why.value } : {}),
							...(instead ? { for: instead.value } : {}),
						},
					}
				: {}),
		});
		if (item.title === "" && typeof written !== "string" && !of && item.needs.length !== 1) {
			this.problems.push({ code: "missing-title", severity: "error", range, args: ["title"] });
		}
		this.items.push(item);
		return item;
	}

	private phase(read: Element<ValueAt<"phases">>, at: number, range: TextRange, index: number): Phase {
		const named = this.aside("phase", read, range, `phase-${index}`);
		const timed = this.dates.timed(read.when, at);
		const outcomesAt = read.outcomes ? placeOf(read.outcomes.edge, at) : 0;
		const areas = (read.outcomes?.value ?? []).map(({ key, keyEdge, read: list }): ItemGroup => {
			const place = `${named.id}-${key}`;
			const track = read.track?.value ?? this.trackCalled(key);
			const around = { kind: "outcome", span: timed.span, track, private: named.private, place } as const;
			const items = this.itemsOf(list, outcomesAt, around);
			return { title: key, items, ...(timed.span ? { span: timed.span } : {}), range: rangeAt(keyEdge, outcomesAt) };
		});
		return { ...named, ...timed, ...(read.focus ? { focus: read.focus.value } : {}), areas };
	}

	/** An area named like a track takes that track. */
	private trackCalled(area: string): string | undefined {
		const wanted = slug(area);
		const track = this.root.tracks?.value.find(
			({ value: { id, title } }) => slug(id?.value ?? "") === wanted || slug(title?.value ?? "") === wanted,
		);
		return track?.value.id?.value ?? (track ? wanted : undefined);
	}

	private track(read: Element<ValueAt<"tracks">>, at: number, range: TextRange, index: number): Track {
		const named = this.named(read, at, range, `track-${index}`);
		const shares = this.dates.dated(read.share, at);
		const stages = this.each(read.stages, at, (stage, stageAt, stageRange, number): Stage => {
			const part = this.aside("stage", stage, stageRange, `track-${index}-${number}`);
			const timed = this.dates.timed(stage.when, stageAt);
			const track = read.id?.value ?? slug(read.title?.value ?? "");
			part.private ||= named.private;
			const around = { kind: "milestone", span: timed.span, track, private: part.private, place: part.id } as const;
			return { ...part, ...timed, items: this.itemsOf(stage.milestones, stageAt, around) };
		});
		return Object.assign(named, { shares, stages });
	}

	private targets(): ReadonlyArray<ItemGroup> {
		const { targets } = this.root;
		const at = targets ? placeOf(targets.edge, this.at) : 0;
		const keys = this.dates.periods(targets?.value ?? [], at);
		return keys.map(({ entry, when, span, range }): ItemGroup => {
			const items = this.itemsOf(entry.read, at, { kind: "target", span, place: entry.key });
			return { title: entry.key, ...(when ? { when } : {}), ...(span ? { span } : {}), items, range };
		});
	}

	private commitment(read: Element<ValueAt<"commitments">>, at: number, range: TextRange, index: number): Commitment {
		const named = this.named(read, at, range, `commitment-${index}`);
		const hours = this.dates.dated<Hours>(read.hours, at);
		const activities = this.each(read.activities, at, (activity, activityAt, activityRange, number): Activity => {
			const place = `commitment-${index}-${number}`;
			const node = this.named(typeof activity === "string" ? {} : activity, activityAt, activityRange, place);
			node.private ||= named.private;
			return typeof activity === "string" ? Object.assign(node, { title: activity }) : node;
		});
		const timed = this.dates.timed(read.when, at);
		return Object.assign(named, { ...timed, hours, ...(read.track ? { track: read.track.value } : {}), activities });
	}

	private checkpoint(read: Element<ValueAt<"checkpoints">>, at: number, range: TextRange, index: number): Checkpoint {
		const named = this.named(read, at, range, `checkpoint-${index}`);
		const timed = this.dates.timed(read.when, at);
		const until = read.until && dueDay(this.dates.days(read.until.value, rangeAt(read.until.edge, at)));
		const questions = this.each(read.questions, at, (question, _at, questionRange) =>
			typeof question === "string"
				? { ask: question, evidence: [], range: questionRange }
				: { ask: question.ask?.value ?? "", evidence: texts(question.evidence), range: questionRange },
		);
		return Object.assign(named, {
			...timed,
			...(read.every ? { every: read.every.value } : {}),
			...(until === undefined ? {} : { until }),
			replaces: texts(read.replaces),
			questions,
		});
	}

	private week(): Week {
		const read = this.root.week;
		const { starts, days, day_ends, hours, counts } = read?.value ?? {};
		return {
			starts: starts?.value ?? 0,
			days: days?.value ?? [0, 1, 2, 3, 4, 5, 6],
			dayEnds: day_ends?.value ?? 0,
			hours: this.dates.dated<Hours>(hours, read ? placeOf(read.edge, this.at) : 0),
			counts: counts?.value ?? "commitments",
		};
	}

	private timeOff(): ReadonlyArray<TimeOff> {
		return this.each(this.root.time_off, this.at, (read, at, range): ReadonlyArray<TimeOff> => {
			const parts = "stretch" in read ? { period: read, range } : { period: read.when?.value, range };
			const span =
				parts.period &&
				this.dates.days(parts.period, "stretch" in read || !read.when ? range : rangeAt(read.when.edge, at));
			if (!span) {
				return [];
			}
			const { hours, why } = "stretch" in read ? {} : read;
			return [{ span, ...(hours ? { hours: hours.value } : {}), ...(why ? { why: why.value } : {}), range }];
		}).flat();
	}

	private slips(): ReadonlyArray<Slip> {
		return this.each(
			this.root.slips,
			this.at,
			({ at, by, why }, _at, range): ReadonlyArray<Slip> =>
				at && by ? [{ at: at.value, by: by.value, ...(why ? { why: why.value } : {}), range }] : [],
		).flat();
	}
}

function texts(list: Read<ReadonlyArray<Read<string>>> | undefined): ReadonlyArray<string> {
	return list?.value.map(({ value }) => value) ?? [];
}
