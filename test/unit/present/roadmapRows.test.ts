import assert from "node:assert/strict";
import { readLedger } from "../../../src/journal/readLedger.ts";
import { parseDay } from "../../../src/plan/day.ts";
import { readPlan } from "../../../src/plan/readPlan.ts";
import { problemRows } from "../../../src/present/problemRows.ts";
import { roadmapRows } from "../../../src/present/roadmapRows.ts";
import type { Row } from "../../../src/present/row.ts";
import { Words } from "../../../src/present/words.ts";
import { snapshot } from "../../../src/progress/snapshot.ts";

const yaml = [
	"start: 2026-01-05",
	"phases:",
	"  - {title: First, when: by month 5, outcomes: {technical: [Learn, {title: Met, goal: 20+}]}}",
	"  - {title: Second, when: years 1-2}",
	"measures: [{id: impact, title: Business impact, count: period}]",
	"targets: {year 1: [{of: impact, goal: $1M+}, {needs: [learn]}]}",
].join("\n");

function rowsOf(text: string): ReadonlyArray<Row> {
	const entry = (id: string, on: string, set: unknown) =>
		JSON.stringify({ id, type: "progress", at: "2026-02-01", on, set });
	const journal = readLedger([
		[entry("1", "met", 7), entry("2", "impact", 420_000), entry("3", "learn", true)].join("\n"),
	]);
	const plan = readPlan(text).plan ?? assert.fail();
	return roadmapRows(snapshot(plan, journal, parseDay("2026-07-01") ?? 0), new Words("en"));
}

/** With plain spaces in the place of the thin and fixed ones that dates and numbers are set with. */
const plainSpaces = (text: string): string => text.replace(/\s/g, " ");

/** The rows as indented lines, `+` before what is folded and `-` before what is open. */
function outline(rows: ReadonlyArray<Row>, indent = ""): ReadonlyArray<string> {
	return rows.flatMap((row) => [
		`${indent}${row.open === undefined ? "" : row.open ? "- " : "+ "}${row.label} | ${plainSpaces(row.description ?? "")}`,
		...outline(row.children?.() ?? [], `${indent}  `),
	]);
}

describe("the rows of the roadmap", () => {
	it("say what a person wants to know", () => {
		assert.deepEqual(outline(rowsOf(yaml)), [
			"+ First | 67% · Jan 5 – Jun 4, 2026",
			"  - Technical | 1 of 2 done",
			"    Learn | done",
			"    Met | 7 of 20+ · was due Jun 4, 2026",
			"- Second | 71% · Jan 5, 2026 – Jan 4, 2028",
			"  - Targets: year 1 | 1 of 2 done",
			"    Business impact | $420K of $1M+ · by Jan 4, 2027",
			"    Learn | done",
		]);
	});

	it("have names that say all of it aloud", () => {
		const [first, second] = rowsOf(yaml);
		assert.equal(
			plainSpaces(second?.accessibleName ?? ""),
			"Second, current phase, 71% reached, Jan 5, 2026 – Jan 4, 2028",
		);
		const met = first?.children?.()[0]?.children?.()[1];
		assert.equal(met?.accessibleName, "Met, outcome, overdue, 7 of 20+, was due Jun 4, 2026");
	});

	it("have ids that are unique", () => {
		const ids = (rows: ReadonlyArray<Row>): ReadonlyArray<string> =>
			rows.flatMap((row) => [row.id, ...ids(row.children?.() ?? [])]);
		const all = ids(rowsOf(yaml));
		assert.equal(new Set(all).size, all.length);
	});

	it("speak the person's language where numbers and dates are concerned", () => {
		const words = new Words("de");
		assert.equal(words.date(parseDay("2026-06-04") ?? 0), "4. Juni 2026");
		assert.equal(plainSpaces(words.share(0.999)), "99 %");
		assert.equal(new Words("no-such-language-at-all").share(1), "100%");
	});
});

describe("the row of problems", () => {
	it("is not there where all is well", () =>
		assert.deepEqual(
			problemRows([], false, () => 1),
			[],
		));

	it("names line and problem, and is open while the plan cannot be read", () => {
		const { problems } = readPlan("title: [a");
		const [row] = problemRows(problems, true, () => 3);
		assert.equal(row?.open, true);
		assert.match(row?.children?.()[0]?.accessibleName ?? "", /^Line 3: This is not valid YAML: /);
	});
});
