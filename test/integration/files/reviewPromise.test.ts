import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { FileMemento } from "../../../src/host/core/fileMemento.ts";
import { ReviewDrafts } from "../../../src/host/review/reviewDrafts.ts";
import { ReviewPanel } from "../../../src/host/review/reviewPanel.ts";
import { PlanSession } from "../../../src/host/session/planSession.ts";
import { emptyDraft, maxPromises, type ReviewDraft } from "../../../src/review/reviewDraft.ts";
import type { ReviewPage } from "../../../src/review/reviewPageModel.ts";
import { type PageMessage, type PageRequest, parseHostMessage } from "../../../src/review/reviewProtocol.ts";
import { DraftKeeper } from "../../../src/webview/draftKeeper.ts";
import { draftToSave } from "../../../src/webview/editDraft.ts";
import { type Answer, Answers } from "../support/answers.ts";
import { eventually } from "../support/eventually.ts";
import { fixedClock } from "../support/fixedClock.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";
import { MemoryMemento } from "../support/memoryMemento.ts";

const plan = `start: 2026-01-05
targets:
  month 2: [{ id: talks, title: Talks }, { id: lab, title: Lab }]
checkpoints: [{ id: half, title: Half, every: 6 months, until: year 1 }]
`;
const key = { checkpoint: "half", occurrence: 1 };
const pick =
	(label: string): Answer =>
	() =>
		label;

/** The page of a review without its elements: it keeps the draft as the real one does, and talks to the panel. */
class PageInTest {
	private readonly heard = new vscode.EventEmitter<unknown>();
	private readonly closed = new vscode.EventEmitter<void>();
	private keeper: DraftKeeper | undefined;
	private state: unknown;
	private page: ReviewPage | undefined;
	private readonly answers = new Map<number, boolean>();
	/** Whether messages of the panel wait, as while the page is busy. */
	private held: Array<unknown> | undefined;

	/** What the panel holds. */
	readonly panel = {
		title: "",
		active: true,
		visible: true,
		webview: {
			html: "",
			onDidReceiveMessage: this.heard.event,
			postMessage: async (message: unknown) => {
				if (this.held) this.held.push(message);
				else this.receive(message);
				return true;
			},
		},
		onDidDispose: this.closed.event,
		reveal: () => undefined,
		dispose: () => this.closed.fire(),
	};

	/** Loads the page as VS Code does when its tab is shown: with the content of its HTML and the state that was kept. */
	load(): void {
		this.keeper = new DraftKeeper(
			{
				postMessage: (message) => this.post(message),
				getState: () => this.state,
				setState: (state) => {
					this.state = JSON.parse(JSON.stringify(state));
				},
			},
			() => undefined,
		);
		const [, content = "null"] = /id="content">(.*?)<\/script>/s.exec(this.panel.webview.html) ?? [];
		this.receive(JSON.parse(content));
		this.post({ kind: "ready" });
	}

	/** The draft that the page shows. */
	get draft(): ReviewDraft {
		const { page = assert.fail("nothing is shown") } = this;
		return page.mode === "open" ? (this.keeper?.draft ?? page.written) : page.written;
	}

	get mode(): ReviewPage["mode"] | undefined {
		return this.page?.mode;
	}

	edit(fields: Partial<ReviewDraft>): void {
		this.keeper?.change({ ...this.draft, ...fields });
	}

	/** Posts what was edited, as happens shortly after. */
	flush(): void {
		this.keeper?.flush();
	}

	/** Lets messages of the panel wait until the returned function is called. */
	hold(): () => void {
		this.held = [];
		return () => {
			const messages = this.held ?? [];
			this.held = undefined;
			for (const message of messages) this.receive(message);
		};
	}

	async ask(request: PageRequest): Promise<void> {
		const id = this.answers.size + 1;
		this.answers.set(id, false);
		this.post({ kind: "request", id, request });
		await eventually(() => assert.ok(this.answers.get(id), `no answer to ${request.do}`));
	}

	/** As the Save button does. */
	async save(): Promise<void> {
		const sent = this.keeper?.draft;
		this.flush();
		await this.ask({ do: "save", draft: draftToSave(this.draft) });
		this.keeper?.forget(sent);
	}

	dispose(): void {
		vscode.Disposable.from(this.heard, this.closed).dispose();
	}

	private post(message: PageMessage): void {
		this.heard.fire(JSON.parse(JSON.stringify(message)));
	}

	private receive(data: unknown): void {
		const message = parseHostMessage(JSON.parse(JSON.stringify(data)));
		if (message?.kind === "page") {
			this.keeper?.receive(message.page, message.draft, message.at);
			this.page = message.page;
		} else if (message?.kind === "answer") {
			this.answers.set(message.id, message.ok || assert.fail(message.error));
		}
	}
}

