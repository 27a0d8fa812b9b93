import type { Hours, Times } from "../amount/hours.ts";
import { fallingFrom, type Quantity } from "../amount/parseQuantity.ts";
import type { Span } from "../time/day.ts";
import { dueDay } from "../time/period.ts";
import type { TextRange } from "../util/textRange.ts";
import { assignIds, type Nameable, slug } from "./assignIds.ts";
import { DateResolver } from "./dateResolver.ts";
import { mostPartLevels, withinLimits } from "./limits.ts";
import type {
	Activity,
	Checkpoint,
	Commitment,
	Dated,
	EvidenceRule,
	Factor,
	Item,
	ItemGroup,
	ItemKind,
	Measure,
	Named,
	NodeReference,
	Phase,
	Plan,
	Risk,
	Slip,
	Stage,
	Timed,
	TimeOff,
	Track,
	Week,
} from "./plan.ts";
import type { PlanProblem } from "./planProblem.ts";
import type { NodeReading, ReadEntry, ReadNode } from "./schema/nodeReading.ts";
import type { PlanInput } from "./schema/planSchema.ts";
import { nodeRange, type SyntaxNode } from "./syntax/syntaxTree.ts";

type Root = NodeReading<PlanInput>;
type Element<T> = T extends ReadonlyArray<ReadNode<infer U>> ? U : never;
type ValueAt<K extends keyof Root> = NonNullable<Root[K]>["value"];
type ItemReading = Element<NonNullable<NonNullable<NonNullable<ValueAt<"indicators">["leading"]>["value"]>>>;
type DroppedReading = NonNullable<Exclude<ItemReading, string>["dropped"]>["value"];
type NamedReading = Pick<Exclude<ItemReading, string>, "title" | "id" | "formerly" | "note" | "link" | "private">;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What an item inherits from its parents. */
interface InheritedFields {
	readonly kind: ItemKind;
	readonly span?: Span | undefined;
	readonly track?: string | undefined;
	readonly private?: boolean;
	/** The prefix of derived IDs; the number of the item follows. */
	readonly place: string;
	/** The item before it in its list. */
	readonly before?: Timed | "first";
	/** The number of items around it: 0 unless it is a part. */
	readonly depth?: number;
}

/** A plan with resolved IDs and dates, whose cross-references haven't been checked yet. */
export interface Resolved {
	readonly plan: Plan;
	readonly problems: ReadonlyArray<PlanProblem>;
	/** IDs that several nodes would get from their titles. */
	readonly numberedIds: ReadonlySet<string>;
}

/** Resolves the dates and IDs of a plan, and what its nodes inherit from their parents. */
export function resolvePlan(root: Root): Resolved {
	return new Resolver(root).resolve();
}

class Resolver {
	private readonly problems: Array<PlanProblem> = [];
	private readonly nameables: Array<Nameable> = [];
	private readonly items: Array<Item> = [];
	private readonly owners: Array<readonly [part: Mutable<Item>, owner: Item]> = [];
	private readonly localIds = new Set<string>();
	private lastPhase: Timed | "first" = "first";
	private readonly partsMet = new Set<SyntaxNode>();
	private readonly dates: DateResolver;

	private readonly root: Root;

	constructor(root: Root) {
		this.root = withinLimits(root, this.problems);
		this.dates = new DateResolver(this.root.start?.value, this.slips(), this.problems);
	}

	resolve(): Resolved {
		const named = this.namedParts();
		const numberedIds = assignIds(this.nameables, this.problems);
		for (const [part, owner] of this.owners) {
			part.partOf = owner.id;
		}
		this.checkFormat();
		const plan: Plan = {
			...this.heading(),
			aim: this.references(this.root.aim),
			week: this.week(),
			timeOff: this.timeOff(),
			...named,
			advantages: this.advantages(),
			slips: this.slips(),
			items: this.items,
			byId: new Map(this.nameables.map(({ node }) => [node.id, node as unknown as Item])),
		};
		this.inheritTitles(plan);
		return { plan, problems: this.problems, numberedIds };
	}

