import type { Relations } from "./relations.ts";

/** Entries that name one another, directly or by others; ids that are named and have no entry are in it too. */
export interface Group {
	readonly ids: Array<string>;
	/** What was last worked out; undefined while something has been added since. */
	relations?: Relations;
}

/** Sorts ids into groups. Most entries name no other and are in none. */
export class Groups {
	private readonly byId = new Map<string, Group>();
	private readonly unsettled = new Set<Group>();

	get(id: string): Group | undefined {
		return this.byId.get(id);
	}

	all(): Iterable<Group> {
		return new Set(this.byId.values());
	}

	/** Puts two ids into one group. The members of the smaller one move, so that each moves seldom. */
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

	/** Notes that an entry has come, or changed. False where its id is in no group. */
	unsettle(id: string): boolean {
		const group = this.byId.get(id);
		if (!group) {
			return false;
		}
		delete group.relations;
		this.unsettled.add(group);
		return true;
	}

	/** The groups in which something has changed since the last call. */
	takeUnsettled(): ReadonlyArray<Group> {
		const groups = [...this.unsettled];
		this.unsettled.clear();
		return groups;
	}

	private groupOf(id: string): Group {
		const group = this.byId.get(id) ?? { ids: [id] };
		this.byId.set(id, group);
		return group;
	}
}
