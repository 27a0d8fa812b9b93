import assert from "node:assert/strict";
import fc from "fast-check";
import { ChangedDays } from "../../../../src/journal/ledger/changedDays.ts";

describe("the days that have changed", () => {
	it("since any version, begin with the earliest", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -20, max: 20 })), fc.nat(40), (days, version) => {
				const changed = new ChangedDays();
				for (const [index, day] of days.entries()) {
					changed.note(index + 1, day);
				}
				const since = days.slice(version);
				assert.equal(changed.since(version), since.length ? Math.min(...since) : undefined);
			}),
		);
	});
});
