import assert from "node:assert/strict";
import { PlanParser, parsePlan } from "../../../src/plan/planParser.ts";

const plan = (size: number) =>
	`targets:\n  2027:\n${Array.from({ length: size }, (_, i) => `    - { id: i${i}, title: "Item ${i}", needs: [i${i + 1}] }`).join("\n")}\n`;

/** Texts that are read in each of the ways there are. */
const texts: Readonly<Record<string, string>> = {
	"a long plan": plan(1500),
	"a long plan with a bad line": `${plan(1500)}a: "x" y: z\n`,
	"errors in a line": `a: [${'"x" "y", '.repeat(2000)}]`,
	"too many tokens": plan(6000),
	"no map": "- a\n- b\n",
	nothing: "",
};

describe("parsing a plan in steps", () => {
	for (const [name, text] of Object.entries(texts)) {
		it(`gives the same as parsing it at once: ${name}`, () => {
			const parser = new PlanParser();
			const steps = parser.steps(text);
			const stackTraceLimit = Error.stackTraceLimit;
			for (;;) {
				const { done, value } = steps.next();
				if (done) {
					assert.deepEqual(value, parsePlan(text));
					assert.equal(parser.parse(text), value);
					return;
				}
				// What runs in a pause finds everything as it was, and may parse as well.
				assert.equal(Error.stackTraceLimit, stackTraceLimit);
				assert.equal(parser.parse("title: Another").plan?.title, "Another");
			}
		});
	}

	it("pauses after each part of a long text", () => {
		const pauses = (text: string) => [...new PlanParser().steps(text)].length;
		assert.ok(pauses(plan(2000)) - pauses(plan(1000)) > 5);
	});

	it("keeps the result of a text that was parsed at once in a pause", () => {
		const parser = new PlanParser();
		const steps = parser.steps(plan(10));
		steps.next();
		const atOnce = parser.parse(plan(10));
		let last = steps.next();
		while (!last.done) {
			last = steps.next();
		}
		assert.equal(last.value, atOnce);
	});
});
