import assert from "node:assert/strict";
import { movedDates, type PlanChange, planChangeEdits, planChangeEntry } from "../../../src/logging/planChange.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { formatDay } from "../../../src/time/day.ts";
import { applyEdits } from "../../../src/util/textEdit.ts";
import { Formatter } from "../../../src/viewmodel/text/formatter.ts";
import { editableGoal } from "../../../src/viewmodel/text/planChangeText.ts";
import { planOf } from "../progress/progressFixture.ts";

const text = `start: 2026-01-05 # day one
phases:
  - { title: First, when: year 1, outcomes: { technical: [Learn] } }
tracks:
  - title: Technical
    stages:
      - { title: Base, when: months 1-6, milestones: [Exam] }
targets:
  year 2:
    - Lead # a bare text
    - { title: Saved, goal: $1M+, when: 2027-06 }
    - { title: Gone, dropped: { on: 2026-03-01, why: Too much } }
commitments:
  - { title: Writing, hours: 2, when: year 1+ }
`;

const plan = planOf(text);
const itemCalled = (title: string) => plan.items.find((item) => item.title === title) ?? assert.fail(title);
const [first] = plan.phases;
const [base] = plan.tracks[0]?.stages ?? [];
const [writing] = plan.commitments;
assert.ok(first && base && writing);

function after(change: PlanChange, why = ""): { readonly text: string; readonly plan: Plan } {
	const edits = planChangeEdits(text, change, why);
	assert.ok(typeof edits !== "string", String(edits));
	const changed = applyEdits(text, edits);
	return { text: changed, plan: parsePlan(changed).plan ?? assert.fail() };
}

/** The lines of the new text that the old one does not have, and the other way round. */
function changedLines(change: PlanChange, why?: string): ReadonlyArray<string> {
	const [old, now] = [text.split("\n"), after(change, why).text.split("\n")];
	return [
		...old.filter((line) => !now.includes(line)).map((line) => `- ${line.trim()}`),
		...now.filter((line) => !old.includes(line)).map((line) => `+ ${line.trim()}`),
	];
}

function moved(change: PlanChange): ReadonlyArray<string> {
	const dayText = (day: number | undefined) => (day === undefined ? "none" : formatDay(day));
	return movedDates(plan, after(change).plan).map(({ id, was, now }) => `${id}: ${dayText(was)} -> ${dayText(now)}`);
}

