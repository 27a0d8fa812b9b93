import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../root.ts";
import { versions, versionVariable } from "../vscode/versions.ts";
import { type TestDay, testDays, testDayVariable } from "./days.ts";
import type { Job } from "./job.ts";

/** One part of `npm test`. */
export interface Suite {
	/** To name it on the command line. */
	readonly name: string;
	readonly title: string;
	/** Only run where it is named, not with all. */
	readonly onlyByName?: boolean;
	/** What it consists of; each can run while others do. */
	readonly jobs: () => ReadonlyArray<Job>;
}

type JobOptions = Partial<
	Pick<Job, "name" | "env" | "needs" | "load" | "repeats" | "seconds" | "limitMinutes" | "isInAnyOrder">
>;

/** How long a test that opens windows may take: what it waits for may take a minute. */
const windowTimeoutMs = 180_000;
const unitTimeoutMs = 60_000;

/** Its processes and those of a browser wait for each other: with less than what they use, the cores are never idle. */
const windowLoad = 0.75;
const unitGroups = 3;
/** Windows of one group share a server. */
const uiGroups = 8;
/** About how many seconds most files take. */
const usualSeconds = { unit: 1, ui: 60 };
/** ... and those that take longer. */
const longFiles: Readonly<Record<string, number>> = {
	hostile: 240,
	languages: 180,
	backOnTrack: 120,
	statusBar: 110,
	views: 110,
	overviewPanel: 110,
	dailyUse: 100,
	reference: 60,
	strings: 40,
	hostileRows: 18,
};
/** Windows and tests agree on what day it is, at every hour and on every machine. */
const utc = { TZ: "UTC" };

/** All suites. */
export const suites: ReadonlyArray<Suite> = [
	{
		name: "types",
		title: "Types",
		// The page of a review is checked separately: only it has the types of the DOM.
		jobs: () => [tool("types", "typescript/bin/tsc"), tool("types", "typescript/bin/tsc", "-p", "src/webview")],
	},
	{ name: "lint", title: "Lint", jobs: () => [tool("lint", "@biomejs/biome/bin/biome", "ci", "--colors=off", ".")] },
	{ name: "unit", title: "Unit tests", jobs: () => unit("unit") },
	{
		name: "integration",
		title: `Integration, VS Code ${versions.newest.vscode}`,
		jobs: () => [host("integration", "newest", "node")],
	},
	{
		name: "oldest",
		title: `Integration, VS Code ${versions.oldest.vscode}, the oldest that package.json admits`,
		jobs: () => [host("oldest", "oldest", "node")],
	},
	{
		name: "web",
		title: `Integration in the web extension host, VS Code ${versions.newest.vscode}`,
		jobs: () => [host("web", "newest", "web")],
	},
	{
		name: "web-oldest",
		title: `Integration in the web extension host, VS Code ${versions.oldest.vscode}`,
		onlyByName: true,
		jobs: () => [host("web-oldest", "oldest", "web")],
	},
	{ name: "setup", title: "Starts that cannot succeed", jobs: () => files("setup", "setup", { load: 0.5 }) },
	{
		name: "attack",
		title: "Attacks",
		jobs: () => files("attack", "attack", { needs: ["newest", "browser"], repeats: true }),
	},
	{
		name: "environments",
		title: `Hosts and windows of every kind, VS Code ${versions.newest.vscode}`,
		jobs: () => files("environments", "environments", { needs: ["newest", "browser"], env: utc, repeats: true }),
	},
	{
		name: "environments-oldest",
		title: `Hosts and windows of every kind, VS Code ${versions.oldest.vscode}`,
		onlyByName: true,
		jobs: () =>
			files("environments-oldest", "environments", {
				needs: ["oldest", "browser"],
				env: { ...utc, [versionVariable]: "oldest" },
			}),
	},
	{
		name: "ui",
		title: "User interface",
		jobs: () => groups("ui", "ui", uiGroups, { needs: ["newest", "oldest", "browser"], env: utc, repeats: true }),
	},
	{
		name: "days",
		title: "Unit and integration tests with the clock moved to five days",
		onlyByName: true,
		jobs: () => testDays.flatMap((day) => [...unit("days", day), host("days", "newest", "node", day)]),
	},
];

