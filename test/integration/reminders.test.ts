import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import type { Clock } from "../../src/host/core/clock.ts";
import { FileMemento } from "../../src/host/core/fileMemento.ts";
import { NudgeService } from "../../src/host/reminders/nudgeService.ts";
import { ReminderController } from "../../src/host/reminders/reminderController.ts";
import { TimerMonitor } from "../../src/host/reminders/timerMonitor.ts";
import { PlanSession } from "../../src/host/session/planSession.ts";
import type { Prompter } from "../../src/host/ui/prompter.ts";
import type { Entry } from "../../src/journal/entry.ts";
import { type Commit, commitEvidence } from "../../src/logging/evidence/commit.ts";
import { type Answer, Answers } from "./support/answers.ts";
import { eventually } from "./support/eventually.ts";
import { MemoryFiles } from "./support/memoryFiles.ts";
import { MemoryMemento } from "./support/memoryMemento.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
// The week of Monday 2 March 2026: six days of 40 minutes.
const plan = [
	"start: 2026-01-05",
	"week: {days: monday-saturday, hours: 4}",
	"commitments: [{id: writing, title: Writing, hours: 3}, {id: reading, title: Reading, hours: 1}]",
	"phases: [{title: One, when: by month 3}, {title: Two, when: months 4-6}]",
].join("\n");
const monday = Date.parse("2026-03-02T18:00:00Z");

/** A clock that goes only when it is moved. */
class SetClock implements Clock {
	constructor(public time: number) {}
	now(): number {
		return this.time;
	}
	timeZone(): string {
		return "UTC";
	}
}

/** A window whose person answers each message as was told, by the beginning of the choice. */
class Person implements Prompter {
	readonly heard: Array<string> = [];
	isHere = true;
	answer = "";
	minutes: number | undefined;

	isWindowFocused(): boolean {
		return this.isHere;
	}

	async promptMinutes(): Promise<number | undefined> {
		return this.minutes;
	}

	async ask(message: string, ...choices: ReadonlyArray<string>): Promise<string | undefined> {
		this.heard.push([message, ...choices].join(" | "));
		return choices.find((choice) => this.answer !== "" && choice.startsWith(this.answer));
	}
}

