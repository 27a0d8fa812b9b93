import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import type { DisposableStore } from "../disposableStore.ts";
import { fontEnvironment } from "./fonts.ts";
import { shippedBrowser } from "./shippedBrowser.ts";

const launchLimitMs = 60_000;

const quiet = [
	...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
	...["--disable-component-update", "--disable-sync", "--font-render-hinting=none"],
];

/** Starts a browser without a window: an installed one, else the one from the cache. It ends with the store. */
export async function launchBrowser(disposables: DisposableStore): Promise<Browser> {
	const fonts = await fontEnvironment(disposables);
	const installed = installedBrowser();
	if (installed !== undefined) {
		try {
			return await launch(disposables, installed, fonts);
		} catch (error) {
			if (process.env["WAYMARK_BROWSER"] === installed) {
				throw new Error(`WAYMARK_BROWSER names ${installed}, which cannot be used (${firstLine(error)}).`, {
					cause: error,
				});
			}
			console.log(`${installed} cannot be used (${firstLine(error)}).`);
		}
	}
	const shipped = await shippedBrowser(disposables);
	return launch(disposables, shipped.executable, { ...fonts, ...shipped.env }, ["--headless=shell"]);
}

/** The program of WAYMARK_BROWSER, else a Chromium, Chrome or Edge where they usually are; undefined without one. */
export function installedBrowser(): string | undefined {
	const chosen = process.env["WAYMARK_BROWSER"];
	if (chosen) {
		if (!existsSync(chosen)) throw new Error(`WAYMARK_BROWSER names ${chosen}, which does not exist.`);
		return chosen;
	}
	return usualPlaces().find((path) => existsSync(path));
}

function usualPlaces(): ReadonlyArray<string> {
	const { PATH, ProgramFiles, LOCALAPPDATA } = process.env;
	if (process.platform === "darwin") {
		return ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) =>
			join("/Applications", `${name}.app`, "Contents", "MacOS", name),
		);
	}
	if (process.platform === "win32") {
		const programs = [ProgramFiles, process.env["ProgramFiles(x86)"], LOCALAPPDATA].filter(
			(path) => path !== undefined,
		);
		return programs.flatMap((folder) => [
			join(folder, "Google", "Chrome", "Application", "chrome.exe"),
			join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
			join(folder, "Chromium", "Application", "chrome.exe"),
		]);
	}
	const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
	const folders = (PATH ?? "").split(delimiter).filter((folder) => folder !== "");
	return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function launch(
	disposables: DisposableStore,
	executablePath: string,
	env: Readonly<Record<string, string>>,
	args: ReadonlyArray<string> = [],
): Promise<Browser> {
	const browser = await chromium.launch({
		executablePath,
		args: [...quiet, ...args],
		env: { ...process.env, ...env },
		timeout: launchLimitMs,
		// The store does that, in its order.
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
	});
	// At a sudden exit the library kills it by itself.
	disposables.add({ close: () => browser.close(), kill: () => undefined });
	return browser;
}

function firstLine(error: unknown): string {
	return String(error instanceof Error ? error.message : error).split("\n", 1)[0] ?? "";
}
