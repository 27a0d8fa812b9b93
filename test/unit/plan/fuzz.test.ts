import assert from "node:assert/strict";
import fc from "fast-check";
import { readPlan } from "../../../src/plan/readPlan.ts";
import { problemText } from "../../../src/present/problemText.ts";
import { mutate, mutation, samplePlan } from "./plans.ts";

/** How many mutated plans are read; a longer run: `WAYMARK_FUZZ=1000000 npm test -- unit --grep mutated`. */
const plans = Number(process.env["WAYMARK_FUZZ"] ?? 20_000);

describe("any text at all", () => {
	/** Reads a text; whatever is wrong is told at a place in it, in words, within a second. */
	function check(text: string): void {
		// The processor's time, not the clock's: other suites may run beside this one.
		const begin = process.cpuUsage();
		const { plan, problems } = readPlan(text);
		const took = process.cpuUsage(begin).user / 1000;
		assert.ok(took < 1000, `${took} ms`);
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

	for (const [name, text] of [
		["100,000 brackets", "[".repeat(100_000)],
		["100,000 hyphens", "- ".repeat(100_000)],
		["100,000 question marks", "? ".repeat(100_000)],
		["10,000 levels of maps", Array.from({ length: 700 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")],
		["20,000 keys", Array.from({ length: 20_000 }, (_, index) => `k${index}: v`).join("\n")],
		["20,000 alike keys", "k: v\n".repeat(20_000)],
		["10,000 alike titles", `targets:\n  2027:\n${"  - Same\n".repeat(10_000)}`],
		[
			"a chain of 5,000 needs",
			`targets:\n  2027:\n${Array.from({ length: 5000 }, (_, i) => `  - {id: i${i}, title: a, needs: [i${i + 1}]}`).join("\n")}`,
		],
		["a text of 500 KB", `title: ${"word ".repeat(100_000)}`],
		["500 KB of quotes", `title: "${'\\"'.repeat(250_000)}"`],
		["500 KB of nothing", "\n".repeat(500_000)],
		["half a pair", "title: \ud800\ntargets: {2027: [\udc00]}"],
		["spaces and slashes", `title: a\ngoal: ${"$ ".repeat(50_000)}\nstart: ${" -".repeat(50_000)}`],
	] as const) {
		it(`is read, or told what is wrong with: ${name}`, () => check(text));
	}
});
