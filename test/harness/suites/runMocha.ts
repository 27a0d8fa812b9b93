import Mocha from "mocha";
import { inAnyOrder } from "./order.ts";
import { runTests, type SuiteResult } from "./testReport.ts";

/** The variable that names the file a suite run in another process writes its {@link SuiteResult} to, as JSON. */
export const resultVariable = "WAYMARK_TEST_RESULT";

/** The variable with a pattern: only tests whose full title matches it are run. */
export const grepVariable = "WAYMARK_TEST_GREP";

/** The variable with a number that says in which order tests are run that do not build on each other. */
export const orderVariable = "WAYMARK_TEST_ORDER";

/**
 * Runs compiled test files, and prints what comes out.
 *
 * @param timeoutMs for each test and hook
 * @param prepare changes the tests once they are loaded
 */
export async function runMocha(
	files: ReadonlyArray<string>,
	timeoutMs: number,
	prepare: (suite: Mocha.Suite) => void = () => undefined,
): Promise<SuiteResult> {
	const grep = process.env[grepVariable];
	const order = process.env[orderVariable];
	// The base reporter prints nothing. Others log with placeholders, unreadable after the way through a page.
	const { Base: reporter } = Mocha.reporters;
	const mocha = new Mocha({ timeout: timeoutMs, slow: timeoutMs, ...(grep ? { grep } : {}), reporter });
	for (const file of files) mocha.addFile(file);
	await loadOnce(mocha);
	prepare(mocha.suite);
	if (order) inAnyOrder(mocha.suite, Number(order));
	return runTests(mocha);
}

/** Loads the files now, and not again with the first test, so that what they define can be changed before. */
async function loadOnce(mocha: Mocha): Promise<void> {
	// Public, and missing from the types.
	(mocha as Mocha & { lazyLoadFiles(lazy: boolean): Mocha }).lazyLoadFiles(true);
	await mocha.loadFilesAsync();
}
