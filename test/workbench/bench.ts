// `npm run bench [-- BENCH ...]`: every benchmark, or the named ones. What it measures is built as it is packaged, minified.
import { parseArgs } from "node:util";
import { measureActivation } from "../bench/activation.ts";
import { measureAdding } from "../bench/adding.ts";
import { measureAppending } from "../bench/appending.ts";
import { measureEditing } from "../bench/editor.ts";
import { measureJournal } from "../bench/journal.ts";
import { measureLogging } from "../bench/logging.ts";
import { measureParsing } from "../bench/parsing.ts";
import { measureReview } from "../bench/review.ts";
import { measureSizes } from "../bench/sizes.ts";
import { measureSnapshots } from "../bench/snapshots.ts";
import { type Measured, table } from "../bench/table.ts";
import { measureTree } from "../bench/tree.ts";
import { Lifetime } from "./lifetime.ts";
import { startProcess } from "./processes.ts";
import { projectRoot } from "./root.ts";

interface Bench {
	/** As given on the command line. */
	readonly name: string;
	readonly measure: (lifetime: Lifetime) => Promise<ReadonlyArray<Measured>>;
}

const benches: ReadonlyArray<Bench> = [
	{ name: "plan", measure: measureParsing },
	{ name: "journal", measure: measureJournal },
	{ name: "adding", measure: measureAdding },
	{ name: "appending", measure: measureAppending },
	{ name: "snapshots", measure: measureSnapshots },
	{ name: "editor", measure: measureEditing },
	{ name: "tree", measure: measureTree },
	{ name: "logging", measure: measureLogging },
	{ name: "review", measure: measureReview },
	{ name: "activation", measure: measureActivation },
	{ name: "sizes", measure: measureSizes },
];

function chosenBenches(): ReadonlyArray<Bench> {
	const { positionals } = parseArgs({ allowPositionals: true });
	const unknown = positionals.find((name) => !benches.some((bench) => bench.name === name));
	if (unknown !== undefined) {
		throw new Error(`There is no benchmark ${unknown}, only ${benches.map(({ name }) => name).join(", ")}.`);
	}
	return positionals.length === 0 ? benches : benches.filter(({ name }) => positionals.includes(name));
}

async function main(): Promise<void> {
	const chosen = chosenBenches();
	const lifetime = new Lifetime();
	try {
		console.log("Building as packaged ...");
		const args = ["esbuild.config.mjs", "--production"];
		const build = startProcess(lifetime, { command: process.execPath, args, cwd: projectRoot(), onLine: console.log });
		if ((await build.exited) !== 0) throw new Error("The build failed.");
		const rows: Array<Measured> = [];
		for (const { name, measure } of chosen) {
			console.log(`Measuring: ${name} ...`);
			rows.push(...(await measure(lifetime)));
		}
		console.log(`\n${table(rows)}`);
		process.exitCode = rows.every(({ met }) => met) ? 0 : 1;
	} finally {
		await lifetime.close();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
