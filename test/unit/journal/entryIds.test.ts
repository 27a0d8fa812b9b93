import assert from "node:assert/strict";
import { compareIds, IdGenerator } from "../../../src/journal/entryIds.ts";
import { uuid } from "./arbitraryJournals.ts";

const now = Date.parse("2026-11-24T12:00:00Z");

describe("the IDs of entries", function () {
	this.timeout(120_000);

	it("are UUIDs of version 7 with the time in them", () => {
		const id = new IdGenerator().next(now);
		assert.match(id, /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
		assert.equal(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16), now);
	});

	it("ascend within a millisecond, when the clock is set back, and after an ID from the future", () => {
		const maker = new IdGenerator();
		const ahead = new IdGenerator().next(now + 3_600_000);
		const ids = [maker.next(now), maker.next(now), maker.next(now - 86_400_000), maker.next(0)];
		ids.push(...Array.from({ length: 20_000 }, () => maker.next(now)));
		ids.push(ahead, maker.next(now, ahead), maker.next(now + 1), maker.next(now - 1, "by hand"));
		for (const [index, id] of ids.slice(1).entries()) {
			assert.ok(compareIds(ids[index] ?? "", id) < 0, `${ids[index]} before ${id}`);
		}
		assert.equal(new Set(ids).size, ids.length);
	});

	it("of two generators differ in the same millisecond", () => {
		const makers = [new IdGenerator(), new IdGenerator()];
		const ids = makers.flatMap((maker) => Array.from({ length: 1000 }, () => maker.next(now)));
		assert.equal(new Set(ids).size, 2000);
	});

	it("are the same for the same random numbers", () => {
		const made = () => new IdGenerator({ nextUint32: () => 7 }).next(now);
		assert.equal(made(), made());
	});

	it("sort in the order in which they were made, after all handwritten ones", () => {
		const ordered = [
			"",
			"10",
			"9",
			"a",
			"f47ac10b-58cc-4372-a567-0e02b2c3d479",
			"zzz",
			uuid(1),
			uuid(2),
			"ffffffff-ffff-7fff-8000-000000000000",
		];
		assert.deepEqual(ordered.toReversed().sort(compareIds), ordered);
		assert.equal(compareIds("a", "a"), 0);
		assert.equal(compareIds(uuid(1), uuid(1)), 0);
	});
});
