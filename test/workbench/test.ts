// `npm test [-- SUITE ...] [--grep PATTERN]`: every check there is, or the named ones. The last line has the totals.
import { parseArgs } from "node:util";
import { Lifetime } from "./lifetime.ts";
import { within } from "./processes.ts";
import { grepVariable } from "./runMocha.ts";
import { type Suite, suites } from "./suites.ts";
import type { SuiteResult } from "./testReport.ts";

const totalLimitMinutes = 28;
const minuteMs = 60_000;

/** Runs a suite to its end or its limit. What goes wrong around the tests counts as one that failed. */
async function runSuite(suite: Suite, leftMs: number): Promise<SuiteResult> {
	const limitMs = Math.min(suite.limitMinutes * minuteMs, leftMs);
	const lifetime = new Lifetime();
	try {
		if (limitMs <= 0) throw new Error(`Not run: the time limit of ${totalLimitMinutes} minutes for all is over.`);
		const late = `Stopped: it took longer than ${(limitMs / minuteMs).toFixed(1)} minutes.`;
		const result = await within(limitMs, late, suite.run(lifetime));
		if (result.passed + result.failures.length === 0) throw new Error("It ran no test.");
		return result;
	} catch (error) {
		const failure = error instanceof Error ? error.message : String(error);
		console.log(`FAILED ${suite.title}: ${failure}`);
		return { passed: 0, failures: [failure], skipped: 0 };
	} finally {
		await lifetime.close();
	}
}

function chosenSuites(): ReadonlyArray<Suite> {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: "string" } } });
	if (values.grep !== undefined) process.env[grepVariable] = values.grep;
	const unknown = positionals.find((name) => !suites.some((suite) => suite.name === name));
	if (unknown !== undefined) {
		throw new Error(`There is no suite ${unknown}, only ${suites.map((suite) => suite.name).join(", ")}.`);
	}
	return suites.filter(({ name, onlyByName }) => (positionals.length === 0 ? !onlyByName : positionals.includes(name)));
}

function counts({ passed, failures, skipped }: SuiteResult): string {
	return `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

async function main(): Promise<void> {
	const end = Date.now() + totalLimitMinutes * minuteMs;
	const lines: Array<string> = [];
	let total: SuiteResult = { passed: 0, failures: [], skipped: 0 };
	for (const suite of chosenSuites()) {
		console.log(`\n== ${suite.title} ==`);
		const begin = Date.now();
		const result = await runSuite(suite, end - begin);
		const line = `${suite.title}: ${counts(result)} (${((Date.now() - begin) / 1000).toFixed(1)} s)`;
		console.log(line);
		lines.push(line);
		total = {
			passed: total.passed + result.passed,
			failures: [...total.failures, ...result.failures.map((failure) => `${suite.title}: ${failure}`)],
			skipped: total.skipped + result.skipped,
		};
	}
	if (total.failures.length > 0) console.log(`\n== What failed ==\n${total.failures.join("\n\n")}`);
	console.log(`\n== All ==\n${lines.join("\n")}\n\n${counts(total)}`);
	process.exitCode = total.failures.length === 0 ? 0 : 1;
}

main()
	.catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	})
	// What was given up on must not keep us here; what is still being printed may.
	.finally(() => setTimeout(() => process.exit(), 1000).unref());
