import assert from "node:assert/strict";
import { timerEntry } from "../../../../src/host/logging/timerEntry.ts";
import { readLedger } from "../../../../src/journal/ledger/readLedger.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";

/** What is saved of a timer that was started on Friday at five, and is asked about on Monday at nine. */
function savedOf(minutes: number, at = "2026-07-31T17:00:00+02:00") {
	const { plan } = parsePlan("commitments: [{id: writing, title: Writing, hours: 2}]");
	const line = JSON.stringify({ id: "1", at, type: "timer", on: "writing" });
	const { current } = readLedger([line]).timers();
	assert.ok(plan && current);
	const now = Date.parse("2026-08-03T09:00:00+02:00");
	return timerEntry(plan, current, minutes, { now, timeZone: "Europe/Berlin" });
}

describe("the time of a forgotten timer", () => {
	it("is saved on the day on which it ran", () => {
		const { at, type } = savedOf(60);
		assert.deepEqual([at, type], ["2026-07-31T18:00:00+02:00", "time"]);
	});

	it("never ends in the future", () => {
		assert.equal(savedOf(10_000).at, "2026-08-03T09:00:00+02:00");
		assert.equal(savedOf(60, "2026-08-05T09:00:00+02:00").at, "2026-08-03T09:00:00+02:00");
	});
});
