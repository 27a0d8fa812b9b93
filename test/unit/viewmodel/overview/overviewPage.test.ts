import assert from "node:assert/strict";
import fc from "fast-check";
import type { Entry } from "../../../../src/journal/entry.ts";
import { SnapshotMaker } from "../../../../src/progress/snapshotMaker.ts";
import { overviewPage } from "../../../../src/viewmodel/overview/overviewPage.ts";
import type { OverviewPage, TimelineRow } from "../../../../src/viewmodel/overview/overviewPageModel.ts";
import { overviewPatch, patchedPage } from "../../../../src/viewmodel/overview/overviewPatch.ts";
import { KnownRows } from "../../../../src/viewmodel/overview/overviewTimeline.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { runs } from "../../../harness/depth.ts";
import { day, ledgerOf, lineOf, planOf } from "../../progress/progressFixture.ts";
import { secret, secretSource, spellings } from "../secretPlan.ts";
import { sourceWith } from "../viewSourceFor.ts";

const yaml = `
phases: [{ title: First, when: months 1-6, outcomes: { work: [Settled] } }, { title: Second, when: month 7+ }]
tracks: [{ id: craft, title: Craft, share: 60%, stages: [{ title: Basics, when: year 1 }] }]
targets: { year 1: [{ id: talks, title: Talks, goal: 4, track: craft }, { title: Undated exam }] }
commitments: [{ id: study, title: Study, hours: 4, track: craft }]
checkpoints: [{ id: half, title: Half, every: 6 months }]
time_off: [{ when: 2026-08-03..2026-08-09, why: Sea }]`;

describe("the overview of a plan", () => {
	it("has a row for everything with dates, in the groups of the tree, and says what state it is in", () => {
		const { timeline } = overviewPage(sourceWith(yaml));
		const groupOf = (title: string) => {
			const row = timeline.rows.find((each) => each.title === title) ?? assert.fail(title);
			const { phase, track, year } = row.group;
			return [timeline.groups.phase[phase], timeline.groups.track[track], timeline.groups.year[year], row.state];
		};
		assert.deepEqual(groupOf("First"), ["Phases", "Phases", "Phases", "started"]);
		assert.deepEqual(groupOf("Talks"), ["Second", "Craft", "Year 1", "open"]);
		assert.deepEqual(groupOf("Settled"), ["First", "No track", "Year 1", "open"]);
		assert.deepEqual(groupOf("Half"), ["Reviews", "Reviews", "Reviews", "open"]);
		assert.equal(timeline.rows.find(({ title }) => title === "Second")?.bar?.end, null);
	});

	it("reads well without anything, and says what would fill each part", () => {
		const page = overviewPage(sourceWith("title: Nothing yet"));
		assert.deepEqual(page.timeline.rows, []);
		for (const { lines, chart, empty } of [
			page.week,
			page.due,
			page.hours,
			page.split,
			page.goals,
			page.wins,
			page.promises,
		]) {
			assert.deepEqual([lines, chart], [[], undefined]);
			assert.ok(empty.endsWith("."), empty);
		}
	});

	it("posts only what a new entry changes, and of the timeline only rows", () => {
		const maker = new SnapshotMaker();
		const plan = planOf(yaml);
		const ledger = ledgerOf(plan, []);
		const [knownRows, formatter] = [new KnownRows(), new Formatter("en")];
		const page = () => {
			const snapshot = maker.make(plan, ledger, day("2026-07-01"));
			const source = { snapshot, plan, ledger, aliases: snapshot.aliases, today: day("2026-07-01"), formatter };
			return overviewPage(source, { knownRows });
		};
		const log = (number: number, value: object) =>
			ledger.add(JSON.parse(lineOf(["2026-06-30", "talks", value], number)) as Entry);
		const first = page();
		const { patch, posted } = overviewPatch(first);
		assert.deepEqual(patchedPage(undefined, patch), first);
		assert.deepEqual(overviewPatch(page(), posted).patch, {});
		log(1, { type: "note", on: ["talks"], text: "Won the prize" });
		assert.deepEqual(Object.keys(overviewPatch(page(), posted).patch), ["wins"]);
		log(2, { set: 2 });
		const last = page();
		const after = overviewPatch(last, posted);
		assert.deepEqual(
			after.patch.timeline?.rows.map(({ title }) => title),
			["Second", "Talks"],
		);
		assert.deepEqual(patchedPage(first, after.patch), last);
	});

	it("patches any page into any other one", () => {
		const kinds = ["a", "b", "c", "d", "e"];
		const row = (base: TimelineRow, key: string, title: string) => ({ ...base, key, title });
		const base = overviewPage(sourceWith(yaml));
		const [sample = assert.fail()] = base.timeline.rows;
		const pages = fc
			.tuple(fc.uniqueArray(fc.constantFrom(...kinds)), fc.constantFrom("x", "y"), fc.constantFrom("x", "y"))
			.map(([keys, title, head]): OverviewPage => {
				const rows = keys.map((key) => row(sample, key, key < "c" ? title : ""));
				return { ...base, title: head, timeline: { ...base.timeline, rows } };
			});
		fc.assert(
			fc.property(pages, pages, (one, other) => {
				const { patch } = overviewPatch(other, overviewPatch(one).posted);
				assert.deepEqual(patchedPage(one, patch), other);
			}),
			{ numRuns: runs(300) },
		);
	});

	for (const flag of spellings.slice(0, 4)) {
		it(`tells others, and shows in discreet mode, nothing private: ${flag}`, () => {
			for (const discreet of [false, true]) {
				const { labels, ...page } = overviewPage(secretSource(flag, discreet), { forOthers: !discreet });
				assert.doesNotMatch(JSON.stringify(page), secret);
				assert.match(JSON.stringify(page), /Open/);
			}
		}).timeout(20_000);
	}
});
