import type { Day, Span } from "../../time/day.ts";
import { dayOfMoment } from "../../time/moment.ts";
import { type Entry, type EntryType, entryTargets } from "../entry.ts";
import { compareIds, isUnsurpassable } from "../entryIds.ts";
import {
	compareLocations,
	type EntryLocation,
	type JournalProblem,
	type JournalProblemCode,
	journalProblemAt,
} from "../journalProblem.ts";
import { finish, type Steps, sorting, stepSize } from "../steps.ts";
import { ChangedDays } from "./changedDays.ts";
import { ContentConflicts } from "./contentConflicts.ts";
import { EntryGraph, type EntryGroup } from "./entryGraph.ts";
import { EntryStore } from "./entryStore.ts";
import { compareCreation, compareLive, compareStarts, LiveEntries, type LiveEntry } from "./liveEntry.ts";
import { resolveReferences } from "./resolveReferences.ts";

/** The state of one ID. */
interface Known {
	entry: Entry;
	file: string;
	line: number;
	/** Voided, or part of a circle of voids. */
	dead: boolean;
	/** Its live entry, if it counts. */
	live: LiveEntry | undefined;
}

interface Target {
	readonly entries: LiveEntries;
	/** By version of the ledger. */
	readonly changed: ChangedDays;
}

/** The maximum number of listed problems between entries. */
const mostProblems = 1000;

/** Timers that run. */
export interface RunningTimers {
	/** The one that was started last of all timers, while it runs. */
	readonly current?: LiveEntry<"timer">;
	/** Older running timers, the newest first. How much of them counts must be asked. */
	readonly forgotten: ReadonlyArray<LiveEntry<"timer">>;
}

/**
 * The content of a journal: a fold over its set of entries, independent of order, duplicates and files. Adding is
 * O(1); references are resolved lazily, linear in the connected component.
 */
export class Ledger {
	private readonly known = new EntryStore<Known>();
	private readonly groups = new EntryGraph();
	private readonly all = new LiveEntries();
	private readonly targets = new Map<string, Target>();
	private readonly running = new Set<LiveEntry<"timer">>();
	/** All timers that count, running or not. */
	private readonly started = new Set<LiveEntry<"timer">>();
	/** The answer of `timers` in a version. */
	private knownTimers: { readonly version: number; readonly timers: RunningTimers } | undefined;
	/** The one of those that was started last; undefined until its first use. */
	private lastStarted: LiveEntry<"timer"> | undefined;
	/** Ids that no correction can come after. */
	private readonly unsurpassable = new Set<string>();
	private readonly contents = new ContentConflicts();
	private changes = 0;
	private newestId = "";

	/**
	 * @param dayEnds the end of the day in the plan, in minutes after midnight; after a change, a new ledger is needed
	 */
	constructor(readonly dayEnds = 0) {}

	/** The number of entries: all IDs, whether they count or not. */
	get size(): number {
		return this.known.size;
	}

	/** The number of IDs of the plan with entries. */
	get targetCount(): number {
		return this.targets.size;
	}

	/** The greatest ID that can be exceeded, whether its entry counts or not; empty if there are none. */
	get greatestId(): string {
		return this.newestId;
	}

	/** Incremented with each change of what counts. */
	get version(): number {
		this.settle();
		return this.changes;
	}

	/** Adds an entry. A known one changes nothing; of two contents with one ID the greater one counts. */
	add(entry: Entry, file = "", line = 0): void {
		if (isUnsurpassable(entry.id)) {
			// New IDs do not follow it, otherwise they would have the same problem.
			this.unsurpassable.add(entry.id);
		} else if (compareIds(entry.id, this.newestId) > 0) {
			this.newestId = entry.id;
		}
		const fresh: Known = { entry, file, line, dead: false, live: undefined };
		const known = this.known.add(fresh);
		if (known) {
			this.addAgain(known, entry, { file, line });
		} else {
			this.place(fresh);
		}
	}

