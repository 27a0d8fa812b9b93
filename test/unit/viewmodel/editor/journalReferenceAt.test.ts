import assert from "node:assert/strict";
import { journalReferenceAt } from "../../../../src/viewmodel/editor/journalReferenceAt.ts";

describe("the target of an entry, at a column of its line", () => {
	for (const [name, marked, expected] of [
		["is its id", '{"id":"1","on":"pe|ople"}', "people"],
		["is its checkpoint", '{"id":"1","type":"review","checkpoint":"|half"}', "half"],
		["is nothing beside it", '{"id":"|1","on":"people"}', undefined],
		["is nothing of a list, as notes have one", '{"id":"1","on":["pe|ople"]}', undefined],
		["is nothing on a torn line", '{"id":"1","on":"pe|ople', undefined],
		["is undefined on a line that isn't an entry", "nu|ll", undefined],
	] as const) {
		it(name, () => assert.equal(journalReferenceAt(marked.replace("|", ""), marked.indexOf("|"))?.id, expected));
	}
});
