import { leadingCount } from "../../util/leadingCount.ts";

/** What has an entry's id. */
interface Stored {
	readonly entry: { readonly id: string };
}

/** Entries by ID. Ascending IDs, as in one file, are kept in a list with constant cost; others need a map. */
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

	/** Adds an entry, or returns the existing one with its ID. */
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

	/** All entries, in no particular order. */
	*[Symbol.iterator](): Iterator<T> {
		yield* this.ascending;
		yield* this.others.values();
	}

	private search(id: string): T | undefined {
		const index = leadingCount(this.ascending.length, (at) => (this.ascending[at] as T).entry.id < id);
		const found = this.ascending[index];
		return found?.entry.id === id ? found : undefined;
	}
}