	/** The entry with an ID, whether it counts or not. */
	get(id: string): Entry | undefined {
		return this.known.get(id)?.entry;
	}

	/** The location of the entry with an ID; of several the one that was read first. */
	placeOf(id: string): EntryLocation | undefined {
		return this.known.get(id);
	}

	/** All entries, whether they count or not, in no particular order. */
	*entries(): Generator<Entry> {
		for (const { entry } of this.known) {
			yield entry;
		}
	}

	/** The live entry of an ID; undefined if it is voided, replaced, or a `void`. */
	live(id: string): LiveEntry | undefined {
		this.settle();
		return this.known.get(id)?.live;
	}

	/** Whether an entry exists and is not voided. It need not count, if it was corrected. */
	isLive(id: string): boolean {
		this.settle();
		return this.known.get(id)?.dead === false;
	}

	/** Live entries of some days, in order; all without a span. */
	between(span?: Partial<Span>): ReadonlyArray<LiveEntry> {
		this.settle();
		return this.all.between(span);
	}

	/** Like `between`, with pauses; references are resolved at once, unless that was done in advance. */
	*betweenSteps(span?: Partial<Span>): Steps<ReadonlyArray<LiveEntry>> {
		this.settle();
		return yield* this.all.steps(span);
	}

	/** Spans of 32 days that together contain all live entries, in order. */
	spans(): ReadonlyArray<Required<Span>> {
		this.settle();
		return this.all.spans();
	}

	/** The number of live entries. */
	get liveSize(): number {
		this.settle();
		return this.all.size;
	}

	/** The day of the first live entry; undefined if there are none. */
	firstDay(): Day | undefined {
		this.settle();
		return this.all.first()?.day;
	}

	/**
	 * Live entries of some IDs together, in order.
	 *
	 * @param ids current and former IDs of one node
	 * @param span its days; all when left out
	 */
	on<T extends EntryType = EntryType>(
		ids: ReadonlyArray<string>,
		{ type, span }: { readonly type?: T; readonly span?: Partial<Span> } = {},
	): ReadonlyArray<LiveEntry<T>> {
		this.settle();
		const lists = ids.flatMap((id) => this.targets.get(id)?.entries.between(span) ?? []);
		const typed = type === undefined ? lists : lists.filter(({ entry }) => entry.type === type);
		// A note can be about two of the IDs.
		const once = ids.length > 1 ? [...new Set(typed)].sort(compareLive) : typed;
		return once as ReadonlyArray<LiveEntry> as ReadonlyArray<LiveEntry<T>>;
	}

	/** Like `on`, with pauses. */
	*onSteps(ids: ReadonlyArray<string>, span?: Partial<Span>): Steps<ReadonlyArray<LiveEntry>> {
		this.settle();
		const lists: Array<ReadonlyArray<LiveEntry>> = [];
		for (const entries of ids.flatMap((id) => this.targets.get(id)?.entries ?? [])) {
			lists.push(yield* entries.steps(span));
		}
		const [only = []] = lists;
		return lists.length > 1 ? yield* sorting([...new Set(lists.flat())], compareLive) : only;
	}

	/** Days that divide the live entries of some IDs into parts of about ten thousand, in order. */
	cuts(ids: ReadonlyArray<string>): ReadonlyArray<Day> {
		this.settle();
		const days = ids.flatMap((id) => this.targets.get(id)?.entries.cuts() ?? []);
		return [...new Set(days)].sort((a, b) => a - b);
	}

	/** IDs with live entries, in the order of their first entry. */
	named(): ReadonlyArray<string> {
		this.settle();
		return [...this.targets].filter(([, { entries }]) => entries.size > 0).map(([id]) => id);
	}

	/** The IDs that changed after a version, each with the earliest changed day. */
	changedSince(version: number): ReadonlyMap<string, Day> {
		this.settle();
		const found = new Map<string, Day>();
		for (const [id, { changed }] of this.targets) {
			const day = changed.since(version);
			if (day !== undefined) {
				found.set(id, day);
			}
		}
		return found;
	}

