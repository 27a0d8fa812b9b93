import assert from "node:assert/strict";
import { mostOf, mostReviews, mostValues } from "../../../src/plan/limits.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { NameSearch, nearestName } from "../../../src/util/nearest.ts";
import { reviewRows } from "../../../src/viewmodel/rows/reviewRows.ts";
import type { Row } from "../../../src/viewmodel/rows/row.ts";
import { sourceWith } from "../viewmodel/viewSourceFor.ts";

const list = (count: number, make: (index: number) => string) =>
	Array.from({ length: count }, (_, i) => `  - ${make(i)}\n`).join("");
const found = (text: string, code: string) => parsePlan(text).problems.filter((problem) => problem.code === code);

describe("a plan beyond the limits", function () {
	this.timeout(20_000);

	const kinds: Readonly<Record<keyof typeof mostOf, (index: number) => string>> = {
		phases: (i) => `{ title: p${i} }`,
		tracks: (i) => `{ title: t${i} }`,
		commitments: (i) => `{ title: c${i} }`,
		checkpoints: (i) => `{ title: c${i}, when: year ${i + 1} }`,
		time_off: (i) => `week ${i + 1}`,
		slips: () => "{ at: 2026-02-02, by: 1 day }",
	};
	for (const [key, make] of Object.entries(kinds)) {
		const most = mostOf[key as keyof typeof mostOf];
		it(`has its first ${most} of ${key} read, and a problem at the next one`, () => {
			const text = `start: 2026-01-05\n${key}:\n${list(most + 2, make)}`;
			const [problem, second] = found(text, "too-many");
			assert.deepEqual(problem?.args, [key, String(most)]);
			assert.equal(second, undefined);
			const line = text.slice(0, problem?.range.start).split("\n").length;
			assert.equal(line, 2 + most + 1);
			assert.deepEqual(found(`start: 2026-01-05\n${key}:\n${list(most, make)}`, "too-many"), []);
		});
	}

	it("has the first values by period read, and a problem at the next one", () => {
		const values = Array.from({ length: mostValues + 1 }, (_, i) => `week ${i + 1}: 1`).join(", ");
		const text = `start: 2026-01-05\nweek: { hours: { ${values} } }\n`;
		const [problem] = found(text, "too-many");
		assert.deepEqual(problem?.args, ["values", String(mostValues)]);
		assert.equal(parsePlan(text).plan?.week.hours.length, mostValues);
	});
});

describe("recurring reviews without an end", function () {
	this.timeout(60_000);

	const daily = (count: number) =>
		`start: 2026-01-05\ncheckpoints:\n${list(count, (i) => `{ title: c${i}, every: 1 day, until: 9999 }`)}`;

	it("share the maximum of a plan among its checkpoints", () => {
		for (const count of [1, 40, 300]) {
			const { snapshot } = sourceWith(daily(count));
			assert.ok(snapshot.checkpoints.length <= mostReviews);
			const each = new Set(snapshot.checkpoints.map(({ checkpoint }) => checkpoint.id));
			assert.equal(each.size, count);
		}
	});

	it("are reported at the first checkpoint that has more", () => {
		assert.deepEqual(
			found(daily(400), "too-many").map(({ args }) => args),
			[
				["checkpoints", "300"],
				["checkpoints-due", "66"],
			].toReversed(),
		);
		assert.deepEqual(found(daily(1).replace("9999", "year 9"), "too-many"), []);
	});

	it("have their rows created on demand, a hundred at a time", () => {
		const rows = reviewRows(sourceWith(daily(300)));
		let made = 0;
		let deepest = 0;
		const open = (list: ReadonlyArray<Row>, depth: number): void => {
			made += list.length;
			deepest = Math.max(deepest, list.length);
			for (const row of depth < 200 ? list : []) {
				open(row.children?.() ?? [], depth + 1);
			}
		};
		assert.ok(rows.length < 400, `${rows.length} rows at first`);
		open(rows, 0);
		assert.ok(made > 15_000, "all are reached");
		assert.ok(deepest <= 400);
	});
});

describe("searching many names", function () {
	this.timeout(20_000);

	it("finds for each name what a search for it alone finds", () => {
		const known = new Map(["writing", "speaking", "Mentoring"].map((name) => [name, name]));
		const search = new NameSearch();
		for (const name of ["writting", "speeking", "mentorin", "quite another", ""]) {
			assert.equal(search.nearest(name, known), nearestName(name, known.keys()), name);
		}
	});

	it("finishes, however many there are", () => {
		const known = new Set(Array.from({ length: 10_000 }, (_, i) => `some-name-${i}`));
		const search = new NameSearch();
		let named = 0;
		for (let i = 0; i < 10_000; i++) {
			named += search.nearest(`some-name-${i}x`, known) === undefined ? 0 : 1;
		}
		assert.ok(named > 10 && named < 1000, `${named} suggestions`);
	});
});

describe("a list of thousands of unknown IDs", function () {
	this.timeout(20_000);

	it("has a problem at each of them", () => {
		const ids = Array.from({ length: 3000 }, (_, i) => `u${i}`);
		const text = `targets:\n  2027:\n    - { title: a, needs: [${ids.join(", ")}] }\n`;
		const problems = found(text, "unknown-id");
		assert.deepEqual(
			problems.map(({ range }) => text.slice(range.start, range.end)),
			ids,
		);
	});
});
