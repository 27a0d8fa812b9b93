import assert from "node:assert/strict";
import { readWhen, spanOfWhen } from "../../../src/logging/delayedWhen.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { formatDay } from "../../../src/time/day.ts";

const { plan } = parsePlan(`start: 2026-01-05
phases:
  - { title: First, when: months 1-6 }
  - { title: Second, when: months 7-18 }
targets:
  year 1:
    - { id: month, title: a, when: by month 5 }
    - { id: days, title: b, when: 2026-03-01..2026-03-31 }
    - { id: day, title: c, when: 2026-03-31 }
    - { id: year, title: d }
    - { id: open, title: e, when: year 3+ }
`);

describe("when something is to be after a delay", () => {
	for (const [id, typed, expected] of [
		["month", "+3 months", "by month 8"],
		["month", "3 months later", "by month 8"],
		["month", "+2 weeks", "by 2026-06-18"],
		["days", "+ 1 month", "2026-04-01..2026-04-30"],
		["day", "+1 month", "by 2026-04-30"],
		["year", "+1 year", "by 2028-01-04"],
		["open", "+1 month", undefined],
		["month", "end of the phase", "by 2026-07-04"],
		["month", "Ende der Phase", "by 2026-07-04"],
		["month", "by year 2", "by year 2"],
		["month", "2027-06", "2027-06"],
		["month", "+some", undefined],
		["month", "soon", undefined],
		["month", "", undefined],
	] as const) {
		it(`is ${expected} for ${id}: ${typed}`, () => {
			assert.ok(plan);
			const item = plan.items.find((each) => each.id === id) ?? assert.fail();
			assert.equal(readWhen(typed, item, plan, "Ende der Phase"), expected);
		});
	}

	it("ends with the phase that the item is listed in, where phases overlap", () => {
		const { plan: overlapping } = parsePlan(
			"start: 2026-01-05\nphases: [{ title: Short, when: months 1-6 }, { title: Long, when: months 1-12 }]\ntargets: { year 1: [{ title: a, when: by month 5 }] }\n",
		);
		const [item] = overlapping?.items ?? [];
		assert.ok(overlapping && item);
		assert.equal(readWhen("end of the phase", item, overlapping, ""), "by 2026-07-04");
	});

	it("has days in the plan", () => {
		assert.ok(plan);
		const span = spanOfWhen("by month 8", plan);
		assert.equal(span?.end && formatDay(span.end - 1), "2026-09-04");
		assert.equal(spanOfWhen("soon", plan), undefined);
	});
});
