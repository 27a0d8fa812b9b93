import assert from "node:assert/strict";
import type { Progress } from "../../../../src/progress/items/itemProgress.ts";
import { formatDay } from "../../../../src/time/day.ts";
import { type Logged, snapshotOf } from "../progressFixture.ts";

/** Progress of the item `b` beside another one, `a`. */
function progressOfB(a: string, b: string, logged: ReadonlyArray<Logged>, today: string): Progress {
	const yaml = `targets: {years 1-2: [{id: a, title: A, ${a}}, {id: b, title: B, ${b}}]}`;
	return snapshotOf(yaml, logged, today).progress.get("b") ?? assert.fail();
}

const text = (day: number | undefined) => (day === undefined ? undefined : formatDay(day));
const tick = (at: string, on = "a", set = true): Logged => [at, on, { set }];
const value = (at: string, set: number, on = "a"): Logged => [at, on, { set }];

describe("an item that is needed", () => {
	it("stays lapsed after the due day, evaluated by its own confirmation too", () => {
		for (const keys of ["confirm: 1 month", "valid: 1 month"]) {
			for (const today of ["2026-06-30", "2026-07-01", "2026-09-01"]) {
				const b = progressOfB("", `when: 2026-01..2026-06, needs: [a], ${keys}`, [tick("2026-03-01")], today);
				assert.deepEqual([b.share, b.state === "done", b.lapsed || b.expired], [0, false, true], `${keys} ${today}`);
			}
		}
	});

	it("is evaluated with its state on the due day", () => {
		const logged = [value("2026-05-01", 5), value("2026-08-01", 3)];
		const b = progressOfB("goal: 5", "when: 2026-06, needs: [a]", logged, "2026-09-01");
		assert.deepEqual([b.state, b.share], ["done", 1]);
	});

	it("is not done in time because it was marked as done again later", () => {
		const logged = [tick("2026-01-10"), tick("2026-08-01")];
		const late = progressOfB("valid: 3 months", "when: 2026-06, needs: [a]", logged, "2026-12-01");
		assert.equal(late.state, "overdue");
		const again = progressOfB("valid: 3 months", "when: 2026-06, needs: [a]", logged, "2026-09-01");
		assert.equal(again.state, "done");
	});

	it("is evaluated through several items, and without what was dropped by then", () => {
		const yaml = [
			"targets: {years 1-2: [{id: a, title: A, goal: 5}, {id: x, title: X, dropped: {on: 2026-06-01}}, ",
			"{id: b, title: B, when: by 2026-05, needs: [a]}, {id: c, title: C, when: by 2026-07, needs: [b, x]}]}",
		].join("");
		const states = (logged: ReadonlyArray<Logged>, today: string) =>
			["b", "c"].map((id) => snapshotOf(yaml, logged, today).progress.get(id)?.state);
		const fell = [value("2026-04-01", 5), value("2026-06-15", 1)];
		assert.deepEqual(states(fell, "2026-09-01"), ["done", "done"]);
		const later = [value("2026-08-01", 5), value("2026-08-10", 1)];
		assert.deepEqual(states(later, "2026-08-05"), ["done", "done"]);
		assert.deepEqual(states(later, "2026-09-01"), ["overdue", "overdue"]);
	});

	it("counts from the day on which it was fulfilled again", () => {
		const through = "when: through 2026-09-14";
		const seen = (logged: ReadonlyArray<Logged>) =>
			text(progressOfB(through, "needs: [a], confirm: 36 days", logged, "2026-10-25").lapses);
		assert.equal(seen([tick("2026-10-20")]), "2026-11-25");
		// What held through its last day is reached on that day.
		assert.equal(seen([tick("2026-09-10")]), "2026-10-20");
	});

	it("doesn't change the meaning of own check marks", () => {
		assert.equal(progressOfB("", "needs: [a]", [tick("2026-03-01", "b")], "2026-04-01").state, "done");
		const undone = [tick("2026-03-01"), tick("2026-03-02", "b", false)];
		assert.equal(progressOfB("", "needs: [a]", undone, "2026-04-01").state, "done");
	});
});

