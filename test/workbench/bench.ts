// `npm run bench`: what it measures is built as it is packaged, minified.
import { measureActivation } from "../bench/activation.ts";
import { measureParsing } from "../bench/parsing.ts";
import { type Measured, table } from "../bench/table.ts";
import { Lifetime } from "./lifetime.ts";
import { startProcess } from "./processes.ts";
import { projectRoot } from "./root.ts";

const benches: ReadonlyArray<(lifetime: Lifetime) => Promise<ReadonlyArray<Measured>>> = [
	measureParsing,
	measureActivation,
];

async function main(): Promise<void> {
	const lifetime = new Lifetime();
	try {
		console.log("Building as packaged ...");
		const args = ["esbuild.config.mjs", "--production"];
		const build = startProcess(lifetime, { command: process.execPath, args, cwd: projectRoot(), onLine: console.log });
		if ((await build.exited) !== 0) throw new Error("The build failed.");
		const rows: Array<Measured> = [];
		for (const bench of benches) {
			console.log(`Measuring: ${bench.name} ...`);
			rows.push(...(await bench(lifetime)));
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
