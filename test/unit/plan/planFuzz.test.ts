import assert from "node:assert/strict";
import fc from "fast-check";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { problemText } from "../../../src/viewmodel/text/problemText.ts";
import { runs } from "../../harness/depth.ts";
import { mutate, mutation, samplePlan } from "./arbitraryPlans.ts";
import { slowTexts } from "./slowTexts.ts";

/** How many mutated plans are read; a longer run: `WAYMARK_FUZZ=1000000 npm test -- unit --grep mutated`. */
const plans = Number(process.env["WAYMARK_FUZZ"] ?? runs(20_000));

describe("any text as a plan", () => {
	/** Parses a text; every problem has a valid range and a message. The benchmark measures how long the slowest takes. */
	function check(text: string): void {
		const { plan, problems } = parsePlan(text);
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

	it(`is read, or gets problems: ${plans} mutated plans`, function () {
		this.timeout(120_000 + plans * 60);
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

	it("is read, or gets problems: the whole sample, mutated", function () {
		this.timeout(120_000);
		fc.assert(
			fc.property(mutation, (each) => check(mutate(samplePlan(), each))),
			{ numRuns: runs(200) },
		);
	});

	for (const [name, text] of slowTexts) {
		it(`is read, or gets problems: ${name}`, () => check(text));
	}
});
