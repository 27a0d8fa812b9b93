import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { writeSample } from "../../../scripts/sampleFolder.ts";
import { launchBrowser } from "../browser/browser.ts";
import { loadWorkbench, newPage } from "../browser/page.ts";
import type { DisposableStore } from "../disposableStore.ts";
import { projectRoot } from "../root.ts";
import { temporaryFolder } from "../temporaryFolder.ts";
import { startServer, suiteUrl } from "../vscode/codeServer.ts";
import { findDesktop, startDesktop } from "../vscode/desktop.ts";
import { installServer } from "../vscode/serverInstall.ts";
import { inWebHost, type Settings } from "../vscode/settings.ts";
import type { HostVersion } from "../vscode/versions.ts";
import { resultVariable } from "./runMocha.ts";
import { SuiteLog } from "./suiteLog.ts";
import type { SuiteResult } from "./testReport.ts";

/** A run of a compiled suite inside a real extension host. */
interface SuiteRun {
	readonly testsPath: string;
	/** A copy of the sample, of the suite's own. */
	readonly folder: string;
	readonly env: Readonly<Record<string, string>>;
	readonly settings?: Settings;
}

/**
 * Runs a suite, a compiled module that exports `run()`, in a real VS Code of that version with this checkout's extension,
 * on a fresh copy of the sample: the desktop's where it can be had, else the one from npm in a browser.
 *
 * @param suite the module's path below the built tests, such as `integration/index.js`
 * @param host the extension host: Node's, or the worker of a page, which only the one from npm has here
 * @throws when VS Code cannot be had, or ends before the suite has told its result
 */
export async function runInHost(
	disposables: DisposableStore,
	version: HostVersion,
	suite: string,
	host: "node" | "web" = "node",
): Promise<SuiteResult> {
	const temporary = temporaryFolder(disposables, "integration");
	const folder = join(temporary, "workspace");
	writeSample(folder);
	// Beside the folder: from there the web host can reach it.
	const resultFile = join(temporary, "result.json");
	const testsPath = join(projectRoot(), "dist", "test", suite);
	const isWeb = host === "web";
	const run: SuiteRun = {
		testsPath,
		folder,
		env: { [resultVariable]: resultFile },
		...(isWeb ? { settings: inWebHost } : {}),
	};

	const log = new SuiteLog(join(projectRoot(), "dist", "logs", `${suite.replaceAll("/", "-")}-${version.vscode}.log`));
	const unsuited = isWeb ? "that host is a page's" : await onDesktop(disposables, version, run, log);
	if (unsuited !== undefined) {
		console.log(`Runs in the VS Code ${version.vscode} from npm, in a browser: ${unsuited}.`);
		await inBrowser(disposables, version, run, log);
	}
	console.log(`All that VS Code logged is in ${log.file}.`);
	if (!existsSync(resultFile)) {
		throw new Error(`VS Code ended before the suite had told its result. The last it said:\n${log.tail()}`);
	}
	return JSON.parse(readFileSync(resultFile, "utf8"));
}

/** Runs it in the desktop's VS Code; says in words why, where that could not be done. */
async function onDesktop(
	disposables: DisposableStore,
	version: HostVersion,
	run: SuiteRun,
	log: SuiteLog,
): Promise<string | undefined> {
	const found = await findDesktop(version);
	if ("missing" in found) return found.missing;
	console.log(`Runs in ${found.executable}.`);
	const running = startDesktop(disposables, found.executable, { ...run, onLine: (line) => log.add(line) });
	const code = await running.exited.catch((error: unknown) => String(error));
	return log.hasTests ? undefined : `that one ended with ${code} before the first test`;
}

async function inBrowser(
	disposables: DisposableStore,
	version: HostVersion,
	run: SuiteRun,
	log: SuiteLog,
): Promise<void> {
	const installed = await installServer(disposables, version);
	const server = await startServer(disposables, installed, { ...run, smokeTestDriver: true, hasFewBuiltins: true });
	const browser = await launchBrowser(disposables);
	const page = await newPage(browser);
	const suiteEnded = await listen(page, log);
	const serverEnded = server.exited.then(() => {
		throw new Error(`The VS Code server ended by itself.\n${server.log.slice(-15).join("\n")}`);
	});
	serverEnded.catch(() => undefined);
	await loadWorkbench(page, suiteUrl(server, run.testsPath));
	await Promise.race([suiteEnded(), serverEnded]);
}

/** Keeps what is logged; gives what waits for the suite's end. To be called before the page loads. */
async function listen(page: Page, log: SuiteLog): Promise<() => Promise<void>> {
	let onEnd = (): void => undefined;
	const ended = new Promise<void>((done) => {
		onEnd = done;
	});
	const crashed = new Promise<never>((_, fail) => {
		page.once("crash", () => fail(new Error("The page of VS Code crashed.")));
	});
	crashed.catch(() => undefined);
	await page.exposeFunction("codeAutomationLog", (_type: string, args: ReadonlyArray<unknown>) =>
		log.add(args.join(" ")),
	);
	await page.exposeFunction("codeAutomationExit", () => onEnd());
	return () => Promise.race([ended, crashed]);
}
