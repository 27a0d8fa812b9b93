import assert from "node:assert/strict";
import fc from "fast-check";
import { isDeep } from "../harness/depth.ts";
import {
	addResults,
	failedFiles,
	noResult,
	type SuiteResult,
	stackOf,
	withRepeated,
} from "../harness/suites/testReport.ts";

function resultOf(
	...files: ReadonlyArray<readonly [file: string, passed: number, ...failures: ReadonlyArray<string>]>
) {
	const each = files.map(([file, passed, ...failures]) => ({ file, passed, failures, skipped: 0 }));
	return { ...each.reduce<SuiteResult>(addResults, noResult), files: each };
}

describe("the result of a suite whose failed files were run again", () => {
	const first = resultOf(["a", 3], ["b", 1, "b slow\n  timeout", "b broken\n  1 !== 2"], ["c", 2, "c hook\n  timeout"]);

	it("repeats the files in which a test failed", () => {
		assert.deepEqual(failedFiles(first), ["b", "c"]);
		assert.deepEqual(failedFiles(resultOf(["a", 3])), []);
	});

	it("counts what the last run gave, and names what failed only before", () => {
		const { passed, failures, flaky } = withRepeated(first, resultOf(["b", 2, "b broken\n  1 !== 3"], ["c", 5]));
		assert.equal(passed, 3 + 2 + 5);
		assert.deepEqual(failures, ["b broken\n  1 !== 3"]);
		assert.deepEqual(flaky, ["b slow\n  timeout", "c hook\n  timeout"]);
	});

	it("keeps a failure that comes only when the file is repeated", () => {
		const { failures, flaky } = withRepeated(first, resultOf(["b", 2, "b other\n  2"], ["c", 5]));
		assert.deepEqual(failures, ["b other\n  2"]);
		assert.deepEqual(flaky, first.failures);
	});

	it("stays as it was if the repeated run gave no result, and says why", () => {
		const stopped = { passed: 0, failures: ["Stopped: it took longer than 1 minutes."], skipped: 0 };
		const { passed, failures, flaky = [] } = withRepeated(first, stopped);
		assert.deepEqual([passed, failures, flaky], [6, [...first.failures, ...stopped.failures], []]);
	});
});

describe("a test with generated input", () => {
	it("has the same input in each run, unless it runs at full depth", () => {
		assert.equal(typeof fc.readConfigureGlobal().seed, isDeep() ? "undefined" : "number");
	});

	it("shows the assertion that failed", () => {
		try {
			fc.assert(fc.property(fc.nat(), (number) => assert.ok(number < 3, "too large")));
			assert.fail("Nothing failed.");
		} catch (error) {
			assert.match(stackOf(error), /Counterexample: \[3\].*Cause: AssertionError.*too large/s);
		}
	});
});
