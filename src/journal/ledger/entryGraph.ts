import type { EntryReferences } from "./resolveReferences.ts";

/** A group of entries that refer to each other, directly or indirectly, including missing ones. */
export interface EntryGroup {
	readonly ids: Array<string>;
	/** The last result; undefined if it is outdated. */
	relations?: EntryReferences;
	/** Incremented when an entry is added or changed. */
	changes: number;
}

/** Groups IDs by references. Most entries have none and are in no group. */
export class EntryGraph {
	private readonly byId = new Map<string, EntryGroup>();
	private readonly unsettled = new Set<EntryGroup>();

	get(id: string): EntryGroup | undefined {
		return this.byId.get(id);
	}

	all(): Iterable<EntryGroup> {
		return new Set(this.byId.values());
	}

	/** Merges the groups of two IDs. The members of the smaller one move, so that each moves rarely. */
	unite(id: string, other: string): void {
		let into = this.groupOf(id);
		let from = this.groupOf(other);
		if (into === from) {
			return;
		}
		if (into.ids.length < from.ids.length) {
			[into, from] = [from, into];
		}
		for (const each of from.ids) {
			into.ids.push(each);
			this.byId.set(each, into);
		}
		this.unsettled.delete(from);
	}

	/** Records that an entry was added or changed. Returns false if its ID is in no group. */
	unsettle(id: string): boolean {
		const group = this.byId.get(id);
		if (!group) {
			return false;
		}
		delete group.relations;
		group.changes++;
		this.unsettled.add(group);
		return true;
	}

	/** The groups that changed since they were last resolved. */
	unsettledOnes(): ReadonlyArray<EntryGroup> {
		return [...this.unsettled];
	}

	isUnsettled(group: EntryGroup): boolean {
		return this.unsettled.has(group);
	}

	/** Records that a group was resolved. */
	settled(group: EntryGroup): void {
		this.unsettled.delete(group);
	}

	private groupOf(id: string): EntryGroup {
		const group = this.byId.get(id) ?? { ids: [id], changes: 0 };
		this.byId.set(id, group);
		return group;
	}
}
