import type Mocha from "mocha";

/** What came out of a suite. */
export interface SuiteResult {
	readonly passed: number;
	/** For each test that failed its title, and why. */
	readonly failures: ReadonlyArray<string>;
	/** Tests left out on purpose. */
	readonly skipped: number;
}

export const noResult: SuiteResult = { passed: 0, failures: [], skipped: 0 };

/** Two results as one. */
export function addResults(a: SuiteResult, b: SuiteResult): SuiteResult {
	return {
		passed: a.passed + b.passed,
		failures: [...a.failures, ...b.failures],
		skipped: a.skipped + b.skipped,
	};
}

/** Such as `12 passed, 0 failed`. */
export function counts({ passed, failures, skipped }: SuiteResult): string {
	return `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Whether {@link runTests} printed this, and not something else in the same process. */
export function isTestLine(line: string): boolean {
	return /^ {2}(ok|skipped|FAILED) |^ {6}/.test(line);
}

/** Runs what Mocha has loaded, printing a line for each test and the stack of each failure. */
export function runTests(mocha: Mocha): Promise<SuiteResult> {
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
