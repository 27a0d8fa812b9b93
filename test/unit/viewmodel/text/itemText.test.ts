import assert from "node:assert/strict";
import {
	dueTexts,
	itemKindText,
	itemStateText,
	paceTexts,
	reachedTexts,
	shortDueTexts,
} from "../../../../src/viewmodel/text/itemText.ts";
import type { ViewSource } from "../../../../src/viewmodel/text/viewSource.ts";
import { day, type Logged } from "../../progress/progressFixture.ts";
import { sourceWith } from "../viewSourceFor.ts";

/** The one item of a plan, as a target of year 1, on 1 July 2026. */
function only(item: string, logged: ReadonlyArray<Logged>, date = "2026-07-01") {
	const source: ViewSource = sourceWith(`targets: {year 1: [${item}]}`, logged, date);
	const [found] = source.plan.items;
	assert.ok(found);
	return { item: found, progress: source.snapshot.progressOf(found), source };
}

const on = (value: object): ReadonlyArray<Logged> => [["2026-02-01", "a", value]];

describe("the text of an item", () => {
	for (const [goal, logged, expected] of [
		["100+", [], ["0 of 100+"]],
		["3 nurses", [], ["0 of 3 nurses"]],
		["100%", [], ["0% of 100%"]],
		["at most 2", [], ["at most 2, not measured yet"]],
		["100+", on({ set: 34 }), ["34 of 100+"]],
		["100+", on({ set: 150 }), ["150 of 100+"]],
		["2-3 people", on({ set: 1 }), ["1 of 2-3 people"]],
		["2-3 people", on({ set: 2 }), ["2 of 2-3 people: within"]],
		["2-3 people", on({ set: 3 }), ["3 of 2-3 people: within"]],
		["2-3 people", on({ set: 5 }), ["5 of 2-3 people: above"]],
		["$350K-$500K+", on({ set: 420_000 }), ["$420K of $350K-$500K+: within"]],
		["$1M+", on({ set: 250_000 }), ["$250K of $1M+"]],
		["at most 2", [], ["at most 2, not measured yet"]],
		["at most 2", on({ set: 3 }), ["3 of at most 2"]],
		// The first quarter, 5 January to 4 April, met it; nothing was logged in the second.
		["4 per quarter", on({ set: 4 }), ["4 per quarter", "kept 1 of 1 time"]],
		["4 per quarter", [], ["4 per quarter", "kept 0 of 1 time"]],
	] as const) {
		it(`shows the progress: ${goal} with ${JSON.stringify(logged)}`, () => {
			const { item, progress, source } = only(`{title: a, goal: "${goal}"}`, logged);
			assert.deepEqual(reachedTexts(item, progress, source.formatter), expected);
		});
	}

	it("doesn't mention an amount if nothing is counted", () => {
		const { item, progress, source } = only("a", on({ set: true }));
		assert.deepEqual(reachedTexts(item, progress, source.formatter), []);
	});

	for (const [name, item, logged, due, state, pace] of [
		["not begun", "a", [], ["in 6 months, by Jan 4, 2027"], "not started", []],
		["due soon", "{title: a, when: by 2026-07-28}", [], ["in 4 weeks, by Jul 28, 2026"], "not started, due soon", []],
		["not yet so soon", "{title: a, when: by 2026-07-29}", [], ["in 4 weeks, by Jul 29, 2026"], "not started", []],
		["due today", "{title: a, when: by 2026-07-01}", [], ["today, by Jul 1, 2026"], "not started, due soon", []],
		["overdue by a day", "{title: a, when: by 2026-06-30}", [], ["was due yesterday, Jun 30, 2026"], "overdue", []],
		["never due", "{title: a, when: year 1+}", [], [], "not started", []],
		["done", "a", on({ set: true }), ["in 6 months, by Jan 4, 2027"], "done", []],
		[
			// 177 of 365 days are over: 48.5%
			"ahead",
			"{title: a, goal: 100}",
			on({ set: 50 }),
			["in 6 months, by Jan 4, 2027"],
			"started",
			["ahead"],
		],
		["behind", "{title: a, goal: 100}", on({ set: 40 }), ["in 6 months, by Jan 4, 2027"], "started", ["behind"]],
		[
			"on pace: 177 of 365 days are over, with today 178",
			"{title: a, goal: 3650}",
			on({ set: 1775 }),
			["in 6 months, by Jan 4, 2027"],
			"started",
			["on pace"],
		],
		["expired", "{title: a, valid: 2 months}", on({ set: true }), ["expired Apr 1, 2026"], "started", []],
		[
			"to be confirmed",
			"{title: a, confirm: every 2 months}",
			on({ set: true }),
			["needs confirmation since Apr 1, 2026"],
			"started",
			[],
		],
		["holds", "{title: a, when: through year 1}", on({ set: true }), ["holds, until Jan 4, 2027"], "holds so far", []],
		["dropped", "{title: a, dropped: {on: 2026-02-01}}", [], [], "dropped", []],
	] as const) {
		it(`shows the due date, the status, and the pace: ${name}`, () => {
			const found = only(item, logged);
			assert.deepEqual(
				[dueTexts(found.progress, found.source), itemStateText(found.progress), paceTexts(found.progress)],
				[due, state, pace],
			);
		});
	}

	for (const [name, item, above, expected] of [
		["this year", "{title: a, when: by 2026-07-28}", undefined, ["Jul 28"]],
		["another year", "{title: a, when: by 2027-07-28}", undefined, ["Jul 28, 2027"]],
		["that of the parent", "{title: a, when: by 2026-07-28}", "2026-07-28", []],
		["another one than that of the parent", "{title: a, when: by 2026-07-28}", "2026-07-29", ["Jul 28"]],
		["overdue, as the parent", "{title: a, when: by 2026-06-28}", "2026-06-28", ["was due Jun 28"]],
		["holds, as the parent", "{title: a, when: through 2026-07-28}", "2026-07-28", ["holds"]],
	] as const) {
		it(`shows one short date in a row, and none that its parent has: ${name}`, () => {
			const { progress, source } = only(item, name.startsWith("holds") ? on({ set: true }) : []);
			assert.deepEqual(shortDueTexts(progress, source, [above === undefined ? undefined : day(above)]), expected);
		});
	}

	it("names the type of the item by its place", () => {
		const kinds = ["outcome", "milestone", "target", "indicator", "practice", "mitigation"] as const;
		assert.deepEqual(kinds.map(itemKindText), [...kinds]);
	});
});
