import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { writeSample } from "../../scripts/sampleFolder.ts";
import { launchBrowser } from "../harness/browser/browser.ts";
import { loadWorkbench, newPage } from "../harness/browser/page.ts";
import type { DisposableStore } from "../harness/disposableStore.ts";
import { delay } from "../harness/processes.ts";
import { projectRoot } from "../harness/root.ts";
import { temporaryFolder } from "../harness/temporaryFolder.ts";
import { remoteUri, type Server, startServer } from "../harness/vscode/codeServer.ts";
import { installServer } from "../harness/vscode/serverInstall.ts";
import { versions } from "../harness/vscode/versions.ts";
import { probeVariable } from "./probe.ts";
import { type Measured, median, ratio } from "./table.ts";
import { writeExtension } from "./writeExtension.ts";

const waymark = "waymark.waymark";
const empty = "waymark.empty";
/** Starts without a plan, with one, and with one without forecasts take turns, so that a busy spell of the machine falls on both. */
const starts = 15;
const loads = 11;

/**
 * Load and activate of the packaged extension beside that of an empty one in the same host, with forecasts and without, and
 * the time from opening the workbench to the first row of the tree, and from there to its first forecast.
 */
export async function measureActivation(disposables: DisposableStore): Promise<ReadonlyArray<Measured>> {
	const temporary = temporaryFolder(disposables, "bench");
	const none = join(temporary, "none");
	const sample = join(temporary, "sample");
	mkdirSync(none);
	writeSample(sample);
	const off = sampleWithoutForecasts(join(temporary, "off"));
	const installed = await installServer(disposables, versions.newest);
	const result = join(temporary, "result.json");
	const env = { [probeVariable]: result, WAYMARK_BENCH_EXTENSIONS: `${waymark},${empty}` };
	const extensions = [projectRoot(), writeExtension(join(temporary, "empty"), "empty")];
	const probe = writeExtension(join(temporary, "probe"), "probe");
	const options = { folder: none, install: extensions, env } as const;
	const browser = await launchBrowser(disposables);

	const driven = await startServer(disposables, installed, { ...options, smokeTestDriver: true });
	const times = { none: [] as Array<Times>, sample: [] as Array<Times>, off: [] as Array<Times> };
	for (let start = 0; start < starts; start++) {
		times.none.push(await startOnce(browser, driven, none, { probe, result }));
		times.sample.push(await startOnce(browser, driven, sample, { probe, result }));
		times.off.push(await startOnce(browser, driven, off, { probe, result }));
	}
	await driven.close();

	const asUser = await startServer(disposables, installed, { ...options, folder: sample });
	const rows = await firstRows(browser, asUser);
	await asUser.close();

	const of = (runs: ReadonlyArray<Times>, id: string) => median(runs.map((run) => run[id] ?? Number.NaN));
	const none1 = of(times.none, waymark);
	const empty1 = of(times.none, empty);
	const sample1 = of(times.sample, waymark);
	const empty2 = of(times.sample, empty);
	return [
		row(`load + activate, empty extension (median of ${2 * starts})`, of([...times.none, ...times.sample], empty)),
		row(`load + activate, no plan (median of ${starts})`, none1),
		row("... above the empty extension", none1 - empty1, 5),
		row(`load + activate, sample (median of ${starts})`, sample1, 25),
		row("... above the empty extension", sample1 - empty2),
		ratio("... against the sample without forecasts", sample1 / of(times.off, waymark), 1.2),
		row(`opening the workbench to its frame (median of ${loads})`, median(rows.map(({ frame }) => frame))),
		row(`opening the workbench to the first row (median of ${loads})`, median(rows.map(({ first }) => first))),
		row("... from there to the first forecast in a row", median(rows.map(({ forecast }) => forecast)), 1000),
	];
}

type Times = Readonly<Record<string, number>>;

/** The sample in a folder whose settings turn forecasts off. */
function sampleWithoutForecasts(folder: string): string {
	writeSample(folder);
	mkdirSync(join(folder, ".vscode"));
	writeFileSync(join(folder, ".vscode", "settings.json"), JSON.stringify({ "waymark.forecasts": false }));
	return folder;
}

async function startOnce(
	browser: Browser,
	server: Server,
	folder: string,
	{ probe, result }: { readonly probe: string; readonly result: string },
): Promise<Times> {
	rmSync(result, { force: true });
	const page = await newPage(browser);
	const payload = JSON.stringify([
		["extensionDevelopmentPath", remoteUri(server, probe)],
		["extensionTestsPath", remoteUri(server, join(projectRoot(), "dist", "test", "bench", "probe.js"))],
	]);
	const query = new URLSearchParams({ folder, payload });
	await page.exposeFunction("codeAutomationLog", () => undefined);
	await page.exposeFunction("codeAutomationExit", () => undefined);
	await loadWorkbench(page, `${server.url}?${query}`);
	const end = Date.now() + 60_000;
	while (!existsSync(result)) {
		if (Date.now() > end) throw new Error("The extension host did not tell its times within a minute.");
		await delay(100);
	}
	await delay(100);
	await page.context().close();
	const times: Times = JSON.parse(readFileSync(result, "utf8"));
	if (Object.keys(times).length < 2) throw new Error(`Not every extension became active: ${JSON.stringify(times)}`);
	return times;
}

/**
 * Loads the window again and again and opens our view as soon as its tab is there; milliseconds from the request, of the
 * forecast from the first row.
 */
async function firstRows(browser: Browser, server: Server) {
	const page = await newPage(browser);
	const times: Array<{ readonly frame: number; readonly first: number; readonly forecast: number }> = [];
	for (let load = 0; load < loads; load++) {
		const begin = performance.now();
		await loadWorkbench(page, server.url);
		const frame = performance.now() - begin;
		await page.locator(".activitybar").getByRole("tab", { name: "Roadmap" }).click();
		const rows = page.locator(".sidebar").getByRole("treeitem");
		const forecast = rows.and(page.getByRole("treeitem", { name: /roadmap goal, \d of 5 likely/ }));
		const forecastTime = forecast.waitFor({ timeout: 60_000 }).then(() => performance.now() - begin);
		await rows
			.and(page.getByRole("treeitem", { name: /phase/ }))
			.first()
			.waitFor({ timeout: 60_000 });
		const first = performance.now() - begin;
		times.push({ frame, first, forecast: Math.max(0, (await forecastTime) - first) });
	}
	await page.context().close();
	return times;
}

function row(what: string, milliseconds: number, limit?: number): Measured {
	return {
		what,
		value: `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`,
		limit: limit === undefined ? "" : `${limit} ms`,
		met: limit === undefined || milliseconds <= limit,
	};
}
