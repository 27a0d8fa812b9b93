import { existsSync } from "node:fs";
import { join } from "node:path";
import { downloadAndUnzipVSCode, SilentReporter } from "@vscode/test-electron";
import { cacheFolder } from "../cache.ts";
import type { DisposableStore } from "../disposableStore.ts";
import { type RunningProcess, startGuarded, within } from "../processes.ts";
import { projectRoot } from "../root.ts";
import { temporaryFolder } from "../temporaryFolder.ts";
import { type Settings, writeSettings } from "./settings.ts";
import type { HostVersion } from "./versions.ts";

const downloadLimitMs = 8 * 60_000;
const idleLimitMs = 15_000;

/** A VS Code for the desktop, or in words why there is none to run. */
export type DesktopSearch = { readonly executable: string } | { readonly missing: string };

/** How the desktop's VS Code is started. */
export interface DesktopOptions {
	readonly folder: string;
	readonly settings?: Settings;
	/** A compiled test suite to run in the extension host; VS Code ends with it. */
	readonly testsPath?: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly onLine?: (line: string) => void;
}

/** Whether windows can be shown here at all. */
export function hasDisplay(): boolean {
	return process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
}

/** The program that WAYMARK_VSCODE names, when the newest is wanted, else the pinned version, downloaded once into the cache. */
export async function findDesktop(version: HostVersion): Promise<DesktopSearch> {
	if (!hasDisplay()) return { missing: "there is no display" };
	const chosen = process.env["WAYMARK_VSCODE"];
	if (chosen && version.name === "newest") {
		return existsSync(chosen)
			? { executable: chosen }
			: { missing: `WAYMARK_VSCODE names ${chosen}, which is not there` };
	}
	console.log(`Looking for VS Code ${version.vscode} for the desktop; downloading it when needed ...`);
	const download = downloadAndUnzipVSCode({
		version: version.vscode,
		cachePath: join(cacheFolder(), "desktop"),
		extensionDevelopmentPath: projectRoot(),
		timeout: idleLimitMs,
		reporter: new SilentReporter(),
	});
	try {
		const late = `it took longer than ${downloadLimitMs / 60_000} minutes`;
		return { executable: await within(downloadLimitMs, late, download) };
	} catch (error) {
		return { missing: `VS Code ${version.vscode} could not be downloaded (${String(error)})` };
	}
}

/** Starts it with the extension of this checkout, and with its own data and settings, which are deleted with the store. */
export function startDesktop(
	disposables: DisposableStore,
	executable: string,
	options: DesktopOptions,
): RunningProcess {
	const data = temporaryFolder(disposables, "desktop");
	writeSettings(join(data, "data", "User"), options.settings);
	return startGuarded(disposables, {
		command: executable,
		args: [
			options.folder,
			`--extensionDevelopmentPath=${projectRoot()}`,
			...(options.testsPath === undefined ? [] : [`--extensionTestsPath=${options.testsPath}`]),
			`--user-data-dir=${join(data, "data")}`,
			`--extensions-dir=${join(data, "extensions")}`,
			...["--disable-workspace-trust", "--disable-updates", "--skip-welcome", "--skip-release-notes"],
			// A downloaded one has no helper of root's, without which the sandbox does not start.
			...(process.platform === "linux" ? ["--no-sandbox", "--disable-gpu-sandbox"] : []),
		],
		env: { ELECTRON_RUN_AS_NODE: undefined, ...options.env },
		...(options.onLine === undefined ? {} : { onLine: options.onLine }),
	});
}
