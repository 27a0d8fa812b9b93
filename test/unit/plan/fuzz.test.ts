import assert from "node:assert/strict";
import fc from "fast-check";
import { readPlan } from "../../../src/plan/readPlan.ts";
import { problemText } from "../../../src/present/problemText.ts";
import { mutate, mutation, samplePlan } from "./plans.ts";
import { slowTexts } from "./slowTexts.ts";

/** How many mutated plans are read; a longer run: `WAYMARK_FUZZ=1000000 npm test -- unit --grep mutated`. */
const plans = Number(process.env["WAYMARK_FUZZ"] ?? 20_000);

describe("any text at all", () => {
	/** Reads a text; whatever is wrong is told at a place in it, in words. How long the slowest takes, the benchmark tells. */
	function check(text: string): void {
		const { plan, problems } = readPlan(text);
		assert.ok(plan || problems.length > 0, "neither a plan nor a problem");
		for (const problem of problems) {
			const { start, end } = problem.range;
			assert.ok(
				0 <= start && start <= end && end <= text.length,
				`${problem.code} at ${start} to ${end} of ${text.length}`,
			);
			const words = problemText(problem);
			// Without what is quoted from the text itself, which may hold anything.
			const own = problem.args.reduce((rest, arg) => (arg === "" ? rest : rest.replaceAll(arg, "…")), words);
			assert.ok(words.length > 10 && !/\{\d\}|undefined|\[object/.test(own), words);
		}
		for (const item of plan?.items ?? []) {
			assert.ok(item.range.start >= 0 && item.range.end <= text.length);
			assert.ok(!item.span?.end || item.span.start < item.span.end);
		}
	}

	it(`is read, or told what is wrong with: ${plans} mutated plans`, function () {
		this.timeout(60_000 + plans * 20);
		const sample = samplePlan();
		// Parts of the sample, so that twenty thousand of them are read in seconds.
		const parts = sample.split(/^(?=\w+:)/m).filter((part) => /^\w+:/.test(part));
		const part = fc.constantFrom(...parts).map((text) => `start: 2026-01-05\n${text.slice(0, 700)}`);
		fc.assert(
			fc.property(part, fc.array(mutation, { minLength: 1, maxLength: 4 }), (text, mutations) =>
				check(mutations.reduce(mutate, text)),
			),
			{ numRuns: plans },
		);
	});

	it("is read, or told what is wrong with: the whole sample, mutated", function () {
		this.timeout(60_000);
		fc.assert(
			fc.property(mutation, (each) => check(mutate(samplePlan(), each))),
			{ numRuns: 200 },
		);
	});

	for (const [name, text] of slowTexts) {
		it(`is read, or told what is wrong with: ${name}`, () => check(text));
	}
});
