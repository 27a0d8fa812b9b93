import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";
import type { Locator } from "playwright-core";
import { emptyDraft, type ReviewDraft } from "../../../src/review/reviewDraft.ts";
import type { ReviewPage } from "../../../src/review/reviewPageModel.ts";
import { pageMessageSchema } from "../../../src/review/reviewProtocol.ts";
import { projectRoot } from "../../harness/root.ts";
import { filledIn, heldPage, openPage } from "../../webview/fixture.ts";
import { poisoned } from "../../webview/poisoned.ts";
import type { ReviewInBrowser, ReviewWindow } from "../../webview/reviewInBrowser.ts";
import { reviewPages } from "../../webview/reviewPages.ts";
import { succeeds } from "../support/succeeds.ts";

const key = openPage.key;

describe("the page of a review", () => {
	const pages = reviewPages();
	let review: ReviewInBrowser;

	/** Opens it with content. */
	async function show(
		page: ReviewPage = openPage,
		window: ReviewWindow = {},
		draft?: ReviewDraft,
		at = 1,
	): Promise<void> {
		review = await pages.open(window);
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
			...[labels.promisesTitle, labels.recordTitle, labels.picturesTitle, labels.amendmentsTitle],
			...[labels.timeTitle, labels.signalsTitle, labels.risksTitle, labels.questionsTitle],
			...[labels.summaryTitle, labels.nextTitle],
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

	it("draws the first chart immediately and the others when they are scrolled near, each with a table", async () => {
		await show(openPage, { height: 500 });
		const drawn = review.page.locator(".plot [role=img]");
		assert.equal(await drawn.count(), 1);
		assert.equal(await review.page.evaluate('performance.getEntriesByName("waymark:first-picture").length'), 1);
		for (const picture of openPage.charts) {
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

	it("shows the numbers under the pointer, and redraws when the width changes", async () => {
		await show();
		const weeks = review.page.locator(".plot.is-weeks");
		await weeks.scrollIntoViewIfNeeded();
		const box = await weeks.locator("svg.plot-svg").boundingBox();
		assert.ok(box);
		await review.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
		await weeks.getByText("of 4–5 h").waitFor();
		await review.page.setViewportSize({ width: 500, height: 900 });
		const width = 'document.querySelector(".plot.is-weeks svg.plot-svg").getBoundingClientRect().width';
		await review.page.waitForFunction(`${width} < 500 && ${width} > 400`);
	});

	/** Chooses what is drawn over its input. Charts that are drawn when they come into sight move it: then once more. */
	async function check(input: Locator): Promise<void> {
		for (let tries = 1; tries < 5; tries++) {
			if (await succeeds(input.check({ force: true }))) return;
		}
		await input.check({ force: true });
	}

	it("stores the draft immediately, and posts it to the host after a short delay", async () => {
		await show();
		await check(verdict("Is the network growing?", "Partly"));
		await review.page.getByRole("textbox", { name: "Note: Is the network growing?" }).fill("Slowly");
		await check(verdict("Publish one article each month", "No"));
		await check(review.page.getByRole("group", { name: "Rating: Interview requests" }).getByLabel("Rising"));
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
		assert.equal(await review.page.getByRole("status").innerText(), "Draft saved");
		assert.equal(await review.page.locator(".missing").innerText(), "2 questions without an answer");
	});

	it("clears a verdict and removes a promise, and keeps the focus near", async () => {
		await show(openPage, {}, filledIn);
		const focused = () =>
			review.page.evaluate("document.activeElement.name || document.activeElement.getAttribute('aria-label')");
		await review.page
			.locator(".question", { hasText: "Is the network growing?" })
			.getByRole("button", { name: "Clear" })
			.click();
		assert.equal(await focused(), "answer Is the network growing?");
		await review.page.getByRole("button", { name: "Remove: Promise 1" }).click();
		assert.equal(await focused(), "Remove: Promise 1");
		const { draft } = (await review.state()) as { draft: ReviewDraft };
		assert.deepEqual(draft.answers, filledIn.answers.slice(0, 1));
		assert.deepEqual(draft.next, filledIn.next.slice(1));
	});

	it("is filled in by keyboard: the note follows the answer, and Ctrl+S saves", async () => {
		await show();
		const { keyboard } = review.page;
		const focused = () =>
			review.page.evaluate(
				"document.activeElement.closest('label')?.innerText.trim() || document.activeElement.innerText.trim()",
			);
		await review.page.locator("body").press("Tab");
		await review.page.getByRole("button", { name: "3 questions without an answer" }).focus();
		await keyboard.press("Enter");
		assert.equal(await focused(), "Yes");
		await keyboard.press("Space");
		await keyboard.press("Tab");
		await keyboard.type(" on time");
		assert.equal(await focused(), "Note: Is certification on track?");
		await keyboard.press("Tab");
		assert.equal(await focused(), "Clear");
		await review.page.getByRole("button", { name: "2 questions without an answer" }).focus();
		await keyboard.press("Enter");
		await keyboard.press("Space");
		await review.page.getByRole("button", { name: "1 questions without an answer" }).focus();
		await keyboard.press("Enter");
		await keyboard.press("Control+S");
		const { request } = await review.request("save");
		assert.deepEqual(request.do === "save" && request.draft.answers, [
			{ question: "Is certification on track?", verdict: "yes", note: " on time" },
			{ question: "Is the network growing?", verdict: "yes" },
		]);
	});

	it("jumps to a section by keyboard", async () => {
		await show();
		const links = review.page.getByRole("navigation", { name: "Sections" }).getByRole("button");
		assert.equal(await links.count(), await review.page.locator("h2").count());
		await links.getByText(openPage.labels.summaryTitle).focus();
		await review.page.keyboard.press("Enter");
		assert.equal(await review.page.evaluate("document.activeElement.innerText"), openPage.labels.summaryTitle);
	});

	it("posts pending changes when it is hidden", async () => {
		await show();
		await summary().fill("Now");
		await review.page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
		assert.equal((await drafts()).length, 1);
	});

	it("uses the newer of its own draft and the host's, and never that of another review", async () => {
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

	it("restores the scroll position", async () => {
		await show(openPage, { state: { ...key, scroll: 700 } });
		assert.equal(await review.page.evaluate("window.scrollY"), 700);
		await review.page.mouse.move(300, 300);
		await review.page.mouse.wheel(0, 200);
		await review.page.waitForTimeout(400);
		const kept = (await review.state()) as { scroll: number };
		assert.equal(kept.scroll, await review.page.evaluate("window.scrollY"));
	});

	it("loses neither a character nor the caret if its content changes during typing", async () => {
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

	it("saves, confirms it, and shows the saved review; shows the host's message if it is refused", async () => {
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

	it("sends a request for each of its other buttons, and reports a missing answer", async () => {
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

	it("exports itself to a file that shows everything and runs nothing", async () => {
		await show(heldPage);
		await review.send({ kind: "export" });
		const asked = await review.request("pageToExport");
		await review.send({ kind: "answer", id: asked.id, ok: true, page: heldPage });
		const html = await exported();
		const opened = await (await pages.browser().newContext({ javaScriptEnabled: true })).newPage();
		await opened.setContent(html);
		assert.equal(await opened.title(), "6-month review");
		assert.equal(await opened.locator("[role=img]").count(), heldPage.charts.length);
		assert.equal(await opened.locator("button, input, textarea, select, vscode-button, script").count(), 0);
		const words = await opened.locator("body").innerText();
		for (const word of ["One article a month", "Row 27", "Met the whole platform guild", "912"])
			assert.ok(words.includes(word), word);
		await opened.context().close();
	});

	it("can be used with the keyboard only", async () => {
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

	it("needs no horizontal scrolling in a narrow column, at double size, and with very long words", async () => {
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
});

/** In the page: every control by a name that tells it from the others; of radios one stands for its group. */
const places = `
	var selector = "a[href], button, textarea, select, input, summary, vscode-button, vscode-textfield, [tabindex='0']";
	var controls = () => {
		const seen = new Set();
		return [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility() && !seen.has(place(one)) && seen.add(place(one)));
	};
	var place = (one) => one.type === "radio" ? one.name : one.tagName === "DIV" ? one.ariaLabel : one.tagName + [...document.querySelectorAll(one.tagName)].indexOf(one)`;
