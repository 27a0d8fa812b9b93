import assert from "node:assert/strict";
import type { EntryOf } from "../../../../src/journal/entry.ts";
import { reviewEntries } from "../../../../src/journal/ledger/reviewEntries.ts";
import { live, uuid } from "../arbitraryJournals.ts";

const review = (id: string, occurrence: number, at: string) =>
	live<EntryOf<"review">>({ id, at, type: "review", checkpoint: "annual", occurrence });

describe("the reviews of a checkpoint", () => {
	it("are those of each occurrence with the greatest ID, whatever their day", () => {
		const reviews = [
			review(uuid(2), 1, "2026-06-01"),
			review("by hand", 1, "2026-12-01"),
			review(uuid(1), 1, "2026-07-01"),
			review(uuid(3), 2, "2026-12-01"),
		];
		for (const order of [reviews, reviews.toReversed()]) {
			const found = [...reviewEntries(order)].map(([occurrence, { entry }]) => [occurrence, entry.id]);
			assert.deepEqual(
				new Map(found as Array<[number, string]>),
				new Map([
					[1, uuid(2)],
					[2, uuid(3)],
				]),
			);
		}
	});

	it("are empty if none was held", () => assert.equal(reviewEntries([]).size, 0));
});
