import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { registerRoadmapTimeline } from "../../src/host/history/roadmapTimeline.ts";
import { type TimelineSource, timelineApi } from "../../src/host/history/timelineApi.ts";
import { PlanSession } from "../../src/host/session/planSession.ts";
import { fixedClock } from "./support/fixedClock.ts";
import { MemoryFiles } from "./support/memoryFiles.ts";
import { MemoryMemento } from "./support/memoryMemento.ts";

/** An item of the API, version 1.145, as a stand-in. */
class TimelineItem {
	id?: string;

	constructor(
		readonly label: string,
		readonly timestamp: number,
	) {}
}

const plan = `start: 2026-01-05
commitments: [{ id: writing, title: Writing, hours: 3 }]
targets: { 2026: [{ id: talk, title: Talk given, link: talks/first.md }, { id: quiet, title: Secret, private: true }] }
checkpoints: [{ id: half, title: Half year, every: 6 months }]
`;
const entries = [
	{ at: "2026-02-01T09:00:00Z", type: "time", on: "writing", minutes: 30, note: "Outline" },
	{ at: "2026-02-01T10:00:00Z", type: "timer", on: "writing" },
	{ at: "2026-02-02", type: "progress", on: "talk", set: true, link: "https://example.com" },
	{ at: "2026-02-03", type: "note", text: "A prize", link: "./prize.pdf" },
	{ at: "2026-02-04", type: "plan", on: "talk", field: "when", was: null, now: "2026" },
	{ at: "2026-02-05", type: "review", checkpoint: "half", occurrence: 1, summary: "Well" },
];

describe("the timeline of files", () => {
	const files = new MemoryFiles("waymark-timeline");
	const log = vscode.window.createOutputChannel("Waymark timeline test", { log: true });
	const changed = new vscode.EventEmitter<void>();
	let session: PlanSession;
	let registration: vscode.Disposable;
	let source: TimelineSource;
	let registered: ReadonlyArray<unknown> = [];

	before(() => {
		files.put("/roadmap.yaml", plan);
		const lines = entries.map((entry, index) => `${JSON.stringify({ id: `00${index}`, ...entry })}\n`);
		files.put("/roadmap.log.jsonl", lines.join(""));
		session = new PlanSession(files.uri("/roadmap.yaml"), log, fixedClock, {
			state: new MemoryMemento(),
			onChange: () => undefined,
		});
		const workspace = {
			registerTimelineProvider: (id: string, label: string, scheme: string, provider: TimelineSource) => {
				registered = [id, label, scheme];
				source = provider;
				return new vscode.Disposable(() => (registered = []));
			},
		};
		const api = timelineApi({ TimelineItem, workspace });
		registration = registerRoadmapTimeline(session, changed.event, api);
	});
	after(() => vscode.Disposable.from(session, files, log, changed).dispose());

	const labels = async (path: string, request = {}) => {
		const { items, cursor } = await source.provideTimeline(files.uri(path), request);
		return [...items.map((item) => (item as unknown as TimelineItem).label), ...(cursor === undefined ? [] : [cursor])];
	};

	it("has the journal, reviews, wins, and plan changes for the plan, the newest first", async () => {
		assert.deepEqual(registered, ["waymark", "Waymark", "*"]);
		assert.deepEqual(
			(await labels("/roadmap.yaml")).map((label) => label.replace(/\s/g, " ")),
			["Half year: review 1", "Talk given: when changed to 2026", "A prize", "Talk given: done", "Writing: 30 min"],
		);
		const { items } = await source.provideTimeline(files.uri("/roadmap.yaml"), { limit: 1 });
		const [{ timestamp: _, ...item }] = items as unknown as [Readonly<Record<string, unknown>>];
		assert.deepEqual([item["id"], item["description"]], ["005", "Well"]);
		assert.deepEqual((item["command"] as vscode.Command).arguments, ["005"]);
	});

	it("comes in pages", async () => {
		assert.equal((await labels("/roadmap.yaml", { limit: 2 })).at(-1), "2");
		assert.equal((await labels("/roadmap.yaml", { limit: 2, cursor: "2" })).at(0), "A prize");
		assert.equal((await labels("/roadmap.yaml", { limit: 2, cursor: "4" })).length, 1);
		assert.equal((await labels("/roadmap.yaml", { cursor: "__proto__" })).length, 5);
	});

	it("has for a file that links name their evidence, and for others nothing", async () => {
		assert.deepEqual(await labels("/talks/first.md"), ["Talk given: when changed to 2026", "Talk given: done"]);
		assert.deepEqual(await labels("/prize.pdf"), ["A prize"]);
		assert.deepEqual(await labels("/other.md"), []);
	});

	it("changes with the roadmap until it is disposed", () => {
		let changes = 0;
		const following = source.onDidChangeTimeline(() => changes++);
		changed.fire();
		following.dispose();
		registration.dispose();
		assert.deepEqual([changes, registered], [1, []]);
	});

	it("isn't registered where the host has no API or only the proposal, and doesn't fail where it is refused", () => {
		assert.equal(timelineApi({ workspace: {} }), undefined);
		assert.equal(
			timelineApi({ TimelineItem, workspace: { registerTimelineProvider: (_a: string, _b: object) => _a } }),
			undefined,
		);
		const register = () => {
			throw new Error("CANNOT use API proposal: timeline");
		};
		registerRoadmapTimeline(session, changed.event, { TimelineItem, register }).dispose();
		// The real one, if this host has it.
		registerRoadmapTimeline(session, changed.event).dispose();
	});
});
