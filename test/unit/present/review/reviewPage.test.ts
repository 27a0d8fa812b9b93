import assert from "node:assert/strict";
import { reviewPage } from "../../../../src/present/review/reviewPage.ts";
import { reviewReport } from "../../../../src/present/review/reviewReport.ts";
import { SnapshotMaker } from "../../../../src/progress/snapshotMaker.ts";
import type { Logged } from "../../progress/given.ts";
import { plainSpaces } from "../shownRows.ts";
import { reviewGiven } from "./reviews.ts";

const plan = `
title: Way up
tracks: [{id: tech, title: Tech, share: 60%}, {id: rest, title: Rest, share: 40%}]
phases: [{title: Now, when: year 1}]
commitments: [{id: work, title: Work, hours: 2, track: tech}]
targets:
  year 1:
    - {id: books, title: Books, goal: 12}
    - {id: savings, title: Savings, goal: $10K+, when: month 5}
    - {id: secret, title: Secret plan, when: month 3, private: true}
checkpoints:
  - {id: half, title: Half, every: 6 months, until: year 2, questions: [{ask: Enough read?, evidence: [books, tech, work, mood]}]}
indicators:
  leading: [{id: mood, title: Mood}, {id: calls, title: Calls, goal: 4 per month}]
risks: [{title: Danger, mitigations: [{id: shield, title: Shield}]}]`;

const logged: ReadonlyArray<Logged> = [
	["2026-02-01", "books", { add: 3, note: "Three at once", link: "https://example.com/books" }],
	["2026-03-01", "books", { add: 1, link: "javascript:alert(1)" }],
	["2026-04-01", "savings", { set: 4000 }],
	["2026-03-02", "secret", { set: true, note: "Told nobody" }],
	["2026-05-01", "mood", { set: "rising" }],
	["2026-01-06", "work", { minutes: 90 }],
];
const next = [
	{ id: "p1", text: "Read daily", on: "books", due: "2026-09-01" },
	{ id: "p2", text: "Hide it", on: "secret" },
];
const held: Logged = [
	"2026-07-04",
	"half",
	{
		occurrence: 1,
		answers: [{ question: "Enough read?", verdict: "partly", note: "Save $300 more" }],
		summary: "Fine",
		next,
	},
];
const after = { logged: [...logged, held], today: "2027-01-03", occurrence: 2 };

const texts = (value: unknown): string => plainSpaces(JSON.stringify(value));

describe("the page of a review", () => {
	it("says what was promised, what happened, and by when", () => {
		const { source, review } = reviewGiven(plan, { logged });
		const page = reviewPage(source, review);
		assert.equal(page.mode, "open");
		assert.deepEqual(page.facts.map(plainSpaces), ["Jan 5 – Jul 1, 2026", "due in 3 days, Jul 4, 2026"]);
		const [targets] = page.groups;
		assert.deepEqual(
			targets?.items.map(({ title, stateText, facts }) => [title, stateText, ...facts].join(" | ")),
			[
				"Books | started | 4 of 12 | by Jan 4, 2027 | behind",
				"Savings | overdue | $4K of $10K+ | was due Jun 4, 2026",
				"Secret plan | done | by Apr 4, 2026",
			],
		);
	});

	it("follows only links that lead to a page or a letter, and shows any other as text", () => {
		const { source, review } = reviewGiven(plan, { logged });
		assert.deepEqual(reviewPage(source, review).groups[0]?.items[0]?.evidence, [
			{ day: "Mar 1, 2026", text: "javascript:alert(1)" },
			{ day: "Feb 1, 2026", text: "Three at once", link: "https://example.com/books" },
		]);
	});

	it("puts beside a question what it names", () => {
		const { source, review } = reviewGiven(plan, { logged });
		assert.deepEqual(
			reviewPage(source, review).questions[0]?.evidence.map(({ title, facts }) =>
				plainSpaces([title, ...facts].join(" | ")),
			),
			[
				"Books | started | 4 of 12 | by Jan 4, 2027 | behind",
				"Tech | 1 h 30 min | 100% (60% planned)",
				"Work | 1 h 30 min | aim 50 h 51 min",
				"Mood | rising | May 1, 2026",
			],
		);
	});

	it("rates an indicator by its trend, or by a number where it has a goal", () => {
		const { source, review } = reviewGiven(plan, { logged });
		assert.deepEqual(
			reviewPage(source, review).indicators.map(({ title, rating, facts }) => [title, rating, ...facts].join(" | ")),
			["Mood | trend | May 1, 2026", "Calls | number | 4 per month | no reading yet"],
		);
	});

	it("has a picture of each kind, each with its table and a text", () => {
		const { source, review } = reviewGiven(plan, { logged });
		const { pictures } = reviewPage(source, review);
		assert.deepEqual(
			pictures.map(({ kind }) => kind),
			["timeline", "weeks", "split", "ways"],
		);
		for (const { summary, table } of pictures) {
			assert.notEqual(summary, "");
			assert.ok(table.rows.length > 0);
			assert.ok(table.rows.every((row) => row.length === table.columns.length));
		}
	});

	it("leaves out pictures that would show nothing", () => {
		const { source, review } = reviewGiven("checkpoints: [{id: half, title: Half, every: 6 months, until: year 1}]");
		assert.deepEqual(
			reviewPage(source, review).pictures.map(({ kind }) => kind),
			["weeks"],
		);
	});

	it("asks what came of the promises of the one before, which can be opened beside it", () => {
		const { source, review } = reviewGiven(plan, after);
		const page = reviewPage(source, review);
		assert.deepEqual(
			page.promises.map(({ text, facts }) => [text, ...facts].join(" | ")),
			[
				"Read daily | Half, Jul 4, 2026 | by Sep 1, 2026 | Books: started: 4 of 12",
				"Hide it | Half, Jul 4, 2026 | Secret plan: done",
			],
		);
		assert.deepEqual(page.previous, { checkpoint: "half", occurrence: 1, title: "Half, Jul 4, 2026" });
	});
});

