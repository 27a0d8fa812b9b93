import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { moveClock } from "../harness/suites/moveClock.ts";
import { resultVariable, runMocha } from "../harness/suites/runMocha.ts";

const timeoutMs = 30_000;

/** Called by VS Code inside the extension host: runs the tests that are built beside this file. */
export async function run(): Promise<void> {
	moveClock();
	const result = await runMocha([join(__dirname, "tests.js")], timeoutMs);
	const file = process.env[resultVariable];
	if (file) writeFileSync(file, JSON.stringify(result));
	const { length } = result.failures;
	if (length > 0) throw new Error(`${length} tests failed.`);
}