	/**
	 * Running timers. The one started last is the current one; when it is stopped, one that overlapped with it does not
	 * become current, because the time would count twice.
	 */
	timers(): RunningTimers {
		this.settle();
		// Each row of a view asks.
		if (this.knownTimers?.version !== this.version) {
			this.knownTimers = { version: this.version, timers: this.computeTimers() };
		}
		return this.knownTimers.timers;
	}

	private computeTimers(): RunningTimers {
		const running = [...this.running].sort((a, b) => compareStarts(b, a));
		const [current, ...forgotten] = running;
		const newest = this.newestTimer();
		return current && newest && this.running.has(newest) ? { current, forgotten } : { forgotten: running };
	}

	/** IDs of the live entries in one chain of corrections, including the entry itself, the newest first. */
	chainOf(id: string): ReadonlyArray<string> {
		this.settle();
		const group = this.groups.get(id);
		const roots = group?.relations?.roots;
		const chain = roots ? group.ids.filter((each) => roots.get(each) === roots.get(id)) : [id];
		return chain.filter((each) => this.isLive(each)).sort((a, b) => compareIds(b, a));
	}

	/** IDs of the live voids of an entry. */
	voidsOf(id: string): ReadonlyArray<string> {
		this.settle();
		return (this.groups.get(id)?.ids ?? []).filter((each) => {
			const entry = this.get(each);
			return entry?.type === "void" && entry.entry === id && this.isLive(each);
		});
	}

	/**
	 * The ID of the live entry that was logged last; a correction counts as new. Plan changes are skipped: undoing only
	 * the entry would make the journal wrong.
	 */
	newest(): LiveEntry | undefined {
		this.settle();
		let newest: LiveEntry | undefined;
		for (const { live } of this.known) {
			if (live && live.entry.type !== "plan" && (!newest || compareIds(live.entry.id, newest.entry.id) > 0)) {
				newest = live;
			}
		}
		return newest;
	}

	/**
	 * Inconsistencies between entries, in the order of files and lines; of very many only the first that are found, because
	 * listing all of them would block the editor.
	 */
	problems(): ReadonlyArray<JournalProblem> {
		this.settle();
		const found: Array<JournalProblem> = [];
		for (const problem of this.findProblems()) {
			if (found.push(problem) === mostProblems) {
				break;
			}
		}
		return found.sort(compareLocations);
	}

	private *findProblems(): Generator<JournalProblem> {
		for (const id of this.unsurpassable) {
			yield* this.problemAbout("unsurpassable-id", id);
		}
		yield* this.contents.problems();
		for (const { relations } of this.groups.all()) {
			for (const id of relations?.voidCycles ?? []) {
				yield* this.problemAbout("void-cycle", id);
			}
			for (const id of relations?.editCycles ?? []) {
				yield* this.problemAbout("edit-cycle", id);
			}
			for (const [id, timer] of relations?.extraStops ?? []) {
				yield* this.problemAbout("timer-stopped-twice", id, timer);
			}
		}
	}

	private *problemAbout(code: JournalProblemCode, id: string, named = id): Generator<JournalProblem> {
		const known = this.known.get(id);
		if (known) {
			yield journalProblemAt(known, code, [named]);
		}
	}

	private addAgain(known: Known, entry: Entry, place: EntryLocation): void {
		if (isAlike(known.entry, entry)) {
			return;
		}
		if (this.contents.isGreater(entry, place, known)) {
			if (known.live) {
				this.uncount(known, known.live);
			}
			Object.assign(known, { entry, ...place });
			this.place(known);
		}
	}

	/** Counts an entry without references; others wait until they are needed. */
	private place(known: Known): void {
		const { id } = known.entry;
		for (const other of namedBy(known.entry)) {
			this.groups.unite(id, other);
		}
		if (!this.groups.unsettle(id)) {
			this.count(known, id);
		}
	}

