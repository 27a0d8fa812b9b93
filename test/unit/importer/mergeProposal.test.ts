import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { proposeRoadmap } from "../../../src/importer/markdown/proposeRoadmap.ts";
import { removeProvenance } from "../../../src/importer/markdown/removeProvenance.ts";
import { mergeProposal } from "../../../src/importer/mergeProposal.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { dayFromDate } from "../../../src/time/day.ts";
import { runs } from "../../harness/depth.ts";
import { markdown } from "./markdown/arbitraryMarkdown.ts";
import { checkProposal } from "./markdown/checkProposal.ts";

const source = readFileSync("test/unit/importer/markdown/roadmap.md", "utf8");
const propose = (text: string, today = dayFromDate(2026, 11, 28) ?? 0) => {
	const context = { source: "plan.md", today, check: checkProposal, answers: {} };
	return proposeRoadmap(text, context).text;
};
const plain = (text: string, today?: number) => removeProvenance(propose(text, today), "plan.md");
const steps = (merged: ReturnType<typeof mergeProposal>) =>
	merged.made.map((step) =>
		step.kind === "add" ? `+ ${step.title}` : `${step.title} ${step.key}: ${step.was} → ${step.value}`,
	);

describe("a roadmap that is imported again", () => {
	const before = plain(source);

	it("proposes nothing if the source is the same, also on another day and with the comments in the plan", () => {
		const later = plain(source, dayFromDate(2027, 2, 1));
		for (const plan of [before, propose(source)]) {
			for (const last of [before, undefined]) {
				const merged = mergeProposal({ plan, proposed: later, before: last });
				assert.deepEqual([merged.made, merged.refused, merged.text], [[], [], plan]);
			}
		}
	});

	it("adds what is new at its place, wherever that is in the source", () => {
		const changed = source
			.replace(
				"- **Clinical**: Infection control, triage",
				"- **Clinical**: Infection control, triage, palliative care",
			)
			.replace("- **Wound Expert** (Month 7)", "- **Wound Expert** (Month 7)\n- **Pain Expert** (Month 9)")
			.concat("\n## Year 7 Targets\n- A book on nursing\n");
		const merged = mergeProposal({ plan: before, proposed: plain(changed), before });
		assert.deepEqual(steps(merged).toSorted(), ["+ A book on nursing", "+ Pain Expert", "+ palliative care"]);
		assert.deepEqual([merged.refused, parsePlan(merged.text).problems], [[], []]);
		assert.match(merged.text, /- triage\n +- palliative care\n/);
		assert.match(merged.text, /year 7:\n +- A book on nursing\n/);
		const again = mergeProposal({ plan: merged.text, proposed: plain(changed), before: plain(changed) });
		assert.deepEqual(again.made, []);
	});

	it("changes what the source changed", () => {
		const merged = mergeProposal({
			plan: before,
			proposed: plain(source.replace("10-14 nurses", "12-16 nurses")),
			before,
		});
		assert.deepEqual(steps(merged), ["Lead team of nurses goal: 10-14 → 12-16"]);
		assert.match(merged.text, /goal: 12-16/);
	});

	it("keeps what was edited, renamed, moved, or removed in the plan since", () => {
		const edited = before
			.replace("goal: 10-14", "goal: 9")
			.replace("- triage\n", "- Triage in the emergency room\n")
			.replace(/ +- Meet the leads of other wards\n/, "");
		assert.notEqual(edited, before);
		const changed = source.replace("10-14 nurses", "12-16 nurses");
		for (const proposed of [before, plain(changed)]) {
			const merged = mergeProposal({ plan: edited, proposed, before });
			assert.deepEqual([merged.made, merged.text], [[], edited]);
		}
	});

	it("leaves comments, order, and style of the plan as they are", () => {
		const edited = `# My plan\n${before.replace("phases:", "phases: # in order")}`;
		const proposed = plain(`${source}\n## Year 7 Targets\n- A book on nursing\n`);
		const { text } = mergeProposal({ plan: edited, proposed, before });
		const lines = new Set(text.split("\n"));
		assert.deepEqual(
			edited.split("\n").filter((line) => !lines.has(line)),
			[],
		);
	});

	it("proposes nothing for any text that is the same", () => {
		fc.assert(
			fc.property(markdown, (text) => {
				const plan = plain(text);
				const merged = mergeProposal({ plan, proposed: plain(text), before: plan });
				assert.deepEqual([merged.made, merged.text], [[], plan]);
			}),
			{ numRuns: runs(200) },
		);
	}).timeout(30_000);

	it("never gets a problem, whatever the source becomes, and proposes it only once", () => {
		fc.assert(
			fc.property(markdown, markdown, (text, other) => {
				const plan = plain(text);
				if (plan.trim() === "") {
					return;
				}
				const merged = mergeProposal({ plan, proposed: plain(other), before: plan });
				assert.deepEqual(parsePlan(merged.text).problems, [], merged.text);
				const again = mergeProposal({ plan: merged.text, proposed: plain(other), before: plain(other) });
				assert.deepEqual(again.made, []);
			}),
			{ numRuns: runs(100) },
		);
	}).timeout(60_000);
});
