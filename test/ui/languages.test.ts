import { strict as assert } from "node:assert";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getL10nPseudoLocalized } from "@vscode/l10n-dev";
import type { Page } from "playwright-core";
import { projectRoot } from "../workbench/root.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

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

/** What the platform writes in English where it does not know a language: dates, and how far off they are. */
const ofPlatform =
	/\b(in|ago|last|next|this|days?|weeks?|months?|years?|today|tomorrow|yesterday|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/g;

describe("in another language", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;

	before(async () => {
		writeFileSync(join(folder, "roadmap.yaml"), plan);
		workbench = await openWorkbench({ folder, height: 1400 });
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

	it("shows nothing untranslated, and cuts no name of a view", async () => {
		const page = await windowIn("qps-ploc");
		await page.locator(".activitybar").getByRole("tab", { name: /^Řǿ/ }).click();
		const rows = page.locator(".sidebar").getByRole("treeitem");
		await page.locator(".sidebar").getByRole("treeitem", { name: /β/ }).waitFor();
		await page.screenshot({ path: join("dist", "screenshots", "pseudo.png") });
		const names = await rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? ""));
		const status = (await page.locator(".statusbar-item[id*='waymark.week']").getAttribute("aria-label")) ?? "";
		const headers = page.locator(".sidebar .pane-header .title");
		const titles = await headers.allInnerTexts();
		const texts = [...names, status, ...titles];
		assert.ok(texts.length > 12, texts.join("\n"));
		const english = texts.filter((text) => /[A-Za-z]{2,}/.test(text.replace(ofPlatform, "")));
		assert.deepEqual(english, []);
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
			await page.close();
		});
	}
});
