import assert from "node:assert/strict";
import fc from "fast-check";
import type { Entry } from "../../../../src/journal/entry.ts";
import { finish } from "../../../../src/journal/steps.ts";
import { SnapshotMaker } from "../../../../src/progress/snapshotMaker.ts";
import { overviewPage } from "../../../../src/viewmodel/overview/overviewPage.ts";
import type { OverviewPage, TimelineRow } from "../../../../src/viewmodel/overview/overviewPageModel.ts";
import { overviewPatch, patchedPage } from "../../../../src/viewmodel/overview/overviewPatch.ts";
import { type OverviewHostMessage, parseOverviewMessage } from "../../../../src/viewmodel/overview/overviewProtocol.ts";
import { KnownRows } from "../../../../src/viewmodel/overview/overviewTimeline.ts";
import { packOverview } from "../../../../src/viewmodel/overview/packOverview.ts";
import { rowTip } from "../../../../src/viewmodel/overview/rowTip.ts";
import { reviewRows } from "../../../../src/viewmodel/rows/reviewRows.ts";
import { roadmapRows } from "../../../../src/viewmodel/rows/roadmapRows.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { runs } from "../../../harness/depth.ts";
import { sampleSource } from "../../../webview/overviewSource.ts";
import { day, ledgerOf, lineOf, planOf } from "../../progress/progressFixture.ts";
import { byPhase, everyRow } from "../rows/renderRows.ts";
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

	it("has the years of the plan, and time off and slips with their reasons", () => {
		const slip = "slips: [{ at: 2026-09-01, by: 2 weeks, why: Moved house }]";
		const { timeline } = overviewPage(sourceWith(`${yaml}\n${slip}`));
		assert.deepEqual(timeline.years.slice(0, 2), [day("2026-01-05"), day("2027-01-19")]);
		assert.ok((timeline.years.at(-1) ?? 0) >= timeline.end - 14);
		assert.deepEqual(
			timeline.shades.map(({ kind, kindText, title, dates }) => [kind, kindText, title, dates.replace(/\s/g, " ")]),
			[
				["off", "time off", "Sea", "Aug 3 – 9, 2026"],
				["slip", "Moved by 2 weeks from here", "Moved house", "Sep 1, 2026"],
			],
		);
		const undated = overviewPage(sourceWith("start:\ntargets: { 2028: [A] }")).timeline;
		assert.deepEqual(undated.years, [day("2026-01-01"), day("2027-01-01"), day("2028-01-01"), day("2029-01-01")]);
	});

	it("tells of each row what its row in the views tells", () => {
		const source = sampleSource();
		const trees = (["phase", "track"] as const).flatMap((grouping) => roadmapRows(source, { ...byPhase, grouping }));
		const rows = everyRow([...trees, ...reviewRows(source)]);
		for (const { key, title } of overviewPage(source).timeline.rows) {
			const tip = rowTip(source, key);
			const tooltips = rows.filter(({ label }) => label === title).map(({ tooltip }) => tooltip?.() ?? []);
			assert.ok(
				tooltips.some((parts) => parts.length > 0 && parts.every(({ text }) => tip.includes(text))),
				`${key}: ${tip}`,
			);
		}
		for (const key of ["item:gone", "phase:gone", "stage:gone:gone", "review:gone", "item:", "", ":"]) {
			assert.equal(rowTip(source, key), "");
		}
	}).timeout(20_000);

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

	it("has the forecast of the goal as far as it is known, and always in a file for others", () => {
		const source = sampleSource();
		const factsOf = (forOthers: boolean) => overviewPage(source, { forOthers }).facts.join("; ");
		assert.match(factsOf(true), /; \d of 5 likely/);
		assert.match(factsOf(false), /; \d of 5 reached$/);
		finish(source.snapshot.forecasts.steps());
		assert.equal(factsOf(false), factsOf(true));
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
				// Also as it is sent.
				const message: OverviewHostMessage = { kind: "overview", patch };
				assert.deepEqual(parseOverviewMessage(packOverview(message)), JSON.parse(JSON.stringify(message)));
			}),
			{ numRuns: runs(300) },
		);
	});

	it("is sent with what rows have in common only once, and nothing that isn't a message is read", () => {
		const items = Array.from({ length: 500 }, (_, index) => `T${index}`);
		const { patch } = overviewPatch(overviewPage(sourceWith(`targets: { year 1: [${items.join(", ")}] }`)));
		const message: OverviewHostMessage = { kind: "overview", patch };
		const text = packOverview(message);
		assert.ok(text.length < 500 * 50, String(text.length));
		assert.deepEqual(parseOverviewMessage(text), JSON.parse(JSON.stringify(message)));
		const answer: OverviewHostMessage = { kind: "answer", id: 1, ok: true, tip: "Reached" };
		assert.deepEqual(parseOverviewMessage(packOverview(answer)), answer);
		for (const other of ["", "{", "null", "[]", '{"kind":"other"}', '{"kind":"overview","patch":{"timeline":1}}']) {
			assert.equal(parseOverviewMessage(other), undefined, other);
		}
	});

	for (const flag of spellings.slice(0, 4)) {
		it(`tells others, and shows in discreet mode, nothing private: ${flag}`, () => {
			for (const discreet of [false, true]) {
				const { labels, ...page } = overviewPage(secretSource(flag, discreet), { forOthers: !discreet });
				assert.doesNotMatch(JSON.stringify(page), secret);
				assert.match(JSON.stringify(page), /Open/);
			}
			const discreet = secretSource(flag, true);
			for (const { key } of overviewPage(secretSource(flag, false)).timeline.rows) {
				assert.doesNotMatch(rowTip(discreet, key), secret, key);
			}
		}).timeout(20_000);
	}
});
