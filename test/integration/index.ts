import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { moveClock } from "../harness/suites/moveClock.ts";
import { resultVariable, runMocha } from "../harness/suites/runMocha.ts";

const timeoutMs = 30_000;

/** Called by VS Code inside the extension host: runs the test files that are compiled beside this one, in folders too. */
export async function run(): Promise<void> {
	moveClock();
	const names = readdirSync(__dirname, { recursive: true, encoding: "utf8" }).filter((name) =>
		name.endsWith(".test.js"),
	);
	const result = await runMocha(
		names.sort().map((name) => join(__dirname, name)),
		timeoutMs,
	);
	const file = process.env[resultVariable];
	if (file) writeFileSync(file, JSON.stringify(result));
	const { length } = result.failures;
	if (length > 0) throw new Error(`${length} tests failed.`);
}
