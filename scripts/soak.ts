// `npm run test:soak [-- SUITE ...] [--grep PATTERN] [--times 10] [--loops 4]`: runs suites again and again, in another order each
// time, while busy loops load the machine, and lists whatever failed. The last line counts the runs.
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { DisposableStore } from "../test/harness/disposableStore.ts";
import { startGuarded } from "../test/harness/processes.ts";
import { readTestOptions } from "../test/harness/suites/options.ts";
import { runSuites } from "../test/harness/suites/runSuites.ts";

/** How often, and beside how many busy loops. */
interface Soak {
	readonly times: number;
	readonly loops: number;
	/** The other arguments, for `npm test`. */
	readonly rest: ReadonlyArray<string>;
}

function readSoak(args: ReadonlyArray<string>): Soak {
	const string = (value: string) => ({ type: "string", default: value }) as const;
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { times: string("10"), loops: string("4"), grep: { type: "string" } },
	});
	const [times, loops] = [values.times, values.loops].map(Number);
	if (!Number.isInteger(times) || !times || times < 1) throw new Error(`--times takes a number, not ${values.times}.`);
	if (!Number.isInteger(loops) || loops === undefined) throw new Error(`--loops takes a number, not ${values.loops}.`);
	return { times, loops, rest: [...positionals, ...(values.grep === undefined ? [] : ["--grep", values.grep])] };
}

async function main(): Promise<void> {
	const { times, loops, rest } = readSoak(process.argv.slice(2));
	const options = readTestOptions(rest);
	const failed = new Map<string, number>();
	let good = 0;
	const disposables = new DisposableStore();
	try {
		for (let loop = 0; loop < loops; loop++) {
			startGuarded(disposables, { command: process.execPath, args: ["--eval", "for (;;);"] });
		}
		for (let time = 1; time <= times; time++) {
			console.log(`\n== Run ${time} of ${times}, beside ${loops} busy loops ==`);
			const outcomes = await runSuites({ ...options, order: time }, availableParallelism(), false);
			const failures = outcomes.flatMap(({ result }) => result.failures);
			if (failures.length === 0) good++;
			for (const failure of failures) failed.set(failure, (failed.get(failure) ?? 0) + 1);
		}
	} finally {
		await disposables.dispose();
	}
	if (failed.size > 0) console.log("\n== What ever failed ==");
	for (const [failure, count] of failed) console.log(`${count} of ${times}: ${failure}\n`);
	console.log(`\n${good} of ${times} runs without a failure`);
	process.exitCode = good === times ? 0 : 1;
}

main()
	.catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	})
	.finally(() => setTimeout(() => process.exit(), 1000).unref());
