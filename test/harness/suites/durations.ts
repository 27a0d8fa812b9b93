import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheFolder } from "../cache.ts";

const file = (): string => join(cacheFolder(), "durations.json");

/** How many seconds each job took when it was run last on this machine, by its name; empty where nothing is known. */
export function readDurations(): ReadonlyMap<string, number> {
	try {
		const known: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(file(), "utf8"));
		return new Map(
			Object.entries(known).flatMap(([name, value]) => (typeof value === "number" ? [[name, value]] : [])),
		);
	} catch {
		return new Map();
	}
}

/** Stores them for the next run. They only determine the order of tasks, so errors are ignored. */
export function keepDurations(durations: ReadonlyMap<string, number>): void {
	try {
		mkdirSync(dirname(file()), { recursive: true });
		writeFileSync(file(), JSON.stringify(Object.fromEntries([...readDurations(), ...durations])));
	} catch {
		// The next run takes a guess again.
	}
}
