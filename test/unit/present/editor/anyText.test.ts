import assert from "node:assert/strict";
import fc from "fast-check";
import { Ledger } from "../../../../src/journal/ledger.ts";
import { FixFinder } from "../../../../src/plan/assist/fixFinder.ts";
import { foldsOf } from "../../../../src/plan/assist/folding.ts";
import { definitionRange, nameAt, renameName, usesIn } from "../../../../src/plan/assist/names.ts";
import { applyEdits } from "../../../../src/plan/edit/textEdit.ts";
import { PlanParser, readPlan } from "../../../../src/plan/readPlan.ts";
import { completionsAt } from "../../../../src/present/editor/completions.ts";
import { cursorActions } from "../../../../src/present/editor/cursorActions.ts";
import { hintsIn } from "../../../../src/present/editor/hints.ts";
import { hoverAt } from "../../../../src/present/editor/hover.ts";
import { lensesOf, lensParts } from "../../../../src/present/editor/lenses.ts";
import { outlineOf } from "../../../../src/present/editor/outline.ts";
import { mutate, mutation, samplePlan } from "../../plan/plans.ts";
import { sourceOf } from "../sourceOf.ts";

const sample = samplePlan();
const sampled = readPlan(sample).plan ?? assert.fail();
const sampleSource = sourceOf(sampled, new Ledger(), "2026-07-01");

describe("what the editor does with any text of a plan", () => {
	it("never fails, and stays within the text", function () {
		this.timeout(60_000);
		const inText = ({ start, end }: { readonly start: number; readonly end: number }, text: string) =>
			assert.ok(0 <= start && start <= end && end <= text.length, `${start}..${end} of ${text.length}`);
		fc.assert(
			fc.property(
				fc.array(mutation, { minLength: 1, maxLength: 3 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(edits, where) => {
					const text = edits.reduce(mutate, sample.slice(0, 6000));
					const offset = Math.floor(where * text.length);
					for (const { range } of completionsAt(text, offset, new PlanParser(), sampleSource.words)) {
						inText(range, text);
					}
					const { root, plan } = readPlan(text);
					if (!root || !plan) {
						return;
					}
					const source = sourceOf(plan, new Ledger(), "2026-07-01");
					for (const { at } of hintsIn({ ...source, text, root }, { start: 0, end: text.length })) {
						inText({ start: at, end: at }, text);
					}
					for (const lens of lensesOf(plan, false)) {
						inText({ start: lens.at, end: lens.at }, text);
						assert.ok(lensParts(lens, source).length > 0);
					}
					for (const fold of foldsOf(text, root)) {
						inText(fold, text);
					}
					for (const { range } of usesIn(root, plan)) {
						inText(range, text);
					}
					outlineOf(plan, source.words);
					hoverAt(root, plan, offset, source);
					cursorActions(text, root, plan, offset, source);
				},
			),
			{ numRuns: 150 },
		);
	});

	it("mends only what then reads without that problem", function () {
		this.timeout(60_000);
		fc.assert(
			fc.property(mutation, (edit) => {
				const text = mutate(sample.slice(0, 3000), edit);
				const finder = new FixFinder(text, sampleSource.today);
				const edits = finder.fixAll();
				const count = (of: string) => readPlan(of).problems.length;
				if (edits.length > 0 && readPlan(text).plan) {
					assert.ok(count(applyEdits(text, edits)) < count(text));
				}
				for (const problem of finder.problems.slice(0, 3)) {
					for (const fix of finder.fixesOf(problem)) {
						const after = readPlan(applyEdits(text, fix.edits)).problems;
						assert.ok(
							!after.some(
								(each) =>
									JSON.stringify(each) === JSON.stringify(problem) &&
									fix.edits.every(({ start }) => start > each.range.end),
							),
						);
					}
				}
			}),
			{ numRuns: 60 },
		);
	});

	it("renames every id of the sample, after which it says the same as before", function () {
		this.timeout(60_000);
		const { root, problems } = readPlan(sample);
		assert.ok(root);
		for (const node of sampled.byId.values()) {
			if (!node.idWritten) {
				continue;
			}
			const name = nameAt(root, sampled, definitionRange(root, node.range.start).start);
			assert.equal(name?.id, node.id);
			const edits = name && renameName(sample, root, sampled, name, "quite-another-id");
			assert.ok(edits && typeof edits !== "string", `${node.id}: ${edits}`);
			const after = readPlan(applyEdits(sample, edits));
			assert.equal(after.problems.length, problems.length, node.id);
			assert.deepEqual(after.plan?.byId.get("quite-another-id")?.formerly, [...node.formerly, node.id]);
			assert.deepEqual(
				after.plan?.items.map(({ track, needs, of }) => [track, needs, of].join()),
				sampled.items.map(({ track, needs, of }) =>
					[track, needs, of]
						.join()
						.split(",")
						.map((each) => (each === node.id ? "quite-another-id" : each))
						.join(),
				),
			);
		}
	});
});
