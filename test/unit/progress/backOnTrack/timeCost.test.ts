import assert from "node:assert/strict";
import { timeCost } from "../../../../src/progress/backOnTrack/timeCost.ts";
import { formatDay } from "../../../../src/time/day.ts";
import { day, type Logged, snapshotOf } from "../progressFixture.ts";

const today = "2026-10-11";
/** So many minutes at the end of each of the 40 weeks until today, except some. */
const weekly = (on: string, minutes: number, except: ReadonlyArray<number> = []): ReadonlyArray<Logged> =>
	Array.from({ length: 40 }, (_, week) => week)
		.filter((week) => !except.includes(week))
		.map((week) => [formatDay(day("2026-01-05") + week * 7 + 6), on, { minutes }]);

const yaml = `
week: { hours: 4-5, days: monday-friday }
targets: { year 1: [{ id: a, title: A, goal: 90 }] }
commitments:
  - { id: w, title: W, hours: 2, drives: [a] }
  - { id: v, title: V, hours: 1 }
`;

/** What twice the rate of the item costs. */
function costIn(text: string, logged: ReadonlyArray<Logged>, maxMinutesPerDay = 240) {
	const snapshot = snapshotOf(text, logged, today);
	const cost = timeCost(snapshot.plan.items[0] ?? assert.fail(), 2, snapshot, maxMinutesPerDay);
	return cost && { ...cost, commitment: cost.commitment?.id };
}

describe("what a higher rate costs", () => {
	const usual = { now: 60, more: 60, commitment: "w", target: 240, room: 120, fits: true };
	for (const [name, text, logged, expected, max] of [
		["the hours of the week have room for it", yaml, weekly("w", 60), usual],
		["less than there is room for", yaml.replace("4-5", "3"), weekly("w", 60), { ...usual, room: 0 }],
		[
			"the other commitments take the room",
			yaml.replace("hours: 1 }", "hours: 6 }"),
			weekly("w", 60),
			{ ...usual, target: 540, room: 0 },
		],
		[
			"other commitments that are over don't",
			yaml.replace("hours: 1 }", "hours: 6, when: months 1-3 }"),
			weekly("w", 60),
			{ ...usual, room: 180 },
		],
		[
			"weeks of time off count for nothing",
			`time_off: [2026-08-31..2026-09-13]${yaml}`,
			weekly("w", 60, [34, 35]),
			usual,
		],
		["more than the working days can give", yaml, weekly("w", 60), { ...usual, fits: false }, 47],
		["just what the working days can give", yaml, weekly("w", 60), usual, 48],
		[
			"time on the item itself counts, too",
			yaml,
			[...weekly("w", 60), ...weekly("a", 30)],
			{ ...usual, now: 90, more: 90, target: 270 },
		],
		["time on the item only has no commitment", yaml, weekly("a", 60), { ...usual, commitment: undefined }],
		["no time", yaml, weekly("v", 60), undefined],
	] as ReadonlyArray<readonly [string, string, ReadonlyArray<Logged>, ReturnType<typeof costIn>, number?]>) {
		it(name, () => assert.deepEqual(costIn(text, logged, max), expected));
	}
});
