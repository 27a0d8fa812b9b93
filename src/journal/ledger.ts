import type { Day, Span } from "../plan/day.ts";
import { ChangedDays } from "./changedDays.ts";
import { Contents } from "./contents.ts";
import { type Entry, type EntryType, targetsOf } from "./entry.ts";
import { EntryStore } from "./entryStore.ts";
import { Groups } from "./groups.ts";
import { compareIds } from "./ids.ts";
import { compareLive, LiveEntries, type LiveEntry } from "./liveEntry.ts";
import { dayOfMoment } from "./moment.ts";
import { comparePlaces, type JournalProblem, type JournalProblemCode, type Place, problemAt } from "./problem.ts";
import { relate } from "./relations.ts";

/** What is known of one id. */
interface Known {
	entry: Entry;
	file: string;
	line: number;
	/** Voided, or part of a circle of voids. */
	dead: boolean;
	/** Its part in the sums, while it counts. */
	live: LiveEntry | undefined;
}

interface Target {
	readonly entries: LiveEntries;
	/** By versions of the ledger. */
	readonly changed: ChangedDays;
}

/** Timers that run. */
export interface RunningTimers {
	/** The newest. */
	readonly current?: LiveEntry<"timer">;
	/** All others, the newest first. */
	readonly forgotten: ReadonlyArray<LiveEntry<"timer">>;
}

/**
 * What a journal says: a fold over the set of its entries, the same for any order in which they come, however often each
 * comes and from however many files. Adding an entry takes the same time however many there are; one that names others, or
 * is named, takes at the next question a time in proportion to the entries that hang together with it.
 */
export class Ledger {
	private readonly known = new EntryStore<Known>();
	private readonly groups = new Groups();
	private readonly all = new LiveEntries();
	private readonly targets = new Map<string, Target>();
	private readonly running = new Set<LiveEntry<"timer">>();
	private readonly contents = new Contents();
	private changes = 0;
	private newestId = "";

	/** @param dayEnds the plan's end of the day, minutes after midnight; where it changes, a new ledger is needed */
	constructor(readonly dayEnds = 0) {}

	/** How many entries there are: all ids, whether they count or not. */
	get size(): number {
		return this.known.size;
	}

	/** The greatest id of all, whether its entry counts or not; empty where there is none. */
	get greatestId(): string {
		return this.newestId;
	}

	/** Grows with each change of what counts. */
	get version(): number {
		this.settle();
		return this.changes;
	}

