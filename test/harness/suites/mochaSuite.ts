// Runs one suite in its own process: `mochaSuite.js TIMEOUT_MS FILE ...`.
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { isDeep } from "../depth.ts";
import { OpenWindows } from "./failures.ts";
import { moveClock } from "./moveClock.ts";
import { resultVariable, runMocha } from "./runMocha.ts";

/** Generated input is the same in each run, so that none fails by chance; at full depth it differs each time. */
const seed = 20_260_105;

async function main(): Promise<void> {
	const [timeoutMs, ...files] = process.argv.slice(2);
	if (files.length === 0) throw new Error("No file with tests.");
	moveClock();
	if (!isDeep()) fc.configureGlobal({ seed });
	const windows = new OpenWindows();
	const result = await runMocha(files, Number(timeoutMs), (suite) => windows.watch(suite));
	const file = process.env[resultVariable];
	if (file) writeFileSync(file, JSON.stringify(result));
	process.exitCode = result.failures.length === 0 ? 0 : 1;
	// What a test left running must not keep us here; what is still being printed may.
	setTimeout(() => process.exit(), 1000).unref();
}

void main();
