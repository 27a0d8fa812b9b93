import { writeFileSync } from "node:fs";
import { resultVariable, runMocha } from "../workbench/runMocha.ts";

const timeoutMs = 30_000;

/** Called by VS Code inside the extension host: runs the test files that are compiled beside this one. */
export async function run(): Promise<void> {
	const result = await runMocha(__dirname, timeoutMs);
	const file = process.env[resultVariable];
	if (file) writeFileSync(file, JSON.stringify(result));
	const { length } = result.failures;
	if (length > 0) throw new Error(`${length} tests failed.`);
}
