import type Mocha from "mocha";

/** What came out of some tests. */
interface Counts {
	readonly passed: number;
	/** For each test that failed its title, and why. */
	readonly failures: ReadonlyArray<string>;
	/** Tests left out on purpose. */
	readonly skipped: number;
}

/** What came out of the tests of a file. */
export interface FileResult extends Counts {
	/** The absolute path of the compiled file. */
	readonly file: string;
}

/** What came out of a suite. */
export interface SuiteResult extends Counts {
	/** The same by file, if the tests come from files. */
	readonly files?: ReadonlyArray<FileResult>;
	/** Failures of tests that passed when their file was repeated by itself. */
	readonly flaky?: ReadonlyArray<string>;
}

export const noResult: SuiteResult = { passed: 0, failures: [], skipped: 0 };

/** Two results as one. */
export function addResults(a: SuiteResult, b: SuiteResult): SuiteResult {
	return {
		passed: a.passed + b.passed,
		failures: [...a.failures, ...b.failures],
		skipped: a.skipped + b.skipped,
		files: [...(a.files ?? []), ...(b.files ?? [])],
		flaky: [...(a.flaky ?? []), ...(b.flaky ?? [])],
	};
}

/** Such as `12 passed, 0 failed`. */
export function counts({ passed, failures, skipped }: Counts): string {
	return `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** The files of a result in which a test failed. */
export function failedFiles({ files = [] }: SuiteResult): ReadonlyArray<string> {
	return files.filter(({ failures }) => failures.length > 0).map(({ file }) => file);
}

/** A result after its failed files were run again: what they gave then counts, and what failed only before is kept apart. */
export function withRepeated(first: SuiteResult, again: SuiteResult): SuiteResult {
	if (!again.files) {
		// It was stopped, or ended by itself.
		return { ...first, failures: [...first.failures, ...again.failures] };
	}
	const failed = new Set(failedFiles(first));
	const kept = (first.files ?? []).filter(({ file }) => !failed.has(file));
	const titles = new Set(again.failures.map(titleOf));
	const flaky = first.failures.filter((failure) => !titles.has(titleOf(failure)));
	return addResults({ ...kept.reduce<SuiteResult>(addResults, noResult), files: kept, flaky }, again);
}

/** The title of a test that failed. */
function titleOf(failure: string): string {
	return failure.slice(0, failure.indexOf("\n"));
}

/** Whether {@link runTests} printed this, and not something else in the same process. */
export function isTestLine(line: string): boolean {
	return /^ {2}(ok|skipped|FAILED) |^ {6}/.test(line);
}

/** Runs what Mocha has loaded, printing a line for each test and the stack of each failure. */
export function runTests(mocha: Mocha): Promise<SuiteResult> {
	const found = new Map<string, { passed: number; failures: Array<string>; skipped: number }>();
	const of = ({ file = "" }: Mocha.Runnable) => {
		const result = found.get(file) ?? { passed: 0, failures: [], skipped: 0 };
		found.set(file, result);
		return result;
	};
	return new Promise((done) => {
		const runner = mocha.run(() => {
			const files = [...found].map(([file, result]) => ({ file, ...result }));
			done({ ...files.reduce<SuiteResult>(addResults, noResult), files });
		});
		runner.on("pass", (test) => {
			of(test).passed++;
			console.log(`  ok ${test.fullTitle()} (${test.duration ?? 0} ms)`);
		});
		runner.on("pending", (test) => {
			of(test).skipped++;
			console.log(`  skipped ${test.fullTitle()}`);
		});
		runner.on("fail", (test, error) => {
			const failure = `${test.fullTitle()}\n${indent(stackOf(error))}`;
			of(test).failures.push(failure);
			console.log(`  FAILED ${failure}`);
		});
	});
}

/** The stack of an error and the start of those of its causes, such as the assertion that generated input failed. */
export function stackOf(error: unknown): string {
	const stacks: Array<string> = [];
	for (let each = error; each !== undefined; each = each instanceof Error ? each.cause : undefined) {
		stacks.push(each instanceof Error && each.stack ? each.stack : String(each));
	}
	const [first = "", ...causes] = stacks;
	return [first, ...causes.map((stack) => `Cause: ${stack.split("\n").slice(0, 60).join("\n")}`)].join("\n");
}

function indent(text: string): string {
	return text
		.split("\n")
		.map((line) => `      ${line}`)
		.join("\n");
}
