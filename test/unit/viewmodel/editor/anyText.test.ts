import assert from "node:assert/strict";
import fc from "fast-check";
import { Ledger } from "../../../../src/journal/ledger/ledger.ts";
import { fixEverything } from "../../../../src/plan/assist/fixEverything.ts";
import { FixFinder } from "../../../../src/plan/assist/fixFinder.ts";
import { foldingRanges } from "../../../../src/plan/assist/foldingRanges.ts";
import {
	definitionRange,
	findReferences,
	referenceAt,
	renameReferences,
} from "../../../../src/plan/assist/references.ts";
import { PlanParser, parsePlan } from "../../../../src/plan/planParser.ts";
import { applyEdits } from "../../../../src/util/textEdit.ts";
import { codeLenses, lensParts } from "../../../../src/viewmodel/editor/codeLenses.ts";
import { completionsAt } from "../../../../src/viewmodel/editor/completions.ts";
import { cursorActions } from "../../../../src/viewmodel/editor/cursorActions.ts";
import { hoverText } from "../../../../src/viewmodel/editor/hoverText.ts";
import { inlayHints } from "../../../../src/viewmodel/editor/inlayHints.ts";
import { outlineOf } from "../../../../src/viewmodel/editor/outline.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { runs } from "../../../harness/depth.ts";
import { mutate, mutation, samplePlan } from "../../plan/arbitraryPlans.ts";
import { sourceOf } from "../viewSourceFor.ts";

const sample = samplePlan();
const sampled = parsePlan(sample).plan ?? assert.fail();
const completionSource = { parser: new PlanParser(), formatter: new Formatter("en"), today: 20_000 };
const sampleSource = sourceOf(sampled, new Ledger(), "2026-07-01");

describe("the editor features with any text of a plan", () => {
	it("never fail, and stay within the text", function () {
		this.timeout(120_000);
		const inText = ({ start, end }: { readonly start: number; readonly end: number }, text: string) =>
			assert.ok(0 <= start && start <= end && end <= text.length, `${start}..${end} of ${text.length}`);
		fc.assert(
			fc.property(
				fc.array(mutation, { minLength: 1, maxLength: 3 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(edits, where) => {
					const text = edits.reduce(mutate, sample.slice(0, 6000));
					const offset = Math.floor(where * text.length);
					for (const { range } of completionsAt(text, offset, completionSource)) {
						inText(range, text);
					}
					const { root, plan } = parsePlan(text);
					if (!root || !plan) {
						return;
					}
					const source = sourceOf(plan, new Ledger(), "2026-07-01");
					for (const { at } of inlayHints({ ...source, text, root }, { start: 0, end: text.length })) {
						inText({ start: at, end: at }, text);
					}
					for (const lens of codeLenses(plan, source)) {
						inText({ start: lens.at, end: lens.at }, text);
						assert.ok(lensParts(lens, source).length > 0);
					}
					for (const fold of foldingRanges(text, root)) {
						inText(fold, text);
					}
					for (const { range } of findReferences(root, plan)) {
						inText(range, text);
					}
					outlineOf(plan, source.formatter);
					hoverText(root, plan, offset, source);
					cursorActions({ text, root, plan }, offset, source);
				},
			),
			{ numRuns: runs(500) },
		);
	});

	it("fix a problem only if it is gone afterwards", function () {
		this.timeout(120_000);
		fc.assert(
			fc.property(mutation, (edit) => {
				const text = mutate(sample.slice(0, 3000), edit);
				const finder = new FixFinder(text, sampleSource.today);
				const edits = finder.fixAll();
				const count = (of: string) => parsePlan(of).problems.length;
				if (edits.length > 0 && parsePlan(text).plan) {
					assert.ok(count(applyEdits(text, edits)) < count(text));
				}
				for (const problem of finder.problems.slice(0, 3)) {
					for (const fix of finder.fixesOf(problem)) {
						const after = parsePlan(applyEdits(text, fix.edits)).problems;
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
			{ numRuns: runs(200) },
		);
	});

	it("fix all problems without losing an item", function () {
		this.timeout(120_000);
		fc.assert(
			fc.property(mutation, (edit) => {
				const text = mutate(sample.slice(0, 1500), edit);
				const before = parsePlan(text).plan?.items.length ?? 0;
				const after = parsePlan(fixEverything(text, sampleSource.today).text).plan?.items.length ?? 0;
				assert.ok(after >= before, `${after} instead of ${before}`);
			}),
			{ numRuns: runs(50) },
		);
	});

	it("rename every ID of the sample without changing its meaning", function () {
		this.timeout(120_000);
		const { root, problems } = parsePlan(sample);
		assert.ok(root);
		for (const node of sampled.byId.values()) {
			if (!node.idWritten) {
				continue;
			}
			const name = referenceAt(root, sampled, definitionRange(root, node.range.start).start);
			assert.equal(name?.id, node.id);
			const edits = name && renameReferences({ text: sample, root, plan: sampled }, name, "quite-another-id");
			assert.ok(edits && typeof edits !== "string", `${node.id}: ${edits}`);
			const after = parsePlan(applyEdits(sample, edits));
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
