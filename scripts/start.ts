// `npm start`: VS Code with this checkout's extension, on a copy of the sample or on a roadmap of one's own.
import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { DisposableStore } from "../test/harness/disposableStore.ts";
import { delay } from "../test/harness/processes.ts";
import { projectRoot } from "../test/harness/root.ts";
import { temporaryFolder } from "../test/harness/temporaryFolder.ts";
import { startServer } from "../test/harness/vscode/codeServer.ts";
import { findDesktop, startDesktop } from "../test/harness/vscode/desktop.ts";
import { installServer } from "../test/harness/vscode/serverInstall.ts";
import { versions } from "../test/harness/vscode/versions.ts";
import { openInBrowser } from "./openInBrowser.ts";
import { writeSample } from "./sampleFolder.ts";

const usage = `npm start -- [--roadmap PATH] [--browser]

  --roadmap PATH       open this folder, or the folder of this roadmap.yaml, in place; without it, a copy of the sample
  --browser            VS Code in a browser, also where the desktop's can be had
  --exit-after-ready   end as soon as VS Code is up`;

/** A desktop VS Code that ends within this time could not start. */
const settledMs = 10_000;

interface StartOptions {
	readonly roadmap: string | undefined;
	readonly browser: boolean;
	readonly exitAfterReady: boolean;
}

function readOptions(): StartOptions {
	const flag = { type: "boolean", default: false } as const;
	const options = { roadmap: { type: "string" }, browser: flag, "exit-after-ready": flag } as const;
	const { values } = parseArgs({ options });
	return { roadmap: values.roadmap, browser: values.browser, exitAfterReady: values["exit-after-ready"] };
}

function folderToOpen(disposables: DisposableStore, roadmap: string | undefined): string {
	if (roadmap === undefined) {
		const sample = join(temporaryFolder(disposables, "sample"), "director-of-ai-engineering");
		writeSample(sample);
		console.log(`A copy of the sample, thrown away at the end: ${sample}`);
		return sample;
	}
	const path = resolve(process.env["INIT_CWD"] ?? ".", roadmap);
	if (!existsSync(path)) throw new Error(`${path} does not exist.`);
	const folder = statSync(path).isDirectory() ? path : dirname(path);
	console.log(`Your own folder, opened in place: ${folder}`);
	return folder;
}

/** Runs the desktop's VS Code until its window is closed; false when that cannot be had here. */
async function onDesktop(disposables: DisposableStore, folder: string, exitAfterReady: boolean): Promise<boolean> {
	const found = await findDesktop(versions.newest);
	if ("missing" in found) {
		console.log(`No VS Code for the desktop: ${found.missing}. Taking VS Code in a browser instead.`);
		return false;
	}
	console.log(`Opening ${found.executable}. Close its window or press Ctrl+C here to stop.`);
	const lines: Array<string> = [];
	const running = startDesktop(disposables, found.executable, { folder, onLine: (line) => lines.push(line) });
	const ended = running.exited.catch((error: unknown) => String(error));
	const early = await Promise.race([ended, delay(settledMs).then(() => "up" as const)]);
	if (early !== 0 && early !== "up") {
		console.log(`It did not start (${early}).\n${lines.slice(-5).join("\n")}\nTaking VS Code in a browser instead.`);
		return false;
	}
	if (!exitAfterReady) await ended;
	return true;
}

async function inBrowser(disposables: DisposableStore, folder: string, exitAfterReady: boolean): Promise<void> {
	const installed = await installServer(disposables, versions.newest);
	console.log(`Starting VS Code ${installed.version.vscode} ...`);
	const server = await startServer(disposables, installed, { folder, install: [projectRoot()] });
	console.log(`\n  VS Code is at ${server.url}\n\nOpen it in a browser of this machine. Press Ctrl+C here to stop.`);
	if (exitAfterReady) return;
	openInBrowser(server.url);
	const code = await server.exited;
	if (disposables.isDisposing) return;
	throw new Error(`The VS Code server ended by itself with ${code}.\n${server.log.slice(-15).join("\n")}`);
}

async function main(): Promise<void> {
	const disposables = new DisposableStore();
	try {
		const { roadmap, browser, exitAfterReady } = readOptions();
		const folder = folderToOpen(disposables, roadmap);
		if (browser || !(await onDesktop(disposables, folder, exitAfterReady))) {
			await inBrowser(disposables, folder, exitAfterReady);
		}
	} catch (error) {
		const unknownOption = (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS") ?? false;
		console.error(error instanceof Error ? error.message : error);
		if (unknownOption) console.error(`\n${usage}`);
		process.exitCode = 1;
	} finally {
		await disposables.dispose();
	}
	// What a download given up on left running must not keep us here; what is still being printed may.
	setTimeout(() => process.exit(), 1000).unref();
}

void main();
