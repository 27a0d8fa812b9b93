import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Milliseconds that something takes. */
export function timed(run: () => unknown): number {
	const begin = performance.now();
	run();
	return performance.now() - begin;
}

/** Milliseconds of processor time that something takes, which other programs on the machine hardly change. */
export function cpuTimed(run: () => unknown): number {
	const before = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

/** Frees what nothing holds any more, so that what ran before is not paid for by what runs next. */
export function collectGarbage(): void {
	// Node gives out the function only to a context that is made after the flag was set.
	setFlagsFromString("--expose-gc");
	const collect: () => void = runInNewContext("gc");
	collect();
}
