import { type PlanSwap, reversed } from "../plan/edit/planSwap.ts";
import type { Entry } from "./entry.ts";
import { type JournaledChange, type PendingChange, readPending, writePending } from "./pendingChange.ts";

/** Whether a change is applied to the plan. `neither`: its lines were edited otherwise. */
export type PlanState = "before" | "after" | "neither";

/** How many of some entries are in the journal; `unknown` if a file of it cannot be read. */
export type JournalState = "all" | "some" | "none" | "unknown";

/** The operations for a change. Each may fail, and the process may end during each. */
export interface ChangePorts {
	/** Identifies this window, in the stored change. */
	readonly owner: string;
	/**
	 * Applies a change to the plan, unless it is already applied, and saves it. Returns whether both succeeded;
	 * otherwise it is reverted.
	 */
	swap(swap: PlanSwap): Promise<boolean>;
	/** The state of the plan, read again. @throws if it can't be read */
	planState(swap: PlanSwap): Promise<PlanState>;
	/** @throws the error of the file system */
	append(entries: ReadonlyArray<Entry>): Promise<void>;
	/** The state of the journal, read again. */
	journalState(entries: ReadonlyArray<Entry>): Promise<JournalState>;
	/**
	 * Stores a text for the other windows and the next session of this machine, unless there is one already. Of several
	 * windows that do so at once, only one succeeds.
	 *
	 * @returns whether it was stored
	 * @throws if it can't be kept
	 */
	remember(text: string): Promise<boolean>;
	/** The stored text; undefined if there is none. @throws if it can't be read */
	remembered(): Promise<string | undefined>;
	/** Removes the stored text if it is still this one. @throws if it can't be removed */
	forget(text: string): Promise<void>;
	/** ms since 1970. */
	now(): number;
}

/** The result of a change. */
export type ChangeOutcome =
	/** Both plan and journal were changed. */
	| { readonly kind: "done"; readonly change: JournaledChange }
	/** Neither was changed: the plan or the journal could not be saved, with the error of the file system. */
	| { readonly kind: "not-saved"; readonly error?: unknown }
	/** Neither was changed: the lines of the plan were edited in the meantime. */
	| { readonly kind: "unsafe" }
	/** Neither was changed: another window is changing the plan. */
	| { readonly kind: "busy" }
	/**
	 * Plan and journal may be inconsistent, and could not be repaired. The change is stored, and {@link finishChange}
	 * tries again.
	 */
	| { readonly kind: "pending"; readonly error?: unknown };

/** The time, in ms, during which a change that is not in the plan yet may be in progress in another window. */
const timeToBegin = 60_000;

/**
 * Changes the plan and saves the entries about it: both or neither. The change is stored before it starts and until it
 * is done, so that {@link finishChange} can complete or revert it if the process ends in between, and so that no other
 * window changes the plan meanwhile: two editors that save at once would overwrite each other.
 */
export async function makeChange(ports: ChangePorts, change: JournaledChange): Promise<ChangeOutcome> {
	const pending = { ...change, since: ports.now(), owner: ports.owner };
	const text = writePending(pending);
	try {
		const left = await finishChange(ports);
		if (left?.kind === "pending" || left?.kind === "busy") {
			return left;
		}
		if (left?.kind === "done") {
			// The plan was changed since this change was computed; reverting would revert the other change too.
			return { kind: "unsafe" };
		}
		if ((await ports.planState(change.swap)) === "neither") {
			return { kind: "unsafe" };
		}
		if (!(await ports.remember(text))) {
			return { kind: "busy" };
		}
		if ((await ports.remembered()) !== text) {
			return { kind: "not-saved" };
		}
	} catch (error) {
		// It may have been stored. Unless it has started, it will be dropped.
		return { kind: "not-saved", error };
	}
	await ports.swap(pending.swap);
	return settle(ports, pending, text);
}

/**
 * Completes or reverts the change that an earlier call of {@link makeChange} left.
 *
 * @returns undefined if there was nothing to do; `busy` if another window has just started it
 * @throws if the stored change cannot be read
 */
export async function finishChange(ports: ChangePorts): Promise<ChangeOutcome | undefined> {
	const text = await ports.remembered();
	if (text === undefined) {
		return undefined;
	}
	const pending = readPending(text);
	if (!pending) {
		// It is damaged, and would be in the way.
		await ports.forget(text);
		return undefined;
	}
	const isYoung = Math.abs(ports.now() - pending.since) < timeToBegin;
	if (pending.owner !== ports.owner && isYoung && (await isBefore(ports, pending.swap))) {
		return { kind: "busy" };
	}
	return settle(ports, pending, text);
}

/** Checks the state of plan and journal, and makes them consistent: forward if possible. */
async function settle(ports: ChangePorts, change: PendingChange, text: string): Promise<ChangeOutcome> {
	const { swap, entries } = change;
	const journal = await ports.journalState(entries);
	if (journal === "all") {
		return forgotten(ports, text, { kind: "done", change });
	}
	let plan: PlanState;
	try {
		plan = await ports.planState(swap);
	} catch (error) {
		return { kind: "pending", error };
	}
	if (journal === "unknown") {
		return { kind: "pending" };
	}
	if (journal === "none" && plan !== "after") {
		return forgotten(ports, text, { kind: plan === "before" ? "not-saved" : "unsafe" });
	}
	// Also if the change is only in an editor, as after a reload.
	if (plan !== "neither" && !(await ports.swap(swap))) {
		return { kind: "pending" };
	}
	try {
		await ports.append(entries);
		return await forgotten(ports, text, { kind: "done", change });
	} catch (error) {
		return forgotten(ports, text, await undo(ports, change, error));
	}
}

/** Reverts a plan change whose entries could not be saved. */
async function undo(ports: ChangePorts, change: JournaledChange, error: unknown): Promise<ChangeOutcome> {
	const { swap, entries } = change;
	// An entry that was reported as failed may be in the file.
	const journal = await ports.journalState(entries);
	if (journal === "all") {
		return { kind: "done", change };
	}
	const isUndone = journal === "none" && (await ports.swap(reversed(swap))) && (await isBefore(ports, swap));
	return { kind: isUndone ? "not-saved" : "pending", error };
}

async function isBefore(ports: ChangePorts, swap: PlanSwap): Promise<boolean> {
	return (await ports.planState(swap).catch(() => undefined)) === "before";
}

/** Removes the stored change, unless it is pending. */
async function forgotten(ports: ChangePorts, text: string, outcome: ChangeOutcome): Promise<ChangeOutcome> {
	if (outcome.kind !== "pending") {
		// If that fails, it is found again, and there is nothing to do then.
		await ports.forget(text).catch(() => undefined);
	}
	return outcome;
}