/** A tool of node_modules. */
function tool(suite: string, path: string, ...args: ReadonlyArray<string>): Job {
	const name = [suite, ...(args.includes("-p") ? [args.at(-1)] : [])].join(" ");
	const script = join(projectRoot(), "node_modules", path);
	return { suite, name, script, args, isOneCheck: true, load: 1, seconds: 15, limitMinutes: 4, needs: [] };
}

function built(...path: ReadonlyArray<string>): string {
	return join(projectRoot(), "dist", "test", ...path);
}

/** The compiled test files of a folder, the largest first. */
function testFiles(folder: string): Array<string> {
	const names = readdirSync(built(folder), { recursive: true, encoding: "utf8" });
	const found = names.filter((name) => name.endsWith(".test.mjs")).map((name) => built(folder, name));
	const size = new Map(found.map((file) => [file, statSync(file).size]));
	if (found.length === 0) throw new Error(`There is no test in test/${folder}.`);
	return found.sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0));
}

function mochaJob(suite: string, timeoutMs: number, chosen: ReadonlyArray<string>, options: JobOptions): Job {
	return {
		...{
			suite,
			name: suite,
			script: built("harness", "suites", "mochaSuite.js"),
			args: [String(timeoutMs), ...chosen],
		},
		...{ load: windowLoad, seconds: 60, limitMinutes: 16, needs: [], ...options },
	};
}

/** A process for each file of a folder: each opens its own windows. */
function files(suite: string, folder: string, options: JobOptions): ReadonlyArray<Job> {
	return testFiles(folder).map((file) => {
		const name = `${suite} ${/(\w+)\.test\.mjs$/.exec(file)?.[1]}`;
		return mochaJob(suite, windowTimeoutMs, [file], { seconds: statSync(file).size / 2000, ...options, name });
	});
}

/** The files of a folder in a number of processes that take about as long as each other. */
function groups(suite: string, folder: "unit" | "ui", count: number, options: JobOptions): ReadonlyArray<Job> {
	const secondsOf = (file: string) => longFiles[/(\w+)\.test\.mjs$/.exec(file)?.[1] ?? ""] ?? usualSeconds[folder];
	const shares = Array.from({ length: count }, () => ({ files: [] as Array<string>, seconds: 0 }));
	for (const file of testFiles(folder).sort((a, b) => secondsOf(b) - secondsOf(a))) {
		const least = shares.reduce((a, b) => (b.seconds < a.seconds ? b : a));
		least.files.push(file);
		least.seconds += secondsOf(file);
	}
	return shares.map(({ files: chosen }, group) => {
		const name = `${options.name ?? suite} ${group + 1}/${count}`;
		return mochaJob(suite, folder === "unit" ? unitTimeoutMs : windowTimeoutMs, chosen, { ...options, name });
	});
}

/** The unit tests, in a few processes. */
function unit(suite: string, day?: TestDay): ReadonlyArray<Job> {
	const name = [suite, ...(day ? [day.name, "unit"] : [])].join(" ");
	return groups(suite, "unit", unitGroups, { ...ofDay(day), name, load: 1, seconds: 40, isInAnyOrder: true });
}

function host(suite: string, version: "newest" | "oldest", kind: "node" | "web", day?: TestDay): Job {
	const module = kind === "web" ? "integration/web.js" : "integration/index.js";
	return {
		...{ suite, name: [suite, ...(day ? [day.name, "integration"] : [])].join(" ") },
		...{ script: built("harness", "suites", "hostSuite.js"), args: [version, module, kind] },
		...{ ...ofDay(day), load: windowLoad, seconds: 60, limitMinutes: 10, needs: [version, "browser"] },
		isInAnyOrder: kind === "node",
	};
}

function ofDay(day: TestDay | undefined): Pick<Job, "env"> {
	return day === undefined ? {} : { env: { [testDayVariable]: day.moment, TZ: day.zone } };
}
