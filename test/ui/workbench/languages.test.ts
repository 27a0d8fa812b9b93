import { strict as assert } from "node:assert";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getL10nPseudoLocalized } from "@vscode/l10n-dev";
import type { Page } from "playwright-core";
import { projectRoot } from "../../harness/root.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

// The plan's own words have no letter that a translation could have changed.
const plan = `title: "Ω"
start: 2020-01-06
week: { hours: 2-3 }
commitments: [{ id: w, title: "β", hours: 3, activities: [{ id: a, title: "γ" }] }]
phases: [{ title: "φ", when: 2020+, outcomes: { "τ": [{ id: o, title: "ο" }] } }]
targets: { year 1+: [{ id: t, title: "ζ", goal: 5+ }] }
checkpoints: [{ id: c, title: "κ", every: 6 months }]
indicators: { leading: [{ id: i, title: "ι" }] }
risks: [{ title: "ρ", mitigations: ["μ"] }]
`;

const manifest: Readonly<Record<string, string>> = JSON.parse(
	readFileSync(join(projectRoot(), "package.nls.json"), "utf8"),
);

/**
 * What the platform writes in English where it does not know a language, dates and how far off they are, and names that every
 * language has. On the axis of a picture the year follows right behind the month.
 */
const ofPlatform =
	/\b(OK|Markdown|CSV|in|ago|last|next|this|days?|weeks?|months?|years?|today|tomorrow|yesterday|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?![A-Za-z_])/g;

function pseudo(text: string): string {
	return String(getL10nPseudoLocalized({ text })["text"]);
}

/** Those of the texts in which English words are left. */
function untranslated(texts: ReadonlyArray<string>): ReadonlyArray<string> {
	return texts.filter((text) => /[A-Za-z]{2,}/.test(text.replace(ofPlatform, "")));
}