	/** The parts with IDs. Derived IDs are numbered in this order. */
	private namedParts() {
		const { root } = this;
		const measures = this.each(root.measures, (read, range, index): Measure => {
			const named = this.named(read, range, `measure-${index}`);
			return Object.assign(named, { count: read.count?.value ?? "latest" });
		});
		const phases = this.each(root.phases, (read, range, index) => this.phase(read, range, index));
		const tracks = this.each(root.tracks, (read, range, index) => this.track(read, range, index));
		const targets = this.targets();
		const commitments = this.each(root.commitments, (read, range, index) => this.commitment(read, range, index));
		const checkpoints = this.each(root.checkpoints, (read, range, index) => this.checkpoint(read, range, index));
		const indicators = root.indicators?.value;
		const leading = this.itemsOf(indicators?.leading, { kind: "indicator", place: "leading" });
		const lagging = this.itemsOf(indicators?.lagging, { kind: "indicator", place: "lagging" });
		const factors = this.each(root.factors, (read, range, index): Factor => {
			const named = this.localNode("factor", read, range, `factor-${index}`);
			const inherited = { kind: "practice", private: named.private, place: named.id } as const;
			return { ...named, items: this.itemsOf(read.practices, inherited) };
		});
		const risks = this.each(root.risks, (read, range, index) => this.risk(read, range, index));
		return { measures, phases, tracks, targets, commitments, checkpoints, leading, lagging, factors, risks };
	}

	private risk(read: Element<ValueAt<"risks">>, range: TextRange, index: number): Risk {
		const named = this.localNode("risk", read, range, `risk-${index}`);
		const inherited = { kind: "mitigation", private: named.private, place: named.id } as const;
		const items = this.itemsOf(read.mitigations, inherited);
		const { hours, for: long } = read.watch?.value ?? {};
		return { ...named, items, ...(hours && long ? { watch: { below: hours.value, for: long.value } } : {}) };
	}

	private checkFormat(): void {
		const { format } = this.root;
		if (format && format.value !== "1") {
			const range = nodeRange(format.node);
			this.problems.push({ code: "bad-format", severity: "warning", range, args: [format.value] });
		}
	}

	private heading() {
		const { title, goal, about, note, link, start } = this.root;
		return {
			title: title?.value ?? "",
			...(goal ? { goal: goal.value } : {}),
			...(about ? { about: about.value } : {}),
			...(note ? { note: note.value } : {}),
			links: linksOf(link),
			...(start ? { start: start.value } : {}),
		};
	}

	private advantages(): Plan["advantages"] {
		return this.each(this.root.advantages, (read, range) =>
			typeof read === "string"
				? { title: read, links: [], private: false, points: [], range }
				: {
						title: read.title?.value ?? "",
						...(read.note ? { note: read.note.value } : {}),
						links: linksOf(read.link),
						private: read.private?.value ?? false,
						points: texts(read.points),
						range,
					},
		);
	}

	/**
	 * An item without a title gets that of its measure, or of the only item that it needs. An item that shows something
	 * private is private as well.
	 */
	private inheritTitles(plan: Plan): void {
		const items: ReadonlyArray<Mutable<Item>> = this.items;
		for (const item of items) {
			item.private ||= plan.byId.get(item.of ?? "")?.private === true;
		}
		for (const item of items.filter(({ title }) => title === "")) {
			const from = item.of ?? item.needs[0] ?? "";
			const source = plan.byId.get(from);
			item.title = source?.title || from;
			item.private ||= source?.private === true;
		}
		// The outermost first.
		for (const [part, owner] of this.owners.toReversed()) {
			part.private ||= owner.private;
		}
	}

	private references(list: ReadNode<ReadonlyArray<ReadNode<string>>> | undefined): ReadonlyArray<NodeReference> {
		return this.each(list, (id, range) => ({ id, range }));
	}

	private each<T, R>(
		list: ReadNode<ReadonlyArray<ReadNode<T>>> | undefined,
		make: (value: T, range: TextRange, index: number) => R,
	): ReadonlyArray<R> {
		return (list?.value ?? []).map(({ node, value }, index) => make(value, nodeRange(node), index + 1));
	}

