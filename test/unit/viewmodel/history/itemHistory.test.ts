import assert from "node:assert/strict";
import fc from "fast-check";
import { itemHistory } from "../../../../src/viewmodel/history/itemHistory.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { runs } from "../../../harness/depth.ts";
import type { Logged } from "../../progress/progressFixture.ts";
import { sourceWith } from "../viewSourceFor.ts";

const yaml = `
measures: [{id: impact, title: Impact, count: total}]
targets:
  year 1:
    - {id: saved, of: impact, title: "Costs | saved", goal: $1M+, note: Ask finance, link: "https://a.b"}
    - {id: talks, title: Talks, goal: 4}
commitments:
  - {id: writing, title: Writing, hours: 3, activities: [{id: articles, title: Articles}]}
`;

const logged: ReadonlyArray<Logged> = [
	["2026-02-01", "impact", { add: 100_000, note: "Spot nodes | $100K" }],
	["2026-03-01", "impact", { add: 150_000, link: "https://c.d/e" }],
	["2026-03-02", "saved", { minutes: 90, note: "Wrote *it* up" }],
	["2026-03-03", "articles", { minutes: 30 }],
	["2026-03-04", "writing", { minutes: 45 }],
	["2026-03-05", "saved", { type: "note", text: "Best quarter", amount: "$250K", link: "https://f.g" }],
	["2026-03-06", "saved", { type: "plan", field: "goal", was: "$800K+", now: "$1M+", why: "Went well" }],
];

const text = (id: string, formatter?: Formatter) => itemHistory(id, sourceWith(yaml, logged, "2026-07-01", formatter));

/** The cells of each table below its heading, without the row of lines. */
function tables(markdown = ""): Readonly<Record<string, ReadonlyArray<ReadonlyArray<string>>>> {
	return Object.fromEntries(
		markdown
			.split(/^## /m)
			.slice(1)
			.map((part) => {
				const [title = "", ...lines] = part.split("\n");
				const rows = lines.filter((line) => line.startsWith("|") && !/^\|[\s:|-]+\|$/.test(line));
				const cells = (row: string) =>
					row
						.split(/(?<!\\)\|/)
						.slice(1, -1)
						.map((cell) => cell.trim());
				return [title, rows.map(cells)];
			}),
	);
}

describe("the history of an item", () => {
	it("has the commits that were logged, with their links, but not in discreet mode", () => {
		const commits = Array.from({ length: 7 }, (_, index) => ({
			...{ commit: `${index}`.repeat(40), repository: "app" },
			...(index === 0 ? { links: ["https://a.b/pull/1"] } : {}),
		}));
		const done: ReadonlyArray<Logged> = [
			["2026-04-01", "talks", { minutes: 30, note: "Outline", evidence: commits.slice(0, 1) }],
			["2026-04-02", "talks", { minutes: 15 }],
			["2026-04-03", "talks", { add: 1, evidence: commits }],
		];
		const page = (formatter?: Formatter) =>
			tables(itemHistory("talks", sourceWith(yaml, done, "2026-07-01", formatter)));
		assert.deepEqual(page(), {
			Progress: [
				["Day", "Change", "Value", "Note", "Evidence"],
				["Apr 3, 2026", "+1", "1", "", "0000000, <https://a.b/pull/1>, 1111111, 2222222, 3333333, 4444444, …"],
			],
			"Time: 45 min, 2 entries": [
				["Day", "Time", "Note", "Evidence"],
				["Apr 2, 2026", "15 min", "", ""],
				["Apr 1, 2026", "30 min", "Outline", "0000000, <https://a.b/pull/1>"],
			],
		});
		assert.doesNotMatch(JSON.stringify(page(new Formatter("en", true))), /0000|pull/);
	});

	it("has its progress with values and evidence, its time, its wins, and the changes of the plan, the newest first", () => {
		assert.deepEqual(tables(text("saved")), {
			Progress: [
				["Day", "Change", "Value", "Note", "Evidence"],
				["Mar 1, 2026", "+150,000", "$250K", "", "<https://c.d/e>"],
				["Feb 1, 2026", "+100,000", "$100K", "Spot nodes \\| $100K", ""],
			],
			"Time: 1 h 30 min, 1 entry": [
				["Day", "Time", "Note", "What"],
				["Mar 2, 2026", "1 h 30 min", "Wrote \\*it\\* up", "Costs \\| saved"],
			],
			Wins: [
				["Day", "What", "Amount", "Evidence"],
				["Mar 5, 2026", "Best quarter", "$250K", "<https://f.g>"],
			],
			"Changes of the plan": [
				["Day", "What", "Before", "After", "Reason"],
				["Mar 6, 2026", "goal", "$800K+", "$1M+", "Went well"],
			],
		});
	});

	it("says where the item stands", () => {
		const lines = text("saved")?.split("\n") ?? [];
		assert.deepEqual(lines.slice(0, 8), [
			"# Costs | saved",
			"",
			"- Target · Impact · started",
			"- $250K of $1M+",
			"- In 6 months, by Jan 4, 2027",
			"",
			"Ask finance",
			"",
		]);
	});

	it("sums up a commitment with its activities", () =>
		assert.deepEqual(tables(text("writing"))["Time: 1 h 15 min, 2 entries"]?.slice(1), [
			["Mar 4, 2026", "45 min", "", "Writing"],
			["Mar 3, 2026", "30 min", "", "Articles"],
		]));

	it("says so if nothing was logged, and knows only what the plan has", () => {
		assert.match(text("talks") ?? "", /Nothing has been logged yet\.\n$/);
		assert.equal(text("unknown"), undefined);
	});

	it("lists the newest 300 entries of a kind and says how many are left out", () => {
		const many = Array.from({ length: 302 }, (_, index): Logged => ["2026-04-01", "talks", { add: index }]);
		const page = itemHistory("talks", sourceWith(yaml, many)) ?? "";
		assert.equal(tables(page)["Progress"]?.length, 301);
		assert.match(page, /2 earlier entries aren't listed\./);
	});

	it("shows no amount of money in discreet mode", () => {
		const page = text("saved", new Formatter("en", true)) ?? "";
		assert.doesNotMatch(page, /\$\d|\d{2},?000|250K|c\.d/);
		assert.match(page, /Best quarter/);
	});

	it("shows any text as text: no tables, headings, or links of its own", () => {
		const unit = fc.constantFrom(..."|#*_`<>[]()!$\\ \n-:/ahtps.".split(""), "https://", "<img src=x>", "](");
		fc.assert(
			fc.property(fc.string({ unit, minLength: 1, maxLength: 30 }), (note) => {
				const noted: ReadonlyArray<Logged> = [["2026-02-01", "talks", { add: 1, note }]];
				const page = itemHistory("talks", sourceWith(yaml, noted)) ?? "";
				const [title, ...more] = Object.entries(tables(page)).map(([key, rows]) => `${key} ${rows.length}`);
				assert.equal(title, "Progress 2");
				assert.deepEqual(more, []);
				assert.doesNotMatch(page, /(?<!\\)<img|(?<!\\)!\[/);
			}),
			{ numRuns: runs(200) },
		);
	});
});
