import type { PlanSwap } from "../plan/edit/planSwap.ts";
import type { Entry } from "./entry.ts";
import type { Ledger } from "./ledger/ledger.ts";

/** A step for Undo or Redo. */
export interface UndoStep {
	/** Entries that were logged together and are undone or restored together. */
	readonly entries: ReadonlyArray<string>;
	/** The entries to void, with one new `void` each. */
	readonly voids: ReadonlyArray<string>;
	/** Whether it was logged in this session; if not, the user may not remember it and should be told. */
	readonly own: boolean;
	/** The plan change of the step. */
	readonly plan?: PlanSwap;
}

/** The entry, or all that were imported together with it and count as they were imported. */
function importOf(newest: Entry, ledger: Ledger): ReadonlyArray<string> {
	const batch = importName(newest);
	if (batch === undefined) {
		return [newest.id];
	}
	return ledger.between().flatMap(({ entry }) => (importName(entry) === batch ? [entry.id] : []));
}

/** What an entry was imported with; undefined if it was logged or corrected by hand. */
function importName(entry: Entry): string | undefined {
	return entry.type === "time" && entry.replaces === undefined ? entry.import : undefined;
}

interface Done {
	readonly entries: UndoStep["entries"];
	readonly plan?: PlanSwap;
}

/**
 * The undo history of a session. Undo reverts the steps of this session, the last first: entries from other windows or
 * devices are not touched, and steps that were undone there are skipped. When there are no more steps, it continues
 * with the newest entry that counts, and all that was imported with it. Undoing a correction restores the previous entry, undoing a removal restores the
 * entries. Redo restores what this session undid, until it logs something new.
 */
export class UndoHistory {
	private done: Array<Done> = [];
	private undone: Array<UndoStep> = [];

	/** Records entries that were saved as one step: a new entry, a correction, or all voids of a removal. */
	record(entries: ReadonlyArray<string>, plan?: PlanSwap): void {
		this.done.push({ entries, ...(plan ? { plan } : {}) });
		this.undone = [];
	}

	nextUndo(ledger: Ledger): UndoStep | undefined {
		const step = this.done.findLast(({ entries }) => entries.some((id) => ledger.isLive(id)));
		if (step) {
			return { ...step, voids: step.entries.filter((id) => ledger.isLive(id)), own: true };
		}
		const newest = ledger.newest()?.entry;
		const entries = newest && importOf(newest, ledger);
		return entries && { entries, voids: entries, own: false };
	}

	nextRedo(ledger: Ledger): UndoStep | undefined {
		const undone = this.undone.findLast(({ entries }) => entries.some((id) => ledger.voidsOf(id).length > 0));
		return undone && { ...undone, voids: undone.entries.flatMap((id) => ledger.voidsOf(id)) };
	}

	/** Records that the voids of an undo were saved. */
	undid(step: UndoStep): void {
		this.done = this.done.filter(({ entries }) => entries !== step.entries);
		this.undone.push(step);
	}

	/** Records that the voids of a redo were saved. */
	redid(step: UndoStep): void {
		this.undone = this.undone.filter(({ entries }) => entries !== step.entries);
		const { entries, plan } = step;
		this.done.push({ entries, ...(plan ? { plan } : {}) });
	}
}
