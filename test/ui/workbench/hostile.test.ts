import { strict as assert } from "node:assert";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FrameLocator, Locator } from "playwright-core";
import { plainTitle } from "../../../src/util/plainTitle.ts";
import { isDeep } from "../../harness/depth.ts";
import { hostileTexts } from "../../unit/viewmodel/hostileTexts.ts";
import { bailHere } from "../support/bail.ts";
import { hostileJournal, hostilePlan, texts, visible } from "../support/hostileRoadmap.ts";
import { succeeds } from "../support/succeeds.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";
import { type Line, WorkbenchDriver } from "../support/workbenchDriver.ts";

const made = "script, iframe, object, embed, base, form, img, video, style, link, meta, math, marquee, template";
const handlers = "onload, onerror, onclick, onfocus, onbegin, ontoggle, onstart, onmouseover"
	.split(", ")
	.map((name) => `[${name}]`)
	.join(", ");
/** What our tooltip of the status bar links to. */
const own =
	/^command:waymark\.(?:logTime|startTimer|stopTimer|openReview|whatNext|showJournal|getBackOnTrack|closeWeek|openOverview)(?:\?|$)/;
/** Tooltips cost a window more than all else: at full depth all of them are read, otherwise every fourth. */
const tooltipEvery = isDeep() ? 1 : 4;
const typed = texts.join(" ");
const views = ["Roadmap", "This Week", "Reviews", "Signals"];
/** Those of `$(alert) $(trash~spin)`, in a label: a button of ours may have one. */
const icons = ".monaco-icon-label :is(.codicon-alert, .codicon-trash)";

