import assert from "node:assert/strict";
import { type Entry, entryTargets, targetName } from "../../../src/journal/entry.ts";

const common = { id: "a", at: "2026-11-24", name: "A title" };

describe("what an entry is about", () => {
	for (const [entry, targets] of [
		[{ ...common, type: "time", on: "x", minutes: 5 }, ["x"]],
		[{ ...common, type: "timer", on: "x" }, ["x"]],
		[{ ...common, type: "progress", on: "x", set: true }, ["x"]],
		[{ ...common, type: "plan", on: "x", field: "when" }, ["x"]],
		[{ ...common, type: "review", checkpoint: "annual", occurrence: 1 }, ["annual"]],
		[{ ...common, type: "void", entry: "b" }, []],
		[{ ...common, type: "note", text: "won" }, []],
		[{ ...common, type: "note", text: "won", on: "x" }, ["x"]],
		[{ ...common, type: "note", text: "won", on: ["x", "y", "x"] }, ["x", "y"]],
	] satisfies ReadonlyArray<readonly [Entry, ReadonlyArray<string>]>) {
		it(`is ${targets.join(" and ") || "nothing"} for a ${entry.type} on ${"on" in entry ? entry.on : "nothing"}`, () => {
			assert.deepEqual(entryTargets(entry), targets);
			assert.deepEqual(
				targets.map((target) => targetName(entry, target)),
				targets.map(() => "A title"),
			);
		});
	}

	it("has a title for each ID of a list", () => {
		const note: Entry = { ...common, type: "note", text: "won", on: ["x", "y", "z"], name: ["X", "Y"] };
		assert.deepEqual(
			["x", "y", "z", "elsewhere"].map((target) => targetName(note, target)),
			["X", "Y", undefined, undefined],
		);
	});
});
