import assert from "node:assert/strict";
import { dropPlace } from "../../../../../src/plan/edit/place/dropPlace.ts";
import { nodesAt } from "../../../../../src/plan/edit/place/nodesAt.ts";
import { placeName, placeOf } from "../../../../../src/plan/edit/place/placeOf.ts";
import { roadmapRows } from "../../../../../src/viewmodel/rows/roadmapRows.ts";
import type { Row } from "../../../../../src/viewmodel/rows/row.ts";
import type { Grouping } from "../../../../../src/viewmodel/rows/viewOptions.ts";
import { sourceWith } from "../../../viewmodel/viewSourceFor.ts";

const source = sourceWith(`
phases:
  - { title: First, when: months 1-6, outcomes: { work: [Settled, Known], home: [Moved] } }
  - { title: Second, when: months 7-12, outcomes: { work: [Leading] } }
  - { title: Third, when: year 2 }
tracks:
  - { title: Craft, stages: [{ title: Basics, when: year 1, milestones: [Course, Exam] }, { title: More, when: year 2, milestones: [Degree] }] }
targets:
  year 1: [Talks, Articles, { title: Book, parts: [Outline] }]
  year 2: [Award]`);
const { plan } = source;

function rowsOf(grouping: Grouping): ReadonlyArray<Row> {
	const all = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> =>
		rows.flatMap((row) => [row, ...all(row.children?.() ?? [])]);
	return all(roadmapRows(source, { grouping, filter: "all", week: 0 }));
}

/** Where an item goes that is dropped on a row with a label, in words. */
function drop(title: string, label: string, grouping: Grouping = "phase"): string {
	const item = plan.items.find((each) => each.title === title) ?? assert.fail(title);
	const row = rowsOf(grouping).find((each) => each.label === label) ?? assert.fail(label);
	const dropped = dropPlace(item, row, plan);
	if (!dropped) return "nowhere";
	const others = nodesAt(plan, dropped.to).filter((each) => each !== item);
	const list = others.toSpliced(dropped.index ?? others.length, 0, item);
	return `${placeName(dropped.to, plan)}: ${list.map((each) => each.title).join(", ")}`;
}

describe("a row that is dropped on another one", () => {
	for (const [title, label, expected, grouping] of [
		["Talks", "Award", "year 2: Talks, Award"],
		["Talks", "Year 2", "year 2: Award, Talks", "year"],
		["Talks", "Book", "year 1: Articles, Book, Talks"],
		["Book", "Talks", "year 1: Book, Talks, Articles"],
		["Talks", "Targets: year 1", "year 1: Articles, Book, Talks"],
		["Settled", "Leading", "Second: work: Settled, Leading"],
		["Settled", "Second", "Second: work: Leading, Settled"],
		["Moved", "Third", "Third: home: Moved"],
		["Settled", "Home", "First: home: Moved, Settled"],
		["Settled", "First", "nowhere"],
		["Course", "More", "Craft: More: Degree, Course", "track"],
		["Course", "Exam", "Craft: Basics: Exam, Course", "track"],
		["Course", "Degree", "Craft: More: Course, Degree", "track"],
		["Course", "Settled", "nowhere"],
		["Settled", "Year 2", "nowhere", "year"],
		["Talks", "First", "nowhere"],
		["Talks", "Outline", "nowhere"],
		["Talks", "Talks", "nowhere"],
	] as ReadonlyArray<readonly [string, string, string, Grouping?]>) {
		it(`goes to ${expected}: ${title} on ${label}`, () => assert.equal(drop(title, label, grouping), expected));
	}

	it("has a place that holds it", () => {
		for (const item of plan.items.filter(({ partOf }) => partOf === undefined)) {
			const place = placeOf(item, plan) ?? assert.fail(item.id);
			assert.ok(nodesAt(plan, place).includes(item), item.id);
		}
	});
});
