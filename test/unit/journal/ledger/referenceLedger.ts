import type { Entry } from "../../../../src/journal/entry.ts";

/** Something that counts, as the reference says. */
export interface Counted {
	readonly entry: Entry;
	readonly root: string;
	/** `YYYY-MM-DD`. */
	readonly day: string;
}

/**
 * What a journal says, straight from the rules of the format, one after the other, in whatever time it takes: the measure
 * for the fold. It shares no code with it, and the days end at midnight.
 */
export class ReferenceLedger {
	private readonly entries: ReadonlyMap<string, Entry>;
	/** Code and id, sorted: places have no part in it. */
	readonly problems: ReadonlyArray<string>;
	/** What counts, in order. */
	readonly counted: ReadonlyArray<Counted>;
	/** Ids of the running timers, the newest first. */
	readonly running: ReadonlyArray<string>;
	/** The id of the one that was started last, if it runs. */
	readonly current: string | undefined;

	constructor(written: ReadonlyArray<Entry>) {
		const contents = new Map<string, Map<string, Entry>>();
		for (const entry of written) {
			contents.set(entry.id, (contents.get(entry.id) ?? new Map()).set(sortedJson(entry), entry));
		}
		// Duplicates: the one with the greater canonical JSON counts.
		this.entries = new Map(
			[...contents].map(([id, each]) => [id, each.get([...each.keys()].sort().at(-1) ?? "") as Entry]),
		);
		const all = [...this.entries.values()];
		const live = all.filter(({ id }) => this.isLive(id));
		// Of the live entries with one root, and that no live one replaces unless all are, the one with the greatest ID counts.
		const isReplaced = ({ id }: Entry) => live.some(({ replaces }) => replaces === id);
		const newest = live.filter(({ id }) => {
			const alike = live.filter((other) => this.rootOf(other.id) === this.rootOf(id));
			const last = alike.filter((other) => !isReplaced(other));
			const rivals = last.length > 0 ? last : alike;
			return rivals.every((other) => order(other.id, id) <= 0) && rivals.some((other) => other.id === id);
		});
		// If several stop one timer, the first one counts.
		const timerOf = (entry: Entry) =>
			entry.type === "time" && entry.timer !== undefined ? this.rootOf(entry.timer) : undefined;
		const isFirst = (entry: Entry, other: Entry) =>
			timerOf(entry) !== timerOf(other) || order(this.rootOf(entry.id), this.rootOf(other.id)) <= 0;
		const standing = newest.filter(
			(entry) => timerOf(entry) === undefined || newest.every((other) => isFirst(entry, other)),
		);
		this.counted = standing
			.filter(({ type }) => type !== "void")
			.map((entry) => ({ entry, root: this.rootOf(entry.id), day: entry.at.slice(0, 10) }))
			.sort((a, b) => compare(a.day, b.day) || orderOfDay(a, b));
		const stops = standing.map(timerOf);
		this.running = this.counted
			.filter(({ entry, root }) => entry.type === "timer" && !stops.includes(root))
			.sort((a, b) => orderOfStarts(b, a))
			.map(({ entry }) => entry.id);
		const started = this.counted.filter(({ entry }) => entry.type === "timer");
		const last = started.sort(orderOfCreation).at(-1)?.entry.id;
		this.current = this.running.some((id) => id === last) ? this.running[0] : undefined;
		this.problems = [
			...[...contents].flatMap(([id, { size }]) => (size > 1 ? Array(size).fill(`two-contents ${id}`) : [])),
			...all.filter(({ id }) => this.isVoidInCircle(id)).map(({ id }) => `void-cycle ${id}`),
			...all.filter(({ id }) => this.chainFrom(id).circle.includes(id)).map(({ id }) => `edit-cycle ${id}`),
			...newest.filter((entry) => !standing.includes(entry)).map((entry) => `timer-stopped-twice ${timerOf(entry)}`),
		].sort();
	}

	/** Live: no live void names it. Voids in a cycle, or depending on one, are dead. */
	isLive(id: string): boolean {
		return (
			this.entries.has(id) &&
			!this.isVoidInCircle(id) &&
			![...this.entries.values()].some((each) => each.type === "void" && each.entry === id && this.isLive(each.id))
		);
	}

	/** The end of the chain of edits; in a circle its smallest id. An id that is absent serves as well. */
	rootOf(id: string): string {
		const { end, circle } = this.chainFrom(id);
		return [...circle].sort(order)[0] ?? end;
	}

	private isVoidInCircle(id: string): boolean {
		const passed = new Set<string>();
		let entry = this.entries.get(id);
		while (entry?.type === "void" && !passed.has(entry.id)) {
			passed.add(entry.id);
			entry = this.entries.get(entry.entry);
		}
		return entry?.type === "void";
	}

	private chainFrom(id: string) {
		const chain = [id];
		for (;;) {
			const end = chain.at(-1) as string;
			const next = this.entries.get(end)?.replaces;
			if (next === undefined) {
				return { end, circle: [] };
			}
			if (chain.includes(next)) {
				return { end, circle: chain.slice(chain.indexOf(next)) };
			}
			chain.push(next);
		}
	}
}

/** Ids that people write say nothing of the time: among them `at` goes first, a bare day before all times. */
function orderOfDay(a: Counted, b: Counted): number {
	return [a, b].some(({ root }) => rankOf(root) === "1") ? order(a.root, b.root) : orderOfStarts(a, b);
}

/** The order in which timers were created: by the ids of version 7, otherwise by their start. */
function orderOfCreation(a: Counted, b: Counted): number {
	return [a, b].every(({ root }) => rankOf(root) === "1") ? order(a.root, b.root) : orderOfStarts(a, b);
}

function orderOfStarts(a: Counted, b: Counted): number {
	const [first, second] = [a, b].map(({ entry }) => timeOf(entry.at)) as [number, number];
	return compare(first, second) || order(a.root, b.root);
}

function timeOf(at: string): number {
	return at.length === 10 ? -Infinity : Date.parse(/(Z|[+-]..:..)$/.test(at) ? at : `${at}Z`);
}

/** UUIDs of version 7 behind all that people write, each kind by its text. */
function order(a: string, b: string): number {
	return compare(rankOf(a) + a, rankOf(b) + b);
}

function compare<T extends string | number>(a: T, b: T): number {
	return Number(a > b) - Number(a < b);
}

function rankOf(id: string): string {
	return /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/.test(id) ? "1" : "0";
}

function sortedJson(value: unknown): string {
	if (Array.isArray(value)) {
		return `[${value.map(sortedJson).join(",")}]`;
	}
	if (typeof value !== "object" || value === null) {
		return JSON.stringify(value);
	}
	const fields = Object.entries(value).map(([key, field]) => `${JSON.stringify(key)}:${sortedJson(field)}`);
	return `{${fields.sort().join(",")}}`;
}
