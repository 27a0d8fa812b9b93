import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { transform } from "esbuild";
import type { Browser } from "playwright-core";
import { emptyDraft, type ReviewDraft } from "../../src/present/review/draft.ts";
import { pageMessageSchema } from "../../src/present/review/messages.ts";
import type { ReviewPage } from "../../src/present/review/page.ts";
import { hostileTexts } from "../unit/present/hostileTexts.ts";
import { filledIn, heldPage, openPage } from "../webview/fixture.ts";
import { openReview, type ReviewInBrowser, type ReviewWindow } from "../webview/reviewInBrowser.ts";
import { type Theme, themes } from "../webview/themes.ts";
import { launchBrowser } from "../workbench/browser.ts";
import { Lifetime } from "../workbench/lifetime.ts";
import { projectRoot } from "../workbench/root.ts";

const key = openPage.key;
const elementsThatRun = "script, iframe, object, embed, base, form, img, style, link, meta";

describe("the page of a review", () => {
	const lifetime = new Lifetime();
	let browser: Browser;
	let review: ReviewInBrowser;

	before(async () => {
		browser = await launchBrowser(lifetime);
	});
	after(() => lifetime.close());
	afterEach(async () => {
		const problems = await review?.problems();
		await review?.close();
		assert.deepEqual(problems, [], "the content policy refused nothing, and nothing was thrown");
	});

	/** Opens it with content. */
	async function show(
		page: ReviewPage = openPage,
		window: ReviewWindow = {},
		draft?: ReviewDraft,
		at = 1,
	): Promise<void> {
		review = await openReview(browser, window);
		await review.send({ kind: "page", page, ...(draft && { draft, at }) });
	}

	const drafts = async () => (await review.messages()).filter((one) => one.kind === "draft");
	const summary = () => review.page.getByRole("textbox", { name: "Summary" });
	const verdict = (question: string, answer: string) =>
		review.page.getByRole("group", { name: question }).getByRole("radio", { name: answer });

	it("asks for its content, and shows all of it", async () => {
		await show();
		assert.deepEqual((await review.messages())[0], { kind: "ready" });
		const headings = await review.page.locator("h2").allInnerTexts();
		const { labels } = openPage;
		const titles = [
			...[labels.promisesTitle, labels.recordTitle, labels.picturesTitle, labels.timeTitle, labels.signalsTitle],
			...[labels.risksTitle, labels.questionsTitle, labels.summaryTitle, labels.nextTitle],
		];
		assert.deepEqual(headings, titles);
		const words = await review.page.locator("#review").innerText();
		for (const word of [
			"6-month review",
			"60 of 100+, 14 before",
			"22 days late",
			"20 h 30 min",
			"below 60%",
			"Kick-off",
		]) {
			assert.ok(words.includes(word), word);
		}
		assert.equal(await review.page.locator(".missing").innerText(), "3 questions without an answer");
	});

	it("draws the first picture at once and the others when they come near, each with a table", async () => {
		await show(openPage, { height: 500 });
		const drawn = review.page.locator(".plot [role=img]");
		assert.equal(await drawn.count(), 1);
		assert.equal(await review.page.evaluate('performance.getEntriesByName("waymark:first-picture").length'), 1);
		for (const picture of openPage.pictures) {
			const figure = review.page.locator("figure", { has: review.page.getByRole("heading", { name: picture.title }) });
			await figure.scrollIntoViewIfNeeded();
			const image = figure.getByRole("img", { name: picture.summary });
			await image.waitFor();
			await figure.getByRole("button").click();
			assert.equal(await figure.getByRole("button").getAttribute("aria-pressed"), "true");
			assert.equal(await figure.locator("tbody tr").count(), picture.table.rows.length);
			await figure.getByRole("button").click();
			await image.waitFor();
		}
	});

	it("tells the numbers under the pointer, and draws anew for another width", async () => {
		await show();
		const weeks = review.page.locator(".plot.is-weeks");
		await weeks.scrollIntoViewIfNeeded();
		const box = await weeks.locator("svg.plot-svg").boundingBox();
		assert.ok(box);
		await review.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
		await weeks.getByText("of 4–5 h").waitFor();
		await review.page.setViewportSize({ width: 500, height: 900 });
		await review.page.waitForTimeout(200);
		const narrow = await weeks.locator("svg.plot-svg").boundingBox();
		assert.ok(narrow && narrow.width < 500 && narrow.width > 400);
	});

	it("keeps what is filled in at once, and tells the host soon", async () => {
		await show();
		await verdict("Is the network growing?", "Partly").check({ force: true });
		await review.page.getByRole("textbox", { name: "Note: Is the network growing?" }).fill("Slowly");
		await verdict("Publish one article each month", "No").check({ force: true });
		await review.page
			.getByRole("group", { name: "Rating: Interview requests" })
			.getByLabel("Rising")
			.check({ force: true });
		await review.page.getByRole("textbox", { name: "Rating: Executive invitations" }).fill("+1");
		await summary().fill("Good");
		await review.page.getByRole("button", { name: "Add a promise" }).click();
		await review.page.keyboard.type("Write more");
		await review.page.getByLabel("Linked to").selectOption("articles");
		await review.page.getByLabel("Due", { exact: true }).fill("2026-07-31");
		const kept = (await review.state()) as { draft: ReviewDraft; at: number };
		const { next, ...rest } = kept.draft;
		assert.deepEqual(rest, {
			answers: [{ question: "Is the network growing?", verdict: "partly", note: "Slowly" }],
			ratings: [
				{ on: "interviews", value: "rising" },
				{ on: "invitations", value: "+1" },
			],
			summary: "Good",
			kept: [{ promise: "p1", verdict: "no" }],
		});
		assert.deepEqual(
			next.map(({ id: _, ...fields }) => fields),
			[{ text: "Write more", on: "articles", due: "2026-07-31" }],
		);
		await review.page.waitForTimeout(400);
		const told = (await drafts()).at(-1);
		assert.deepEqual(told, { kind: "draft", draft: kept.draft, at: kept.at });
		assert.ok(pageMessageSchema.safeParse(told).success);
		assert.equal(await review.page.getByRole("status").innerText(), "Draft kept");
		assert.equal(await review.page.locator(".missing").innerText(), "2 questions without an answer");
	});

	it("takes back a verdict and removes a promise, and keeps the focus near", async () => {
		await show(openPage, {}, filledIn);
		const focused = () =>
			review.page.evaluate("document.activeElement.name || document.activeElement.getAttribute('aria-label')");
		await review.page
			.getByRole("group", { name: "Is the network growing?" })
			.getByRole("button", { name: "Clear" })
			.click();
		assert.equal(await focused(), "answer Is the network growing?");
		await review.page.getByRole("button", { name: "Remove: Promise 1" }).click();
		assert.equal(await focused(), "Remove: Promise 1");
		const { draft } = (await review.state()) as { draft: ReviewDraft };
		assert.deepEqual(draft.answers, filledIn.answers.slice(0, 1));
		assert.deepEqual(draft.next, filledIn.next.slice(1));
	});

	it("posts what is not posted yet when it is hidden", async () => {
		await show();
		await summary().fill("Now");
		await review.page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
		assert.equal((await drafts()).length, 1);
	});

	it("takes the newer one of its own draft and the host's, and none of another review", async () => {
		const mine = { ...emptyDraft, summary: "Mine" };
		const hosts = { ...emptyDraft, summary: "Host's" };
		const cases = [
			{ state: { ...key, draft: mine, at: 20, scroll: 0 }, at: 10, shown: "Mine", tells: 1 },
			{ state: { ...key, draft: mine, at: 20, scroll: 0 }, at: undefined, shown: "Mine", tells: 1 },
			{ state: { ...key, draft: mine, at: 20, scroll: 0 }, at: 20, shown: "Host's", tells: 0 },
			{ state: { ...key, draft: mine, at: 20, scroll: 0 }, at: 30, shown: "Host's", tells: 0 },
			{ state: { ...key, occurrence: 7, draft: mine, at: 20, scroll: 0 }, at: 10, shown: "Host's", tells: 0 },
			{ state: { ...key, occurrence: 7, draft: mine, at: 20, scroll: 0 }, at: undefined, shown: "Written", tells: 0 },
			{ state: { nonsense: true }, at: undefined, shown: "Written", tells: 0 },
		];
		const page = { ...openPage, written: { ...emptyDraft, summary: "Written" } };
		for (const { state, at, shown, tells } of cases) {
			await show(page, { state }, at === undefined ? undefined : hosts, at);
			assert.equal(await summary().inputValue(), shown);
			await review.page.waitForTimeout(350);
			assert.equal((await drafts()).length, tells);
			await review.close();
		}
		await show();
	});

	it("goes back to where it was scrolled", async () => {
		await show(openPage, { state: { ...key, scroll: 700 } });
		assert.equal(await review.page.evaluate("window.scrollY"), 700);
		await review.page.mouse.move(300, 300);
		await review.page.mouse.wheel(0, 200);
		await review.page.waitForTimeout(400);
		const kept = (await review.state()) as { scroll: number };
		assert.equal(kept.scroll, await review.page.evaluate("window.scrollY"));
	});

	it("loses neither a character nor the caret when its content changes while somebody types", async () => {
		await show();
		const fields = [
			summary(),
			review.page.getByRole("textbox", { name: "Note: Is the network growing?" }),
			review.page.getByRole("textbox", { name: "Rating: Executive invitations" }),
		];
		for (const field of fields) {
			await field.fill("begin end");
			for (let left = 0; left < 4; left++) await field.press("ArrowLeft");
			for (const [index, letter] of [..."middle"].entries()) {
				await review.page.keyboard.type(letter);
				// The host may be a draft behind, and a question and a promise more may have come.
				const facts = [...openPage.facts, `more ${index}`];
				const questions = [{ ask: `New ${index}`, text: `New ${index}`, evidence: [] }, ...openPage.questions];
				await review.send({ kind: "page", page: { ...openPage, facts, questions }, draft: emptyDraft, at: 5 });
			}
			assert.equal(await field.inputValue(), "beginmiddle end");
		}
	});

	it("saves, says so, and shows what was saved; what the host refuses is said in its words", async () => {
		await show(openPage, {}, filledIn);
		await review.page.getByRole("button", { name: "Save Review" }).click();
		const first = await review.request("save");
		assert.deepEqual(first.request, { do: "save", draft: filledIn });
		assert.ok(pageMessageSchema.safeParse(first).success);
		assert.equal(await review.page.getByRole("status").innerText(), "Saving…");
		await review.send({ kind: "answer", id: first.id, ok: false, error: "The disk is full." });
		assert.equal((await review.page.getByRole("alert").innerText()).trim(), "The disk is full.");
		await review.page.locator("vscode-button", { hasText: "Save Review" }).press("Enter");
		const second = await review.request("save");
		await review.send({ kind: "answer", id: second.id, ok: true });
		await review.send({ kind: "page", page: heldPage });
		assert.equal((await review.page.getByRole("status").innerText()).trim(), "Saved");
		assert.equal(await review.page.locator("textarea, input, select, vscode-textfield").count(), 0);
		const words = await review.page.locator("#review").innerText();
		for (const word of ["AWS yes, Terraform slipped", "One article a month", "Changed since", "One in six months."]) {
			assert.ok(words.includes(word), word);
		}
		assert.deepEqual(await review.state(), { ...key, scroll: ((await review.state()) as { scroll: number }).scroll });
		await review.page.getByRole("button", { name: "Amend" }).click();
		await review.request("amend");
	});

	it("asks for what its other buttons are for, and says when nobody answers", async () => {
		await show(openPage, {}, filledIn);
		await review.page.clock.install();
		await review.page.getByRole("button", { name: "Professional connections" }).click();
		assert.deepEqual((await review.request("openItem")).request, { do: "openItem", id: "connections" });
		await review.page.getByRole("button", { name: "Open Previous" }).click();
		await review.page.clock.fastForward(31_000);
		await review.page.getByRole("alert").getByText(openPage.labels.noAnswer).waitFor();
		await review.page.getByRole("button", { name: "Discard Draft" }).click();
		const { id } = await review.request("discard");
		await review.send({ kind: "page", page: openPage });
		await review.send({ kind: "answer", id, ok: true });
		assert.equal(await summary().inputValue(), "");
	});

	it("writes itself to a file that shows everything and runs nothing", async () => {
		await show(heldPage);
		await review.send({ kind: "export" });
		const asked = await review.request("pageToExport");
		await review.send({ kind: "answer", id: asked.id, ok: true, page: heldPage });
		const html = await exported();
		const opened = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
		await opened.setContent(html);
		assert.equal(await opened.title(), "6-month review");
		assert.equal(await opened.locator("[role=img]").count(), heldPage.pictures.length);
		assert.equal(await opened.locator("button, input, textarea, select, vscode-button, script").count(), 0);
		const words = await opened.locator("body").innerText();
		for (const word of ["One article a month", "Row 27", "Met the whole platform guild", "912"])
			assert.ok(words.includes(word), word);
		await opened.context().close();
	});

	it("takes hostile texts for text, in every field, on the page and in the file", async () => {
		assert.ok(hostileTexts.length >= 60);
		await show();
		const file = await browser.newContext();
		const opened = await file.newPage();
		for (const text of hostileTexts) {
			const draft = poisoned(filledIn, text);
			const page = { ...poisoned(openPage, text), key, labels: openPage.labels };
			await review.send({ kind: "page", page, draft, at: Date.now() });
			await checkPage(text);
			const held: ReviewPage = { ...page, mode: "held", written: draft, changes: [text] };
			await review.send({ kind: "page", page: held });
			await checkPage(text);
			await review.send({ kind: "export" });
			const asked = await review.request("pageToExport");
			await review.send({ kind: "answer", id: asked.id, ok: true, page: held });
			await opened.setContent(await exported(), { waitUntil: "domcontentloaded" });
			assert.deepEqual(await opened.evaluate("window.hacked"), undefined, text);
			assert.equal(await opened.locator(`body :is(${elementsThatRun})`).count(), 0, text);
			await review.page.evaluate("window.said.length = 0");
		}
		await file.close();
	}).timeout(180_000);

	for (const theme of Object.keys(themes) as ReadonlyArray<Theme>) {
		it(`has nothing that axe finds wrong in any state, theme ${theme}`, async () => {
			await show(openPage, { theme });
			await axeFindsNothing("empty");
			await review.send({ kind: "page", page: openPage, draft: filledIn, at: Date.now() });
			await review.page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
			await axeFindsNothing("filled in");
			for (const button of await review.page.locator(".switch").all()) await button.click();
			await review.page.getByRole("button", { name: "Save Review" }).click();
			const { id } = await review.request("save");
			await axeFindsNothing("tables, saving");
			await review.send({ kind: "answer", id, ok: false, error: "The disk is full." });
			await axeFindsNothing("error");
			await review.send({ kind: "page", page: heldPage });
			await axeFindsNothing("held");
		});
	}

	it("is used with the keyboard alone", async () => {
		await show(openPage, {}, filledIn);
		const all: ReadonlyArray<string> = await review.page.evaluate(`${places}; controls().map(place)`);
		assert.ok(all.length > 40);
		const reached = new Set<string>();
		for (let presses = 0; presses < all.length * 2 && reached.size < all.length; presses++) {
			await review.page.keyboard.press("Tab");
			reached.add(await review.page.evaluate(`${places}; place(document.activeElement)`));
		}
		assert.deepEqual([...reached].filter((one) => all.includes(one)).sort(), [...all].sort());
		await verdict("Is the network growing?", "Yes").focus();
		await review.page.keyboard.press("ArrowRight");
		const { draft } = (await review.state()) as { draft: ReviewDraft };
		assert.deepEqual(draft.answers.at(-1), { question: "Is the network growing?", verdict: "partly" });
		await review.page.locator("summary").first().press("Enter");
		assert.ok(await review.page.getByText("Coffee with two former colleagues").isVisible());
	});

	it("needs no sideways scrolling in a narrow column, at twice the size, and with words without an end", async () => {
		const long = "w".repeat(400);
		for (const [page, draft] of [
			[openPage, filledIn],
			[{ ...poisoned(openPage, long), key, labels: openPage.labels }, poisoned(filledIn, long)],
			[heldPage, undefined],
		] as const) {
			for (const width of [320, 640]) {
				await show(page, { width, height: 600 }, draft);
				await review.page.setViewportSize({ width, height: 9_000 });
				await review.page.waitForTimeout(300);
				assert.ok((await review.page.evaluate<number>("document.documentElement.scrollWidth")) <= width);
				const outside = `[...document.querySelectorAll("button, input, textarea, select, vscode-button, vscode-textfield, p, h1, h2, h3, figure")]
					.filter((one) => !one.closest(".unseen, .table-scroll") && one.getBoundingClientRect().right > innerWidth)
					.map((one) => one.outerHTML.slice(0, 200))`;
				assert.deepEqual(await review.page.evaluate(outside), []);
				await review.close();
			}
		}
		await show();
	});

	it("is small", async () => {
		await show();
		const built = readFileSync(join(projectRoot(), "dist", "review.js"), "utf8");
		const { code } = await transform(built, { minify: true, legalComments: "none" });
		console.log(`      ${Math.round(code.length / 1000)} KB`);
		assert.ok(code.length <= 450_000, `${code.length} characters`);
	});

	async function exported(): Promise<string> {
		const { request, id } = await review.request("export");
		await review.send({ kind: "answer", id, ok: true });
		assert.ok(request.do === "export");
		return request.html;
	}

	async function checkPage(text: string): Promise<void> {
		const found = await review.page.evaluate<{
			hacked: unknown;
			elements: number;
			links: ReadonlyArray<string>;
			title: string;
		}>(`({
			hacked: window.hacked,
			elements: document.querySelectorAll(${JSON.stringify(elementsThatRun)}.split(", ").map((one) => "#review " + one).join(", ")).length,
			links: [...document.querySelectorAll("#review [href]")].map((one) => one.getAttribute("href")),
			title: document.querySelector("h1").textContent,
		})`);
		assert.equal(found.hacked, undefined, text);
		assert.equal(found.elements, 0, text);
		for (const link of found.links) assert.match(link, /^(?:https:|mailto:)/, text);
		// Only the ends of isolations that it did not begin are left out.
		assert.equal(found.title.trim().replaceAll("\u2069", ""), text.trim().replaceAll("\u2069", ""));
	}

	async function axeFindsNothing(state: string): Promise<void> {
		await review.page.evaluate(axe.source);
		const violations = await review.page.evaluate<ReadonlyArray<unknown>>(
			`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
				violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => html.slice(0, 300) + failureSummary) })))`,
		);
		assert.deepEqual(violations, [], state);
	}
});

/** In the page: every control by a name that tells it from the others; of radios one stands for its group. */
const places = `
	var selector = "a[href], button, textarea, select, input, summary, vscode-button, vscode-textfield, [tabindex='0']";
	var controls = () => {
		const seen = new Set();
		return [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility() && !seen.has(place(one)) && seen.add(place(one)));
	};
	var place = (one) => one.type === "radio" ? one.name : one.tagName === "DIV" ? one.ariaLabel : one.tagName + [...document.querySelectorAll(one.tagName)].indexOf(one)`;

const ownWords: ReadonlySet<string> = new Set(["kind", "mode", "state", "rating", "trend", "verdict", "due"]);

/** The same with a text in the place of each text that somebody may have written. */
function poisoned<T>(value: T, text: string, name = ""): T {
	if (typeof value === "string") return (ownWords.has(name) ? value : text) as T;
	if (Array.isArray(value)) return value.map((one) => poisoned(one, text, name)) as T;
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([field, one]) => [field, poisoned(one, text, field)])) as T;
}