describe("a roadmap full of texts with markup", function () {
	// What a step opens is what the next one looks at.
	bailHere();
	this.timeout(180_000);
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	const seen: Array<string> = [];
	let workbench: Workbench;
	let driver: WorkbenchDriver;

	const pane = (name: string) =>
		workbench.page.locator(".sidebar .pane", { has: workbench.page.locator(`.pane-header[aria-label^="${name}"]`) });
	const hover = () => workbench.page.locator(".monaco-hover:not(.hidden)").filter({ visible: true });
	/** The page in front: VS Code keeps none behind another editor. */
	const page = (): FrameLocator => workbench.page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");

	before(async () => {
		assert.ok(hostileTexts.length >= 60);
		writeFileSync(join(folder, "roadmap.yaml"), hostilePlan());
		writeFileSync(join(folder, "roadmap.log.jsonl"), hostileJournal());
		workbench = await openWorkbench({
			folder,
			width: 1280,
			height: 2600,
			settings: {
				"workbench.hover.delay": 0,
				"editor.hover.delay": 0,
				// It would ask what to do about them.
				"editor.unusualLineTerminators": "off",
				"waymark.writeReviewReports": "always",
				"waymark.statusBar": "full",
			},
		});
		driver = new WorkbenchDriver(workbench);
		workbench.page.on("dialog", (dialog) => {
			seen.push(`dialog ${dialog.message()}`);
			void dialog.dismiss();
		});
		workbench.page.context().on("request", (request) => {
			const { hostname, protocol } = new URL(request.url());
			if (/(?:^|\.)example\.com$/.test(hostname) || protocol === "vbscript:") seen.push(request.url());
		});
		workbench.page.context().on("page", (opened) => seen.push(`window ${opened.url()}`));
		await workbench.openView();
		await workbench.page.locator(".sidebar [role=treeitem]").nth(20).waitFor();
	});

	after(async () => {
		await workbench?.dispose();
		rmSync(folder, { recursive: true, force: true });
	});

	afterEach(async function () {
		if (this.currentTest?.state === "failed") await workbench.screenshot("hostile-failed");
		for (const frame of workbench.page.frames()) {
			assert.equal(await frame.evaluate("globalThis.hacked").catch(() => undefined), undefined, frame.url());
		}
		assert.equal(await workbench.page.locator(handlers).count(), 0);
		assert.deepEqual(seen, []);
	});

	/** Everything in it is text or was made by VS Code, and leads only where a link may lead. Gives the text. */
	async function isText(where: Locator, links = /^(?:https:\/\/|mailto:)/): Promise<string> {
		const found = await where.evaluateAll(
			(roots, [elements, attributes]) =>
				roots.map((root) => ({
					made: [...root.querySelectorAll(`${elements}, ${attributes}`)].map(({ outerHTML }) =>
						outerHTML.slice(0, 200),
					),
					links: [...root.querySelectorAll("a")].flatMap((link) =>
						["href", "data-href"].map((name) => link.getAttribute(name) ?? ""),
					),
					text: root.textContent ?? "",
				})),
			[made, handlers] as const,
		);
		for (const { made: elements, links: addresses } of found) {
			assert.deepEqual(elements, []);
			for (const address of addresses) {
				assert.ok(address === "" || address === "#" || links.test(address), address);
			}
		}
		return found.map(({ text }) => text).join(" ");
	}

	/** Reads every row of a view, and points at some; gives what rows and tooltips say, without what has no look. */
	async function saidIn(view: string): Promise<string> {
		const { mouse } = workbench.page;
		const list = pane(view).locator(".monaco-list");
		const area = await list.boundingBox();
		assert.ok(area);
		const said: Array<string> = [];
		const done = new Set<string>();
		for (let isAtEnd = false; !isAtEnd; ) {
			await isText(list.locator(".monaco-list-rows"));
			const rows = await list.locator(".monaco-list-row").evaluateAll((all) =>
				all.map((row) => {
					const { x, y, width, height } = row.getBoundingClientRect();
					const isLast = row.getAttribute("data-last-element") === "true";
					const index = row.getAttribute("data-index") ?? "";
					return { index, isLast, text: row.textContent ?? "", x, y, width, height };
				}),
			);
			for (const { index, isLast, text, x, y, width, height } of rows) {
				said.push(text);
				const middle = y + height / 2;
				if (done.has(index) || middle < area.y || middle > area.y + area.height) continue;
				done.add(index);
				isAtEnd ||= isLast;
				if (Number(index) % tooltipEvery !== 0) continue;
				await mouse.move(x + width / 2, middle);
				await hover()
					.first()
					.waitFor({ timeout: 500 })
					.catch(() => undefined);
				said.push(await isText(hover()));
			}
			await mouse.move(900, 5);
			if (isAtEnd) break;
			const next = list.locator(
				`.monaco-list-row:not(.monaco-tree-sticky-row)[data-index="${Math.max(...[...done].map(Number)) + 1}"]`,
			);
			// Unless it stands below rows that stick to the top: then what is in the list now is read.
			const isInSight = async () => {
				const box = await next.boundingBox({ timeout: 50 }).catch(() => null);
				return box !== null && box.y + box.height / 2 >= area.y && box.y + box.height / 2 <= area.y + area.height;
			};
			// To the last row in sight, then a page further: one key is enough if that row has the focus already.
			await list.focus();
			for (let presses = 0; presses < 2 && !(await isInSight()); presses++) {
				await driver.press("PageDown");
				for (let tries = 1; tries <= 15 && !(await isInSight()); tries++) await workbench.page.waitForTimeout(30);
			}
		}
		return visible(said.join(" "));
	}

	/** Points at what is below a line of the editor until a hover shows. */
	async function pointBelow(line: Locator): Promise<void> {
		const { mouse } = workbench.page;
		for (let tries = 1; tries <= 12; tries++) {
			const box = await line.boundingBox();
			assert.ok(box);
			await mouse.move(900, 5);
			await hover().first().waitFor({ state: "hidden" });
			await mouse.move(box.x + 100, box.y + 1.5 * box.height);
			if (await succeeds(hover().first().waitFor({ timeout: 3000 }))) return;
		}
		throw new Error("No hover shows at a title.");
	}

	/** Every text is to be read there, a title perhaps without the marks of Markdown. */
	function shows(said: string): void {
		assert.deepEqual(
			texts.filter((text) => !said.includes(visible(text)) && !said.includes(visible(plainTitle(text)))),
			[],
		);
	}

	for (const view of views) {
		it(`shows texts in the rows and tooltips of ${view}`, async () => {
			for (const other of views) {
				const header = pane(other).locator(".pane-header");
				// On its arrow: its actions show under the mouse.
				const isOther = (await header.getAttribute("aria-expanded")) !== String(other === view);
				if (isOther) await header.click({ position: { x: 10, y: 10 } });
			}
			await pane(view).locator(".monaco-list-row").nth(2).waitFor();
			// The rows past the first hundred are below a row of their own.
			for (const level of view === "Roadmap" ? [] : [1, 2]) {
				const folded = pane(view).locator(`[role=treeitem][aria-level='${level}'][aria-expanded=false]`);
				// From the last to the first, so that none moves out of sight before it is opened.
				for (let index = (await folded.count()) - 1; index >= 0; index--) {
					await folded.nth(index).locator(".monaco-tl-twistie").click();
					await workbench.page.waitForTimeout(200);
				}
			}
			await workbench.page.waitForTimeout(500);
			shows(await saidIn(view));
		});
	}

	it("shows texts in the status bar and its tooltip, with no links but ours", async () => {
		await isText(driver.status);
		assert.match((await driver.status.innerText()).trim(), /<script>/);
		await driver.status.hover();
		const tooltip = hover().filter({ hasText: "Log Time" });
		await tooltip.waitFor();
		await isText(tooltip, own);
		shows(visible(await tooltip.innerText()));
		await workbench.page.mouse.move(900, 5);
	});

	it("shows texts as plain text in hovers and code lenses of the plan", async () => {
		await workbench.command("Roadmap: Open Plan");
		const lines = workbench.page.locator(".editor-instance .view-line", { hasText: /"id":"t\d+"/ });
		const line = hostilePlan().split("\n").indexOf('"targets":{') + 1;
		await workbench.page.locator(".editor-instance .view-line").first().waitFor();
		// By its input and not by keys: the editor may take the focus late.
		await driver.until(lines.nth(9), async () => {
			await driver.press("F1");
			await workbench.page.locator(".quick-input-widget input[type=text]").fill(`:${line}`);
			await driver.press("Enter");
		});
		// The lines stay where they are once the ones above them are there.
		const lenses = workbench.page.locator(".codelens-decoration");
		await lenses.first().waitFor();
		await isText(lenses);
		for (let index = 0; index < 10; index++) {
			await pointBelow(lines.nth(index));
			await isText(hover());
		}
		await driver.run("View: Close All Editors");
	});

	it("shows texts as plain text in quick picks", async () => {
		for (const title of ["Roadmap: Log Time", "Roadmap: What Next?", "Roadmap: Show Journal", "Roadmap: Replan..."]) {
			await driver.run(title);
			await workbench.page.locator(".quick-input-widget .monaco-list-row").nth(1).waitFor();
			await isText(workbench.page.locator(".quick-input-widget .monaco-list-rows"));
			assert.equal(await workbench.page.locator(`.quick-input-widget ${icons}`).count(), 0);
			await driver.press("Escape");
		}
	});

	it("shows texts on the page of a review", async () => {
		await driver.run("Roadmap: Open Review...");
		const due = workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: "was due" }).first();
		await due.waitFor();
		await isText(workbench.page.locator(".quick-input-widget .monaco-list-rows"));
		assert.equal(await workbench.page.locator(`.quick-input-widget ${icons}`).count(), 0);
		await due.click();
		await page().getByRole("heading", { level: 1 }).waitFor();
		await page().getByRole("img").first().waitFor();
		shows(visible(await isText(page().locator("#review"))));
	});

	it("saves typed texts, and shows them as plain text in the message", async () => {
		for (const note of (await page().locator("textarea").all()).slice(0, 8)) {
			await note.fill(typed);
		}
		const summary = page().getByRole("textbox", { name: "Summary", exact: true });
		await summary.fill(typed);
		await page().getByRole("button", { name: "Add a Promise" }).click();
		await page().getByRole("textbox", { name: "Promise 1", exact: true }).fill(typed);
		await page().getByRole("button", { name: "Save Review" }).click();
		await page().getByRole("button", { name: "Amend" }).waitFor();
		await driver.message("Saved: ").waitFor();
		await driver.message("Report: reviews/").waitFor();
		await isText(workbench.page.locator(".notification-list-item"), /^$/);
		shows(visible(await isText(page().locator("#review"))));
		const saved = driver.lines().findLast(({ type }) => type === "review") ?? {};
		assert.equal(visible(String(saved["summary"])), visible(typed));
		assert.equal(visible(String((saved["next"] as ReadonlyArray<Line>)[0]?.["text"])), visible(typed));
		await driver.reset();
	});

	it("writes them into the report so that they stay plain text where it is displayed", async () => {
		const [name = ""] = readdirSync(join(folder, "reviews"));
		const report = readFileSync(join(folder, "reviews", name), "utf8");
		// Outside of code, `<` opens a tag or a link unless a backslash stands before it; here nothing is code.
		assert.doesNotMatch(report.replace(/<(?:https:\/\/|mailto:)[^\s<>]+>/g, ""), /(?<!\\)<[a-z/!?]/i);
		assert.doesNotMatch(report, /(?<!\\)\]\(/);
		assert.doesNotMatch(report, /[\u202a-\u202e\u2066-\u2069]/);
		await workbench.openFile(join("reviews", name));
		await driver.run("Markdown: Open Preview");
		await page().locator("h1").first().waitFor();
		const made = page().locator("body :is(img, iframe, object, embed, form, input, video, svg, math)");
		assert.deepEqual(await made.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML.slice(0, 200))), []);
		assert.equal(await page().locator(handlers).count(), 0);
		const links = page().locator("body a[href]");
		for (const link of await links.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""))) {
			assert.match(link, /^(?:https:\/\/|mailto:|#)/);
		}
		shows(visible((await page().locator("body").textContent()) ?? ""));
		await driver.run("View: Close All Editors");
	});

	it("shows texts on the page of a saved review", async () => {
		await driver.run("Roadmap: Open Review...");
		const held = `${texts.length} partly`;
		await driver.answer("Open Review", held);
		await driver.choice(held).click();
		await page().getByRole("heading", { level: 1 }).waitFor();
		await page().getByRole("img").first().waitFor();
		shows(visible(await isText(page().locator("#review"))));
	});
});
