import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { type Clock, today } from "../../src/host/core/clock.ts";
import { DayChangeWatcher, msUntilDayEnd } from "../../src/host/core/dayChangeWatcher.ts";
import type { FoundPlans } from "../../src/host/plan/planFinder.ts";
import { PlanSession } from "../../src/host/session/planSession.ts";
import { eventually } from "./support/eventually.ts";
import { MemoryFiles } from "./support/memoryFiles.ts";
import { MemoryMemento } from "./support/memoryMemento.ts";

const hour = 3_600_000;

/** A clock that a test sets: it stands still. */
class SetClock implements Clock {
	constructor(
		private instant: number,
		private readonly zone = "America/Chicago",
	) {}

	set(instant: number): void {
		this.instant = instant;
	}

	now(): number {
		return this.instant;
	}

	timeZone(): string {
		return this.zone;
	}
}

describe("the time until a day ends", () => {
	// In 2026 the clocks of Chicago skip 02:00 to 03:00 on 8 March, and go through 01:00 to 02:00 twice on 1 November.
	for (const [name, at, zone, dayEnds, hours] of [
		["an ordinary day", "2026-06-10T08:00:00-05:00", "America/Chicago", 0, 16],
		["a day of 23 hours", "2026-03-08T00:00:00-06:00", "America/Chicago", 0, 23],
		["a day of 25 hours", "2026-11-01T00:00:00-05:00", "America/Chicago", 0, 25],
		["its last minute", "2026-06-10T23:59:00-05:00", "America/Chicago", 0, 1 / 60],
		["its first moment", "2026-06-10T00:00:00-05:00", "America/Chicago", 0, 24],
		["a day that ends at three in the morning, before that", "2026-06-10T01:00:00-05:00", "America/Chicago", 180, 2],
		["the same, after that", "2026-06-10T03:00:00-05:00", "America/Chicago", 180, 24],
		["an end after the hour that is skipped", "2026-03-08T01:00:00-06:00", "America/Chicago", 180, 1],
		["an end within the hour that is skipped", "2026-03-08T01:00:00-06:00", "America/Chicago", 150, 1],
		["an end after the hour that comes twice", "2026-11-01T00:30:00-05:00", "America/Chicago", 180, 3.5],
		["a place that changes by half an hour", "2026-10-04T00:00:00+10:30", "Australia/Lord_Howe", 0, 23.5],
		["the zone of all zones", "2026-06-10T12:00:00Z", "UTC", 0, 12],
	] as const) {
		it(`is right for ${name}`, () => {
			const clock = new SetClock(Date.parse(at), zone);
			assert.equal(msUntilDayEnd(clock, today(clock, dayEnds), dayEnds) / hour, hours);
		});
	}

	it("is zero for a day that is over", () => {
		const clock = new SetClock(Date.parse("2026-06-10T08:00:00-05:00"));
		assert.equal(msUntilDayEnd(clock, today(clock) - 1, 0), 0);
	});
});

describe("the change of the day", () => {
	const midnight = Date.parse("2026-06-11T00:00:00-05:00");

	it("is detected while the window is open", async () => {
		const clock = new SetClock(midnight - 5);
		let turns = 0;
		const turn = new DayChangeWatcher(
			clock,
			() => 0,
			() => turns++,
		);
		clock.set(midnight + 1000);
		await eventually(() => assert.equal(turns, 1));
		turn.check();
		assert.equal(turns, 1, "once a day");
		turn.dispose();
	});

	it("follows the plan's end of the day", () => {
		const clock = new SetClock(midnight + hour);
		let dayEnds = 0;
		let turns = 0;
		const turn = new DayChangeWatcher(
			clock,
			() => dayEnds,
			() => turns++,
		);
		dayEnds = 180;
		turn.check();
		assert.equal(turns, 1, "it is the day before again");
		clock.set(midnight + 3 * hour);
		turn.check();
		assert.equal(turns, 2);
		turn.dispose();
	});

	it("updates everything that a session shows", async () => {
		const files = new MemoryFiles("waymark-turn");
		const log = vscode.window.createOutputChannel("Waymark test", { log: true });
		const clock = new SetClock(midnight - 5);
		const uri = files.put(
			"/roadmap.yaml",
			"start: 2026-01-05\nweek: {days: thursday-sunday}\ntargets: {2026: [{title: A, when: 2026-06-10}]}\ncommitments: [{title: C, hours: 2}]\n",
		);
		let changes = 0;
		const session = new PlanSession(uri, log, clock, { state: new MemoryMemento(), onChange: () => changes++ });
		const plans: FoundPlans = { all: [], active: undefined };
		const shown = async () => {
			const options = { grouping: "phase", filter: "all", week: 0 } as const;
			// A slow machine would show that the journal is being read.
			await session.source();
			const [group] = (await session.view("roadmap", options, plans)).rows;
			const [total] = (await session.view("week", options, plans)).rows;
			const badge = await session.badge();
			return [group?.children?.()[0]?.description, total?.description, badge?.value];
		};
		assert.deepEqual(await shown(), ["Jun 10", "0m/2h · on pace · 4 days left", undefined]);
		const before = changes;
		clock.set(midnight + 24 * hour);
		await eventually(() => assert.ok(changes > before));
		assert.deepEqual(await shown(), ["was due Jun 10", "0m/2h · behind · 3 days left", 1]);
		vscode.Disposable.from(session, files, log).dispose();
	});
});