describe("reminders", () => {
	const files = new MemoryFiles("waymark-attention");
	const log = vscode.window.createOutputChannel("Waymark test", { log: true });
	let folder: string;
	let number = 0;
	let clock: SetClock;
	let opened: Array<vscode.Disposable>;

	beforeEach(() => {
		folder = `/${++number}`;
		clock = new SetClock(monday);
		opened = [];
		files.put(`${folder}/roadmap.yaml`, plan);
	});
	afterEach(async () => {
		vscode.Disposable.from(...opened).dispose();
		await set("nudge.notify", undefined);
		await set("nudge.lastDays", undefined);
	});
	after(() => vscode.Disposable.from(files, log).dispose());

	function set(name: string, value: unknown): Thenable<void> {
		return vscode.workspace.getConfiguration("waymark").update(name, value, vscode.ConfigurationTarget.Global);
	}

	/** A window on the plan, with the memory that all windows share. */
	function open(): { session: PlanSession; memory: FileMemento; person: Person } {
		const session = new PlanSession(files.uri(`${folder}/roadmap.yaml`), log, clock, {
			state: new MemoryMemento(),
			onChange: () => undefined,
		});
		opened.push(session);
		return { session, memory: new FileMemento(files.uri(`${folder}/storage`)), person: new Person() };
	}

	function openNudger() {
		const { session, memory, person } = open();
		return { session, person, nudger: new NudgeService(session, memory, person) };
	}

	function openKeeper() {
		const { session, memory, person } = open();
		const keeper = new TimerMonitor(session, memory, person);
		opened.push(keeper);
		return { session, person, keeper };
	}

	function put(...entries: ReadonlyArray<Readonly<Record<string, unknown>>>): void {
		files.put(`${folder}/roadmap.log.jsonl`, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
	}

	const startedAt = (at: number, id = "t", on = "writing") => ({
		id,
		at: new Date(at).toISOString(),
		type: "timer",
		on,
	});

	/** The time that counts, as `on minutes`. */
	async function counted(session: PlanSession): Promise<ReadonlyArray<string>> {
		await session.plan();
		return session.journal.ledger
			.between({ start: 0, end: 100_000 })
			.map(({ entry }): Entry => entry)
			.flatMap((entry) => (entry.type === "time" ? `${entry.on} ${entry.minutes}` : []));
	}

	describe("a nudge", () => {
		it("highlights the status bar item on the last two days of weeks that are behind, from the set hour, and at no other time", async () => {
			put({ id: "1", at: "2026-03-10", type: "time", on: "writing", minutes: 240 });
			const { nudger, person } = openNudger();
			const tinted: Array<string> = [];
			for (let time = monday - 18 * hourMs; time < monday + 21 * dayMs; time += 6 * hourMs) {
				clock.time = time;
				if (await nudger.check()) {
					tinted.push(new Date(time).toISOString().slice(5, 13));
				}
			}
			assert.deepEqual(tinted, ["03-06T18", "03-07T18", "03-20T18", "03-21T18"]);
			assert.deepEqual(person.heard, [], "no message that nobody asked for");
		});

		it("never highlights with 0 days", async () => {
			await set("nudge.lastDays", 0);
			const { nudger } = openNudger();
			clock.time = monday + 5 * dayMs;
			assert.equal(await nudger.check(), false);
		});

		it("shows one notification a week if they are enabled, however often and in however many windows it checks", async () => {
			await set("nudge.notify", true);
			put({ id: "1", at: "2026-02-25", type: "time", on: "reading", minutes: 5 });
			const left = openNudger();
			const right = openNudger();
			right.person.isHere = false;
			for (const day of [4, 5, 11, 12]) {
				clock.time = monday + day * dayMs;
				await Promise.all([left.nudger.check(), left.nudger.check(), right.nudger.check()]);
			}
			assert.deepEqual(left.person.heard, [
				"Log 4 h today or tomorrow to keep the week. Most time is still needed for Writing. | Log Time | Snooze... | Never",
				"Log 4 h today or tomorrow to keep the week. Most time is still needed for Writing. | Log Time | Snooze... | Never",
			]);
			right.person.isHere = true;
			await right.nudger.check();
			assert.deepEqual(right.person.heard, []);
		});

		it("shows none during time off", async () => {
			await set("nudge.notify", true);
			files.put(`${folder}/roadmap.yaml`, `${plan}\ntime_off: [2026-03-05..2026-03-07]`);
			const { nudger, person } = openNudger();
			for (const day of [3, 4, 5]) {
				clock.time = monday + day * dayMs;
				assert.equal(await nudger.check(), false);
			}
			assert.deepEqual(person.heard, []);
		});

		it("is never shown again after Never", async () => {
			await set("nudge.notify", true);
			const { nudger, person } = openNudger();
			person.answer = "Never";
			clock.time = monday + 4 * dayMs;
			await nudger.check();
			await eventually(() => assert.equal(vscode.workspace.getConfiguration("waymark").get("nudge.notify"), false));
			clock.time += 7 * dayMs;
			await nudger.check();
			assert.equal(person.heard.length, 1);
		});

		for (const [how, restsOn, comesOn] of [
			["today", [4], [5, 11]],
			["week", [4, 5], [11, 12]],
			["phase", [4, 5, 11, 12, 32], [39]],
		] as const) {
			it(`pauses after a snooze (${how}), also in other windows and after a reload`, async () => {
				const first = openNudger();
				const second = openNudger();
				clock.time = monday + 4 * dayMs;
				assert.equal(await second.nudger.check(), true);
				await first.nudger.snooze(how);
				const reloaded = openNudger();
				for (const { nudger } of [first, second, reloaded]) {
					for (const [days, tinted] of [
						[restsOn, false],
						[comesOn, true],
					] as const) {
						for (const day of days) {
							clock.time = monday + day * dayMs;
							assert.equal(await nudger.check(), tinted, `day ${day}`);
						}
					}
				}
			});
		}

		it("offers to resume once after quiet weeks, and never if notifications are off", async () => {
			put({ id: "1", at: "2026-02-10", type: "time", on: "writing", minutes: 5 });
			const silent = openNudger();
			await silent.nudger.check();
			assert.deepEqual(silent.person.heard, []);
			await set("nudge.notify", true);
			const { nudger, person } = openNudger();
			for (const day of [0, 1, 7, 8]) {
				clock.time = monday + day * dayMs;
				await nudger.check();
			}
			await openNudger().nudger.check();
			assert.deepEqual(person.heard, [
				"Nothing was logged for 2 weeks. Was it time off, do you want a smaller week, or is there something to log? | Choose... | Snooze... | Never",
			]);
		});
	});

	describe("a forgotten timer", () => {
		/** Starts a timer at the hour and works for half an hour, and then looks at it after so many hours. */
		async function afterHours(hours: number, answer: string, commits: ReadonlyArray<Commit> = []) {
			put(startedAt(monday));
			const window = openKeeper();
			if (commits.length > 0) {
				const sitting = { repository: "app", commits, minutes: 5, begin: monday, end: monday };
				Object.assign(window.session.inbox, { refresh: async () => undefined, proposals: () => [sitting] });
			}
			window.person.answer = answer;
			await window.keeper.check();
			for (let minute = 1; minute <= 30; minute++) {
				clock.time = monday + minute * minuteMs;
				await touch();
				await window.keeper.check();
			}
			clock.time = monday + hours * hourMs;
			await window.keeper.check();
			return window;
		}

		/** What a person at the keyboard does to an editor. */
		async function touch(): Promise<void> {
			const document = await vscode.workspace.openTextDocument({ content: "" });
			const seen = new Promise<void>((resolve) => {
				const following = vscode.workspace.onDidChangeTextDocument((event) => {
					if (event.document === document) {
						following.dispose();
						resolve();
					}
				});
			});
			const edit = new vscode.WorkspaceEdit();
			edit.insert(document.uri, new vscode.Position(0, 0), "x");
			await vscode.workspace.applyEdit(edit);
			await seen;
		}

		it("asks once after a sleep, whatever was done on return", async () => {
			const { keeper, person } = await afterHours(2, "");
			await touch();
			await keeper.check();
			assert.deepEqual(person.heard, [
				"The timer for Writing has been running for 2 h. How much of it do you want to keep? | Keep All (2 h) | Until Last Activity (30 min) | Enter Minutes... | Discard",
			]);
		});

		for (const [answer, minutes] of [
			["Keep All", ["writing 120"]],
			["Until Last Activity", ["writing 30"]],
			["Discard", []],
		] as const) {
			it(`applies the answer "${answer}"`, async () => {
				const { session } = await afterHours(2, answer);
				await eventually(() => assert.equal(session.journal.ledger.timers().current, undefined));
				assert.deepEqual(await counted(session), minutes);
			});
		}

		describe("with commits made meanwhile", () => {
			const commits = (["Earlier", "Outline", "Draft"] as const).map((message, index) => ({
				...{ hash: `h${index}`, repository: "app", message },
				authored: monday + (index * 50 - 40) * minuteMs,
			}));
			const [outline, draft] = [commits[1], commits[2]].map((commit) => commitEvidence(commit ?? assert.fail()));

			beforeEach(() => set("evidence.repositories", ["/app"]));
			afterEach(() => set("evidence.repositories", undefined));

			/** Keeps time of a timer, as {@link afterHours}, and answers the prompt for the note. */
			async function keepWithNote(answer: string, note: Answer) {
				const answers = new Answers([note]);
				try {
					const window = await afterHours(2, answer, commits);
					await eventually(() => assert.deepEqual([answers.left, answers.shown.length], [0, 1]));
					return window;
				} finally {
					answers.dispose();
				}
			}

			for (const [answer, proposed, evidence] of [
				["Keep All", "Outline; Draft", [outline, draft]],
				["Until Last Activity", "Outline", [outline]],
			] as const) {
				it(`proposes a note from those of the time that is kept: ${answer}`, async () => {
					const { session } = await keepWithNote(answer, ({ value }) => value);
					await eventually(() => assert.equal(session.journal.ledger.timers().current, undefined));
					const kept = session.journal.ledger
						.between({ start: 0, end: 100_000 })
						.flatMap(({ entry }) => (entry.type === "time" ? [[entry.note, entry.evidence]] : []));
					assert.deepEqual(kept, [[proposed, evidence]]);
				});
			}

			it("keeps the timer running if the note is canceled, and asks again", async () => {
				const { session, keeper, person } = await keepWithNote("Keep All", () => undefined);
				assert.equal(session.journal.ledger.timers().current?.root, "t");
				person.answer = "";
				await eventually(async () => {
					await keeper.check();
					assert.equal(person.heard.length, 2);
				});
			});
		});

		it("logs the entered minutes, and asks again if there are none", async () => {
			const { session, keeper, person } = await afterHours(2, "Enter Minutes");
			await keeper.check();
			assert.equal(person.heard.length, 2);
			person.minutes = 45;
			await keeper.check();
			await eventually(async () => assert.deepEqual(await counted(session), ["writing 45"]));
		});

		it("asks for the time instead of offering to keep a negative one", async () => {
			// The clock was set back after two timers were started; the later one is current.
			put(startedAt(monday + hourMs, "t"), startedAt(monday + 2 * hourMs, "u", "reading"));
			const { session, keeper, person } = openKeeper();
			person.answer = "Enter Minutes";
			person.minutes = 20;
			await keeper.check();
			assert.deepEqual(person.heard, [
				"The timer for Writing starts in the future because the clock was set back. How long did it take? | Enter Minutes... | Discard",
			]);
			await eventually(async () => assert.deepEqual(await counted(session), ["writing 20"]));
		});

		it("asks when the limit has passed, even if the machine never slept", async () => {
			put(startedAt(monday));
			const { keeper, person } = openKeeper();
			for (let minute = 0; minute <= 4 * 60; minute += 4) {
				clock.time = monday + minute * minuteMs;
				await keeper.check();
			}
			assert.deepEqual(person.heard, []);
			for (let more = 1; more < 5; more++) {
				clock.time += minuteMs;
				await keeper.check();
			}
			assert.equal(person.heard.length, 1);
		});

		it("doesn't treat the time before the start of a timer as sleep", async () => {
			const { keeper, person, session } = openKeeper();
			await keeper.check();
			clock.time += 3 * hourMs;
			put(startedAt(clock.time));
			clock.time += minuteMs;
			session.reload();
			await keeper.check();
			assert.equal(session.journal.ledger.timers().current?.root, "t");
			assert.deepEqual(person.heard, []);
		});

		it("keeps the time until the last activity also after a reload: opening a window isn't activity", async () => {
			await afterHours(0.5, "");
			clock.time = monday + 5 * hourMs;
			const { keeper, person, session } = openKeeper();
			await touch();
			person.answer = "Until Last Activity";
			await keeper.check();
			await eventually(async () => assert.deepEqual(await counted(session), ["writing 30"]));
		});

		it("asks in the focused window, even if it gets the focus later", async () => {
			put(startedAt(monday));
			const { keeper, person } = openKeeper();
			await keeper.check();
			person.isHere = false;
			clock.time += hourMs;
			await keeper.check();
			clock.time += minuteMs;
			await keeper.check();
			assert.deepEqual(person.heard, []);
			person.isHere = true;
			await keeper.check();
			assert.equal(person.heard.length, 1);
		});

		it("asks about each of several; the newest keeps running", async () => {
			put(startedAt(monday), startedAt(monday + minuteMs, "u", "reading"));
			const { keeper, person, session } = openKeeper();
			clock.time += 2 * minuteMs;
			person.answer = "Keep All";
			await keeper.check();
			await eventually(async () => assert.deepEqual(await counted(session), ["writing 2"]));
			assert.equal(session.journal.ledger.timers().current?.entry.on, "reading");
			assert.equal(person.heard.length, 1);
		});

		it("asks about a few of thousands at a time, however they are answered, and about each once", async () => {
			const count = 5000;
			put(...Array.from({ length: count }, (_, index) => startedAt(monday + index, `t${index}`)));
			const { keeper, person } = openKeeper();
			clock.time += hourMs;
			const answers: Array<(choice: string | undefined) => void> = [];
			person.ask = (message) => {
				person.heard.push(message);
				return new Promise((answer) => answers.push(answer));
			};
			for (let round = 1; round <= 4; round++) {
				await keeper.check();
				await keeper.check();
				assert.equal(person.heard.length, 3 * round);
				for (const answer of answers.splice(0)) answer(undefined);
				await new Promise((resolve) => setTimeout(resolve, 0));
			}
		});
	});

	describe("the minute timer", () => {
		it("repeats nothing faster, and only while a timer runs", async () => {
			const intervals: Array<number> = [];
			let running = 0;
			const { setInterval: real, clearInterval: clear } = globalThis;
			const counting = (run: () => void, ms: number) => {
				intervals.push(ms);
				running++;
				return real(run, ms);
			};
			const uncounting = (timer?: NodeJS.Timeout) => {
				running -= timer === undefined ? 0 : 1;
				clear(timer);
			};
			Object.assign(globalThis, { setInterval: counting, clearInterval: uncounting });
			try {
				put({ id: "1", at: "2026-03-02", type: "time", on: "writing", minutes: 5 });
				const { session, memory, person } = open();
				const attention = new ReminderController(session, memory, person);
				opened.push(attention);
				await attention.check();
				assert.equal(running, 0);
				put(startedAt(monday));
				session.reload();
				await attention.refresh();
				await attention.refresh();
				assert.equal(running, 1);
				put();
				session.reload();
				await attention.refresh();
				assert.equal(running, 0);
				put(startedAt(monday));
				session.reload();
				await attention.refresh();
				attention.dispose();
				assert.equal(running, 0);
				assert.ok(intervals.length > 0 && intervals.every((ms) => ms >= minuteMs));
			} finally {
				Object.assign(globalThis, { setInterval: real, clearInterval: clear });
			}
		});
	});
});
