import type { Ledger } from "./ledger.ts";

/** The text of the plan around a step that changed it too. */
export interface PlanSwap {
	readonly before: string;
	readonly after: string;
}

/** What Undo or Redo would do. */
export interface UndoStep {
	/** The entries that were logged together and are taken back, or brought back, together. */
	readonly entries: ReadonlyArray<string>;
	/** The entries to void for it, one new `void` each. */
	readonly voids: ReadonlyArray<string>;
	/** Whether it was logged in this session; if not, a person may not remember it and wants to be told. */
	readonly own: boolean;
	/** The change of the plan that goes with it. */
	readonly plan?: PlanSwap;
}

interface Done {
	readonly entries: UndoStep["entries"];
	readonly plan?: PlanSwap;
}

/**
 * What a session did, for Undo and Redo. Undo takes back the session's own steps, the last first: what arrives from another
 * window or device in between is left alone, and what was undone there already is passed over. When no step of its own is
 * left, it goes on with the newest entry of the journal that counts. An edit is undone to what stood there before, a removal
 * by bringing the entries back. Redo brings back what this session undid, until it logs something new.
 */
export class UndoHistory {
	private done: Array<Done> = [];
	private undone: Array<UndoStep> = [];

	/** Notes entries that were saved as one step: one that was logged, an edit, or all voids of a removal. */
	record(entries: ReadonlyArray<string>, plan?: PlanSwap): void {
		this.done.push({ entries, ...(plan ? { plan } : {}) });
		this.undone = [];
	}

	nextUndo(ledger: Ledger): UndoStep | undefined {
		const step = this.done.findLast(({ entries }) => entries.some((id) => ledger.isLive(id)));
		if (step) {
			return { ...step, voids: step.entries.filter((id) => ledger.isLive(id)), own: true };
		}
		const newest = ledger.newest()?.entry.id;
		return newest === undefined ? undefined : { entries: [newest], voids: [newest], own: false };
	}

	nextRedo(ledger: Ledger): UndoStep | undefined {
		const undone = this.undone.findLast(({ entries }) => entries.some((id) => ledger.voidsOf(id).length > 0));
		return undone && { ...undone, voids: undone.entries.flatMap((id) => ledger.voidsOf(id)) };
	}

	/** Notes that the voids of an undo were saved. */
	undid(step: UndoStep): void {
		this.done = this.done.filter(({ entries }) => entries !== step.entries);
		this.undone.push(step);
	}

	/** Notes that the voids of a redo were saved. */
	redid(step: UndoStep): void {
		this.undone = this.undone.filter(({ entries }) => entries !== step.entries);
		const { entries, plan } = step;
		this.done.push({ entries, ...(plan ? { plan } : {}) });
	}
}
