import assert from "node:assert/strict";
import { SnapshotMaker } from "../../../../src/progress/snapshotMaker.ts";
import { emptyDraft, type ReviewDraft } from "../../../../src/review/reviewDraft.ts";
import { withoutPrivateParts, withPrivatePartsOf } from "../../../../src/viewmodel/review/privateDraft.ts";
import { hiddenParts, reviewPage, writtenDraft } from "../../../../src/viewmodel/review/reviewPage.ts";
import { reviewReport } from "../../../../src/viewmodel/review/reviewReport.ts";
import type { Logged } from "../../progress/progressFixture.ts";
import { plainSpaces } from "../rows/renderRows.ts";
import { reviewGiven } from "./reviewFixture.ts";

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

	it("has only links to web and mail addresses, and shows any other as text", () => {
		const { source, review } = reviewGiven(plan, { logged });
		assert.deepEqual(reviewPage(source, review).groups[0]?.items[0]?.evidence, [
			{ day: "Mar 1, 2026", text: "javascript:alert(1)" },
			{ day: "Feb 1, 2026", text: "Three at once", link: "https://example.com/books" },
		]);
	});

	it("shows next to a question what it names", () => {
		const { source, review } = reviewGiven(plan, { logged });
		assert.deepEqual(
			reviewPage(source, review).questions[0]?.evidence.map(({ title, facts }) =>
				plainSpaces([title, ...facts].join(" | ")),
			),
			[
				"Books | started | 4 of 12 | by Jan 4, 2027 | behind",
				"Tech | 1 h 30 min | 100% (60% planned)",
				"Work | 1 h 30 min | aim 50 h 50 min",
				"Mood | rising | May 1, 2026",
			],
		);
	});

	it("rates an indicator by its trend, or by a number if it has a goal", () => {
		const { source, review } = reviewGiven(plan, { logged });
		assert.deepEqual(
			reviewPage(source, review).indicators.map(({ title, rating, facts }) => [title, rating, ...facts].join(" | ")),
			["Mood | trend | May 1, 2026", "Calls | number | 4 per month | no reading yet"],
		);
	});

	it("has a chart of each kind, each with its table and a text", () => {
		const { source, review } = reviewGiven(plan, { logged });
		const { charts: pictures } = reviewPage(source, review);
		assert.deepEqual(
			pictures.map(({ kind }) => kind),
			["timeline", "weeks", "split", "goalProgress"],
		);
		for (const { summary, table } of pictures) {
			assert.notEqual(summary, "");
			assert.ok(table.rows.length > 0);
			assert.ok(table.rows.every((row) => row.length === table.columns.length));
		}
	});

	it("leaves out charts that would show nothing", () => {
		const { source, review } = reviewGiven("checkpoints: [{id: half, title: Half, every: 6 months, until: year 1}]");
		assert.deepEqual(
			reviewPage(source, review).charts.map(({ kind }) => kind),
			["weeks"],
		);
	});

	it("asks about the promises of the previous review, which can be opened beside it", () => {
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

describe("the page of a saved review", () => {
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

	it("stays as it was after changes of the plan, and lists what has changed", () => {
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
			"Savings: renamed to Money put by",
			"Savings: overdue, $6K of $10K+, was overdue, $4K of $10K+",
			"Work: 2 h 30 min, was 1 h 30 min",
		]);
	});

	it("is the same with reused snapshots", () => {
		const { source, review } = frozen([["2026-05-03", "work", { minutes: 60 }]]);
		const kept = { ...source, past: new SnapshotMaker() };
		const page = reviewPage(source, review);
		assert.deepEqual(reviewPage(kept, review), page);
		assert.deepEqual(reviewPage(kept, review), page);
	});

	it("has nothing private in discreet mode", () => {
		const { source, review } = frozen();
		const page = reviewPage(source, review, { forOthers: true });
		assert.doesNotMatch(texts(page), /[Ss]ecret|Told nobody|Hide it/);
		assert.doesNotMatch(reviewReport(page), /[Ss]ecret|Told nobody|Hide it/);
		assert.match(reviewReport(page), /Read daily/);
	});

	it("has no sums of weeks with private time in discreet mode", () => {
		const isWeeks = ({ kind }: { readonly kind: string }) => kind === "weeks";
		for (const [on, isTold] of [
			["secret", false],
			["work", true],
		] as const) {
			const { source, review } = reviewGiven(plan, {
				logged: [...logged, ["2026-05-03", on, { minutes: 60 }]],
				today: "2026-08-01",
			});
			assert.equal(reviewPage(source, review).charts.some(isWeeks), true);
			assert.equal(reviewPage(source, review, { forOthers: true }).charts.some(isWeeks), isTold, on);
		}
	});

	it("hides money and private items in discreet mode, and loses none of them in an amendment", () => {
		const { source, review } = reviewGiven(plan, { logged: [...logged, held], today: "2026-08-01", discreet: true });
		const { labels: _, key: __, ...page } = reviewPage(source, review);
		const shown = texts({ ...page, questions: page.questions.map(({ text }) => text), linkable: [] }).replaceAll(
			'"id":"secret"',
			"",
		);
		assert.doesNotMatch(shown, /Secret|Told nobody|Hide it|\$|4K|6K/);
		const amended = reviewPage(source, review, { amending: true });
		assert.equal(amended.mode, "open");
		assert.doesNotMatch(texts({ ...amended, linkable: [] }), /Told nobody|Hide it/);
		assert.equal(amended.written.answers[0]?.note, "Save $300 more");
		const parts = hiddenParts(source, review) ?? assert.fail();
		const { answers, kept, next } = withPrivatePartsOf(writtenDraft(review), amended.written, parts);
		const byName = (list: ReadonlyArray<object>) => list.map((each) => JSON.stringify(each)).sort();
		assert.equal(next.length, 2);
		const all = writtenDraft(review);
		assert.deepEqual([answers, kept, next].map(byName), [all.answers, all.kept, all.next].map(byName));
	});

	it("shows nothing that was written in a review of a private checkpoint in discreet mode, not even to amend it", () => {
		const hidden = plan.replace("{id: half, title: Half,", "{id: half, title: Half, private: true,");
		const amended = (discreet: boolean) => {
			const { source, review } = reviewGiven(hidden, { logged: [...logged, held], today: "2026-08-01", discreet });
			return reviewPage(source, review, { amending: true });
		};
		const { mode, written } = amended(true);
		assert.deepEqual({ mode, written }, { mode: "held", written: emptyDraft });
		assert.equal(amended(false).mode, "open");
		assert.equal(amended(false).written.summary, "Fine");
	});

	it("keeps the whole draft of a private review that was never held, and shows nothing of it in discreet mode", () => {
		const hidden = plan.replace("{id: half, title: Half,", "{id: half, title: Half, private: true,");
		const { source, review } = reviewGiven(hidden, { logged, today: "2026-08-01", discreet: true });
		const draft: ReviewDraft = {
			answers: [{ question: "Enough read?", verdict: "yes", note: "Three" }],
			ratings: [{ on: "mood", value: "rising" }],
			summary: "Told nobody",
			next,
			kept: [{ promise: "p0", verdict: "no" }],
		};
		const parts = hiddenParts(source, review) ?? assert.fail();
		const shown = withoutPrivateParts(draft, parts);
		assert.deepEqual(shown, emptyDraft);
		assert.deepEqual(withPrivatePartsOf(draft, shown, parts), draft);
		const more = { ...shown, summary: "New", ratings: [{ on: "mood", value: "falling" }] };
		assert.deepEqual(withPrivatePartsOf(draft, more, parts), {
			...draft,
			...more,
			answers: draft.answers,
			next,
			kept: draft.kept,
		});
		// In a public review, only what is about private things.
		const open = reviewGiven(plan.replace("title: Mood", "title: Mood, private: true"), {
			...{ logged, today: "2026-08-01", discreet: true },
		});
		const openParts = hiddenParts(open.source, open.review) ?? assert.fail();
		assert.deepEqual(withoutPrivateParts(draft, openParts).ratings, []);
		assert.deepEqual(withoutPrivateParts(draft, openParts).summary, "Told nobody");
		assert.deepEqual(withPrivatePartsOf(draft, { ...draft, ratings: [] }, openParts), draft);
	});

	it("list the habits on the page and in the report, private ones not for others", () => {
		const habits = `
commitments: [{id: gym, title: Gym, times: 2}, {id: sing, title: Sing, times: 1, private: true}]
targets:
  year 1: [{id: run, title: Run, goal: 20 km per week, when: 2026-01-05..2026-01-18}]
checkpoints: [{id: half, title: Half, when: by 2026-01-18}]`;
		const given = reviewGiven(habits, {
			today: "2026-01-18",
			logged: [
				["2026-01-06", "gym", { add: 2 }],
				["2026-01-14", "gym", { minutes: 30 }],
				["2026-01-07", "run", { add: 20.5 }],
				["2026-01-17", "sing", { add: 1 }],
			],
		});
		const shown = reviewPage(given.source, given.review);
		assert.deepEqual(shown.habits.rows, [
			["Gym", "3 times", "1 of 2"],
			["Sing", "1 time", "1 of 2"],
			["Run", "20.5 km", "1 of 2"],
		]);
		const others = reviewPage(given.source, given.review, { forOthers: true });
		assert.deepEqual(
			others.habits.rows.map(([title]) => title),
			["Gym", "Run"],
		);
		assert.match(reviewReport(others), /### Habits\n\n\| Habit +\| +Done \| Weeks kept \|/);
	});
});
