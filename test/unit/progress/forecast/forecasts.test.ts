import assert from "node:assert/strict";
import { finish } from "../../../../src/journal/steps.ts";
import type { Snapshot } from "../../../../src/progress/snapshot.ts";
import { computeSnapshot } from "../../../../src/progress/snapshot.ts";
import { SnapshotMaker } from "../../../../src/progress/snapshotMaker.ts";
import { formatDay } from "../../../../src/time/day.ts";
import { day, type Logged, ledgerOf, lineOf, planOf } from "../progressFixture.ts";

const plan = planOf("targets: {years 1-3: [{id: a, title: A, goal: 50}, {id: b, title: B, goal: 50}, Tick]}");
const start = day("2026-01-05");
const today = start + 20 * 7;
const logged = ["a", "b"].flatMap((id) =>
	Array.from({ length: 19 }, (_, week): Logged => [formatDay(start + week * 7), id, { add: 1 }]),
);
const itemOf = ({ items }: Snapshot, id: string) => items.get(id) ?? assert.fail();

describe("the forecasts of a snapshot", () => {
	it("are known once they have been computed, and not before", () => {
		const snapshot = computeSnapshot(plan, ledgerOf(plan, logged), today);
		const a = itemOf(snapshot, "a");
		assert.equal(snapshot.forecasts.known(a), undefined);
		assert.equal(finish(snapshot.forecasts.steps()), true);
		assert.equal(snapshot.forecasts.known(a)?.state, "expected");
		assert.equal(snapshot.forecasts.known(a), snapshot.forecastOf(a));
		assert.equal(finish(snapshot.forecasts.steps()), false);
	});

	it("are kept until what they are made from changes", () => {
		const ledger = ledgerOf(plan, logged);
		const maker = new SnapshotMaker();
		const before = maker.make(plan, ledger, today);
		finish(before.forecasts.steps());
		ledger.add(JSON.parse(lineOf([formatDay(today), "a", { add: 30 }], logged.length)));
		const after = maker.make(plan, ledger, today);
		assert.equal(after.forecasts.known(itemOf(after, "a")), undefined);
		assert.equal(after.forecasts.known(itemOf(after, "b")), before.forecastOf(itemOf(before, "b")));
		assert.notDeepEqual(after.forecastOf(itemOf(after, "a")), before.forecastOf(itemOf(before, "a")));
	});

	it("keep ranges until an entry about the item, and for the same weeks", () => {
		const ledger = ledgerOf(plan, logged);
		const maker = new SnapshotMaker();
		const band = (snapshot: Snapshot, id: string, ahead: ReadonlyArray<number>) =>
			snapshot.forecasts.band(itemOf(snapshot, id), ahead);
		const before = maker.make(plan, ledger, today);
		const [ofA, ofB] = [band(before, "a", [4, 13]), band(before, "b", [4, 13])];
		assert.equal(ofA.length, 2);
		assert.equal(band(before, "a", [4, 13]), ofA);
		assert.deepEqual(band(before, "b", [13]), ofB.slice(1));
		assert.deepEqual(band(before, "b", [4, 13]), ofB);
		const known = band(before, "b", [4, 13]);
		ledger.add(JSON.parse(lineOf([formatDay(today), "a", { add: 30 }], logged.length)));
		const after = maker.make(plan, ledger, today);
		assert.equal(band(after, "b", [4, 13]), known);
		assert.notDeepEqual(band(after, "a", [4, 13]), ofA);
		assert.deepEqual(band(after, "a", [4, 13]), band(computeSnapshot(plan, ledger, today), "a", [4, 13]));
		assert.notDeepEqual(band(maker.make(plan, ledger, today + 1), "b", [4, 13]), known);
	});

	it("keep how often past ones were right until an entry about the item", () => {
		const weeks = 104;
		const end = start + weeks * 7;
		const lines = ["a", "b"].flatMap((id) =>
			Array.from({ length: weeks }, (_, week): Logged => [formatDay(start + week * 7), id, { add: 1 }]),
		);
		const long = planOf("targets: {years 1-8: [{id: a, title: A, goal: 900}, {id: b, title: B, goal: 900}]}");
		const ledger = ledgerOf(long, lines);
		const maker = new SnapshotMaker();
		const rate = (snapshot: Snapshot, id: string) =>
			snapshot.forecasts.hitRate(itemOf(snapshot, id), { ledger, aliases: snapshot.aliases });
		const before = maker.make(long, ledger, end);
		const [ofA, ofB] = [rate(before, "a"), rate(before, "b")];
		assert.ok(ofA && ofB && ofA.within === ofA.of);
		assert.equal(rate(before, "a"), ofA);
		ledger.add(JSON.parse(lineOf([formatDay(end), "a", { set: 100_000 }], lines.length)));
		const after = maker.make(long, ledger, end);
		assert.equal(rate(after, "b"), ofB);
		assert.notEqual(rate(after, "a"), ofA);
		assert.deepEqual(rate(after, "a"), rate(computeSnapshot(long, ledger, end), "a"));
		const nextDay = maker.make(long, ledger, end + 1);
		assert.notEqual(rate(nextDay, "b"), ofB);
	});

	it("of phases are computed with the others, and kept until one of their items changes", () => {
		const ticks = (name: string) =>
			`{title: ${name}, when: year 1, outcomes: {x: [${[1, 2, 3, 4, 5, 6].map((at) => `{id: ${name}${at}, title: T}`).join(", ")}]}}`;
		const both = planOf(`phases: [${ticks("a")}, ${ticks("b")}]`);
		const done = (id: string, week: number): Logged => [formatDay(start + week * 7), id, { set: true }];
		const lines = ["a1", "a2", "a3", "b1", "b2", "b3"].map((id, index) => done(id, index * 2));
		const ledger = ledgerOf(both, lines);
		const maker = new SnapshotMaker();
		const before = maker.make(both, ledger, today);
		const [a, b] = both.phases;
		assert.ok(a && b);
		assert.equal(before.forecasts.knownGroup(a), undefined);
		assert.equal(finish(before.forecasts.steps()), true);
		assert.ok(before.forecasts.knownGroup(a) && before.forecasts.knownGroup(b));
		ledger.add(JSON.parse(lineOf(done("a4", 19), lines.length)));
		const after = maker.make(both, ledger, today);
		assert.equal(after.forecasts.knownGroup(a), undefined);
		assert.equal(after.forecasts.knownGroup(b), before.forecasts.knownGroup(b));
		assert.notDeepEqual(after.forecasts.ofGroup(a), before.forecasts.ofGroup(a));
		const off = maker.make(both, ledger, today, { forecasts: false });
		assert.deepEqual([finish(off.forecasts.steps()), off.forecasts.ofGroup(a)], [false, undefined]);
	});

	it("are empty if the user turned them off", () => {
		const ledger = ledgerOf(plan, logged);
		const maker = new SnapshotMaker();
		finish(maker.make(plan, ledger, today).forecasts.steps());
		const off = maker.make(plan, ledger, today, { forecasts: false });
		assert.equal(off.forecasts.known(itemOf(off, "a")), undefined);
		assert.equal(off.forecastOf(itemOf(off, "a")), undefined);
		assert.deepEqual(off.forecasts.band(itemOf(off, "a"), [13]), []);
	});

	it("treat what is marked as done as reached, without a range", () => {
		const done: Logged = [formatDay(today), "a", { set: true }];
		const snapshot = computeSnapshot(plan, ledgerOf(plan, [...logged, done]), today);
		assert.deepEqual(snapshot.forecastOf(itemOf(snapshot, "a")), { state: "reached" });
		assert.deepEqual(snapshot.forecasts.band(itemOf(snapshot, "a"), [13]), []);
	});
});
