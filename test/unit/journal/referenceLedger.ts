import type { Entry } from "../../../src/journal/entry.ts";

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

	constructor(written: ReadonlyArray<Entry>) {
		const contents = new Map<string, Map<string, Entry>>();
		for (const entry of written) {
			contents.set(entry.id, (contents.get(entry.id) ?? new Map()).set(sortedJson(entry), entry));
		}
		// Doubles: the greater canonical JSON stands.
		this.entries = new Map(
			[...contents].map(([id, each]) => [id, each.get([...each.keys()].sort().at(-1) ?? "") as Entry]),
		);
		const all = [...this.entries.values()];
		const live = all.filter(({ id }) => this.isLive(id));
		// Of the live entries with one root the one with the greatest id stands.
		const standing = live.filter(
			({ id }) => !live.some((other) => this.rootOf(other.id) === this.rootOf(id) && order(other.id, id) > 0),
		);
		this.counted = standing
			.filter(({ type }) => type !== "void")
			.map((entry) => ({ entry, root: this.rootOf(entry.id), day: entry.at.slice(0, 10) }))
			.sort((a, b) => (a.day === b.day ? order(a.root, b.root) : a.day < b.day ? -1 : 1));
		const stops = standing.flatMap((entry) =>
			entry.type === "time" && entry.timer !== undefined ? [this.rootOf(entry.timer)] : [],
		);
		this.running = this.counted
			.filter(({ entry, root }) => entry.type === "timer" && !stops.includes(root))
			.sort((a, b) => order(b.root, a.root))
			.map(({ entry }) => entry.id);
		this.problems = [
			...[...contents].flatMap(([id, { size }]) => (size > 1 ? Array(size).fill(`two-contents ${id}`) : [])),
			...all.filter(({ id }) => this.isVoidInCircle(id)).map(({ id }) => `void-cycle ${id}`),
			...all.filter(({ id }) => this.chainFrom(id).circle.includes(id)).map(({ id }) => `edit-cycle ${id}`),
			...stops
				.filter((root, at) => stops.some((other, otherAt) => other === root && otherAt !== at))
				.map((root) => `timer-stopped-twice ${root}`),
		].sort();
	}

	/** Live: no live void names it. Voids in a circle, or hanging on one, are dead. */
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

/** UUIDs of version 7 behind all that people write, each kind by its text. */
function order(a: string, b: string): number {
	const rank = (id: string) => (/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/.test(id) ? "1" : "0") + id;
	return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0;
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