const changes: ReadonlyArray<{
	readonly name: string;
	readonly change: PlanChange;
	readonly lines: ReadonlyArray<string>;
	readonly entry: object;
	readonly dates: ReadonlyArray<string>;
}> = [
	{
		name: "moves the start",
		change: { kind: "start", start: "2026-02-02" },
		lines: ["- start: 2026-01-05 # day one", "+ start: 2026-02-02 # day one"],
		entry: { field: "start", was: "2026-01-05", now: "2026-02-02" },
		// What is dated by the calendar stays.
		dates: [
			"commitment:writing: 2026-01-05 -> 2026-02-02",
			"stage:technical:track-1-1: 2026-07-04 -> 2026-08-01",
			"item:exam: 2026-07-04 -> 2026-08-01",
			"phase:phase-1: 2027-01-04 -> 2027-02-01",
			"item:learn: 2027-01-04 -> 2027-02-01",
			"item:lead: 2028-01-04 -> 2028-02-01",
			"item:gone: 2028-01-04 -> 2028-02-01",
		],
	},
	{
		name: "moves all after a day",
		change: { kind: "slip", at: "2027-06-01", by: "1 month" },
		lines: ["+ slips:", "+ - { at: 2027-06-01, by: 1 month, why: Life }"],
		entry: { field: "slips", was: null, now: "2027-06-01 + 1 month" },
		dates: ["item:lead: 2028-01-04 -> 2028-02-04", "item:gone: 2028-01-04 -> 2028-02-04"],
	},
	{
		name: "extends a phase and all in it",
		change: { kind: "when", node: first, when: "years 1-2" },
		lines: [
			"- - { title: First, when: year 1, outcomes: { technical: [Learn] } }",
			"+ - { title: First, when: years 1-2, outcomes: { technical: [Learn] } }",
		],
		entry: { on: "phase-1", name: "First", field: "when", was: "year 1", now: "years 1-2" },
		dates: ["phase:phase-1: 2027-01-04 -> 2028-01-04", "item:learn: 2027-01-04 -> 2028-01-04"],
	},
	{
		name: "ends a stage earlier",
		change: { kind: "when", node: base, when: "months 1-3" },
		lines: [
			"- - { title: Base, when: months 1-6, milestones: [Exam] }",
			"+ - { title: Base, when: months 1-3, milestones: [Exam] }",
		],
		entry: { on: "track-1-1", name: "Base", field: "when", was: "months 1-6", now: "months 1-3" },
		dates: ["stage:technical:track-1-1: 2026-07-04 -> 2026-04-04", "item:exam: 2026-07-04 -> 2026-04-04"],
	},
	{
		name: "limits a commitment",
		change: { kind: "when", node: writing, when: "year 1" },
		lines: ["- - { title: Writing, hours: 2, when: year 1+ }", "+ - { title: Writing, hours: 2, when: year 1 }"],
		entry: { on: "writing", name: "Writing", field: "when", was: "year 1+", now: "year 1" },
		dates: ["commitment:writing: 2026-01-05 -> 2027-01-04"],
	},
	{
		name: "dates an item without an own date",
		change: { kind: "when", node: itemCalled("Lead"), when: "by month 20" },
		lines: ["- - Lead # a bare text", "+ - { title: Lead, when: by month 20 } # a bare text"],
		entry: { on: "lead", name: "Lead", field: "when", was: null, now: "by month 20" },
		dates: ["item:lead: 2028-01-04 -> 2027-09-04"],
	},
	{
		name: "changes a goal",
		change: { kind: "goal", node: itemCalled("Saved"), goal: "$2M+" },
		lines: ["- - { title: Saved, goal: $1M+, when: 2027-06 }", "+ - { title: Saved, goal: $2M+, when: 2027-06 }"],
		entry: { on: "saved", name: "Saved", field: "goal", was: "$1M+", now: "$2M+" },
		dates: [],
	},
	{
		name: "gives something up",
		change: { kind: "drop", node: itemCalled("Learn"), on: "2026-08-01" },
		lines: [
			"- - { title: First, when: year 1, outcomes: { technical: [Learn] } }",
			"+ - { title: First, when: year 1, outcomes: { technical: [{ title: Learn, dropped: { on: 2026-08-01, why: Life } }] } }",
		],
		entry: { on: "learn", name: "Learn", field: "dropped", was: null, now: "2026-08-01" },
		dates: [],
	},
	{
		name: "takes something up again",
		change: { kind: "revive", node: itemCalled("Gone") },
		lines: ["- - { title: Gone, dropped: { on: 2026-03-01, why: Too much } }", "+ - { title: Gone }"],
		entry: { on: "gone", name: "Gone", field: "dropped", was: "2026-03-01", now: null },
		dates: [],
	},
];

describe("replanning", () => {
	for (const { name, change, lines, entry, dates } of changes) {
		it(`${name}: changes only that in the text`, () => assert.deepEqual(changedLines(change, "Life"), lines));

		it(`${name}: the journal gets the old and the new value, and the reason`, () => {
			assert.deepEqual(planChangeEntry(plan, change, "Life"), { type: "plan", ...entry, why: "Life" });
			assert.ok(!("why" in planChangeEntry(plan, change, "")));
		});

		it(`${name}: every date that moves is listed, in the order of the new dates`, () =>
			assert.deepEqual(moved(change), dates));
	}

	it("lists a date that is removed or new", () => {
		const undated = parsePlan(text.replace("start: 2026-01-05 # day one\n", "")).plan ?? assert.fail();
		const gone = movedDates(plan, undated).find(({ id }) => id === "item:exam");
		assert.deepEqual([gone && gone.was !== undefined, gone?.now], [true, undefined]);
		const found = movedDates(undated, plan).find(({ id }) => id === "item:exam");
		assert.deepEqual([found?.was, found && found.now !== undefined], [undefined, true]);
	});

	it("shows the goal that changes, but no money and no private items in discreet mode", () => {
		const secret = {
			...itemCalled("Saved"),
			private: true,
			goal: planOf("targets: {year 1: [{title: A, goal: 5}]}").items[0]?.goal,
		};
		const { goal } = secret;
		assert.ok(goal);
		const items = [itemCalled("Saved"), { ...secret, goal }, { ...secret, goal, private: false }, itemCalled("Lead")];
		const shown = (discreet: boolean) => items.map((item) => editableGoal(item, new Formatter("en", discreet)));
		assert.deepEqual(shown(false), ["$1M+", "5", "5", ""]);
		assert.deepEqual(shown(true), ["", "", "5", ""]);
	});

	it("reports that a plan without a start had none", () => {
		const undated = parsePlan("title: a").plan ?? assert.fail();
		const entry = planChangeEntry(undated, { kind: "start", start: "2026-02-02" }, "");
		assert.deepEqual(entry, { type: "plan", field: "start", was: null, now: "2026-02-02" });
	});
});