describe("an item that is evaluated on its due day and held then", () => {
	for (const keys of [
		"when: through 2026-06, confirm: 3 months",
		"goal: at most 2, when: 2026-06, confirm: 3 months",
	]) {
		it(`doesn't lapse afterwards: ${keys}`, () => {
			const logged = [keys.includes("goal") ? value("2026-05-01", 1, "b") : tick("2026-05-01", "b")];
			for (const today of ["2026-07-01", "2027-07-01"]) {
				const { state, lapsed, share } = progressOfB("", keys, logged, today);
				assert.deepEqual([state, lapsed, share], ["done", false, 1]);
			}
		});
	}
});

describe("a rate", () => {
	const rate = "goal: 1 per month, when: months 1-2";
	const kept = [value("2026-01-10", 1, "b"), value("2026-02-10", 1, "b")];

	it("is done after its last whole period, not before", () => {
		const state = (today: string) => progressOfB("", rate, kept, today).state;
		assert.deepEqual([state("2026-03-04"), state("2026-03-05")], ["started", "done"]);
	});

	it("lapses and expires once it is done", () => {
		for (const keys of ["confirm: 2 months", "valid: 2 months"]) {
			const seen = (today: string) => progressOfB("", `${rate}, ${keys}`, kept, today);
			assert.deepEqual([seen("2026-05-03").state, seen("2026-05-03").share], ["done", 1]);
			const late = seen("2026-05-04");
			assert.deepEqual([late.lapsed || late.expired, late.share, late.state], [true, 0, "started"], keys);
		}
	});

	it("is confirmed by a number", () => {
		const logged = [tick("2026-01-10", "b"), value("2026-02-20", 1, "b")];
		const b = progressOfB("", "goal: 1 per month, confirm: 1 month", logged, "2026-03-01");
		assert.deepEqual([text(b.lapses), b.state], ["2026-03-20", "done"]);
	});

	it("of at most an amount is not measured by trends or check marks", () => {
		for (const set of ["rising", false]) {
			const b = progressOfB("", "goal: at most 3 per week", [["2026-01-06", "b", { set }]], "2026-07-21");
			assert.deepEqual([b.periods, b.share, b.notMeasured], [{ met: 0, elapsed: 28 }, 0, true]);
		}
	});
});

describe("a goal below the value on day one", () => {
	it("falls only if the plan says `from`", () => {
		const seen = (keys: string, set: number) => progressOfB("", keys, [value("2026-02-01", set, "b")], "2026-03-01");
		assert.equal(seen("goal: -5", 0).state, "done");
		assert.deepEqual([seen("goal: -5", -7).state, seen("goal: -5", -7).share], ["started", 0]);
		assert.equal(seen("goal: -5, from: 0", 0).state, "started");
		assert.equal(seen("goal: -5, from: 0", -7).state, "done");
	});
});

describe("the value of a measure", () => {
	const seen = (count: string, logged: ReadonlyArray<Logged>) => {
		const yaml = `measures: [{id: m, title: M, count: ${count}}]\ntargets: {year 1: [{id: a, of: m, goal: 9, from: 2}]}`;
		return snapshotOf(yaml, logged, "2026-07-01").progress.get("a")?.value;
	};

	it("is what it was set to since day one", () => {
		assert.equal(seen("total", [value("2026-02-01", 3, "m"), value("2026-03-01", 4, "m")]), 4);
		assert.equal(seen("total", [value("2026-02-01", 3, "m"), ["2026-03-01", "m", { add: 4 }]]), 7);
	});

	it("starts at `from` also in a period, until it is set", () => {
		assert.equal(seen("period", [["2026-02-01", "m", { add: 1 }]]), 3);
		assert.equal(seen("period", [value("2026-02-01", 4, "m"), ["2026-03-01", "m", { add: 1 }]]), 5);
	});
});