describe("in another language", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;

	before(async () => {
		writeFileSync(join(folder, "roadmap.yaml"), plan);
		const entry = { id: "0123456789", at: "2020-02-03", type: "time", on: "w", name: "β", minutes: 30 };
		writeFileSync(join(folder, "roadmap.log.jsonl"), `${JSON.stringify(entry)}\n`);
		workbench = await openWorkbench({ folder, height: 1400, isHostOwn: true });
		const extensions = join(workbench.server.dataFolder, "extensions");
		const installed = join(extensions, readdirSync(extensions).find((name) => name.startsWith("waymark.")) ?? "");
		for (const file of ["package.nls.json", join("l10n", "bundle.l10n.json")]) {
			const text = getL10nPseudoLocalized(JSON.parse(readFileSync(join(projectRoot(), file), "utf8")));
			writeFileSync(join(installed, file.replace(/\.json$/, ".qps-ploc.json")), JSON.stringify(text));
		}
	});

	after(async () => {
		await workbench?.dispose();
		rmSync(folder, { recursive: true, force: true });
	});

	/** A window in a language: VS Code asks this variable, which a language pack sets. */
	async function windowIn(language: string): Promise<Page> {
		const { page } = await workbench.openWindow();
		await page.addInitScript((wanted) => {
			Object.defineProperty(globalThis, "_VSCODE_NLS_LANGUAGE", { get: () => wanted, set: () => undefined });
		}, language);
		await page.reload();
		await page.locator(".monaco-workbench .part.activitybar").waitFor();
		return page;
	}

	it("shows nothing untranslated, and truncates no view title", async () => {
		const page = await windowIn("qps-ploc");
		await page.locator(".activitybar").getByRole("tab", { name: /^Řǿ/ }).click();
		const rows = page.locator(".sidebar").getByRole("treeitem");
		for (const title of [/β/, /^φ/]) await page.locator(".sidebar").getByRole("treeitem", { name: title }).waitFor();
		// On a slow machine the journal is still being read.
		await rows.filter({ hasText: /^Řḗḗȧȧḓīƞɠ/ }).waitFor({ state: "detached" });
		await page.screenshot({ path: join("dist", "screenshots", "pseudo.png") });
		const names = await rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? ""));
		const status = (await page.locator(".statusbar-item[id*='waymark.week']").getAttribute("aria-label")) ?? "";
		const headers = page.locator(".sidebar .pane-header .title");
		const titles = await headers.allInnerTexts();
		const texts = [...names, status, ...titles];
		assert.ok(texts.length > 12, texts.join("\n"));
		assert.deepEqual(untranslated(texts), []);
		const cut = await headers.evaluateAll((all) =>
			all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent),
		);
		assert.deepEqual(cut, []);
		await page.close();
	});

	for (const [language, commitment, log] of [
		["de", /^Alle Verpflichtungen, 0 min von 2–3 h/, "Zeit eintragen"],
		["zh-cn", /^全部承诺, 0 分钟 \/ 2–3 小时/, "记录时间"],
	] as const) {
		it(`speaks ${language}, with its dates`, async () => {
			const page = await windowIn(language);
			await page
				.locator(".activitybar")
				.getByRole("tab", { name: language === "de" ? "Roadmap" : "路线图" })
				.click();
			await page.locator(".sidebar").getByRole("treeitem", { name: commitment }).waitFor();
			const date = new Intl.DateTimeFormat(language, {
				year: "numeric",
				month: "short",
				day: "numeric",
				timeZone: "UTC",
			});
			const start = date.format(Date.UTC(2020, 0, 1));
			await page.locator(".sidebar").getByRole("treeitem", { name: start }).first().waitFor();
			await page.keyboard.press("F1");
			await page.keyboard.type(log);
			await page.locator(".quick-input-list .monaco-list-row", { hasText: log }).first().click();
			await page.locator(".quick-input-title", { hasText: log }).waitFor();
			await page.screenshot({ path: join("dist", "screenshots", `language-${language}.png`) });
			await page.keyboard.press("Escape");
			const titles = JSON.parse(readFileSync(join(projectRoot(), `package.nls.${language}.json`), "utf8"));
			const rows = page.locator(".quick-input-list .monaco-list-row");
			const run = async (key: string) => {
				await page.keyboard.press("F1");
				await page.keyboard.type(titles[key]);
				await rows.filter({ hasText: titles[key] }).first().click();
			};
			await run("command.closeWeek");
			await rows.filter({ hasText: "β" }).waitFor();
			await page.screenshot({ path: join("dist", "screenshots", `week-close-${language}.png`) });
			await page.keyboard.press("Escape");
			await run("command.showHistory");
			await rows.filter({ hasText: "β" }).first().click();
			const preview = page.frameLocator("iframe.webview.ready").last().frameLocator("#active-frame");
			await preview.getByRole("heading", { name: "β" }).waitFor();
			await preview.getByRole("table").waitFor();
			assert.doesNotMatch(await preview.locator("body").innerText(), /\b(Day|Time|Note|Private)\b/);
			await page.screenshot({ path: join("dist", "screenshots", `history-${language}.png`) });
			await page.close();
		});
	}

	// At the end: it logs.
	it("leaves nothing untranslated in tooltips, prompts, choices and messages", async () => {
		const page = await windowIn("qps-ploc");
		await page.locator(".activitybar").getByRole("tab", { name: /^Řǿ/ }).click();
		for (const title of [/^φ/, /β/, /^κ/])
			await page.locator(".sidebar").getByRole("treeitem", { name: title }).first().waitFor();
		const said: Array<string> = [];
		const hover = page.locator(".monaco-hover:not(.hidden)").filter({ visible: true });
		const rows = await page.locator(".sidebar .monaco-list-row").all();
		assert.ok(rows.length >= 10);
		await page.mouse.move(900, 5);
		await hover.first().waitFor({ state: "hidden" });
		for (const place of [...rows, page.locator(".statusbar-item[id*='waymark.week']")]) {
			await place.hover();
			// What VS Code itself shows until the text is there.
			const told = hover.filter({ hasNotText: "Loading..." });
			await told.first().waitFor();
			said.push(...(await told.allInnerTexts()));
			await page.mouse.move(900, 5);
			await hover.first().waitFor({ state: "hidden" });
		}
		const widget = page.locator(".quick-input-widget").filter({ visible: true });
		const input = widget.locator("input[type=text]");
		/** What is asked now: the title, what to type, the choices, and what stands below. */
		const asked = async () => {
			await page.waitForTimeout(500);
			said.push((await input.getAttribute("placeholder")) ?? "");
			const parts = widget.locator(".quick-input-title, .quick-input-message, .monaco-list-row, .quick-input-action");
			said.push(...(await parts.allInnerTexts()));
		};
		const run = async (key: string) => {
			const title = pseudo(manifest[key] ?? assert.fail(key));
			await page.keyboard.press("F1");
			await input.fill(`>${title}`);
			await widget.locator(".monaco-list-row", { hasText: title }).first().click();
			await widget.locator(".quick-input-title").waitFor();
			await asked();
		};
		for (const name of [
			"logProgress",
			"markDone",
			"replan",
			"whatNext",
			"showJournal",
			"showHistory",
			"search",
			"closeWeek",
			"openReview",
			"exportImpactRecord",
		]) {
			await run(`command.${name}`);
			await page.keyboard.press("Escape");
		}
		await run("command.logTime");
		await page.keyboard.type("45m");
		await asked();
		await page.keyboard.type(" β");
		await asked();
		await widget.locator(".monaco-list-row.focused", { hasText: "β" }).waitFor();
		await page.keyboard.press("Enter");
		const message = page.locator(".notification-toast .notification-list-item-message");
		await message.first().waitFor();
		said.push(...(await message.allInnerTexts()));
		said.push(...(await page.locator(".notification-toast .monaco-button").allInnerTexts()));
		await run("command.openReview");
		await page.keyboard.press("Enter");
		const review = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame").locator("#review");
		await review.getByRole("heading", { level: 1 }).waitFor();
		said.push(...(await review.innerText()).split("\n"));
		assert.ok(said.length > 120, said.join("\n"));
		assert.deepEqual(untranslated([...said, "Log Time"]), ["Log Time"]);
		await page.close();
	});
});
