import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { HostMessage, PageMessage } from "../../src/review/reviewProtocol.ts";
import type { OverviewHostMessage } from "../../src/viewmodel/overview/overviewProtocol.ts";
import { newPage } from "../harness/browser/page.ts";
import { projectRoot } from "../harness/root.ts";
import { type Theme, themes } from "./themes.ts";

const origin = "https://review.test";
const policy = `default-src 'none'; script-src 'nonce-n'; style-src ${origin}; font-src ${origin}; img-src data:; form-action 'none'; base-uri 'none'`;

/** How the page is opened. */
export interface ReviewWindow {
	readonly theme?: Theme;
	readonly width?: number;
	readonly height?: number;
	/** What the page kept when it was there before. */
	readonly state?: unknown;
	/** What the host wrote into the page; it says which page it is. */
	readonly content?: unknown;
}

/** The page of a review in a plain browser, under the policy that it has in VS Code, with the test in the place of the host. */
export class ReviewInBrowser {
	constructor(readonly page: Page) {}

	/** Sends a message as the host does. */
	async send(message: HostMessage | OverviewHostMessage): Promise<void> {
		await this.page.evaluate(`window.postMessage(${JSON.stringify(message)}, "*")`);
		await this.page.evaluate("new Promise((done) => setTimeout(done, 30))");
	}

	/** The messages of the page since it was opened. */
	messages(): Promise<ReadonlyArray<PageMessage>> {
		return this.page.evaluate("window.said");
	}

	/** What the page keeps. */
	state(): Promise<unknown> {
		return this.page.evaluate("window.kept");
	}

	/** Violations of the content security policy, and uncaught errors. */
	problems(): Promise<ReadonlyArray<string>> {
		return this.page.evaluate("window.problems");
	}

	/** The last request of a kind, once it was made. */
	async request(kind: string): Promise<Extract<PageMessage, { kind: "request" }>> {
		const find = `window.said.findLast((one) => one.kind === "request" && one.request.do === ${JSON.stringify(kind)})`;
		for (let waited = 0; waited < 5_000; waited += 20) {
			const found = await this.page.evaluate<Extract<PageMessage, { kind: "request" }> | undefined>(find);
			if (found !== undefined) return found;
			await this.page.waitForTimeout(20);
		}
		throw new Error(`The page never asked for ${kind}.`);
	}

	async close(): Promise<void> {
		await this.page.context().close();
	}
}

/** Opens the page as it was built. */
export async function openReview(browser: Browser, window: ReviewWindow = {}): Promise<ReviewInBrowser> {
	const { theme = "dark", width = 1000, height = 900, state, content } = window;
	const page = await newPage(browser, { width, height });
	page.setDefaultTimeout(10_000);
	await page.route("**/*", (route) => {
		const { pathname } = new URL(route.request().url());
		const built = /^\/review\.(?:js|css)$/.test(pathname);
		if (built)
			return route.fulfill({
				body: readFileSync(join(projectRoot(), "dist", pathname)),
				contentType: pathname.endsWith("js") ? "text/javascript" : "text/css",
			});
		if (pathname === "/")
			return route.fulfill({ body: shell(theme, state, content), contentType: "text/html; charset=utf-8" });
		return route.abort();
	});
	await page.goto(`${origin}/`);
	return new ReviewInBrowser(page);
}

function shell(theme: Theme, state: unknown, content: unknown): string {
	const inScript = JSON.stringify(content ?? null).replaceAll("<", "\\u003c");
	const { bodyClass, colours } = themes[theme];
	const prepare = `
		window.said = []; window.problems = []; window.kept = ${JSON.stringify(state ?? null).replaceAll("<", "\\u003c")};
		addEventListener("securitypolicyviolation", (event) => problems.push(event.violatedDirective + " " + event.blockedURI + " " + event.sample));
		addEventListener("error", (event) => problems.push(String(event.message)));
		addEventListener("unhandledrejection", (event) => problems.push(String(event.reason)));
		window.acquireVsCodeApi = () => ({
			postMessage: (message) => said.push(structuredClone(message)),
			getState: () => window.kept ?? undefined,
			setState: (value) => { window.kept = structuredClone(value); },
		});
		for (const [name, value] of Object.entries(${JSON.stringify(colours)})) document.documentElement.style.setProperty("--vscode-" + name, value);
		document.documentElement.style.setProperty("--vscode-font-family", "Inter, 'Noto Sans', sans-serif");
		document.documentElement.style.setProperty("--vscode-font-size", "13px");`;
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Review</title>
		<meta name="viewport" content="width=device-width, initial-scale=1">
		<meta http-equiv="Content-Security-Policy" content="${policy}">
		<link rel="stylesheet" href="${origin}/review.css"></head>
		<body class="${bodyClass}"><script type="application/json" id="content">${inScript}</script><script nonce="n">${prepare}</script><script nonce="n" src="${origin}/review.js"></script></body></html>`;
}
