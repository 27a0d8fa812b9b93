import type { PlanSwap } from "../plan/edit/planSwap.ts";
import type { Entry } from "./entry.ts";
import { inspectEntry } from "./text/inspectEntry.ts";

/** A plan change with the entries about it: both are saved, or neither. */
export interface JournaledChange {
	readonly swap: PlanSwap;
	readonly entries: ReadonlyArray<Entry>;
}

/** A change in progress. It is stored until both files are saved, so that it can be finished after a crash. */
export interface PendingChange extends JournaledChange {
	/** Its start, in ms since 1970. */
	readonly since: number;
	/** The window that makes it; empty if unknown. */
	readonly owner: string;
}

/** Serializes a pending change. */
export function writePending(change: PendingChange): string {
	return JSON.stringify(change);
}

/** Parses a pending change; undefined if it is damaged. */
export function readPending(text: string): PendingChange | undefined {
	const value = parse(text) as { readonly [K in keyof PendingChange]?: unknown } | null | undefined;
	const swap = value?.swap as { readonly [K in keyof PlanSwap]?: unknown } | null | undefined;
	const entries = Array.isArray(value?.entries) ? value.entries.map(readEntry) : [];
	if (typeof value?.since !== "number" || typeof swap?.before !== "string" || typeof swap.after !== "string") {
		return undefined;
	}
	return entries.length === 0 || entries.includes(undefined)
		? undefined
		: {
				since: value.since,
				owner: typeof value.owner === "string" ? value.owner : "",
				swap: { before: swap.before, after: swap.after },
				entries: entries as Array<Entry>,
			};
}

function readEntry(value: unknown): Entry | undefined {
	return typeof value === "object" && value !== null ? inspectEntry(value).entry : undefined;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
