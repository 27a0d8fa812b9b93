import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInHost } from "./integrationHost.ts";
import type { Lifetime } from "./lifetime.ts";
import { startGuarded } from "./processes.ts";
import { projectRoot } from "./root.ts";
import { resultVariable } from "./runMocha.ts";
import { temporaryFolder } from "./temporaryFolder.ts";
import type { SuiteResult } from "./testReport.ts";
import { versions, versionVariable } from "./versions.ts";

/** One part of `npm test`. */
export interface Suite {
	/** To name it on the command line. */
	readonly name: string;
	readonly title: string;
	readonly limitMinutes: number;
	/** Only run where it is named, not with all. */
	readonly onlyByName?: boolean;
	/** Prints as it goes. What it starts ends with the lifetime. */
	readonly run: (lifetime: Lifetime) => Promise<SuiteResult>;
}

/** All suites, in the order in which they are run: the quick ones first. */
export const suites: ReadonlyArray<Suite> = [
	{ name: "types", title: "Types", limitMinutes: 3, run: types },
	{
		name: "lint",
		title: "Lint",
		limitMinutes: 2,
		run: (lifetime) => check(lifetime, "@biomejs/biome/bin/biome", "ci", "--colors=off", "."),
	},
	{ name: "unit", title: "Unit tests", limitMinutes: 8, run: (lifetime) => mocha(lifetime, "unit", 20_000) },
	{
		name: "integration",
		title: `Integration, VS Code ${versions.newest.vscode}`,
		limitMinutes: 8,
		run: (lifetime) => runInHost(lifetime, versions.newest, "integration/index.js"),
	},
	{
		name: "oldest",
		title: `Integration, VS Code ${versions.oldest.vscode}, the oldest that package.json admits`,
		limitMinutes: 8,
		run: (lifetime) => runInHost(lifetime, versions.oldest, "integration/index.js"),
	},
	{
		name: "web",
		title: `Integration in the web extension host, VS Code ${versions.newest.vscode}`,
		limitMinutes: 5,
		run: (lifetime) => runInHost(lifetime, versions.newest, "integration/web.js", "web"),
	},
	{
		name: "web-oldest",
		title: `Integration in the web extension host, VS Code ${versions.oldest.vscode}`,
		limitMinutes: 5,
		onlyByName: true,
		run: (lifetime) => runInHost(lifetime, versions.oldest, "integration/web.js", "web"),
	},
	{
		name: "places",
		title: `Hosts and windows of every kind, VS Code ${versions.newest.vscode}`,
		limitMinutes: 5,
		run: (lifetime) => mocha(lifetime, "places", 90_000),
	},
	{
		name: "places-oldest",
		title: `Hosts and windows of every kind, VS Code ${versions.oldest.vscode}`,
		limitMinutes: 5,
		onlyByName: true,
		run: (lifetime) => mocha(lifetime, "places", 90_000, { [versionVariable]: "oldest" }),
	},
	{ name: "ui", title: "User interface", limitMinutes: 22, run: (lifetime) => mocha(lifetime, "ui", 90_000) },
];

/** The page of a review is checked by itself: it alone knows the DOM. */
async function types(lifetime: Lifetime): Promise<SuiteResult> {
	const all = await check(lifetime, "typescript/bin/tsc");
	const page = await check(lifetime, "typescript/bin/tsc", "-p", "src/webview");
	return { passed: all.passed + page.passed, failures: [...all.failures, ...page.failures], skipped: 0 };
}

/** A tool of node_modules that passes or fails as a whole. */
async function check(lifetime: Lifetime, tool: string, ...args: ReadonlyArray<string>): Promise<SuiteResult> {
	const code = await runNode(lifetime, join(projectRoot(), "node_modules", tool), args);
	return one(code === 0 ? undefined : `node_modules/${[tool, ...args].join(" ")} ended with ${code}.`);
}

/** A suite that is one test. */
function one(failure: string | undefined): SuiteResult {
	return failure === undefined
		? { passed: 1, failures: [], skipped: 0 }
		: { passed: 0, failures: [failure], skipped: 0 };
}

async function mocha(
	lifetime: Lifetime,
	folder: string,
	timeoutMs: number,
	env: Readonly<Record<string, string>> = {},
): Promise<SuiteResult> {
	const built = join(projectRoot(), "dist", "test");
	// Made their temporary folder too: what a test that was stopped leaves there goes with it.
	const temporary = temporaryFolder(lifetime, folder);
	const file = join(temporary, "result.json");
	const tests = join(built, folder);
	if (!existsSync(tests)) return { passed: 0, failures: [], skipped: 0 };
	const args = [tests, String(timeoutMs)];
	const code = await runNode(lifetime, join(built, "workbench", "mochaSuite.js"), args, {
		...env,
		[resultVariable]: file,
		TMPDIR: temporary,
	});
	if (!existsSync(file)) throw new Error(`The tests ended with ${code} before they had told their result.`);
	return JSON.parse(readFileSync(file, "utf8"));
}

function runNode(
	lifetime: Lifetime,
	script: string,
	args: ReadonlyArray<string>,
	env: Readonly<Record<string, string>> = {},
): Promise<number | null> {
	const onLine = (line: string) => console.log(line);
	return startGuarded(lifetime, {
		command: process.execPath,
		args: ["--enable-source-maps", script, ...args],
		cwd: projectRoot(),
		env,
		onLine,
	}).exited;
}
