import { readdirSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";
import { runTests, type SuiteResult } from "./testReport.ts";

/** The variable that names the file a suite run in another process writes its {@link SuiteResult} to, as JSON. */
export const resultVariable = "WAYMARK_TEST_RESULT";

/** The variable with a pattern: only tests whose full title matches it are run. */
export const grepVariable = "WAYMARK_TEST_GREP";

/**
 * Runs the compiled test files below a folder, and prints what comes out.
 *
 * @param timeoutMs for each test and hook
 */
export function runMocha(folder: string, timeoutMs: number): Promise<SuiteResult> {
	const grep = process.env[grepVariable];
	// The base reporter prints nothing. Others log with placeholders, unreadable after the way through a page.
	const { Base: reporter } = Mocha.reporters;
	const mocha = new Mocha({ timeout: timeoutMs, slow: timeoutMs, ...(grep ? { grep } : {}), reporter });
	const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".test.js"));
	for (const file of files.sort()) mocha.addFile(join(folder, file));
	return runTests(mocha);
}
