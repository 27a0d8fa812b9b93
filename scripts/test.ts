// `npm test [-- SUITE ...] [--grep PATTERN] [--shard 1/3] [--deep]`: every check there is, or the named ones, as many at a time as the
// cores can take. The last line has the totals.
import { availableParallelism } from "node:os";
import { readTestOptions } from "../test/harness/suites/options.ts";
import { runSuites } from "../test/harness/suites/runSuites.ts";
import { addResults, counts } from "../test/harness/suites/testReport.ts";

async function main(): Promise<void> {
	const options = readTestOptions(process.argv.slice(2));
	const outcomes = await runSuites(options, availableParallelism(), true);
	const total = outcomes.map(({ result }) => result).reduce(addResults);
	if (total.failures.length > 0) console.log(`\n== What failed ==\n${total.failures.join("\n\n")}`);
	const { flaky = [] } = total;
	if (flaky.length > 0)
		console.log(`\n== What failed once, and passed when repeated by itself ==\n${flaky.join("\n\n")}`);
	const lines = outcomes.map(
		({ title, result, seconds }) => `${title}: ${counts(result)} (${seconds.toFixed(1)} s of work)`,
	);
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
