import assert from "node:assert/strict";
import { itemRow } from "../../../../src/viewmodel/rows/itemRow.ts";
import { capitalize } from "../../../../src/viewmodel/rows/itemTooltip.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import type { Logged } from "../../progress/progressFixture.ts";
import { sourceWith } from "../viewSourceFor.ts";
import { tooltipLines } from "./renderRows.ts";

const yaml = `
measures: [{id: impact, title: Impact, count: total}]
tracks: [{title: Technical}]
targets:
  year 1:
    - {id: saved, of: impact, title: Costs saved, goal: $1M+, track: technical, note: "Ask $2K, *soon*", link: "https://a.b"}
    - {title: Exam, valid: 3 years, confirm: every 6 months, when: by month 6}
    - {title: Both, needs: [exam, saved]}
    - {title: Nurses, goal: 3 nurses}
    - {title: Gone, dropped: {on: 2026-03-01, why: Moved to $5K}}
    - {title: Given up, dropped: true-ish}
    - {title: Secret, private: true, note: Hush}
`;

const logged: ReadonlyArray<Logged> = [
	["2026-02-01", "impact", { add: 100_000, note: "Spot nodes, $100K" }],
	["2026-03-01", "impact", { add: 150_000, link: "https://c.d" }],
	...[1, 2, 3, 4, 5].map((number): Logged => [`2026-04-0${number}`, "exam", { set: number % 2 > 0 }]),
	["2026-04-06", "exam", { set: false }],
	["2026-04-07", "exam", { set: true }],
];

function lines(title: string, formatter?: Formatter): ReadonlyArray<string> {
	const source = sourceWith(yaml.replace("dropped: true-ish", "dropped: {}"), logged, "2026-07-01", formatter);
	const item = source.plan.items.find((each) => each.title === title) ?? assert.fail(title);
	return tooltipLines(itemRow(item, source));
}

describe("the tooltip of an item", () => {
	it("shows the goal and no progress as long as nothing is logged", () => {
		const texts = lines("Nurses");
		assert.ok(texts.includes("Goal: 3 nurses"), texts.join());
		assert.ok(!texts.some((text) => text.startsWith("Reached")), texts.join());
	});

	it("shows its state, its dates, its note, and its last entries with their evidence", () =>
		assert.deepEqual(lines("Costs saved"), [
			"# Costs saved",
			"Target: started",
			"Reached: $250K of $1M+",
			"When: Jan 5, 2026 – Jan 4, 2027",
			"Forecast: too early to say",
			"Track: Technical",
			"Ask $2K, *soon*",
			"Link -> https://a.b",
			"# Last entries",
			"Impact: +150,000 (Mar 1, 2026)",
			"Evidence -> https://c.d",
			"Impact: +100,000 (Feb 1, 2026) · Spot nodes, $100K",
		]));

	it("shows until when it is valid, when to confirm it, and at most five entries", () =>
		assert.deepEqual(lines("Exam"), [
			"# Exam",
			"Target: done",
			"When: Jan 5 – Jul 4, 2026 (by month 6)",
			"Good until: Apr 7, 2029",
			"Confirm by: Oct 7, 2026",
			"# Last entries",
			"Exam: done (Apr 7, 2026)",
			"Exam: not done (Apr 6, 2026)",
			"Exam: done (Apr 5, 2026)",
			"Exam: not done (Apr 4, 2026)",
			"Exam: done (Apr 3, 2026)",
		]));

	it("shows what it depends on", () =>
		assert.deepEqual(lines("Both"), [
			"# Both",
			"Target: started",
			"When: Jan 5, 2026 – Jan 4, 2027",
			"Needs: Exam (done), Costs saved (started)",
		]));

	it("shows since when and why it is dropped", () => {
		assert.equal(lines("Gone").at(-1), "Dropped: Mar 1, 2026, Moved to $5K");
		assert.equal(lines("Given up").at(-1), "Dropped: yes");
	});

	it("hides every amount of money in discreet mode, also plain numbers that were logged as one", () => {
		assert.deepEqual(lines("Costs saved", new Formatter("en", true)), [
			"# Costs saved",
			"Target: started",
			"Reached: ••• of •••",
			"When: Jan 5, 2026 – Jan 4, 2027",
			"Forecast: too early to say",
			"Track: Technical",
			"Ask •••, *soon*",
			"Link -> https://a.b",
			"# Last entries",
			"Impact: ••• (Mar 1, 2026)",
			"Impact: ••• (Feb 1, 2026) · Spot nodes, •••",
		]);
	});

	it("is empty in discreet mode if the item is private", () => {
		assert.ok(lines("Secret").includes("Hush"));
		assert.deepEqual(lines("Secret", new Formatter("en", true)), []);
	});

	it("starts with a capital letter if the script has them", () =>
		assert.deepEqual(["éclair", "目标", "ǆ", "𐐨x", ""].map(capitalize), ["Éclair", "目标", "Ǆ", "𐐀x", " "]));
});
