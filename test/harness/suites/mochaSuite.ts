// Runs one suite in its own process: `mochaSuite.js TIMEOUT_MS FILE ...`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { OpenWindows } from "./failures.ts";
import { moveClock } from "./moveClock.ts";
import { resultVariable, runMocha } from "./runMocha.ts";

async function main(): Promise<void> {
	const [timeoutMs, ...files] = process.argv.slice(2);
	if (files.length === 0) throw new Error("No file with tests.");
	moveClock();
	const windows = new OpenWindows();
	const result = await runMocha([join(__dirname, "fixedSeed.mjs"), ...files], Number(timeoutMs), (suite) =>
		windows.watch(suite),
	);
	const file = process.env[resultVariable];
	if (file) writeFileSync(file, JSON.stringify(result));
	process.exitCode = result.failures.length === 0 ? 0 : 1;
	// What a test left running must not keep us here; what is still being printed may.
	setTimeout(() => process.exit(), 1000).unref();
}

void main();
