import assert from "node:assert/strict";
import { extraReview } from "../../../src/review/review.ts";
import { emptyDraft, type ReviewDraft } from "../../../src/review/reviewDraft.ts";
import { reviewDraftEntries } from "../../../src/review/reviewDraftEntries.ts";
import { reviewPage } from "../../../src/viewmodel/review/reviewPage.ts";
import { reviewReport } from "../../../src/viewmodel/review/reviewReport.ts";
import type { Logged } from "../progress/progressFixture.ts";
import { reviewGiven } from "../viewmodel/review/reviewFixture.ts";

const plan = `
checkpoints: [{id: half, title: Half, every: 6 months, until: year 1, questions: [Enough?, Why?]}]
indicators: {leading: [{id: mood, title: Mood}, {id: pay, title: Pay, goal: $5K}]}`;

function saved(draft: Partial<ReviewDraft>, logged: ReadonlyArray<Logged> = []) {
	const { source, review } = reviewGiven(plan, { logged });
	return reviewDraftEntries({ ...emptyDraft, ...draft }, review, source.plan, source.today);
}

function reviewIn(draft: Partial<ReviewDraft>, logged: ReadonlyArray<Logged> = []) {
	const last = saved(draft, logged).drafts?.at(-1);
	assert.ok(last?.type === "review");
	return last;
}

describe("saving a review", () => {
	it("saves the answers, and leaves out empty ones", () => {
		const { answers, summary, next, kept, checkpoint, occurrence, replaces } = reviewIn({
			answers: [
				{ question: "Enough?", verdict: "yes" },
				{ question: "Why?", note: "  " },
			],
			summary: " Good. ",
			next: [
				{ id: "a", text: " More ", on: "mood", due: "2026-09-01" },
				{ id: "b", text: " " },
			],
			kept: [{ promise: "p", verdict: "no", note: "Too much" }, { promise: "q" }],
		});
		assert.deepEqual(
			{ answers, summary, next, kept, checkpoint, occurrence, replaces },
			{
				answers: [{ question: "Enough?", verdict: "yes" }],
				summary: "Good.",
				next: [{ id: "a", text: "More", on: "mood", due: "2026-09-01" }],
				kept: [{ promise: "p", verdict: "no", note: "Too much" }],
				checkpoint: "half",
				occurrence: 1,
				replaces: undefined,
			},
		);
	});

	it("saves what the page showed, with the new readings", () => {
		const facts =
			reviewIn({
				ratings: [
					{ on: "mood", value: "falling" },
					{ on: "pay", value: "$3K" },
				],
			}).facts ?? [];
		assert.deepEqual(
			facts.filter(({ fact }) => fact === "indicator").map(({ id, trend, reading, day }) => [id, trend, reading, day]),
			[
				["mood", "falling", undefined, "2026-07-01"],
				["pay", undefined, 3000, "2026-07-01"],
			],
		);
	});

	it("logs each new reading as progress, before the review", () => {
		assert.deepEqual(
			saved({
				ratings: [
					{ on: "mood", value: "rising" },
					{ on: "pay", value: "" },
				],
			}).drafts?.slice(0, -1),
			[{ type: "progress", on: "mood", name: "Mood", set: "rising" }],
		);
	});

	it("replaces the review that was saved before, on its day", () => {
		const { replaces, at } = reviewIn({}, [["2026-06-30", "half", { occurrence: 1 }]]);
		assert.deepEqual({ replaces, at }, { replaces: "000000", at: "2026-06-30" });
	});

	it("keeps an extra review under its date, and a second one of the day beside it", () => {
		const entryOn = (logged: ReadonlyArray<Logged>) => {
			const { source, review } = reviewGiven(plan, { logged, today: "2026-05-02" });
			const extra = extraReview(source, review);
			const entry = reviewDraftEntries(
				{ ...emptyDraft, summary: "Early" },
				extra,
				source.plan,
				source.today,
			).drafts?.at(-1);
			return entry?.type === "review" ? entry : assert.fail();
		};
		const { occurrence, summary, replaces, facts = [] } = entryOn([]);
		assert.deepEqual(
			{ occurrence, summary, replaces },
			{ occurrence: "2026-05-02", summary: "Early", replaces: undefined },
		);
		assert.deepEqual(
			facts.find(({ fact }) => fact === "period"),
			{ fact: "period", start: "2026-01-05", end: "2026-05-02", due: "2026-05-02" },
		);
		assert.equal(entryOn([["2026-05-02", "half", { occurrence: "2026-05-02" }]]).occurrence, "2026-05-02 2");
	});

	it("has a report and a page of its own", () => {
		const logged: ReadonlyArray<Logged> = [
			["2026-05-02", "half", { occurrence: "2026-05-02", summary: "Early", facts: [] }],
		];
		const { source, review } = reviewGiven(plan, { logged, occurrence: "2026-05-02" });
		const page = reviewPage(source, review, { forOthers: true });
		assert.equal(page.mode, "held");
		assert.ok(page.facts.includes("extra review"));
		assert.match(reviewReport(page), /^# Half\n[\s\S]*extra review[\s\S]*Early/);
		assert.match(JSON.stringify(reviewGiven(plan, { logged }).review.occurrence), /"state":"due"/);
	});

	it("reports invalid values, and saves nothing", () => {
		assert.match(
			saved({ ratings: [{ on: "pay", value: "much" }] }).error ?? "",
			/“much” isn't a valid reading for Pay/,
		);
		assert.match(saved({ ratings: [{ on: "gone", value: "3" }] }).error ?? "", /isn't a valid reading for gone/);
		assert.match(
			saved({ next: [{ id: "a", text: "Rest", due: "soon" }] }).error ?? "",
			/Enter a date such as 2026-06-30 under "By when" for “Rest”/,
		);
	});
});
