import type { Day, Span } from "../plan/day.ts";
import type { EntryOf, EntryType } from "./entry.ts";
import { compareIds } from "./ids.ts";

/** An entry that counts. It never changes; where something about it does, another one takes its place. */
export interface LiveEntry<T extends EntryType = EntryType> {
	readonly entry: EntryOf<T>;
	/** The day it belongs to, after the plan's end of the day. */
	readonly day: Day;
	/** The id at the end of its chain of edits; its own where it is none. */
	readonly root: string;
}

/** The order of entries: by day, within a day as they were logged, so that an edit stays where the first one was. */
export function compareLive(a: LiveEntry, b: LiveEntry): number {
	return a.day - b.day || compareIds(a.root, b.root);
}

/** Days that share a block. */
const blockBits = 5;

interface Block {
	entries: Array<LiveEntry>;
	/** Whether the list is in order and has no more than what counts. */
	tidy: boolean;
}

/**
 * Live entries by day. Adding and removing take the same time however many there are; what that leaves undone is done for
 * the block of 32 days that is asked for.
 */
export class LiveEntries {
	private readonly blocks = new Map<number, Block>();
	private readonly removed = new Set<LiveEntry>();
	private numbers: Array<number> = [];
	private count = 0;

	get size(): number {
		return this.count;
	}

	add(live: LiveEntry): void {
		this.count++;
		const number = live.day >> blockBits;
		const block = this.blocks.get(number);
		if (!block) {
			this.blocks.set(number, { entries: [live], tidy: true });
			return;
		}
		const last = block.entries.at(-1);
		block.tidy &&= last === undefined || compareLive(last, live) < 0;
		block.entries.push(live);
	}

	/** Removes one that was added. */
	remove(live: LiveEntry): void {
		this.count--;
		this.removed.add(live);
		const block = this.blocks.get(live.day >> blockBits);
		if (block) {
			block.tidy = false;
		}
	}

	/** Those of some days, in order; all without a span. */
	between(span?: Partial<Span>): ReadonlyArray<LiveEntry> {
		const { start = -Infinity, end = Infinity } = span ?? {};
		const found: Array<LiveEntry> = [];
		for (const number of this.sortedNumbers()) {
			const first = number << blockBits;
			if (first + (1 << blockBits) > start && first < end) {
				for (const live of this.tidied(number)) {
					if (live.day >= start && live.day < end) {
						found.push(live);
					}
				}
			}
		}
		return found;
	}

	private sortedNumbers(): ReadonlyArray<number> {
		if (this.numbers.length < this.blocks.size) {
			this.numbers = [...this.blocks.keys()].sort((a, b) => a - b);
		}
		return this.numbers;
	}

	private tidied(number: number): ReadonlyArray<LiveEntry> {
		const block = this.blocks.get(number);
		if (block && !block.tidy) {
			block.entries = block.entries.filter((live) => !this.removed.delete(live)).sort(compareLive);
			block.tidy = true;
		}
		return block?.entries ?? [];
	}
}
