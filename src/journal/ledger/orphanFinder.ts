import { targetName } from "../entry.ts";
import type { Steps } from "../steps.ts";
import type { Aliases } from "./aliases.ts";
import type { Ledger } from "./ledger.ts";

/** Entries about an ID that the plan does not know. */
export interface Orphan {
	/** What the entries call it. */
	readonly id: string;
	readonly entries: number;
	/** The title in the last entry that has one. */
	readonly name?: string;
	/** The ID of the last entry. */
	readonly lastEntry: string;
}

/** Finds unknown IDs, and remembers what it found until their entries change. */
export class OrphanFinder {
	private ledger: Ledger | undefined;
	private version = 0;
	/** Undefined for IDs without entries that an item would count. */
	private readonly known = new Map<string, Orphan | undefined>();

	/** Unknown IDs, in the order of their first entry, with pauses. One search must end before the next begins. */
	*steps(ledger: Ledger, { idOf }: Aliases): Steps<ReadonlyArray<Orphan>> {
		this.forget(ledger);
		const found: Array<Orphan> = [];
		for (const id of ledger.named()) {
			if (idOf(id) !== undefined) {
				continue;
			}
			if (!this.known.has(id)) {
				this.known.set(id, yield* orphanOf(ledger, id));
				yield;
			}
			const orphan = this.known.get(id);
			if (orphan) {
				found.push(orphan);
			}
		}
		return found;
	}

	private forget(ledger: Ledger): void {
		if (ledger === this.ledger) {
			for (const id of ledger.changedSince(this.version).keys()) {
				this.known.delete(id);
			}
		} else {
			this.known.clear();
		}
		this.ledger = ledger;
		this.version = ledger.version;
	}
}

function* orphanOf(ledger: Ledger, id: string): Steps<Orphan | undefined> {
	// A plan change can be about nodes that are never logged, such as a phase.
	const entries = (yield* ledger.onSteps([id])).filter(({ entry }) => entry.type !== "plan");
	const last = entries.at(-1);
	if (!last) {
		return undefined;
	}
	const named = entries.findLast(({ entry }) => targetName(entry, id) !== undefined);
	const name = named && targetName(named.entry, id);
	return { id, entries: entries.length, ...(name === undefined ? {} : { name }), lastEntry: last.entry.id };
}