describe("the page of a review that was held", () => {
	const facts = () => reviewGiven(plan, { logged }).review.facts;
	const frozen = (extra: ReadonlyArray<Logged> = [], yaml = plan) => {
		const [at, on, value] = held;
		const entry: Logged = [at, on, { ...value, facts: facts() }];
		return reviewGiven(yaml, { logged: [...logged, entry, ...extra], today: "2026-08-01" });
	};

	it("shows what was saved", () => {
		const { source, review } = frozen();
		const page = reviewPage(source, review);
		assert.equal(page.mode, "held");
		assert.deepEqual(page.facts.map(plainSpaces), ["Jan 5 – Jul 1, 2026", "held Jul 4, 2026"]);
		assert.equal(page.written.answers[0]?.verdict, "partly");
		assert.equal(page.written.summary, "Fine");
		assert.deepEqual(page.changes, []);
	});

	it("stays as it was whatever becomes of the plan, and lists what has changed", () => {
		const other = plan.replace("goal: 12", "goal: 20").replace("title: Savings", "title: Money put by");
		const { source, review } = frozen(
			[
				["2026-05-03", "savings", { set: 6000 }],
				["2026-05-03", "work", { minutes: 60 }],
			],
			other,
		);
		const page = reviewPage(source, review);
		assert.match(texts(page.groups), /4 of 12/);
		assert.doesNotMatch(texts(page.groups), /Money put by/);
		assert.deepEqual(page.changes.map(plainSpaces), [
			"Books: goal 20, was 12",
			"Savings: is now called Money put by",
			"Savings: overdue, $6K of $10K+, was overdue, $4K of $10K+",
			"Work: 2 h 30 min, was 1 h 30 min",
		]);
	});

	it("is the same with snapshots that are kept from one time to the next", () => {
		const { source, review } = frozen([["2026-05-03", "work", { minutes: 60 }]]);
		const kept = { ...source, past: new SnapshotMaker() };
		const page = reviewPage(source, review);
		assert.deepEqual(reviewPage(kept, review), page);
		assert.deepEqual(reviewPage(kept, review), page);
	});

	it("gives others nothing that is private", () => {
		const { source, review } = frozen();
		const page = reviewPage(source, review, { forOthers: true });
		assert.doesNotMatch(texts(page), /[Ss]ecret|Told nobody|Hide it/);
		assert.doesNotMatch(reviewReport(page), /[Ss]ecret|Told nobody|Hide it/);
		assert.match(reviewReport(page), /Read daily/);
	});

	it("hides money and what is private in discreet mode, but not from an amendment, which would lose it", () => {
		const { source, review } = reviewGiven(plan, { logged: [...logged, held], today: "2026-08-01", discreet: true });
		const { labels: _, key: __, ...page } = reviewPage(source, review);
		const shown = texts({ ...page, questions: page.questions.map(({ text }) => text), linkable: [] }).replaceAll(
			'"id":"secret"',
			"",
		);
		assert.doesNotMatch(shown, /Secret|Told nobody|Hide it|\$|4K|6K/);
		const amended = reviewPage(source, review, { amending: true });
		assert.equal(amended.mode, "open");
		assert.equal(amended.written.next.length, 2);
		assert.equal(amended.written.answers[0]?.note, "Save $300 more");
	});
});
