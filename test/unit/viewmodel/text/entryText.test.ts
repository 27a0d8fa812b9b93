import assert from "node:assert/strict";
import { type Entry, entrySchemas } from "../../../../src/journal/entry.ts";
import { aliasesOf } from "../../../../src/journal/ledger/aliases.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { entryIcons, entryText, noteText } from "../../../../src/viewmodel/text/entryText.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";

const common = { id: "a", at: "2026-11-24" };
const writing = { ...common, on: "writing" };

const cases: ReadonlyArray<readonly [entry: Entry, text: string, note: string | undefined]> = [
	[{ ...writing, type: "time", minutes: 90, note: "Draft" }, "Title of writing: 1 h 30 min", "Draft"],
	[{ ...writing, type: "time", minutes: 120 }, "Title of writing: 2 h", undefined],
	[{ ...writing, type: "time", minutes: -5 }, "Title of writing: 0 min", undefined],
	[{ ...writing, type: "timer" }, "Title of writing: timer started", undefined],
	[{ ...writing, type: "progress", set: true, note: "At last" }, "Title of writing: done", "At last"],
	[{ ...writing, type: "progress", set: false }, "Title of writing: not done", undefined],
	[{ ...writing, type: "progress", set: "rising" }, "Title of writing: rising", undefined],
	[{ ...writing, type: "progress", set: "steady" }, "Title of writing: steady", undefined],
	[{ ...writing, type: "progress", set: "falling" }, "Title of writing: falling", undefined],
	[{ ...writing, type: "progress", set: 1234.5 }, "Title of writing: 1,234.5", undefined],
	[{ ...writing, type: "progress", set: 0 }, "Title of writing: 0", undefined],
	[{ ...writing, type: "progress", add: 3 }, "Title of writing: +3", undefined],
	[{ ...writing, type: "progress", add: -3 }, "Title of writing: -3", undefined],
	[{ ...common, type: "note", text: "Won" }, "Won", undefined],
	[{ ...common, type: "note", text: "Won", amount: 1e6 }, "Won (1,000,000)", undefined],
	[{ ...common, type: "note", text: "Won", amount: "$1M" }, "Won ($1M)", undefined],
	[
		{ ...common, type: "review", checkpoint: "annual", occurrence: 2, summary: "Good" },
		...(["Title of annual: review 2", "Good"] as const),
	],
	[
		{ ...common, type: "review", checkpoint: "annual", occurrence: "2026-11-28", summary: "Early" },
		...(["Title of annual: extra review", "Early"] as const),
	],
	[
		{ ...writing, type: "plan", field: "when", was: "by month 3", now: "by month 5", why: "Ill" },
		...(["Title of writing: when changed to by month 5", "Ill"] as const),
	],
	[{ ...writing, type: "plan", field: "goal", now: null }, "Title of writing: goal removed", undefined],
	[{ ...writing, type: "plan", field: "dropped", now: "2026-11-24" }, "Title of writing: dropped", undefined],
	[{ ...writing, type: "plan", field: "dropped", now: null }, "Title of writing: restored", undefined],
	[{ ...writing, type: "plan", field: "added", now: "A" }, "Title of writing: added", undefined],
	[{ ...writing, type: "plan", field: "title", was: "A", now: "B" }, "Title of writing: renamed to B", undefined],
	[{ ...writing, type: "plan", field: "place", now: "year 2" }, "Title of writing: moved to year 2", undefined],
	[{ ...common, type: "plan", field: "start", now: "2027-01-04" }, "The plan: start changed to 2027-01-04", undefined],
	[{ ...common, type: "plan", field: "slips", now: "6 months" }, "The plan: moved, 6 months", undefined],
	[
		{ ...common, type: "focus", week: "2026-11-23", on: ["writing", "gone"] },
		...(["Focus of the week of Nov 23, 2026: Title of writing, gone", undefined] as const),
	],
	[{ ...common, type: "void", entry: "b" }, "Entry undone", undefined],
];

const yaml = [
	"start: 2026-01-05",
	"commitments: [{id: writing, title: Title of writing, hours: 2}]",
	"checkpoints: [{id: annual, title: Title of annual, every: 12 months}]",
];
const plan = parsePlan(yaml.join("\n")).plan ?? assert.fail();
const context = { plan, aliases: aliasesOf(plan.byId.values()), formatter: new Formatter("en") };

describe("the text of an entry", () => {
	for (const [entry, text, note] of cases) {
		it(`says: ${text}`, () => {
			assert.equal(entryText(entry, context), text);
			assert.equal(noteText(entry, context), note);
		});
	}

	it("has a text and an icon for each type", () => {
		const types = Object.keys(entrySchemas).sort();
		assert.deepEqual([...new Set(cases.map(([{ type }]) => type))].sort(), types);
		assert.deepEqual(Object.keys(entryIcons).sort(), types);
	});
});
