import assert from "node:assert/strict";
import fc from "fast-check";
import { readLedger } from "../../../../src/journal/ledger/readLedger.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { runs } from "../../../harness/depth.ts";
import { mutate, mutation, samplePlan } from "../../plan/arbitraryPlans.ts";
import { sampleLedger, sourceOf } from "../viewSourceFor.ts";
import { everyRow, everyView, tooltipLines } from "./renderRows.ts";

const today = "2026-08-10";
const title = "A secret career";

/** The sample with a title that nothing else in it has, after changes. */
function sample(change: (text: string) => string = (text) => text, formatter = new Formatter("en")) {
	const text = change(samplePlan().replace("title: Director of AI Engineering\n", `title: ${title}\n`));
	const plan = parsePlan(text).plan ?? assert.fail();
	return sourceOf(plan, sampleLedger(plan), today, formatter);
}

/** Everything that a view says: beside its name, in its rows, their names for a screen reader and their tooltips. */
function everyText(source: ReturnType<typeof sample>): ReadonlyArray<readonly [where: string, text: string]> {
	return everyView(source).flatMap(({ name, shown }) => [
		[name, shown.description ?? ""] as const,
		...everyRow(shown.rows).flatMap((row) =>
			[row.label, row.description ?? "", row.accessibleName, ...tooltipLines(row)].map(
				(text) => [`${name}: ${row.id}`, text] as const,
			),
		),
	]);
}

function assertSound(source: ReturnType<typeof sample>): void {
	for (const { name, shown } of everyView(source)) {
		const rows = everyRow(shown.rows);
		const ids = rows.map(({ id }) => id);
		assert.deepEqual(
			ids.filter((id, index) => ids.indexOf(id) !== index),
			[],
			`ids of ${name}`,
		);
		for (const { id, label, accessibleName, open, children } of rows) {
			assert.ok(label.trim() !== "" && accessibleName.trim() !== "", `${name}: ${id} has no name`);
			assert.equal(open === undefined, children === undefined, `${name}: ${id}`);
			assert.notEqual(children?.().length, 0, `${name}: ${id} opens on nothing`);
		}
	}
}

describe("every row of every view", () => {
	it("of the sample has a name, a unique ID, and children if it can be expanded", () => assertSound(sample()));

	it("has them also for plans that are full of mistakes", () =>
		fc.assert(
			fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
				const { plan } = parsePlan(mutations.reduce(mutate, samplePlan()));
				fc.pre(plan !== undefined);
				assertSound(sourceOf(plan, sampleLedger(plan), today));
			}),
			{ numRuns: runs(200) },
		));

	it("has them also for plans with equal names", () => {
		const yaml = `
start: 2026-01-05
phases:
  - {id: a, title: A, when: year 1, outcomes: {x: [A, {id: a, title: A}], X: [A]}}
  - {id: a, title: A, when: year 1, outcomes: {x: [A]}}
  - {id: phase-4, title: A, outcomes: {milestones: [A]}}
  - {title: A, outcomes: {x: ["", "  "]}}
tracks:
  - {id: none, title: A, share: 50%, stages: [{id: a, title: A, milestones: [A]}, {id: a, title: A, milestones: [A]}]}
  - {id: week, title: "", share: 50%}
targets: {year 1: [A], Year 1: [A], 2027: [A]}
commitments: [{id: total, title: A, hours: 1}, {id: other, title: A, hours: 1, activities: [A, A]}]
checkpoints: [{id: later, title: A, every: 1 month, until: year 1}, {id: past, title: A, every: 1 month}]
indicators: {leading: [A, {title: ""}], lagging: [A]}
factors: [{id: a, title: A, practices: [A]}, {id: a, title: A, practices: []}, {title: ""}]
risks: [{id: a, title: A, mitigations: [A]}, {title: A}]
advantages: [A, A, {title: A, points: [A, A]}, ""]
`;
		const plan = parsePlan(yaml).plan ?? assert.fail();
		const entry = (id: string, on: string) => JSON.stringify({ id, at: "2026-08-10", type: "time", on, minutes: 10 });
		const ids = ["total", "other", "none", "week", "lost", "a", "a-2"];
		const ledger = readLedger([ids.map((on, index) => entry(`e${index}`, on)).join("\n")]);
		assertSound(sourceOf(plan, ledger, today));
	});
});

