import type { Day, Span } from "../../time/day.ts";
import { momentOrder } from "../../time/moment.ts";
import type { EntryOf, EntryType } from "../entry.ts";
import { compareIds, isMadeId } from "../entryIds.ts";
import { finish, type Steps, sorting, stepping } from "../steps.ts";

/** An entry that counts. Immutable; changes create a new one. */
export interface LiveEntry<T extends EntryType = EntryType> {
	readonly entry: EntryOf<T>;
	/** Its day, by the end of the day in the plan. */
	readonly day: Day;
	/** The ID at the end of its chain of corrections; its own if it is not a correction. */
	readonly root: string;
}

/**
 * The order of entries: by day, within a day as they were logged, so that an edit stays where the first one was. Ids that
 * were written by hand say nothing of that: among them the time in `at` goes first.
 */
export function compareLive(a: LiveEntry, b: LiveEntry): number {
	return (
		a.day - b.day ||
		(isMadeId(a.root) || isMadeId(b.root) ? 0 : compareMoments(a.entry.at, b.entry.at)) ||
		compareIds(a.root, b.root)
	);
}

/** The order in which timers were created: by the IDs that Waymark makes, because a clock can be set back; otherwise by their start. */
export function compareCreation(a: LiveEntry, b: LiveEntry): number {
	return isMadeId(a.root) && isMadeId(b.root) ? compareIds(a.root, b.root) : compareStarts(a, b);
}

/** The order in which timers were started. */
export function compareStarts(a: LiveEntry, b: LiveEntry): number {
	return compareMoments(a.entry.at, b.entry.at) || compareIds(a.root, b.root);
}

function compareMoments(a: string, b: string): number {
	const [first, second] = [momentOrder(a), momentOrder(b)];
	return Number(first > second) - Number(first < second);
}

/** The number of days in a block. */
const blockBits = 5;
/** The number of entries to process without a pause. */
const pieceSize = 20_000;

interface Block {
	entries: Array<LiveEntry>;
	/** Whether the list is sorted and contains only live entries. */
	tidy: boolean;
	/** The number of entries that were added to it or removed from it. */
	changes: number;
}

/** Live entries by day. Adding and removing are O(1); blocks of 32 days are sorted when they are read. */
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
			this.blocks.set(number, { entries: [live], tidy: true, changes: 1 });
			return;
		}
		const last = block.entries.at(-1);
		block.tidy &&= last === undefined || compareLive(last, live) < 0;
		block.entries.push(live);
		block.changes++;
	}

	/** Removes an entry. */
	remove(live: LiveEntry): void {
		this.count--;
		this.removed.add(live);
		const block = this.blocks.get(live.day >> blockBits);
		if (block) {
			block.tidy = false;
			block.changes++;
		}
	}

	/** The entries of some days, in order; all without a span. */
	between(span?: Partial<Span>): ReadonlyArray<LiveEntry> {
		return finish(this.steps(span));
	}

	/** Like `between`, with pauses. What is added or removed meanwhile may or may not be included. */
	*steps(span?: Partial<Span>): Steps<ReadonlyArray<LiveEntry>> {
		const { start = -Infinity, end = Infinity } = span ?? {};
		const found: Array<LiveEntry> = [];
		for (const number of this.sortedNumbers()) {
			const first = number << blockBits;
			if (first + (1 << blockBits) > start && first < end) {
				yield* stepping(yield* this.tidying(number), (live) => {
					if (live.day >= start && live.day < end) {
						found.push(live);
					}
				});
				yield;
			}
		}
		return found;
	}

	/** The spans of the blocks that have entries, in order. */
	spans(): ReadonlyArray<Required<Span>> {
		return this.sortedNumbers().map((number) => ({ start: number << blockBits, end: (number + 1) << blockBits }));
	}

	/** The first entry, in order. */
	first(): LiveEntry | undefined {
		for (const number of this.sortedNumbers()) {
			const [first] = this.tidied(number);
			if (first) {
				return first;
			}
		}
		return undefined;
	}

	/**
	 * Days that divide the entries into parts: each slightly more than ten thousand entries, or the entries of 32 days.
	 */
	cuts(): ReadonlyArray<Day> {
		const days: Array<Day> = [];
		let size = 0;
		for (const number of this.sortedNumbers()) {
			size += this.blocks.get(number)?.entries.length ?? 0;
			if (size > pieceSize) {
				days.push((number + 1) << blockBits);
				size = 0;
			}
		}
		return days;
	}

	private sortedNumbers(): ReadonlyArray<number> {
		if (this.numbers.length < this.blocks.size) {
			this.numbers = [...this.blocks.keys()].sort((a, b) => a - b);
		}
		return this.numbers;
	}

	private tidied(number: number): ReadonlyArray<LiveEntry> {
		return finish(this.tidying(number));
	}

	private *tidying(number: number): Steps<ReadonlyArray<LiveEntry>> {
		const block = this.blocks.get(number);
		while (block && !block.tidy) {
			const { changes } = block;
			const sorted = yield* sorting(
				block.entries.filter((live) => !this.removed.has(live)),
				compareLive,
			);
			// Otherwise it was changed, or sorted by a query, in the meantime.
			if (block.changes === changes) {
				for (const live of sorted.length < block.entries.length ? block.entries : []) {
					this.removed.delete(live);
				}
				block.entries = [...sorted];
				block.tidy = true;
			}
		}
		return block?.entries ?? [];
	}
}
