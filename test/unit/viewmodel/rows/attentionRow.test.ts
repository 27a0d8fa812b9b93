import assert from "node:assert/strict";
import fc from "fast-check";
import type { Row } from "../../../../src/viewmodel/rows/row.ts";
import { viewContent } from "../../../../src/viewmodel/rows/viewContent.ts";
import { groupings } from "../../../../src/viewmodel/rows/viewOptions.ts";
import { runs } from "../../../harness/depth.ts";
import { sourceWith } from "../viewSourceFor.ts";
import { byPhase, everyRow, outline } from "./renderRows.ts";

const yaml = (months: ReadonlyArray<number>) => `
checkpoints: [{id: half, title: Half year, every: 6 months}]
phases: [{title: P, when: month 1-24, outcomes: {x: [{title: O1, when: by month ${months[0]}}]}}]
tracks: [{title: T, stages: [{title: S, when: year 1, milestones: [{title: M1, when: by month ${months[1]}}]}]}]
targets: {year 2: [{title: T1, when: by month ${months[2]}}]}
indicators: {leading: [{title: I1, when: by month ${months[3]}}]}
factors: [{title: F, practices: [{title: Pr, when: by month ${months[4]}}]}]
risks: [{title: R, mitigations: [{title: Mi, when: by month ${months[5]}}]}]
`;
const isMarked = ({ description, icon }: Row) => icon === "warning" && /\d overdue/.test(description ?? "");
const isOver = ({ id, icon }: Row) => /^aim:|^item:/.test(id) && icon === "warning";

describe("what needs attention", () => {
	it("is the first row of the Roadmap view, with reviews and items of every kind", () => {
		const source = sourceWith(yaml([1, 2, 3, 4, 5, 6]), [], "2026-07-08");
		const { rows } = viewContent("roadmap", source, byPhase);
		assert.equal(rows[0]?.id, "attention");
		assert.equal(rows[0]?.description, "7");
		const labels = rows[0]?.children?.().map(({ label }) => label) ?? [];
		assert.deepEqual([labels[0], ...labels.slice(1).sort()], ["Half year", "I1", "M1", "Mi", "O1", "Pr", "T1"]);
		for (const filter of ["open", "due"] as const) {
			assert.equal(viewContent("roadmap", source, { ...byPhase, filter }).rows[0]?.id, "attention");
		}
	});

	it("has no row while nothing is overdue", () => {
		const rows = viewContent("roadmap", sourceWith(yaml([9, 9, 9, 9, 9, 9]), [], "2026-06-01"), byPhase).rows;
		assert.ok(!rows.some(({ id }) => id === "attention"), outline(rows).join("\n"));
	});

	it("counts as the badge does, and is marked on every parent of what is overdue", () => {
		const month = fc.integer({ min: 1, max: 20 });
		fc.assert(
			fc.property(
				fc.tuple(month, month, month, month, month, month),
				fc.constantFrom(...groupings),
				(months, grouping) => {
					const source = sourceWith(yaml(months), [], "2026-12-20");
					const { reviews, items } = source.snapshot.overdue;
					const roadmap = viewContent("roadmap", source, { ...byPhase, grouping }).rows;
					const [first, ...rest] = roadmap;
					const below = first?.id === "attention" ? (first.children?.() ?? []) : [];
					assert.equal(below.length, reviews.length + items.length);
					const parents = [...rest, ...viewContent("signals", source, byPhase).rows];
					const marked = everyRow(parents.filter(({ id }) => id !== "aim")).filter(isOver);
					assert.equal(marked.length, items.length);
					for (const parent of everyRow(parents).filter(({ children }) => children !== undefined)) {
						const hasOver = everyRow(parent.children?.() ?? []).some(isOver);
						assert.equal(isMarked(parent), hasOver, parent.label);
					}
				},
			),
			{ numRuns: runs(30) },
		);
	});
});