	/** The fields that all named nodes share. The ID is set later, when all explicit IDs are known. */
	private named(read: NamedReading, range: TextRange, place: string): Mutable<Named> {
		const node = this.unnamed(read, range);
		this.nameables.push({
			node,
			place,
			...(read.id ? { written: read.id.value, writtenAt: nodeRange(read.id.node) } : {}),
		});
		return node;
	}

	/** A node that the journal never refers to. Its ID only has to be unique among nodes of its kind, and is numbered if it isn't. */
	private localNode(kind: string, read: NamedReading, range: TextRange, place: string): Mutable<Named> {
		const node = this.unnamed(read, range);
		const wanted = read.id?.value ?? place;
		node.id = wanted;
		for (let count = 2; this.localIds.has(`${kind} ${node.id}`); count++) {
			node.id = `${wanted}-${count}`;
		}
		this.localIds.add(`${kind} ${node.id}`);
		return node;
	}

	private unnamed(read: NamedReading, range: TextRange): Mutable<Named> {
		return {
			id: "",
			idWritten: read.id !== undefined,
			title: read.title?.value ?? "",
			formerly: texts(read.formerly),
			...(read.note ? { note: read.note.value } : {}),
			links: linksOf(read.link),
			private: read.private?.value ?? false,
			range,
		};
	}

	private itemsOf(
		list: ReadNode<ReadonlyArray<ReadNode<ItemReading>>> | undefined,
		inherited: InheritedFields,
	): ReadonlyArray<Item> {
		let before: Timed | "first" = "first";
		return this.each(list, (read, range, index) => {
			const item = this.item(read, range, { ...inherited, before, place: `${inherited.place}-${index}` });
			before = item;
			return item;
		});
	}

	private item(written: ItemReading, range: TextRange, inherited: InheritedFields): Item {
		const read: Exclude<ItemReading, string> = typeof written === "string" ? {} : written;
		const named = this.named(read, range, inherited.place);
		named.private ||= inherited.private === true;
		const { goal, of, from, needs, drives, evidence, optional, confirm, valid } = read;
		const timed = this.dates.timed(read.when, inherited.span, inherited.before);
		const track = read.track?.value ?? inherited.track;
		const item: Mutable<Item> = Object.assign(named, {
			kind: inherited.kind,
			...(typeof written === "string" ? { title: written } : {}),
			...timed,
			...(goal ? { goal: from ? fallingFrom(goal.value, from.value.low) : goal.value } : {}),
			...this.sourceOf(of, goal, range),
			from: from?.value.low ?? 0,
			...(track === undefined ? {} : { track }),
			needs: texts(needs),
			drives: this.references(drives),
			optional: optional?.value ?? false,
			...evidenceRule(evidence),
			...(confirm ? { confirm: confirm.value } : {}),
			...(valid ? { valid: valid.value } : {}),
			...droppedOf(read.dropped?.value),
			parts: [],
		});
		if (item.title === "" && typeof written !== "string" && !of && item.needs.length !== 1) {
			this.problems.push({ code: "missing-title", severity: "error", range, args: ["title"] });
		}
		this.items.push(item);
		const depth = (inherited.depth ?? 0) + 1;
		item.parts = this.itemsOf(read.parts, {
			...inherited,
			span: item.span,
			track,
			private: item.private,
			depth,
		});
		this.checkParts(read.parts, depth);
		for (const part of item.parts) {
			this.owners.push([part, item]);
		}
		return item;
	}

	/** A measure, or the time of the item; that is asked for in hours or minutes. */
	private sourceOf(
		of: ReadNode<string> | undefined,
		goal: ReadNode<Quantity> | undefined,
		range: TextRange,
	): Pick<Item, "of" | "ofTime"> {
		const isMeasure = this.root.measures?.value.some(
			({ value: { id, title } }) => (id?.value ?? slug(title?.value ?? "")) === of?.value,
		);
		if (of?.value !== "time" || isMeasure) {
			return of ? { of: of.value } : {};
		}
		const ofTime = goal && !goal.value.currency ? timeUnit(goal.value.unit ?? "") : undefined;
		if (!ofTime) {
			const at = goal ? nodeRange(goal.node) : nodeRange(of.node);
			this.problems.push({
				code: "time-goal",
				severity: "error",
				range: goal || of ? at : range,
				args: [goal?.value.text ?? ""],
			});
		}
		return ofTime ? { ofTime } : {};
	}

