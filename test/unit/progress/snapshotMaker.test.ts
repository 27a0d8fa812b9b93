import assert from "node:assert/strict";
import fc from "fast-check";
import type { Entry } from "../../../src/journal/entry.ts";
import { Ledger } from "../../../src/journal/ledger/ledger.ts";
import { computeSnapshot, type Snapshot } from "../../../src/progress/snapshot.ts";
import { SnapshotMaker } from "../../../src/progress/snapshotMaker.ts";
import { runs } from "../../harness/depth.ts";
import { day, lineOf, planOf } from "./progressFixture.ts";

const plan = planOf(
	[
		"week: {hours: 4-5, days: monday-saturday, counts: all, day_ends: 03:00}",
		"time_off: [2026-02-09..2026-02-15]",
		"measures: [{id: m, title: M, count: period, formerly: [was-m]}]",
		"tracks: [{id: t, title: T, share: 60%}, {id: u, title: U, share: 40%, stages: [{title: S, when: month 1, milestones: [{id: s, title: S}]}]}]",
		"phases: [{title: P, when: year 1, outcomes: {t: [{id: o, title: O, needs: [a, b]}]}}]",
		"targets:",
		"  year 1:",
		"    - {id: a, title: A, goal: 10, track: t}",
		"    - {id: b, title: B, formerly: [was-b], valid: 1 month}",
		"    - {id: c, title: C, of: m, goal: 20, from: 1}",
		"    - {id: d, title: D, needs: [o, c]}",
		"    - {id: e, title: E, goal: 2 per week}",
		"    - {id: p, title: P, parts: [{id: q, title: Q, when: by month 1, goal: 4}, {id: r, title: R, parts: [{id: v, title: V}]}]}",
		"    - {id: y, title: Y, of: time, goal: 10 h, parts: [{id: z, title: Z}]}",
		"    - {id: f, title: F, goal: at most 3, when: by month 1}",
		"commitments: [{id: w, title: W, hours: 2, track: u, activities: [{id: x, title: X}]}, {id: g, title: G, times: 3, activities: [{id: h, title: H}]}]",
		"checkpoints: [{id: k, title: K, every: 1 month, formerly: [was-k]}]",
		"indicators: {leading: [{id: i, title: I}, {id: j, title: J, of: m}]}",
		"risks: [{title: R, watch: {hours: below 60%, for: 2 weeks}}]",
	].join("\n"),
);
const today = day("2026-03-03");

/** All that a snapshot says, but for what differs by the way it was made. */
function withoutChanges({ changed: _, aliases, ...rest }: Snapshot) {
	const {
		weekWith,
		habitsWith,
		habitsOver,
		weekOfPart,
		splitWith,
		progressOf,
		timeOver,
		splitOver,
		sourceOf,
		...more
	} = rest;
	const { forecasts, forecastOf, ...numbers } = more;
	const days = ["2026-02-10", "2026-02-23", "2026-03-09"].map(day);
	const span = { start: day("2026-01-20"), end: day("2026-03-01") };
	return {
		...numbers,
		items: rest.plan.items.map(progressOf),
		sources: rest.plan.items.map((item) => {
			const { needs, ...source } = sourceOf(item);
			return { ...source, needs: needs(rest.today) };
		}),
		forecasts: rest.plan.items.map(forecastOf),
		bands: rest.plan.items.map((item) => forecasts.band(item, [1, 4])),
		weeks: [...days.map(weekWith), weekOfPart(rest.plan)],
		habitsOf: [...days.map(habitsWith), habitsOver(span)],
		splits: days.map(splitWith),
		over: [timeOver(span), splitOver(span)],
		owner: aliases.idOf("was-m"),
	};
}

const ids = "a b was-b c d e f m was-m t u s o w x i j p q r v g h y z gone".split(" ");
const at = fc
	.tuple(fc.integer({ min: 0, max: 70 }), fc.constantFrom("", "T02:30:00-06:00", "T12:00:00+09:00"))
	.map(([days, time]) => new Date((today - 65 + days) * 86_400_000).toISOString().slice(0, 10) + time);
const about = fc.oneof(
	fc.tuple(at, fc.constantFrom(...ids), fc.record({ minutes: fc.integer({ min: -5, max: 200 }) })),
	fc.tuple(at, fc.constantFrom(...ids), fc.record({ minutes: fc.constantFrom(0.1, 0.2, 12.5) })),
	fc.tuple(at, fc.constantFrom(...ids), fc.record({ set: fc.constantFrom(true, false, 1, 5, 12, "rising") })),
	fc.tuple(at, fc.constantFrom(...ids), fc.record({ add: fc.constantFrom(1, 2.5) })),
	fc.tuple(
		at,
		fc.constantFrom(...ids),
		fc.record({
			week: fc.constantFrom("2026-02-23", "2026-03-02", "2026-03-04"),
			on: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 4 }),
		}),
	),
	fc.tuple(at, fc.constantFrom("k", "was-k"), fc.record({ occurrence: fc.integer({ min: 1, max: 3 }) })),
);
/** An entry, an edit of an earlier one, or a void of one, also of a void. */
const step = fc.oneof(
	{ weight: 4, arbitrary: about.map((logged) => ({ logged })) },
	{ weight: 1, arbitrary: fc.record({ logged: about, replaces: fc.nat(30) }) },
	{ weight: 1, arbitrary: fc.record({ voids: fc.nat(30) }) },
);