describe("every row of every view in discreet mode", () => {
	/** Items and others of the sample that are made private, with their titles. */
	const secrets = [
		["title: AWS AI/ML specialty", "AWS AI/ML specialty"],
		["title: The Manager's Path studied in depth", "Manager's Path"],
		["title: Thought leadership", "Thought leadership"],
		["title: Articles written and published", "Articles written"],
		["title: Requests for interviews", "Requests for interviews"],
		["title: Executive coaching", "Executive coaching"],
		["title: Annual assessment", "Annual assessment"],
		["title: Emergency fund", "Emergency fund"],
		["title: Professional connections", "Professional connections"],
	] as const;
	const discreet = sample(
		(text) =>
			secrets.reduce((changed, [line]) => {
				assert.ok(changed.includes(line), line);
				// Within { } and in a map with a key a line alike: on the same line, or on one of its own.
				return changed.replace(new RegExp(`^(.*)${line.replace(/[/]/g, "\\/")}(.*)$`, "m"), (whole, before, after) => {
					if (/[,}]\s*$|, /.test(after) || before.includes("{")) return `${before}${line}, private: true${after}`;
					return /^\s*$/.test(before.replace("- ", "")) ? `${whole}\n${" ".repeat(before.length)}private: true` : whole;
				});
			}, text),
		new Formatter("en", true),
	);

	it("contains neither children of private items nor the plan's title, in any grouping", () => {
		const yaml = `
title: Big Boss
phases: [{title: P, when: year 1, private: true, outcomes: {x: [Secret outcome]}}, {title: Soon big boss!, when: year 2, focus: Big Bossy}]
tracks: [{id: t, title: T, private: true, stages: [{title: S, milestones: [{title: Secret exam, when: year 2}]}]}]
commitments: [{title: C, hours: 1, private: true, activities: [Secret habit]}]
factors: [{title: F, private: true, practices: [Secret practice]}]
risks: [{title: R, private: true, mitigations: [Secret plan]}]
`;
		const { plan } = parsePlan(`start: 2026-01-05${yaml}`);
		assert.ok(plan);
		const line = JSON.stringify({ id: "1", at: "2026-08-10", type: "time", on: "secret-habit", minutes: 10 });
		const source = sourceOf(plan, readLedger([line]), today, new Formatter("en", true, plan.title));
		const texts = everyText(source).map(([, text]) => text);
		assert.deepEqual(
			texts.filter((text) => /secret|big boss\b/i.test(text)),
			[],
		);
		assert.ok(texts.some((text) => text.startsWith("Soon •••!")) && texts.includes("Big Bossy"));
	});

	it("is tested with private items", () => {
		const named = [...discreet.plan.byId.values()].filter((node) => node.private).map((node) => node.title);
		// Beside the activities within what is private.
		const activities = discreet.plan.commitments.flatMap(({ activities }) => activities.map(({ title }) => title));
		const own = secrets.map(([line]) => line.replace("title: ", ""));
		assert.deepEqual(
			named.filter((name) => !own.includes(name) && !activities.includes(name)),
			[],
		);
		assert.ok(own.every((name) => named.includes(name)));
		assert.ok(everyText(sample()).some(([, text]) => text.includes("Manager's Path")));
		assert.ok(everyText(sample()).some(([, text]) => text.includes("A chapter at a time")));
	});

	for (const [what, pattern] of [
		["no amount of money", /\p{Sc}\s?\d|\d\s?\p{Sc}/u],
		["not the plan's title", new RegExp(title)],
		...secrets.map(([, secret]) => [`not the private "${secret}"`, new RegExp(secret)] as const),
		["not the note of what is private", /A chapter at a time/],
		["no bare number that was logged as money", /(?:Business impact delivered|Budget or P&L I own): [+\d]/],
	] as const) {
		it(`contains ${what}`, () =>
			assert.deepEqual(
				everyText(discreet).filter(([, text]) => pattern.test(text)),
				[],
			));
	}
});