	/** Reports parts that are too deep to be shown well, and those that are in the plan a second time. */
	private checkParts(parts: ReadNode<ReadonlyArray<ReadNode<ItemReading>>> | undefined, depth: number): void {
		for (const { node } of parts?.value ?? []) {
			if (this.partsMet.has(node)) {
				this.problems.push({ code: "part-twice", severity: "error", range: nodeRange(node), args: [] });
			}
			this.partsMet.add(node);
		}
		if (parts && depth === mostPartLevels + 1) {
			const args = [String(mostPartLevels)];
			this.problems.push({ code: "parts-deep", severity: "warning", range: nodeRange(parts.node), args });
		}
	}

	private phase(read: Element<ValueAt<"phases">>, range: TextRange, index: number): Phase {
		const named = this.localNode("phase", read, range, `phase-${index}`);
		const timed = this.dates.timed(read.when, undefined, this.lastPhase);
		this.lastPhase = timed;
		const areas = groupsOf(read.outcomes).map(({ key, keyNode, read: list }): ItemGroup => {
			const place = `${named.id}-${key || "outcome"}`;
			const track = this.trackCalled(key) ?? read.track?.value;
			const inherited = { kind: "outcome", span: timed.span, track, private: named.private, place } as const;
			const items = this.itemsOf(list, inherited);
			return { title: key, items, ...(timed.span ? { span: timed.span } : {}), range: nodeRange(keyNode) };
		});
		return { ...named, ...timed, ...(read.focus ? { focus: read.focus.value } : {}), areas };
	}

	/** An area named after a track belongs to that track. */
	private trackCalled(area: string): string | undefined {
		const wanted = slug(area);
		const track = this.root.tracks?.value.find(
			({ value: { id, title } }) =>
				wanted !== "" && (slug(id?.value ?? "") === wanted || slug(title?.value ?? "") === wanted),
		);
		return track?.value.id?.value ?? (track ? wanted : undefined);
	}

	private track(read: Element<ValueAt<"tracks">>, range: TextRange, index: number): Track {
		const named = this.named(read, range, `track-${index}`);
		const shares = this.dates.dated(read.share);
		let before: Timed | "first" = "first";
		const stages = this.each(read.stages, (stage, stageRange, number): Stage => {
			const part = this.localNode("stage", stage, stageRange, `track-${index}-${number}`);
			const timed = this.dates.timed(stage.when, undefined, before);
			before = timed;
			const track = read.id?.value ?? slug(read.title?.value ?? "");
			part.private ||= named.private;
			const inherited = { kind: "milestone", span: timed.span, track, private: part.private, place: part.id } as const;
			return { ...part, ...timed, items: this.itemsOf(stage.milestones, inherited) };
		});
		return Object.assign(named, { shares, stages });
	}

	private targets(): ReadonlyArray<ItemGroup> {
		const { targets } = this.root;
		const keys = this.dates.periods(groupsOf(targets));
		return keys.map(({ entry, when, span, range }): ItemGroup => {
			const items = this.itemsOf(entry.read, { kind: "target", span, place: entry.key || "target" });
			return { title: entry.key, ...(when ? { when } : {}), ...(span ? { span } : {}), items, range };
		});
	}

	private commitment(read: Element<ValueAt<"commitments">>, range: TextRange, index: number): Commitment {
		const named = this.named(read, range, `commitment-${index}`);
		const hours = this.dates.dated<Hours>(read.hours);
		const activities = this.each(read.activities, (activity, activityRange, number): Activity => {
			const place = `commitment-${index}-${number}`;
			const node = this.named(typeof activity === "string" ? {} : activity, activityRange, place);
			node.private ||= named.private;
			return typeof activity === "string" ? Object.assign(node, { title: activity }) : node;
		});
		const timed = this.dates.timed(read.when);
		const drives = this.references(read.drives);
		const track = read.track ? { track: read.track.value } : {};
		const days = read.days?.value ?? [];
		return Object.assign(named, {
			...timed,
			hours,
			times: this.times(read),
			days,
			...track,
			drives,
			...evidenceRule(read.evidence),
			activities,
		});
	}

