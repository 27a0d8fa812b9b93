import assert from "node:assert/strict";
import { viewContent } from "../../../../src/viewmodel/rows/viewContent.ts";
import { viewIds } from "../../../../src/viewmodel/rows/viewOptions.ts";
import type { Logged } from "../../progress/progressFixture.ts";
import { sourceWith } from "../viewSourceFor.ts";
import { byPhase, everyRow } from "./renderRows.ts";

const yaml = `
phases: [{title: "Find my feet, long", when: month 60}, {title: Find my feet, when: by month 9, outcomes: {people: [{id: talks, title: Talks given, goal: 4}]}}]
commitments: [{id: writing, title: Thought leadership, hours: 2}]
checkpoints: [{id: half, title: Half-year review, every: 6 months}]
`;
const logged: ReadonlyArray<Logged> = [
	["2026-06-29", "writing", { minutes: 45, note: "Drafted it" }],
	["2026-02-03", "talks", { add: 1 }],
];
const source = sourceWith(yaml, logged, "2026-07-01");
const rows = (figuresFirst: boolean) =>
	viewIds.flatMap((id) => everyRow(viewContent(id, source, { ...byPhase, figuresFirst }).rows));

describe("rows with figures first", () => {
	it("begin with the first part of their description, and keep everything else", () => {
		const [plain, first] = [rows(false), rows(true)];
		assert.equal(plain.length, first.length);
		for (const [index, row] of plain.entries()) {
			const other = first[index] ?? assert.fail();
			const texts = ({ label, description }: typeof row) =>
				[label, description].filter(Boolean).join(" · ").split(" · ");
			assert.deepEqual(texts(other).toSorted(), texts(row).toSorted());
			const { label, description, children, tooltip, ...rest } = row;
			const { label: otherLabel, description: otherDescription, children: under, tooltip: shown, ...otherRest } = other;
			assert.deepEqual(otherRest, rest);
		}
	});

	it("show the progress of an item, the hours of a commitment, and the date of a review", () => {
		const labels = rows(true).map(({ label }) => label);
		for (const label of ["1 of 4 · Talks given", "45m/2h · Thought leadership", "Jul 4 · Half-year review"]) {
			assert.ok(labels.includes(label), labels.join("\n"));
		}
	});

	it("keep short headings, and words that are no figures, behind the title", () => {
		const texts = rows(true).map(({ label, description = "" }) => `${label} | ${description}`);
		for (const start of ["People | 0 of 1 done", "Find my feet, long | no goals yet"]) {
			assert.ok(
				texts.some((text) => text.startsWith(start)),
				texts.join("\n"),
			);
		}
	});

	it("leave entries and sentences as they are", () => {
		const labels = rows(true).map(({ label }) => label);
		assert.ok(labels.includes("Mon, Jun 29: 45 min"), labels.join("\n"));
	});
});