function entryOf(given: typeof step extends fc.Arbitrary<infer T> ? T : never, number: number): Entry {
	const earlier = (index: number) => String(index % Math.max(1, number)).padStart(6, "0");
	if ("voids" in given) {
		const id = String(number).padStart(6, "0");
		return { id, at: "2026-03-03", type: "void", entry: earlier(given.voids) };
	}
	const entry = JSON.parse(lineOf(given.logged, number)) as Entry;
	return "replaces" in given ? { ...entry, replaces: earlier(given.replaces) } : entry;
}

describe("a snapshot after another", function () {
	this.timeout(120_000);

	it("equals one from scratch, and names the changed items", () => {
		fc.assert(
			fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
				const ledger = new Ledger(plan.week.dayEnds);
				const maker = new SnapshotMaker();
				let last = maker.make(plan, ledger, today);
				for (const [number, each] of steps.entries()) {
					ledger.add(entryOf(each, number));
					const next = maker.make(plan, ledger, today);
					assert.deepEqual(withoutChanges(next), withoutChanges(computeSnapshot(plan, ledger, today)));
					for (const [id, progress] of next.progress) {
						const mayDiffer = next.changed === "all" || next.changed.has(id);
						assert.ok(mayDiffer || progress === last.progress.get(id), `${id} changed`);
					}
					last = next;
				}
			}),
			{ numRuns: runs(300) },
		);
	});

	it("leaves the earlier one unchanged, also what is computed later", () => {
		const ledger = new Ledger(plan.week.dayEnds);
		const maker = new SnapshotMaker();
		const add = (number: number, on: string, value: object) =>
			ledger.add(JSON.parse(lineOf(["2026-03-02", on, value], number)) as Entry);
		add(1, "w", { minutes: 30 });
		add(2, "i", { set: 1 });
		const before = maker.make(plan, ledger, today);
		add(3, "w", { minutes: 30 });
		add(4, "i", { set: 2 });
		add(5, "k", { occurrence: 1 });
		const after = maker.make(plan, ledger, today);
		const seen = ({ week, split, leading, checkpoints }: Snapshot) => [
			week.minutes,
			split.week.assigned,
			leading[0]?.last?.reading,
			checkpoints[0]?.state,
		];
		assert.deepEqual(seen(after), [60, 60, 2, "reviewed"]);
		assert.deepEqual(seen(before), [30, 30, 1, "overdue"]);
	});

	it("computes only what depends on the logged entries", () => {
		const ledger = new Ledger(plan.week.dayEnds);
		const maker = new SnapshotMaker();
		assert.equal(maker.make(plan, ledger, today).changed, "all");
		const changedBy = (number: number, on: string) => {
			ledger.add(JSON.parse(lineOf(["2026-03-02", on, { add: 1 }], number)) as Entry);
			const { changed } = maker.make(plan, ledger, today);
			return changed === "all" ? changed : [...changed].sort();
		};
		assert.deepEqual(changedBy(1, "e"), ["e"]);
		// o needs b, d needs o.
		assert.deepEqual(changedBy(2, "was-b"), ["b", "d", "o"]);
		// c and j count what is logged on m, d needs c.
		assert.deepEqual(changedBy(3, "m"), ["c", "d", "j"]);
		assert.deepEqual(changedBy(4, "gone"), []);
	});

	it("is the same object as long as nothing has changed", () => {
		const plan = planOf("commitments: [{title: A, hours: 1}]");
		const ledger = new Ledger();
		const maker = new SnapshotMaker();
		const today = (plan.start ?? 0) + 10;
		const first = maker.make(plan, ledger, today);
		assert.equal(maker.make(plan, ledger, today), first);
		assert.notEqual(maker.make(plan, ledger, today, { maxHoursPerDay: 5 }), first);
		ledger.add({ id: "1", at: "2026-01-14", type: "time", on: "a", minutes: 5 });
		assert.notEqual(maker.make(plan, ledger, today, { maxHoursPerDay: 5 }).week.minutes, first.week.minutes);
	});

	it("starts over with another plan, journal, or day", () => {
		const ledger = new Ledger(plan.week.dayEnds);
		const maker = new SnapshotMaker();
		maker.make(plan, ledger, today);
		assert.equal(maker.make(plan, ledger, today + 1).changed, "all");
		assert.equal(maker.make({ ...plan }, ledger, today + 1).changed, "all");
		assert.equal(maker.make({ ...plan }, new Ledger(), today + 1).changed, "all");
	});

	it("applies the maximum hours of a day immediately", () => {
		const ledger = new Ledger(plan.week.dayEnds);
		const maker = new SnapshotMaker();
		const saturday = day("2026-03-07");
		assert.equal(maker.make(plan, ledger, saturday).week.state, "behind");
		assert.equal(maker.make(plan, ledger, saturday, { maxHoursPerDay: 3 }).week.state, "outOfReach");
	});
});
