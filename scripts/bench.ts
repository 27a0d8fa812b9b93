// `npm run bench [-- BENCH ... --series FILE]`: every benchmark, or the named ones. The file is for `forecast`. What it measures
// is built as it is packaged, minified.
import { parseArgs } from "node:util";
import { measureActivation } from "../test/bench/activation.ts";
import { measureAdding } from "../test/bench/adding.ts";
import { measureAppending } from "../test/bench/appending.ts";
import { measureEditing } from "../test/bench/editor.ts";
import { measureForecast } from "../test/bench/forecast/forecast.ts";
import { measureGrowth } from "../test/bench/growth.ts";
import { measureLargest, measureWindow } from "../test/bench/host/window.ts";
import { measureImporting } from "../test/bench/importing.ts";
import { measureJournal } from "../test/bench/journal.ts";
import { measureLimits } from "../test/bench/limits.ts";
import { measureLogging } from "../test/bench/logging.ts";
import { measureOverview } from "../test/bench/pages/overview.ts";
import { measureReview } from "../test/bench/pages/review.ts";
import { measureParsing } from "../test/bench/parsing.ts";
import { measureSizes } from "../test/bench/sizes.ts";
import { measureSnapshots } from "../test/bench/snapshots.ts";
import { type Measured, table } from "../test/bench/table.ts";
import { measureTree } from "../test/bench/tree.ts";
import { measureTyping } from "../test/bench/typing.ts";
import { DisposableStore } from "../test/harness/disposableStore.ts";
import { startProcess } from "../test/harness/processes.ts";
import { projectRoot } from "../test/harness/root.ts";

interface Bench {
	/** As given on the command line. */
	readonly name: string;
	readonly measure: (disposables: DisposableStore) => Promise<ReadonlyArray<Measured>>;
}

const benches: ReadonlyArray<Bench> = [
	{ name: "plan", measure: measureParsing },
	{ name: "journal", measure: measureJournal },
	{ name: "growth", measure: measureGrowth },
	{ name: "import", measure: measureImporting },
	{ name: "limits", measure: measureLimits },
	{ name: "window", measure: measureWindow },
	{ name: "largest", measure: measureLargest },
	{ name: "adding", measure: measureAdding },
	{ name: "appending", measure: measureAppending },
	{ name: "snapshots", measure: measureSnapshots },
	{ name: "editor", measure: measureEditing },
	{ name: "tree", measure: measureTree },
	{ name: "forecast", measure: measureForecast },
	{ name: "typing", measure: measureTyping },
	{ name: "logging", measure: measureLogging },
	{ name: "review", measure: measureReview },
	{ name: "overview", measure: measureOverview },
	{ name: "activation", measure: measureActivation },
	{ name: "sizes", measure: measureSizes },
];

function chosenBenches(): ReadonlyArray<Bench> {
	const { positionals } = parseArgs({ allowPositionals: true, options: { series: { type: "string" } } });
	const unknown = positionals.find((name) => !benches.some((bench) => bench.name === name));
	if (unknown !== undefined) {
		throw new Error(`There is no benchmark ${unknown}, only ${benches.map(({ name }) => name).join(", ")}.`);
	}
	return positionals.length === 0 ? benches : benches.filter(({ name }) => positionals.includes(name));
}

async function main(): Promise<void> {
	const chosen = chosenBenches();
	const disposables = new DisposableStore();
	try {
		console.log("Building as packaged ...");
		const args = ["esbuild.config.mjs", "--production"];
		const build = startProcess(disposables, {
			command: process.execPath,
			args,
			cwd: projectRoot(),
			onLine: console.log,
		});
		if ((await build.exited) !== 0) throw new Error("The build failed.");
		const rows: Array<Measured> = [];
		for (const { name, measure } of chosen) {
			console.log(`Measuring: ${name} ...`);
			rows.push(...(await measure(disposables)));
		}
		console.log(`\n${table(rows)}`);
		process.exitCode = rows.every(({ met }) => met) ? 0 : 1;
	} finally {
		await disposables.dispose();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
