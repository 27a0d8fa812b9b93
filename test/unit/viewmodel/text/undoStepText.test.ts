import assert from "node:assert/strict";
import type { Entry } from "../../../../src/journal/entry.ts";
import { aliasesOf } from "../../../../src/journal/ledger/aliases.ts";
import { Ledger } from "../../../../src/journal/ledger/ledger.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { undoStepText } from "../../../../src/viewmodel/text/undoStepText.ts";

const time: Entry = { id: "1", at: "2026-11-20T20:15Z", type: "time", on: "articles", minutes: 45 };
const gone: Entry = { id: "2", at: "2026-11-24", type: "progress", on: "gone", name: "Old goal", set: true };
const voiding = (entry: string): Entry => ({ id: `void ${entry}`, at: "2026-11-24", type: "void", entry });

describe("the text of an undo step", () => {
	for (const [what, step, expected] of [
		["nothing", [], ""],
		["an entry, by the title that its id has now", [time], "Thought leadership: 45 min (Nov 20, 2026)"],
		["an entry of what is gone, by the title it had", [gone], "Old goal: done (Nov 24, 2026)"],
		["an entry without any title", [{ ...gone, name: ["x"] }], "gone: done (Nov 24, 2026)"],
		["an edit", [{ ...time, id: "3", replaces: "1" }], "change to Thought leadership: 45 min (Nov 20, 2026)"],
		["a removal", [voiding("1")], "removal of Thought leadership: 45 min (Nov 20, 2026)"],
		["a removal with its edits", [voiding("1"), voiding("2")], "removal of Thought leadership: 45 min (Nov 20, 2026)"],
		["a removal of what has not arrived yet", [voiding("9")], "removal of an entry"],
		["several entries", [time, gone, gone], "Thought leadership: 45 min (Nov 20, 2026) and 2 more"],
	] satisfies ReadonlyArray<readonly [string, ReadonlyArray<Entry>, string]>) {
		it(`names ${what}`, () => {
			const yaml = "commitments: [{id: writing, formerly: [articles], title: Thought leadership, hours: 2}]";
			const plan = parsePlan(yaml).plan ?? assert.fail();
			const ledger = new Ledger();
			ledger.add(time);
			ledger.add(gone);
			const context = { plan, aliases: aliasesOf(plan.byId.values()), formatter: new Formatter("en") };
			assert.equal(undoStepText(step, ledger, context), expected);
		});
	}
});
