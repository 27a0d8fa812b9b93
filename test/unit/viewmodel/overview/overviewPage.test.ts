import assert from "node:assert/strict";
import { changedParts } from "../../../../src/viewmodel/overview/changedParts.ts";
import { overviewPage } from "../../../../src/viewmodel/overview/overviewPage.ts";
import type { Logged } from "../../progress/progressFixture.ts";
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

	it("posts only the parts that a new entry changes", () => {
		const before = changedParts(overviewPage(sourceWith(yaml)), {});
		assert.ok(Object.keys(before.parts).length > 8);
		const win: Logged = ["2026-06-30", "talks", { type: "note", on: ["talks"], text: "Won the prize" }];
		const after = changedParts(overviewPage(sourceWith(yaml, [win])), before.posted);
		assert.deepEqual(Object.keys(after.parts), ["wins"]);
		assert.deepEqual(changedParts(overviewPage(sourceWith(yaml, [win])), after.posted).parts, {});
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