describe("a way back as a promise of a review", () => {
	const files = new MemoryFiles("waymark-promise");
	const log = vscode.window.createOutputChannel("Waymark promise test", { log: true });
	let session: PlanSession;
	let drafts: ReviewDrafts;
	let page: PageInTest;
	let panel: ReviewPanel;
	let folder: string;
	let number = 0;

	beforeEach(async () => {
		folder = `/${++number}`;
		files.put(`${folder}/roadmap.yaml`, plan);
		session = new PlanSession(files.uri(`${folder}/roadmap.yaml`), log, fixedClock, {
			state: new MemoryMemento(),
			onChange: () => void panel?.refresh(),
			shared: new FileMemento(files.uri(`${folder}/storage`)),
		});
		await session.source();
		drafts = new ReviewDrafts(new FileMemento(files.uri(`${folder}/drafts`)), "plan");
	});
	afterEach(() => vscode.Disposable.from(panel, page, session).dispose());
	after(() => vscode.Disposable.from(files, log).dispose());

	/** Opens the page of the review. */
	async function open(): Promise<void> {
		page = new PageInTest();
		const { extensionUri } = vscode.extensions.getExtension("waymark.waymark") ?? assert.fail("not installed");
		const context = { extensionUri, files: async () => ({ script: "", style: "" }), session, drafts, log };
		const opened = page.panel as unknown as vscode.WebviewPanel;
		panel = new ReviewPanel(key, opened, { ...context, open: async () => undefined }, () => undefined);
		await eventually(() => assert.match(page.panel.webview.html, /id="content"/));
		page.load();
	}

	/** Takes a way back as a promise, as with the button of the page. @param last what happens just before */
	async function promise(item: string, option: string, last: () => void = () => undefined): Promise<void> {
		const use: Answer = () => {
			last();
			return "Promise it in the review";
		};
		const answers = new Answers([pick(item), pick(option), use, () => undefined]);
		try {
			await page.ask({ do: "getBackOnTrack" });
			await eventually(() => assert.equal(answers.left, 0, answers.shown.at(-1)));
		} finally {
			answers.dispose();
		}
	}

	const promises = () => page.draft.next.map(({ text }) => text);
	const kept = async () => (await drafts.get(key))?.draft;

	it("appears among the promises of the page without a reload, and in the saved review", async () => {
		await open();
		page.edit({ summary: "A good half" });
		page.flush();
		await promise("Talks", "Later");
		await eventually(() => assert.deepEqual(promises(), ["Talks: by Oct 31, 2026"]));
		assert.equal(page.draft.summary, "A good half");
		await promise("Lab", "Drop it");
		await eventually(() => assert.deepEqual(promises(), ["Talks: by Oct 31, 2026", "Lab: drop it"]));
		assert.equal(files.text(`${folder}/roadmap.yaml`), plan);
		await page.save();
		assert.deepEqual([page.mode, promises().length], ["held", 2]);
		const [review] = session.journal.ledger.between().flatMap(({ entry }) => (entry.type === "review" ? [entry] : []));
		assert.equal(review?.summary, "A good half");
		assert.deepEqual(
			review?.next?.map(({ id, ...rest }) => rest),
			[
				{ text: "Talks: by Oct 31, 2026", on: "talks", due: "2026-10-31" },
				{ text: "Lab: drop it", on: "lab" },
			],
		);
	});

	it("keeps what was typed but not posted yet when the promise is added", async () => {
		await open();
		let release: () => void = () => assert.fail("The page was not busy.");
		await promise("Talks", "Drop it", () => {
			page.edit({ summary: "Typed" });
			release = page.hold();
		});
		await eventually(async () => assert.equal((await kept())?.next.length, 1));
		page.flush();
		await eventually(async () => assert.equal((await kept())?.summary, "Typed"));
		release();
		await eventually(() => assert.deepEqual([page.draft.summary, promises()], ["Typed", ["Talks: drop it"]]));
		assert.deepEqual(await kept(), page.draft);
	});

	it("is there when the page is loaded again, also if it was hidden meanwhile", async () => {
		await open();
		page.edit({ summary: "A good half" });
		page.flush();
		await promise("Talks", "Drop it", () => page.hold());
		await eventually(async () => assert.equal((await kept())?.next.length, 1));
		// What was posted to the hidden page is lost.
		page.hold()();
		page.load();
		await eventually(() => assert.deepEqual([page.draft.summary, promises()], ["A good half", ["Talks: drop it"]]));
	});

	it("stays removed, and can be taken after the review was saved and amended", async () => {
		await open();
		await promise("Talks", "Drop it");
		await eventually(() => assert.equal(promises().length, 1));
		page.edit({ next: [] });
		page.flush();
		await promise("Lab", "Drop it");
		await eventually(() => assert.deepEqual(promises(), ["Lab: drop it"]));
		await page.save();
		await page.ask({ do: "amend" });
		await eventually(() => assert.equal(page.mode, "open"));
		await promise("Talks", "Drop it");
		await eventually(() => assert.deepEqual(promises(), ["Lab: drop it", "Talks: drop it"]));
	});

	it("leaves the draft as it is if there are as many promises as a review holds", async () => {
		const next = Array.from({ length: maxPromises }, (_, at) => ({ id: String(at), text: `Promise ${at}` }));
		await drafts.set(key, { at: 1, draft: { ...emptyDraft, next } });
		await open();
		const { showWarningMessage } = vscode.window;
		const messages: Array<string> = [];
		Object.assign(vscode.window, { showWarningMessage: async (message: string) => void messages.push(message) });
		try {
			await promise("Talks", "Drop it");
			await eventually(() => assert.match(messages.join(), /at most 200 promises/));
		} finally {
			Object.assign(vscode.window, { showWarningMessage });
		}
		assert.deepEqual((await kept())?.next, next);
	});
});
