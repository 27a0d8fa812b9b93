import { strict as assert } from "node:assert";
import { movedReviews } from "../../../src/logging/movedReviews.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { formatDay, parseDay } from "../../../src/time/day.ts";

const text = `start: 2026-01-05
checkpoints:
  - { id: half, title: Half year, every: 6 months, until: year 2 }
  - { id: fixed, title: Fixed day, when: 2026-12-15 }
`;

describe("the reviews that a slip moves", () => {
	const today = parseDay("2026-11-27") ?? assert.fail();
	const read = (yaml: string) => parsePlan(yaml).plan ?? assert.fail();
	const moved = (slip: string) =>
		movedReviews(read(text), read(`${text}slips: [{ at: ${slip} }]\n`), today).map(
			({ id, was, now }) => `${id}: ${formatDay(was ?? 0)} -> ${formatDay(now ?? 0)}`,
		);

	it("are none by default: the recurring ones keep their rhythm", () =>
		assert.deepEqual(moved("2026-12-01, by: 1 month"), []));

	it("are the recurring ones, from today on, if the slip says so", () => {
		const found = moved("2026-12-01, by: 1 month, reviews: true");
		assert.ok(found.includes("review:half:2: 2027-01-04 -> 2027-02-04"), found.join());
		assert.ok(
			!found.some((each) => each.startsWith("review:half:1:") || each.startsWith("review:fixed")),
			found.join(),
		);
	});

	it("are none if the slip begins after them", () =>
		assert.deepEqual(moved("2035-01-01, by: 1 month, reviews: true"), []));
});