	/** Adds an entry. One that is there already changes nothing; of two contents under one id the greater stands. */
	add(entry: Entry, file = "", line = 0): void {
		if (compareIds(entry.id, this.newestId) > 0) {
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

	/** The entry with an id, whether it counts or not. */
	get(id: string): Entry | undefined {
		return this.known.get(id)?.entry;
	}

	/** Where the entry with an id stands; of several places the one that was read first. */
	placeOf(id: string): Place | undefined {
		return this.known.get(id);
	}

	/** All entries, whether they count or not, in no particular order. */
	*entries(): Generator<Entry> {
		for (const { entry } of this.known) {
			yield entry;
		}
	}

	/** The entry as it counts; undefined where it is voided, replaced, or a `void`. */
	live(id: string): LiveEntry | undefined {
		this.settle();
		return this.known.get(id)?.live;
	}

	/** Whether an entry is there and no live `void` names it. It need not count: an edit may stand in its place. */
	isLive(id: string): boolean {
		this.settle();
		return this.known.get(id)?.dead === false;
	}

	/** What counts on some days, in order; on all days without a span. */
	between(span?: Partial<Span>): ReadonlyArray<LiveEntry> {
		this.settle();
		return this.all.between(span);
	}

	/**
	 * What counts for some ids together, in order.
	 *
	 * @param ids those that one thing has or had in the plan
	 * @param span its days; all when left out
	 */
	on<T extends EntryType = EntryType>(
		ids: ReadonlyArray<string>,
		{ type, span }: { readonly type?: T; readonly span?: Partial<Span> } = {},
	): ReadonlyArray<LiveEntry<T>> {
		this.settle();
		const lists = ids.flatMap((id) => this.targets.get(id)?.entries.between(span) ?? []);
		const typed = type === undefined ? lists : lists.filter(({ entry }) => entry.type === type);
		// A note may be about two of the ids.
		const once = ids.length > 1 ? [...new Set(typed)].sort(compareLive) : typed;
		return once as ReadonlyArray<LiveEntry> as ReadonlyArray<LiveEntry<T>>;
	}

	/** Ids that something that counts is about, in the order in which they first came up. */
	named(): ReadonlyArray<string> {
		this.settle();
		return [...this.targets].filter(([, { entries }]) => entries.size > 0).map(([id]) => id);
	}

	/** The ids for which something changed after the ledger had that version, each with the earliest day that changed. */
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

	/** Timers that nothing has stopped. The one that was started last is the current one. */
	timers(): RunningTimers {
		this.settle();
		const [current, ...forgotten] = [...this.running].sort((a, b) => compareIds(b.root, a.root));
		return current ? { current, forgotten } : { forgotten };
	}

	/** Ids of the live entries that share a chain of edits with one, itself included, the newest first. */
	chainOf(id: string): ReadonlyArray<string> {
		this.settle();
		const group = this.groups.get(id);
		const roots = group?.relations?.roots;
		const chain = roots ? group.ids.filter((each) => roots.get(each) === roots.get(id)) : [id];
		return chain.filter((each) => this.isLive(each)).sort((a, b) => compareIds(b, a));
	}

	/** Ids of the live voids that name an entry. */
	voidsOf(id: string): ReadonlyArray<string> {
		this.settle();
		return (this.groups.get(id)?.ids ?? []).filter((each) => {
			const entry = this.get(each);
			return entry?.type === "void" && entry.entry === id && this.isLive(each);
		});
	}

	/**
	 * What counts and was logged last, by its id; an edit is as new as its own line. A change of the plan is passed over: it
	 * says what was done to the plan, and taking back the entry alone would make that untrue.
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

	/** What does not fit together between entries, in the order of files and lines. */
	problems(): ReadonlyArray<JournalProblem> {
		this.settle();
		const found = this.contents.problems();
		const about = (code: JournalProblemCode, id: string, named = id) => {
			const known = this.known.get(id);
			if (known) {
				found.push(problemAt(known, code, [named]));
			}
		};
		for (const { relations } of this.groups.all()) {
			for (const id of relations?.voidCycles ?? []) {
				about("void-cycle", id);
			}
			for (const id of relations?.editCycles ?? []) {
				about("edit-cycle", id);
			}
			for (const [timer, stops] of relations?.stops ?? []) {
				for (const id of stops.length > 1 ? stops : []) {
					about("timer-stopped-twice", id, timer);
				}
			}
		}
		return found.sort(comparePlaces);
	}

	private addAgain(known: Known, entry: Entry, place: Place): void {
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

	/** Counts an entry that has to do with no other; one that has waits until something is asked. */
	private place(known: Known): void {
		const { id } = known.entry;
		for (const other of namedBy(known.entry)) {
			this.groups.unite(id, other);
		}
		if (!this.groups.unsettle(id)) {
			this.count(known, id);
		}
	}

	/** Works out anew what hangs together with what was added since the last question. */
	private settle(): void {
		for (const group of this.groups.takeUnsettled()) {
			const members = group.ids.flatMap((id) => this.known.get(id) ?? []);
			const relations = relate(new Map(members.map(({ entry }) => [entry.id, entry])));
			group.relations = relations;
			for (const known of members) {
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
		}
	}

	/** Keeps account of whether a timer runs. */
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
		for (const id of targetsOf(entry)) {
			this.touch(id, live.day).entries.add(live);
		}
		if (isTimer(live)) {
			this.running.add(live);
		}
	}

	private uncount(known: Known, live: LiveEntry): void {
		known.live = undefined;
		this.all.remove(live);
		this.changes++;
		for (const id of targetsOf(live.entry)) {
			this.touch(id, live.day).entries.remove(live);
		}
		if (isTimer(live)) {
			this.running.delete(live);
		}
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

/** The ids of entries that an entry names. */
function namedBy(entry: Entry): ReadonlyArray<string> {
	const named = entry.replaces === undefined ? [] : [entry.replaces];
	if (entry.type === "void") {
		named.push(entry.entry);
	} else if (entry.type === "time" && entry.timer !== undefined) {
		named.push(entry.timer);
	}
	return named;
}

/** Whether two entries have the same fields with the same plain values, which most doubles have. */
function isAlike(a: object, b: object): boolean {
	const [some, others] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
	return (
		some.length === Object.keys(b).length &&
		some.every(([key, value]) => Object.hasOwn(others, key) && others[key] === value)
	);
}
