import assert from "node:assert/strict";
import fc from "fast-check";
import { addMonths, type Day, formatDay, parseDay, type Span } from "../../../src/time/day.ts";
import {
	type Calendar,
	calendarBoundary,
	dueDay,
	formatPeriod,
	type Period,
	parsePeriod,
	resolvePeriod,
} from "../../../src/time/period.ts";

const day = (text: string): Day => parseDay(text) ?? assert.fail(`${text} is no day`);

/** A calendar without slips. */
const from = (start: Day | undefined): Calendar => ({ start, boundary: calendarBoundary });

/** The resolved days as `first..last`, or `first..` where there is no end. */
function resolved(text: string, start: string | undefined, enclosing?: Span): string | undefined {
	const period = parsePeriod(text);
	assert.ok(typeof period !== "string", `${text}: ${period}`);
	const span = resolvePeriod(period, from(start === undefined ? undefined : day(start)), enclosing);
	return span && `${formatDay(span.start)}..${span.end === undefined ? "" : formatDay(span.end - 1)}`;
}

describe("periods", () => {
	for (const [text, expected] of [
		["month 5", "2026-05-05..2026-06-04"],
		["months 6-8", "2026-06-05..2026-09-04"],
		["Month 14-15", "2027-02-05..2027-04-04"],
		["year 2", "2027-01-05..2028-01-04"],
		["Years 4 – 6", "2029-01-05..2032-01-04"],
		["year 5+", "2030-01-05.."],
		["week 12", "2026-03-23..2026-03-29"],
		["quarter 3", "2026-07-05..2026-10-04"],
		["by month 5", "2026-01-05..2026-06-04"],
		["BY  MONTH 5", "2026-01-05..2026-06-04"],
		["through year 3", "2026-01-05..2029-01-04"],
		["from year 2", "2027-01-05.."],
		["2027", "2027-01-01..2027-12-31"],
		["2027-Q3", "2027-07-01..2027-09-30"],
		["2028-02", "2028-02-01..2028-02-29"],
		["2027-06-30", "2027-06-30..2027-06-30"],
		["2026-09..2027-02", "2026-09-01..2027-02-28"],
		["2026-2027", "2026-01-01..2027-12-31"],
		["2027+", "2027-01-01.."],
		["by 2027-06", "2026-01-05..2027-06-30"],
	] as const) {
		it(`resolves ${text}`, () => assert.equal(resolved(text, "2026-01-05"), expected));
	}

	it("clamps to the month's end without drifting", () => {
		assert.equal(resolved("month 2", "2026-01-31"), "2026-02-28..2026-03-30");
		assert.equal(resolved("month 5", "2026-01-31"), "2026-05-31..2026-06-29");
		assert.equal(resolved("year 2", "2028-02-29"), "2029-02-28..2030-02-27");
		assert.equal(resolved("year 5", "2028-02-29"), "2032-02-29..2033-02-27");
	});

	it("leaves what counts from the start undated without one", () => {
		assert.equal(resolved("month 5", undefined), undefined);
		assert.equal(resolved("2027-06", undefined), "2027-06-01..2027-06-30");
	});

	it("starts `by` where the enclosing node starts", () => {
		const year2 = { start: day("2027-01-05"), end: day("2028-01-05") };
		assert.equal(resolved("by month 15", "2026-01-05", year2), "2027-01-05..2027-04-04");
	});

	it("is never due without an end", () => {
		assert.equal(dueDay({ start: 1 }), undefined);
		assert.equal(dueDay({ start: 1, end: 3 }), 2);
	});

	for (const [text, error] of [
		["", "form"],
		["soon", "form"],
		["month", "form"],
		["month five", "form"],
		["5", "unit"],
		["5-6", "unit"],
		["months 8-6", "reversed"],
		["2027-03..2027-01", "reversed"],
		["2026-02-30", "date"],
		["2026-13", "date"],
		["month 0", "zero"],
		["by year 5+", "endless"],
		["constructor", "form"],
	] as const) {
		it(`says why "${text}" isn't a period`, () => assert.equal(parsePeriod(text), error));
	}

	const plain = { noNullPrototype: true } as const;
	const count = fc.integer({ min: 1, max: 600 });
	const anyDay = fc.integer({ min: day("1970-01-01"), max: day("2199-12-31") });
	const stretch = fc.oneof(
		fc
			.record(
				{
					unit: fc.constantFrom("week", "month", "quarter", "year" as const),
					first: count,
					more: fc.option(fc.nat(50)),
				},
				plain,
			)
			.map(({ unit, first, more }): Period["stretch"] =>
				more === null ? { kind: "relative", unit, first } : { kind: "relative", unit, first, last: first + more },
			),
		fc
			.record({ start: anyDay, length: fc.option(fc.integer({ min: 1, max: 4000 })) }, plain)
			.map(({ start, length }): Period["stretch"] =>
				length === null ? { kind: "calendar", start } : { kind: "calendar", start, end: start + length },
			),
	);
	const period: fc.Arbitrary<Period> = fc
		.record({ mode: fc.constantFrom("in", "by", "through", "from" as const), stretch }, plain)
		.filter(({ mode, stretch }) => {
			const endless =
				stretch.kind === "relative" ? stretch.last === undefined : stretch.kind === "calendar" && !stretch.end;
			return !endless || mode === "in" || mode === "from";
		});

	it("are read back as they were written", () => {
		fc.assert(fc.property(period, (period) => assert.deepEqual(parsePeriod(formatPeriod(period)), period)));
	});

	it("start before they end", () => {
		fc.assert(
			fc.property(period, anyDay, (period, start) => {
				const span = resolvePeriod(period, from(start));
				assert.ok(span && (span.end === undefined || span.start < span.end));
			}),
		);
	});

	it("cover time with consecutive months", () => {
		fc.assert(
			fc.property(anyDay, count, (start, month) => {
				const of = (n: number) =>
					resolvePeriod({ mode: "in", stretch: { kind: "relative", unit: "month", first: n, last: n } }, from(start));
				assert.equal(of(month)?.end, of(month + 1)?.start);
				assert.equal(of(month)?.start, addMonths(start, month - 1));
			}),
		);
	});
});
