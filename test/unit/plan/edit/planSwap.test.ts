import assert from "node:assert/strict";
import fc from "fast-check";
import { type PlanSwap, reversed, swapEdits } from "../../../../src/plan/edit/planSwap.ts";
import { applyEdits } from "../../../../src/util/textEdit.ts";

const lines = ["title: A", "start: 2026-01-05", "# one", "goal: first", "# two", "about: second", "note: third"];
const text = (all: ReadonlyArray<string>) => `${all.join("\n")}\n`;

function applied(now: string, swap: PlanSwap): string {
	const edits = swapEdits(now, swap);
	return edits === "unsafe" ? edits : applyEdits(now, edits);
}

/** Other lines than those that a change is about, with comments before and behind each that it may have. */
const commented = fc.array(fc.nat(3), { minLength: 8, maxLength: 8 });

function withComments(
	all: ReadonlyArray<string>,
	counts: ReadonlyArray<number>,
	apartFrom: ReadonlyArray<string>,
): string {
	const isNear = (at: number) => [all[at - 1], all[at]].every((line) => line === undefined || apartFrom.includes(line));
	return text(
		[...all, ""]
			.flatMap((line, at) => [...Array(isNear(at) ? 0 : (counts[at] ?? 0)).fill(`# more before ${at}`), line])
			.slice(0, -1),
	);
}

describe("a change of the plan's text", () => {
	const changed = lines.map((line) => (line === "goal: first" ? "goal: other" : line));
	const swap = { before: text(lines), after: text(changed) };

	it("is made, and undone, with any line breaks", () => {
		for (const breaks of ["\n", "\r\n"]) {
			const written = (all: string) => all.replaceAll("\n", breaks);
			assert.equal(applied(written(swap.before), swap), written(swap.after));
			assert.equal(applied(written(swap.after), reversed(swap)), written(swap.before));
		}
	});

	it("is made once", () => {
		assert.deepEqual(swapEdits(swap.after, swap), []);
		assert.deepEqual(swapEdits(swap.before, reversed(swap)), []);
	});

	for (const [where, line, other, near] of [
		["in the middle", "goal: first", "goal: other", ["# one", "goal: first", "goal: other", "# two"]],
		["in the last line", "note: third", "note: other", ["about: second", "note: third", "note: other"]],
		["in the first line", "title: A", "title: B", ["title: A", "title: B", "start: 2026-01-05"]],
	] as const) {
		it(`keeps later changes in other lines, and is recognized if it was made by hand: ${where}`, () => {
			const after = lines.map((each) => (each === line ? other : each));
			const change = { before: text(lines), after: text(after) };
			fc.assert(
				fc.property(commented, (counts) => {
					const [was, is] = [withComments(lines, counts, near), withComments(after, counts, near)];
					assert.equal(applied(was, change), is);
					assert.equal(applied(is, change), is);
					assert.equal(applied(is, reversed(change)), was);
					assert.equal(applied(was, reversed(change)), was);
				}),
			);
		});
	}

	it("is not made if its own line was changed otherwise, or is gone", () => {
		const otherwise = text(lines.map((line) => (line === "goal: first" ? "goal: by hand" : line)));
		const gone = text(lines.filter((line) => line !== "goal: first"));
		for (const now of [otherwise, gone, "", "title: Another plan\n"]) {
			assert.equal(swapEdits(now, swap), "unsafe");
			assert.equal(swapEdits(now, reversed(swap)), "unsafe");
		}
	});

	it("is not made if the plan would be invalid with it", () => {
		const now = `${swap.before}note: [\n`;
		assert.equal(swapEdits(now, swap), "unsafe");
	});

	it("writes only one of both texts, for any two texts", () => {
		const anyLines = fc.array(fc.constantFrom(...lines, "goal: other", ""), { maxLength: 8 }).map(text);
		fc.assert(
			fc.property(anyLines, anyLines, anyLines, (before, after, now) => {
				const result = applied(now, { before, after });
				if (now === before || now === after) {
					assert.equal(result, after);
				} else if (result !== "unsafe") {
					assert.ok(result === now || result.length - now.length === after.length - before.length);
				}
			}),
		);
	});
});
