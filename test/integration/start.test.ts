import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { systemClock } from "../../src/host/core/clock.ts";
import { PlanFinder } from "../../src/host/plan/planFinder.ts";
import { type ActivePlan, activatePlan } from "../../src/host/roadmap/activePlan.ts";
import { type LoadPlanFeatures, RoadmapController } from "../../src/host/roadmap/roadmapController.ts";
import { ViewState } from "../../src/host/roadmap/viewState.ts";
import { PlanSession } from "../../src/host/session/planSession.ts";
import { eventually } from "./support/eventually.ts";
import { MemoryFiles } from "./support/memoryFiles.ts";
import { MemoryMemento } from "./support/memoryMemento.ts";

type Loaded = Awaited<ReturnType<LoadPlanFeatures>>;

describe("a start", () => {
	let files: MemoryFiles;
	let log: vscode.LogOutputChannel;
	let made: Array<vscode.Disposable>;

	before(() => {
		files = new MemoryFiles("waymark-start");
		log = vscode.window.createOutputChannel("Waymark start test", { log: true });
	});
	beforeEach(() => {
		made = [];
	});
	afterEach(() => vscode.Disposable.from(...made).dispose());
	after(() => vscode.Disposable.from(files, log).dispose());

	const context = (): vscode.ExtensionContext =>
		({
			workspaceState: new MemoryMemento(),
			globalStorageUri: files.uri("/storage"),
			extensionUri: files.uri("/"),
		}) as unknown as vscode.ExtensionContext;

	/** The roadmap of a window with one plan, whatever other tests left in this one. */
	function open(load: LoadPlanFeatures): RoadmapController {
		const plan = files.put("/roadmap.yaml", "title: Mine\n");
		const find = async () => ({ all: [plan], active: plan });
		const finder = Object.assign(new PlanFinder(new MemoryMemento()), { find });
		const state = new ViewState(new MemoryMemento());
		const roadmap = new RoadmapController(context(), log, finder, { state, load });
		made.push(roadmap, finder, state);
		return roadmap;
	}

	/** The second bundle with another way to follow a plan. */
	const loaded = (follow: typeof activatePlan): Loaded => ({ activatePlan: follow }) as unknown as Loaded;

	/** Follows the plan with nothing but a session. */
	const onlySession: typeof activatePlan = (plan, { context: { workspaceState }, onChange }) => {
		const session = new PlanSession(plan, log, systemClock, { state: workspaceState, onChange });
		const rest = {
			reminders: { refresh: async () => undefined },
			panels: {},
			overviews: {},
			history: {},
			finishChange: () => undefined,
		};
		const active = { session, ...rest, dispose: () => session.dispose() };
		// So that the compiler tells here, too, what else an active plan has.
		return active satisfies Record<keyof ActivePlan, unknown> as unknown as ActivePlan;
	};

	it("that fails blocks no view and no command, even if nobody answers the message, and shows the reason", async () => {
		const roadmap = open(() => Promise.reject(new Error("no second bundle")));
		const { rows } = await roadmap.view("week");
		assert.deepEqual(
			rows.map(({ label, description }) => [label, description]),
			[["Waymark couldn't start.", "no second bundle"]],
		);
		for (const ask of [() => roadmap.current(), () => roadmap.reminders(), () => roadmap.reviews()]) {
			await assert.rejects(ask, /couldn't start.*no second bundle/);
		}
	});

	it("that failed is retried with the next refresh", async () => {
		let attempts = 0;
		const roadmap = open(async () => {
			if (attempts++ === 0) throw new Error("not yet");
			return loaded(onlySession);
		});
		await assert.rejects(() => roadmap.current(), /not yet/);
		await roadmap.refresh();
		assert.ok(await roadmap.current());
		assert.ok((await roadmap.view("roadmap")).rows.every(({ id }) => id !== "failed"));
		assert.equal(attempts, 2);
	});

	it("during which everything is disposed watches no plan", async () => {
		let follows = 0;
		let go: (value: Loaded) => void = () => assert.fail();
		let asked: () => void = () => assert.fail();
		const isAsked = new Promise<void>((resolve) => {
			asked = resolve;
		});
		const roadmap = open(() => {
			asked();
			return new Promise((resolve) => {
				go = resolve;
			});
		});
		await isAsked;
		roadmap.dispose();
		go(
			loaded((...args) => {
				follows++;
				return onlySession(...args);
			}),
		);
		assert.equal(await roadmap.current(), undefined);
		assert.equal(follows, 0);
	});

	it("that is disposed before it began searches nothing", async () => {
		const finder = new PlanFinder(new MemoryMemento());
		let looks = 0;
		const counting = Object.assign(finder, {
			find: async () => {
				looks++;
				return { all: [], active: undefined };
			},
		});
		const state = new ViewState(new MemoryMemento());
		const roadmap = new RoadmapController(context(), log, counting, { state, load: () => assert.fail() });
		made.push(finder, state);
		roadmap.dispose();
		await roadmap.current();
		assert.equal(looks, 0);
	});

	it("that fails midway disposes everything it created", async () => {
		const plan = files.put("/broken/roadmap.yaml", "title: [\n");
		const broken = context();
		Object.defineProperty(broken, "globalStorageUri", {
			get: () => {
				throw new Error("no storage");
			},
		});
		const noEvent = new vscode.EventEmitter<void>();
		made.push(noEvent);
		const around = { context: broken, log, onChange: () => undefined, onDidChange: noEvent.event };
		assert.throws(() => activatePlan(plan, around), /no storage/);
		// A session that was left over would say the same a second time.
		made.push(new PlanSession(plan, log, systemClock, { state: new MemoryMemento(), onChange: () => undefined }));
		const found = await eventually(() => {
			const diagnostics = vscode.languages.getDiagnostics(plan);
			assert.ok(diagnostics.length > 0);
			return diagnostics;
		});
		const messages = found.map(({ message, range }) => `${range.start.line}:${range.start.character} ${message}`);
		assert.equal(new Set(messages).size, messages.length);
	});
});