	/**
	 * Resolves references in advance, group by group, large ones in parts. Otherwise the next query does so at once.
	 * Queries and additions between two steps are correct as well.
	 */
	*settling(): Steps<void> {
		for (const group of this.groups.unsettledOnes()) {
			yield;
			if (this.groups.isUnsettled(group)) {
				yield* this.settleGroup(group);
			}
		}
	}

	private settle(): void {
		for (const group of this.groups.unsettledOnes()) {
			finish(this.settleGroup(group));
		}
	}

	/** Resolves one group; stops between two steps if it changed, or was resolved by a query, in the meantime. */
	private *settleGroup(group: EntryGroup): Steps<void> {
		const { changes } = group;
		const members = group.ids.flatMap((id) => this.known.get(id) ?? []);
		const relations = yield* resolveReferences(new Map(members.map(({ entry }) => [entry.id, entry])));
		for (const [at, known] of members.entries()) {
			if (at % stepSize === 0) {
				yield;
				if (group.changes !== changes || !this.groups.isUnsettled(group)) {
					return;
				}
			}
			const { id } = known.entry;
			const root = relations.roots.get(id) ?? id;
			const counts = relations.counted.get(root) === known.entry;
			known.dead = relations.dead.has(id);
			if (known.live && (!counts || known.live.root !== root)) {
				this.uncount(known, known.live);
			}
			if (counts && !known.live) {
				this.count(known, root);
			}
			this.follow(known.live, relations.stops.has(root));
		}
		group.relations = relations;
		this.groups.settled(group);
	}

	/** Updates whether a timer runs. */
	private follow(live: LiveEntry | undefined, stopped: boolean): void {
		if (live && isTimer(live) && this.running.has(live) === stopped) {
			this.running[stopped ? "delete" : "add"](live);
			this.touch(live.entry.on, live.day);
		}
	}

	private count(known: Known, root: string): void {
		const { entry } = known;
		if (entry.type === "void") {
			return;
		}
		const live: LiveEntry = { entry, day: dayOfMoment(entry.at, this.dayEnds), root };
		known.live = live;
		this.all.add(live);
		this.changes++;
		for (const id of entryTargets(entry)) {
			this.touch(id, live.day).entries.add(live);
		}
		if (isTimer(live)) {
			this.running.add(live);
			this.started.add(live);
			this.lastStarted = undefined;
		}
	}

	private uncount(known: Known, live: LiveEntry): void {
		known.live = undefined;
		this.all.remove(live);
		this.changes++;
		for (const id of entryTargets(live.entry)) {
			this.touch(id, live.day).entries.remove(live);
		}
		if (isTimer(live)) {
			this.running.delete(live);
			this.started.delete(live);
			this.lastStarted = undefined;
		}
	}

	private newestTimer(): LiveEntry<"timer"> | undefined {
		for (const timer of this.lastStarted ? [] : this.started) {
			if (!this.lastStarted || compareCreation(timer, this.lastStarted) > 0) {
				this.lastStarted = timer;
			}
		}
		return this.lastStarted;
	}

	private touch(id: string, day: Day): Target {
		let target = this.targets.get(id);
		if (!target) {
			target = { entries: new LiveEntries(), changed: new ChangedDays() };
			this.targets.set(id, target);
		}
		target.changed.note(++this.changes, day);
		return target;
	}
}

function isTimer(live: LiveEntry): live is LiveEntry<"timer"> {
	return live.entry.type === "timer";
}

/** The IDs that an entry refers to. */
export function namedBy(entry: Entry): ReadonlyArray<string> {
	const named = entry.replaces === undefined ? [] : [entry.replaces];
	if (entry.type === "void") {
		named.push(entry.entry);
	} else if (entry.type === "time" && entry.timer !== undefined) {
		named.push(entry.timer);
	}
	return named;
}

/** Whether two entries have the same fields with equal plain values, as most duplicates do. */
function isAlike(a: object, b: object): boolean {
	const [some, others] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
	return (
		some.length === Object.keys(b).length &&
		some.every(([key, value]) => Object.hasOwn(others, key) && others[key] === value)
	);
}
