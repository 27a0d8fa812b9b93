import type { Browser, Page } from "playwright-core";
import { IdGenerator } from "../../../src/journal/entryIds.ts";
import { Ledger } from "../../../src/journal/ledger/ledger.ts";
import { createEntry } from "../../../src/journal/newEntry.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { SnapshotMaker } from "../../../src/progress/snapshotMaker.ts";
import { parseDay } from "../../../src/time/day.ts";
import { overviewPage } from "../../../src/viewmodel/overview/overviewPage.ts";
import type { OverviewPage } from "../../../src/viewmodel/overview/overviewPageModel.ts";
import { overviewPatch } from "../../../src/viewmodel/overview/overviewPatch.ts";
import { KnownRows } from "../../../src/viewmodel/overview/overviewTimeline.ts";
import { Formatter } from "../../../src/viewmodel/text/formatter.ts";
import { launchBrowser } from "../../harness/browser/browser.ts";
import type { DisposableStore } from "../../harness/disposableStore.ts";
import { openReview } from "../../webview/reviewInBrowser.ts";
import { largeJournal } from "../largeJournal.ts";
import { type Measured, median } from "../table.ts";
import { manyItems } from "./manyItems.ts";

const bars = 1000;
const frames = 90;
const rounds = 15;
const today = "2026-07-28";

/**
 * The page of the overview in a browser: the time between frames while it zooms and pans with 1,000 bars, and one more
 * entry, from the journal to the drawn page, with and without 5,000 items and 100,000 entries.
 */
export async function measureOverview(disposables: DisposableStore): Promise<ReadonlyArray<Measured>> {
	const browser = await launchBrowser(disposables);
	const { page } = await openOverview(browser, new Roadmap(manyItems(bars), 0).page());
	const zoom = await frameTimes(page, "ctrlKey: true, deltaY: step % 20 < 10 ? -20 : 20");
	const pan = await frameTimes(page, "deltaX: step % 20 < 10 ? 30 : -30");
	await page.context().close();
	return [
		limited(`zooming with ${bars} bars, ms between frames (95% within ${zoom.most.toFixed(1)})`, zoom.median, 20),
		limited(`panning with ${bars} bars, ms between frames (95% within ${pan.most.toFixed(1)})`, pan.median, 20),
		limited("one more entry, from the journal to the drawn overview, the sample", await redraw(browser, 0, 0), 100),
		limited("... with 5000 items and 100000 entries", await redraw(browser, 5000, 100_000), 100),
	];
}

/** A plan and a journal as a window follows them. */
class Roadmap {
	private readonly maker = new SnapshotMaker();
	private readonly knownRows = new KnownRows();
	private readonly formatter = new Formatter("en");
	private readonly ids = new IdGenerator();
	private readonly ledger = new Ledger();
	private readonly plan;
	private readonly day = parseDay(today) ?? 0;

	constructor(text: string, entries: number) {
		const { plan } = parsePlan(text);
		if (!plan) throw new Error("The plan could not be read.");
		this.plan = plan;
		for (const entry of largeJournal(entries)) this.ledger.add(entry);
	}

	page(): OverviewPage {
		const { plan, ledger, day, formatter, knownRows } = this;
		const snapshot = this.maker.make(plan, ledger, day);
		return overviewPage({ snapshot, plan, ledger, aliases: snapshot.aliases, today: day, formatter }, { knownRows });
	}

	log(): void {
		const now = () => Date.parse(`${today}T12:00:00Z`);
		const entry = { type: "progress", on: "connections", add: 1 } as const;
		this.ledger.add(createEntry(entry, { ids: this.ids, now, timeZone: "UTC" }));
	}
}

async function openOverview(browser: Browser, patch: OverviewPage) {
	const opened = await openReview(browser, { width: 1280, content: { kind: "overview", patch } });
	await opened.page.getByRole("listbox").waitFor();
	return opened;
}

/** The median time in ms from an entry to the next frame of the page, without the first ones, which warm up. */
async function redraw(browser: Browser, items: number, entries: number): Promise<number> {
	const roadmap = new Roadmap(manyItems(items), entries);
	const first = roadmap.page();
	let { posted } = overviewPatch(first);
	const { page } = await openOverview(browser, first);
	const times: Array<number> = [];
	for (let round = 0; round < rounds; round++) {
		roadmap.log();
		const begin = performance.now();
		const made = overviewPatch(roadmap.page(), posted);
		const computed = performance.now() - begin;
		posted = made.posted;
		const message = JSON.stringify({ kind: "overview", patch: made.patch });
		const drawn = await page.evaluate<number>(`new Promise((done) => {
			const begin = performance.now();
			addEventListener("message", () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin))), { once: true });
			postMessage(${message}, "*");
		})`);
		times.push(computed + drawn);
	}
	await page.context().close();
	return median(times.slice(5));
}

/** The times between frames, in ms, while the wheel turns once a frame. */
async function frameTimes(page: Page, wheel: string) {
	const times = await page.evaluate<ReadonlyArray<number>>(`new Promise((done) => {
		const list = document.querySelector(".tl-list");
		const { left, top, width } = list.getBoundingClientRect();
		const times = [];
		let last = performance.now();
		let step = 0;
		const next = (now) => {
			if (step > 0) times.push(now - last);
			last = now;
			if (step++ === ${frames}) return done(times);
			list.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, clientX: left + width * 0.7, clientY: top + 99, ${wheel} }));
			requestAnimationFrame(next);
		};
		requestAnimationFrame(next);
	})`);
	const sorted = times.toSorted((a, b) => a - b);
	return { median: median(times), most: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN };
}

function limited(what: string, ms: number, limit: number): Measured {
	return { what, value: `${ms.toFixed(1)} ms`, limit: `${limit} ms`, met: ms <= limit };
}
