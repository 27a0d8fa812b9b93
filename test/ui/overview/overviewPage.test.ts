import { strict as assert } from "node:assert";
import { overviewPage } from "../../../src/viewmodel/overview/overviewPage.ts";
import type { OverviewPage } from "../../../src/viewmodel/overview/overviewPageModel.ts";
import { overviewPatch } from "../../../src/viewmodel/overview/overviewPatch.ts";
import {
	type OverviewRequest,
	parseSavedOverview,
	type SavedOverview,
} from "../../../src/viewmodel/overview/overviewProtocol.ts";
import { eventually } from "../../integration/support/eventually.ts";
import { sourceWith } from "../../unit/viewmodel/viewSourceFor.ts";
import { sampleSource } from "../../webview/overviewSource.ts";
import { poisoned } from "../../webview/poisoned.ts";
import type { ReviewInBrowser } from "../../webview/reviewInBrowser.ts";
import { reviewPages } from "../../webview/reviewPages.ts";

const sample = overviewPage(sampleSource());

describe("the page of the overview", () => {
	const pages = reviewPages();
	let overview: ReviewInBrowser;

	async function show(page: OverviewPage = sample, saved: Partial<SavedOverview> = {}): Promise<void> {
		const state = { ...parseSavedOverview(undefined), ...saved };
		overview = await pages.open({ height: 1000, content: { kind: "overview", patch: page }, state });
		await overview.page.getByRole("heading", { level: 1 }).waitFor();
	}

	const days = async () => {
		const { view } = (await overview.state()) as SavedOverview;
		return view ? view.last - view.first : undefined;
	};
	/** Waits until an expression has a value on the page. Evaluated from here: the policy of the page refuses it there. */
	const becomes = <T = true>(expression: string): Promise<T> =>
		eventually(async () => {
			const value = await overview.page.evaluate<T>(expression);
			assert.ok(value, expression);
			return value;
		});
	const row = (name: string | RegExp) => overview.page.getByRole("option", { name });
	const keyOf = (title: string) => sample.timeline.rows.find((each) => each.title === title)?.key ?? assert.fail(title);
	const asked = async (kind: OverviewRequest["do"]) => {
		const { request } = await overview.request(kind);
		return request as unknown as OverviewRequest;
	};

	it("is worked by keyboard: selects, zooms, fits, shows in the plan, logs, and replans", async () => {
		await show();
		const { keyboard } = overview.page;
		await overview.page.getByRole("listbox").focus();
		await keyboard.press("ArrowDown");
		await row(/^AI Platform Engineering Manager/)
			.and(overview.page.locator("[aria-selected=true]"))
			.waitFor();
		await keyboard.press("0");
		await keyboard.press("+");
		const zoomed = await days();
		await keyboard.press("f");
		assert.notEqual(await days(), zoomed);
		await keyboard.press("y");
		assert.ok(Math.abs(((await days()) ?? 0) - 365 * 1.04) < 2);
		await keyboard.press("i");
		const { id } = await overview.request("tip");
		await overview.send({ kind: "answer", id, ok: true, tip: "Reached: 2 of 3" });
		await overview.page.getByRole("status").filter({ hasText: "Reached: 2 of 3" }).waitFor();
		await keyboard.press("Escape");
		await overview.page.getByRole("status").filter({ hasText: "Reached" }).waitFor({ state: "hidden" });
		await keyboard.press("Space");
		const key = keyOf("AI Platform Engineering Manager");
		assert.deepEqual(await asked("show"), { do: "show", key, focus: true });
		const last = row(/^Accepted as lead/);
		await last.click();
		await keyboard.press("r");
		const lead = keyOf("Accepted as lead for the ML platform");
		assert.deepEqual(await asked("replan"), { do: "replan", key: lead });
		await keyboard.press("Enter");
		assert.deepEqual(await asked("log"), { do: "log", key: lead });
	});

	it("is worked by mouse: a wheel with Ctrl zooms to one week, a click shows the line, and a double click logs", async () => {
		await show();
		const box = await overview.page.getByRole("listbox").boundingBox();
		assert.ok(box);
		await overview.page.mouse.move(box.x + box.width * 0.7, box.y + 200);
		await overview.page.keyboard.down("Control");
		for (let times = 0; times < 12; times++) await overview.page.mouse.wheel(0, -60);
		await overview.page.keyboard.up("Control");
		await becomes("window.kept.view.last - window.kept.view.first < 7.01");
		await row(/^Accepted as lead/).dblclick();
		assert.deepEqual(await asked("log"), { do: "log", key: keyOf("Accepted as lead for the ML platform") });
		await row(/^Foundation/).click();
		assert.deepEqual(await asked("show"), { do: "show", key: keyOf("Foundation"), focus: false });
		const shown = (await overview.messages()).filter(({ kind }) => kind === "request");
		assert.equal(shown.filter((each) => JSON.stringify(each).includes('"show"')).length, 1);
		// In a narrow panel, a week still has several days with a label.
		await overview.page.setViewportSize({ width: 380, height: 900 });
		await becomes("document.querySelectorAll('.tl-tick').length > 2");
	});

	it("has only open items, or those that are due, as the filter says", async () => {
		await show();
		const filter = overview.page.getByRole("combobox", { name: "Show" });
		await filter.selectOption({ label: "Due and overdue" });
		await row(/^MLOps set up/).waitFor({ state: "detached" });
		assert.equal(await overview.page.getByRole("listbox").getByRole("option").count(), 2);
		await row(/^Close contact/).waitFor();
		await filter.selectOption({ label: "Open" });
		await row(/^AI Platform Engineering Manager/).waitFor();
		assert.equal(await row(/^MLOps set up/).count(), 0);
	});

	it("says the same in a table, and has every section", async () => {
		await show();
		await overview.page.getByRole("button", { name: "Show as Table", exact: true }).first().click();
		const table = overview.page.getByRole("region", { name: "Timeline" });
		await table.locator("tbody tr").nth(30).waitFor();
		const { rows, shades } = sample.timeline;
		assert.ok(shades.length > 0);
		assert.equal(await table.locator("tbody tr").count(), rows.length + shades.length);
		await table
			.getByRole("row", { name: new RegExp(shades[0]?.title || "time off") })
			.first()
			.waitFor();
		assert.equal(await overview.page.locator("h2").count(), 8);
	});

	it("remembers folded sections, zoom, filter, and how it is scrolled", async () => {
		await show();
		await overview.page.locator("summary", { hasText: "This Week" }).click();
		await becomes("window.kept.folds.includes('week')");
		await overview.page.getByRole("button", { name: "Zoom In" }).click();
		await overview.page.getByRole("combobox", { name: "Group by" }).selectOption({ label: "Year" });
		await overview.page.evaluate("scrollTo(0, 300)");
		await becomes("window.kept.scroll === 300");
		const state = (await overview.state()) as SavedOverview;
		await overview.close();
		await show(sample, state);
		await becomes("scrollY === 300");
		assert.equal(await overview.page.locator("details.is-week[open]").count(), 0);
		assert.equal(await overview.page.locator("details.is-due[open]").count(), 1);
		await overview.page.getByText("Year 1", { exact: true }).first().waitFor();
		assert.deepEqual(await overview.state(), state);
	});

	/** Drags the end of the first row that is due to the left; the button of the mouse is still down. */
	async function dragEnd(): Promise<void> {
		const lead = row(/^Accepted as lead/);
		await lead.click();
		await overview.page.keyboard.press("f");
		const bar = lead.locator(".tl-bar");
		await becomes("document.querySelector('.is-selected .tl-bar').getBoundingClientRect().width > 300");
		const [box, grip] = [await bar.boundingBox(), await lead.locator(".tl-grip").boundingBox()];
		assert.ok(box && grip);
		await overview.page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
		await overview.page.mouse.down();
		await overview.page.mouse.move(box.x + box.width / 2, grip.y + grip.height / 2, { steps: 5 });
		await overview.page.locator(".tl-drag").waitFor({ state: "attached" });
	}

	it("replans the row whose end was dragged, with the day where it was dropped", async () => {
		await show(sample, { filter: "due" });
		await dragEnd();
		await overview.page.mouse.up();
		const request = await asked("replan");
		const dragged = sample.timeline.rows.find(({ title }) => title.startsWith("Accepted as lead"));
		const { start, end } = dragged?.bar ?? assert.fail();
		const middle = (start + (end ?? Number.NaN)) / 2;
		assert.ok(request.do === "replan" && request.key === dragged?.key, JSON.stringify(request));
		assert.ok(Math.abs((request.day ?? 0) + 1 - middle) <= 2, `${request.day} beside ${middle}`);
	});

	for (const [name, cancel] of [
		["Escape is pressed", () => overview.page.keyboard.press("Escape")],
		[
			"the plan is replaced",
			() => overview.send({ kind: "overview", patch: { timeline: { ...sample.timeline, rows: [], order: [] } } }),
		],
	] as const) {
		it(`changes nothing if ${name} while dragging`, async () => {
			await show(sample, { filter: "due" });
			await dragEnd();
			await cancel();
			await overview.page.locator(".tl-drag").waitFor({ state: "detached" });
			await overview.page.mouse.up();
			await overview.send({ kind: "overview", patch: overviewPatch(sample).patch });
			await row(/^Accepted as lead/).waitFor();
			assert.doesNotMatch(JSON.stringify(await overview.messages()), /"replan"/);
		});
	}

	it("exports one file without scripts, and images in its colors that need no style sheet", async () => {
		await show();
		const contents = new Map<string, string>();
		for (const type of ["html", "svg", "png"] as const) {
			await overview.send({ kind: "export", type });
			const find = `said.filter((one) => one.request?.do === "pageToExport")[${contents.size}]?.id`;
			const id = await becomes<number>(find);
			await overview.send({ kind: "answer", id, ok: true, page: sample });
			const content = `said.findLast((one) => one.request?.do === "export" && one.request.type === "${type}")?.request.content`;
			contents.set(type, await becomes<string>(content));
		}
		const [file = "", image = "", png = ""] = contents.values();
		assert.match(file, /prefers-color-scheme: ?dark/);
		assert.deepEqual(file.match(/<script|data-key|https?:\/\/(?!www\.w3\.org).{40}/g), null);
		assert.equal(image.slice(0, 5), "<svg ");
		assert.deepEqual(image.match(/var\(|color\(|class=|style=|data-key/g), null);
		const { width, height } = pngSize(Buffer.from(png, "base64"));
		assert.equal(width, 2000);
		assert.ok(height > 2 * 26 * sample.timeline.rows.length, String(height));
	});

	const hostile = "<img src=x onerror=alert(1)> \u202e {{}} [a](command:b)";
	const long = `${"long ".repeat(1000)}${"x".repeat(5000)}`;
	for (const [name, page] of [
		["nothing in the plan", () => overviewPage(sourceWith("title: Nothing"))],
		["5,000 items", () => overviewPage(sourceWith(manyItems(5000)))],
		[
			"60 years",
			() => overviewPage(sourceWith("phases: [{ title: Life, when: years 1-60 }]\ntargets:\n  year 60: [Done]")),
		],
		[
			"everything on one day",
			() =>
				overviewPage(sourceWith("targets:\n  2026-07-01: [A, B, C]\ncheckpoints: [{ title: R, when: 2026-07-01 }]")),
		],
		["titles of 10,000 characters", () => overviewPage(sourceWith(longTitles(long)))],
		["hostile texts", () => ({ ...poisoned(sample, hostile), labels: sample.labels })],
	] as const) {
		it(`stays within its window and can be zoomed with ${name}`, async () => {
			await show(page());
			const list = overview.page.getByRole("listbox");
			for (const key of (await list.count()) > 0 ? ["End", "f", "+", "0", "-", "ArrowRight", "t"] : [])
				await list.press(key);
			await overview.page.evaluate("new Promise(requestAnimationFrame)");
			const [inner, outer] = await overview.page.evaluate<[number, number]>(
				"[document.documentElement.scrollWidth, innerWidth]",
			);
			assert.ok(inner <= outer, `${inner} of ${outer}`);
			assert.ok((await overview.page.locator(".tl-row").count()) < 60);
			assert.equal(await overview.page.locator("img").count(), 0);
		});
	}
});

function manyItems(count: number): string {
	const items = (year: number) =>
		Array.from({ length: count / 10 }, (_, item) => `    - Item ${year} ${item}`).join("\n");
	return `targets:\n${Array.from({ length: 10 }, (_, year) => `  year ${year + 1}:\n${items(year)}`).join("\n")}`;
}

function longTitles(title: string): string {
	const titleOf = (id: string) => `${id}${title.slice(1)}`;
	const node = (id: string) => `{ id: ${id}, title: ${titleOf(id)}, when: year 1 }`;
	return `title: ${title}
phases: [${node("a")}]
tracks: [{ id: b, title: ${titleOf("b")}, share: 60%, stages: [{ title: ${titleOf("c")}, when: year 1, milestones: [${node("d")}] }] }]
targets:
  year 1: [${node("e")}]
commitments: [{ id: f, title: ${titleOf("f")}, hours: 2 }]
checkpoints: [{ id: g, title: ${titleOf("g")}, when: month 3 }]`;
}

/** The size that the header of a PNG file gives. */
function pngSize(bytes: Buffer): { readonly width: number; readonly height: number } {
	assert.equal(bytes.toString("latin1", 1, 4), "PNG");
	return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
