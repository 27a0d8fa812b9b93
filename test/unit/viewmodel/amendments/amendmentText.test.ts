import assert from "node:assert/strict";
import { amendmentLine, shiftText } from "../../../../src/viewmodel/amendments/amendmentText.ts";
import { itemRow } from "../../../../src/viewmodel/rows/itemRow.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import type { Logged } from "../../progress/progressFixture.ts";
import { tooltipLines } from "../rows/renderRows.ts";
import { sourceWith } from "../viewSourceFor.ts";

const at = "2026-10-05T09:00:00+02:00";
const line = (fields: object, formatter = new Formatter("en")) =>
	amendmentLine({ field: "goal", at, ...fields }, formatter);

describe("what was changed in the plan, when, and why", () => {
	for (const [fields, expected] of [
		[{ was: "5+", now: "4", why: "reorganisation" }, "goal 5+ → 4, Oct 2026: reorganisation"],
		[{ was: null, now: "4" }, "goal none → 4, Oct 2026"],
		[{ field: "when", was: "by month 9", now: "by 2027-01", why: "" }, "date by month 9 → by 2027-01, Oct 2026"],
		[{ field: "dropped", was: null, now: "2026-10-05", why: "Moved on" }, "dropped, Oct 2026: Moved on"],
		[{ field: "dropped", was: "2026-10-05", now: null }, "restored, Oct 2026"],
		[{ field: "slips", was: null, now: "2026-10-05 + 1 month" }, "everything moved, 2026-10-05 + 1 month, Oct 2026"],
		[{ field: "hours", was: "3", now: "4, 2026-10-12+" }, "hours 3 → 4, 2026-10-12+, Oct 2026"],
		[{ field: "added", now: "Talks" }, "added, Oct 2026"],
		[{ field: "later version", was: "a", now: "b" }, "later version a → b, Oct 2026"],
	] as const) {
		it(expected, () => assert.equal(line(fields), expected));
	}

	it("shows no money and no place in discreet mode", () => {
		const discreet = new Formatter("en", true);
		assert.doesNotMatch(line({ was: "$500K", now: "$400K", why: "Lost $100K" }, discreet), /\d00/);
		assert.doesNotMatch(line({ field: "place", was: "Secret phase", now: "P" }, discreet), /Secret/);
	});

	for (const [days, expected] of [
		[0, "not moved"],
		[1, "1 day later"],
		[-9, "9 days earlier"],
		[30, "1 month later"],
		[92, "3 months later"],
		[-61, "2 months earlier"],
	] as const) {
		it(`${days} days are "${expected}"`, () => assert.equal(shiftText(days), expected));
	}

	it("is in the tooltip of the item, the newest first, and not among its entries", () => {
		const change = (day: string, was: string, now: string): Logged => [
			day,
			"a",
			{ type: "plan", field: "goal", was, now, why: "Too much" },
		];
		const logged: ReadonlyArray<Logged> = [
			["2026-01-10", "a", { add: 1 }],
			...["9", "8", "7", "6"].map((now, index) => change(`2026-0${index + 2}-03`, String(10 - index), now)),
		];
		const source = sourceWith("targets: {year 1: [{id: a, title: A, goal: 6}]}", logged);
		const item = source.plan.items[0] ?? assert.fail();
		const lines = tooltipLines(itemRow(item, source));
		assert.deepEqual(lines.slice(lines.indexOf("# Last entries")), [
			"# Last entries",
			"A: +1 (Jan 10, 2026)",
			"# Changes of the plan",
			"goal 7 → 6, May 2026: Too much",
			"goal 8 → 7, Apr 2026: Too much",
			"goal 9 → 8, Mar 2026: Too much",
		]);
	});
});