	/** The times of a commitment; with only `days`, once on each of them. */
	private times({ times, hours, days }: Element<ValueAt<"commitments">>): ReadonlyArray<Dated<Times>> {
		if (times || hours || !days) {
			return this.dates.dated<Times>(times);
		}
		const count = days.value.length;
		return [{ value: { low: count, high: count }, range: nodeRange(days.node) }];
	}

	private checkpoint(read: Element<ValueAt<"checkpoints">>, range: TextRange, index: number): Checkpoint {
		const named = this.named(read, range, `checkpoint-${index}`);
		const timed = this.dates.timed(read.when);
		const until = read.until && dueDay(this.dates.days(read.until.value, nodeRange(read.until.node)));
		const questions = this.each(read.questions, (question, questionRange) =>
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
			hours: this.dates.dated<Hours>(hours),
			counts: counts?.value ?? "commitments",
		};
	}

	private timeOff(): ReadonlyArray<TimeOff> {
		return this.each(this.root.time_off, (read, range): ReadonlyArray<TimeOff> => {
			const parts = "stretch" in read ? { period: read, range } : { period: read.when?.value, range };
			const span =
				parts.period &&
				this.dates.days(parts.period, "stretch" in read || !read.when ? range : nodeRange(read.when.node));
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
			({ at, by, reviews, why }, range): ReadonlyArray<Slip> =>
				at && by
					? [
							{
								at: at.value,
								by: by.value,
								reviews: reviews?.value ?? false,
								...(why ? { why: why.value } : {}),
								range,
							},
						]
					: [],
		).flat();
	}
}

/** `40 h`, `90 minutes`; undefined for any other unit. */
function timeUnit(unit: string): Item["ofTime"] {
	if (/^(?:h|hrs?\.?|hours?|std\.?|stunden?|小时|小時|个小时)$/i.test(unit)) {
		return "hour";
	}
	return /^(?:m|mins?\.?|minutes?|minuten?|分钟|分鐘)$/i.test(unit) ? "minute" : undefined;
}

function droppedOf(read: DroppedReading | undefined): Pick<Item, "dropped"> {
	const { on, why, for: instead } = read ?? {};
	return read
		? {
				dropped: {
					...(on ? { on: on.value } : {}),
					...(why ? { why: why.value } : {}),
					...(instead ? { for: instead.value } : {}),
				},
			}
		: {};
}

/** Lists by their keys. A plain list has an empty key, and its node instead of that of the key. */
function groupsOf<T>(read: ReadNode<ReadonlyArray<ReadEntry<T>> | T> | undefined): ReadonlyArray<ReadEntry<T>> {
	if (read?.node.kind !== "map") {
		return read ? [{ key: "", keyNode: read.node, read: read as ReadNode<T> }] : [];
	}
	return read.value as ReadonlyArray<ReadEntry<T>>;
}

function linksOf(read: ReadNode<string | ReadonlyArray<ReadNode<string>>> | undefined): ReadonlyArray<string> {
	if (!read) {
		return [];
	}
	return typeof read.value === "string" ? [read.value] : read.value.map(({ value }) => value);
}

function evidenceRule(written: Exclude<ItemReading, string>["evidence"]): { readonly evidence?: EvidenceRule } {
	if (!written) return {};
	const { repo, path, message } = written.value;
	return {
		evidence: {
			...(repo ? { repo: repo.value } : {}),
			...(path ? { path: path.value } : {}),
			...(message ? { message: message.value } : {}),
		},
	};
}

function texts(list: ReadNode<ReadonlyArray<ReadNode<string>>> | undefined): ReadonlyArray<string> {
	return list?.value.map(({ value }) => value) ?? [];
}
