// Runs one suite in a process of its own: `mochaSuite.js FOLDER TIMEOUT_MS`.
import { writeFileSync } from "node:fs";
import { resultVariable, runMocha } from "./runMocha.ts";

async function main(): Promise<void> {
	const [folder, timeoutMs] = process.argv.slice(2);
	if (folder === undefined) throw new Error("No folder with tests.");
	const result = await runMocha(folder, Number(timeoutMs));
	const file = process.env[resultVariable];
	if (file) writeFileSync(file, JSON.stringify(result));
	process.exitCode = result.failures.length === 0 ? 0 : 1;
	// What a test left running must not keep us here; what is still being printed may.
	setTimeout(() => process.exit(), 1000).unref();
}

void main();
