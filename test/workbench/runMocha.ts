import { readdirSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";

/** What came out of a suite. */
export interface SuiteResult {
	readonly passed: number;
	/** For each test that failed its title, and why. */
	readonly failures: ReadonlyArray<string>;
	/** Tests left out on purpose. */
	readonly skipped: number;
}

/** The variable that names the file a suite run in another process writes its {@link SuiteResult} to, as JSON. */
export const resultVariable = "WAYMARK_TEST_RESULT";

/** The variable with a pattern: only tests whose full title matches it are run. */
export const grepVariable = "WAYMARK_TEST_GREP";

/** Whether {@link runMocha} printed this, and not something else in the same process. */
export function isTestLine(line: string): boolean {
	return /^ {2}(ok|skipped|FAILED) |^ {6}/.test(line);
}

/**
 * Runs the compiled test files below a folder, printing a line for each test and the stack of each failure.
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
	let passed = 0;
	const failures: Array<string> = [];
	let skipped = 0;
	return new Promise((done) => {
		const runner = mocha.run(() => done({ passed, failures, skipped }));
		runner.on("pass", (test) => {
			passed++;
			console.log(`  ok ${test.fullTitle()} (${test.duration ?? 0} ms)`);
		});
		runner.on("pending", (test) => {
			skipped++;
			console.log(`  skipped ${test.fullTitle()}`);
		});
		runner.on("fail", (test, error) => {
			const failure = `${test.fullTitle()}\n${indent(error.stack ?? String(error))}`;
			failures.push(failure);
			console.log(`  FAILED ${failure}`);
		});
	});
}

function indent(text: string): string {
	return text
		.split("\n")
		.map((line) => `      ${line}`)
		.join("\n");
}
