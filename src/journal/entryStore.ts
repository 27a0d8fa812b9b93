/** What has an entry's id. */
interface Stored {
	readonly entry: { readonly id: string };
}

/**
 * Entries by id. Those that come with ascending ids, as all of one file do, lie in a list that takes no more room and no
 * more time however long it grows; only the others need a map.
 */
export class EntryStore<T extends Stored> {
	private readonly ascending: Array<T> = [];
	private readonly others = new Map<string, T>();
	private greatest = "";

	get size(): number {
		return this.ascending.length + this.others.size;
	}

	get(id: string): T | undefined {
		return this.search(id) ?? this.others.get(id);
	}

	/** Adds one, unless its id is there: then it gives the one that has it. */
	add(item: T): T | undefined {
		const { id } = item.entry;
		if (id > this.greatest) {
			this.greatest = id;
			this.ascending.push(item);
			return undefined;
		}
		const known = this.get(id);
		if (!known) {
			this.others.set(id, item);
		}
		return known;
	}

	/** All, in no order that means anything. */
	*[Symbol.iterator](): Iterator<T> {
		yield* this.ascending;
		yield* this.others.values();
	}

	private search(id: string): T | undefined {
		let low = 0;
		let high = this.ascending.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			const item = this.ascending[middle] as T;
			if (item.entry.id < id) {
				low = middle + 1;
			} else if (item.entry.id > id) {
				high = middle;
			} else {
				return item;
			}
		}
		return undefined;
	}
}
