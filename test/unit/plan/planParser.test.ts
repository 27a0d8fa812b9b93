import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Plan } from "../../../src/plan/plan.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { formatDay } from "../../../src/time/day.ts";
import { problemText } from "../../../src/viewmodel/text/problemText.ts";

/** The problems as `code "text at their range"`. */
function problems(text: string): ReadonlyArray<string> {
	return parsePlan(text).problems.map(({ code, range }) => `${code} "${text.slice(range.start, range.end)}"`);
}

function plan(text: string): Plan {
	return parsePlan(text).plan ?? assert.fail(problems(text).join());
}

describe("reading a plan", () => {
	it("reads the sample without a problem", () => {
		const text = readFileSync("examples/director-of-ai-engineering/roadmap.yaml", "utf8");
		assert.deepEqual(problems(text), []);
		const { phases, tracks, targets } = plan(text);
		assert.equal(phases.length, 5);
		assert.equal(tracks.length, 2);
		assert.deepEqual(
			targets.map(({ title, items }) => [title, items.length]),
			[
				["year 1", 5],
				["year 2", 5],
				["year 3", 5],
				["year 4", 5],
				["years 5-6", 5],
			],
		);
	});

	it("lets items inherit the dates of their parents", () => {
		const text = [
			"start: 2026-01-05",
			"phases:",
			"  - title: One",
			"    when: by month 5",
			"    outcomes: {technical: [A bare title, {title: Own, when: month 2}]}",
			"targets: {year 2: [{title: Far, goal: 100+}]}",
		].join("\n");
		const items = plan(text).items;
		assert.deepEqual(
			items.map(({ title, id, span }) => [title, id, span && formatDay(span.start), span?.end && formatDay(span.end)]),
			[
				["A bare title", "a-bare-title", "2026-01-05", "2026-06-05"],
				["Own", "own", "2026-02-05", "2026-03-05"],
				["Far", "far", "2027-01-05", "2028-01-05"],
			],
		);
	});

	it("derives IDs in any script, numbers equal ones, and falls back to the position", () => {
		const text = "targets: {2027: [Ziel erreicht!, 目标 一, Ziel: erreicht, '???', __proto__, constructor]}".replace(
			"Ziel: ",
			"Ziel - ",
		);
		assert.deepEqual(
			plan(text).items.map(({ id }) => id),
			["ziel-erreicht", "目标-一", "ziel-erreicht-2", "2027-4", "proto", "constructor"],
		);
	});

	it("follows aliases", () => {
		const text = "targets:\n  2027: &both [One, Two]\n  2028: *both\n";
		assert.deepEqual(
			plan(text).items.map(({ title }) => title),
			["One", "Two", "One", "Two"],
		);
	});

	for (const [name, text, expected] of [
		["an empty file", "", ['empty ""']],
		["nothing but comments", "# later\n", ['empty "#"']],
		["a list", "- one\n- two\n", ['not-a-map "- one\n- two"']],
		["a text", "hello", ['not-a-map "hello"']],
		["no YAML", "title: [a", ['read-as-text "[a"']],
		["a second document", "title: a\n---\ntitle: b\n", ['several-documents "---"']],
		["a title that is a list", "title: [a]", ['expected-text "[a]"']],
		["phases that are a map", "phases: {a: b}", ['expected-list "{a: b}"']],
		["a phase that is a text", "phases: [a]", ['expected-map "a"']],
		["a phase without a title", "phases: [{id: a}]", ['missing-title "{id"']],
		["a day that is none", "start: 2026-02-30", ['bad-day "2026-02-30"']],
		["months without a start", "phases: [{title: a, when: month 5}]", ['missing-start "month 5"']],
		["a period that is none", "phases: [{title: a, when: soon}]", ['bad-period "soon"']],
		["a goal that is none", "targets: {2027: [{title: a, goal: many}]}", ['bad-quantity "many"']],
		["a measure that is not there", "targets: {2027: [{of: impact}]}", ['unknown-measure "impact"']],
		["a need that is not there", "targets: {2027: [{needs: [saa]}]}", ['unknown-id "saa"']],
		["ids that are taken", "targets: {2027: [{id: a, title: x}, {id: a, title: y}]}", ['duplicate-id "a"']],
		["an alias inside its own anchor", "targets: &a {2027: *a}", ['too-many-aliases "targets: &a {2027: *a}"']],
		["100 levels", `title: ${"[".repeat(100)}${"]".repeat(100)}`, ['too-deep "["']],
		["100,000 levels", `title: ${"[".repeat(100_000)}`, ['too-deep "["']],
		["20 MB", `title: a\n${"# padding\n".repeat(2 * 1024 * 1024)}`, ['too-large "title: a"']],
	] as const) {
		it(`reports what is wrong with ${name}`, () => {
			assert.deepEqual(problems(text), expected);
			for (const problem of parsePlan(text).problems) {
				assert.match(problemText(problem), /^\P{Ll}.*\S.*$/su);
				assert.doesNotMatch(problemText(problem), /\{\d\}|undefined/);
			}
		});
	}

	it("refuses an alias bomb without expanding it", () => {
		const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
		for (let level = 1; level < 30; level++) {
			lines.push(
				`a${level}: &a${level} [${Array(10)
					.fill(`*a${level - 1}`)
					.join(", ")}]`,
			);
		}
		lines.push("targets: {2027: *a29}");
		assert.deepEqual(
			parsePlan(lines.join("\n")).problems.map(({ code }) => code),
			["too-many-aliases"],
		);
	});

	it("reads the rest if one part is broken", () => {
		const { phases, targets } = plan("phases: [{title: a, when: soon}, 5, {title: b}]\ntargets: {2027: [x]}");
		assert.deepEqual(
			phases.map(({ title }) => title),
			["a", "5", "b"],
		);
		assert.equal(targets[0]?.items[0]?.title, "x");
	});
});
