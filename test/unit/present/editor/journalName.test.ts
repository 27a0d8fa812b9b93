import assert from "node:assert/strict";
import { journalNameAt } from "../../../../src/present/editor/journalName.ts";

describe("what an entry is about, at a column of its line", () => {
	for (const [name, marked, expected] of [
		["is its id", '{"id":"1","on":"pe|ople"}', "people"],
		["is its checkpoint", '{"id":"1","type":"review","checkpoint":"|half"}', "half"],
		["is nothing beside it", '{"id":"|1","on":"people"}', undefined],
		["is nothing of a list, as notes have one", '{"id":"1","on":["pe|ople"]}', undefined],
		["is nothing on a torn line", '{"id":"1","on":"pe|ople', undefined],
		["is nothing on a line that is no entry", "nu|ll", undefined],
	] as const) {
		it(name, () => assert.equal(journalNameAt(marked.replace("|", ""), marked.indexOf("|"))?.id, expected));
	}
});
