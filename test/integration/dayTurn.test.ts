import { strict as assert } from "node:assert";
import type { Clock } from "../../src/host/clock.ts";
import { DayTurn, untilDayEnd } from "../../src/host/dayTurn.ts";
import { dayAt } from "../../src/journal/moment.ts";

const hour = 3_600_000;

function clockAt(moment: string, zone: string): Clock & { instant: number } {
	const clock = { instant: Date.parse(moment), now: () => clock.instant, timeZone: () => zone };
	return clock;
}

describe("the turn of a day", () => {
	for (const [what, moment, zone, dayEnds, hours] of [
		["an hour before midnight", "2026-11-24T23:00:00-06:00", "America/Chicago", 0, 1],
		["a whole day", "2026-11-24T00:00:00-06:00", "America/Chicago", 0, 24],
		["a day of 23 hours", "2026-03-29T00:00:00+01:00", "Europe/Paris", 0, 23],
		["a day of 25 hours", "2026-10-25T00:00:00+02:00", "Europe/Paris", 0, 25],
		["a night that belongs to the day before", "2026-11-25T01:00:00-06:00", "America/Chicago", 180, 2],
		["an end that the clocks skip", "2026-03-29T01:30:00+01:00", "Europe/Paris", 150, 0.5],
	] as const) {
		it(`is awaited: ${what}`, () => {
			const clock = clockAt(moment, zone);
			assert.equal(untilDayEnd(clock, dayAt(clock.now(), zone, dayEnds), dayEnds), hours * hour);
		});
	}

	it("is noticed when somebody looks, once", () => {
		const clock = clockAt("2026-11-24T23:59:00-06:00", "America/Chicago");
		let turns = 0;
		const turn = new DayTurn(
			clock,
			() => 0,
			() => turns++,
		);
		turn.check();
		assert.equal(turns, 0);
		clock.instant += hour;
		turn.check();
		turn.check();
		assert.equal(turns, 1);
		turn.dispose();
	});
});
