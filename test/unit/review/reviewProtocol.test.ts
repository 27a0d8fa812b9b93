import assert from "node:assert/strict";
import { maxText, reviewDraftSchema } from "../../../src/review/reviewDraft.ts";
import { pageMessageSchema, parseHostMessage, parseSavedState } from "../../../src/review/reviewProtocol.ts";
import { reviewPage } from "../../../src/viewmodel/review/reviewPage.ts";
import { reviewGiven } from "../viewmodel/review/reviewFixture.ts";

const plan = `
title: Way up
targets: { year 1: [{ id: books, title: Books, goal: 12 }] }
checkpoints: [{ id: half, title: Half, every: 6 months, until: year 2, questions: [Enough read?] }]
indicators: { leading: [{ id: mood, title: Mood }] }
risks: [{ title: Danger, mitigations: [{ id: shield, title: Shield }] }]`;
const { source, review } = reviewGiven(plan, { logged: [["2026-02-01", "books", { add: 3 }]] });
const page = reviewPage(source, review);
const draft = { ...page.written, summary: "So far" };
/** As it comes through the channel between the page and the host. */
const sent = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

describe("the messages between the host and the page of a review", () => {
	for (const message of [
		{ kind: "page", page },
		{ kind: "page", page, draft, at: 5 },
		{ kind: "export" },
		{ kind: "answer", id: 1, ok: true },
		{ kind: "answer", id: 1, ok: true, page },
		{ kind: "answer", id: 1, ok: false, error: "It isn't possible." },
	]) {
		it(`reach the page unchanged: ${Object.keys(message).join(", ")} of ${message.kind}`, () => {
			assert.deepEqual(parseHostMessage(sent(message)), sent(message));
		});
	}

	it("include reviews with texts that are too long to be typed", () => {
		const long = { ...page, written: { ...page.written, summary: "x".repeat(2 * maxText) } };
		assert.ok(parseHostMessage(sent({ kind: "page", page: long })));
	});

	it("are invalid if a part of the page is missing", () => {
		for (const key of Object.keys(page).filter((each) => each !== "previous")) {
			assert.equal(parseHostMessage(sent({ kind: "page", page: { ...page, [key]: undefined } })), undefined, key);
		}
	});

	it("are stored by the page, and nothing else is accepted as its state", () => {
		const state = { ...page.key, draft, at: 5, scroll: 10 };
		assert.deepEqual(parseSavedState(sent(state)), sent(state));
		for (const other of [
			undefined,
			null,
			5,
			{},
			{ ...state, draft: { summary: "" } },
			{ ...state, occurrence: true },
		]) {
			assert.equal(parseSavedState(other), undefined);
		}
	});

	it("reach the host only within limits", () => {
		const message = (summary: string) => ({ kind: "draft", at: 1, draft: { ...draft, summary } });
		assert.ok(pageMessageSchema.safeParse(message("x".repeat(maxText))).success);
		assert.ok(!pageMessageSchema.safeParse(message("x".repeat(maxText + 1))).success);
		const answers = Array.from({ length: 1001 }, () => ({ question: "" }));
		assert.ok(!reviewDraftSchema.safeParse({ ...draft, answers }).success);
		assert.ok(!reviewDraftSchema.safeParse({ ...draft, ratings: [{ on: "", value: "1" }] }).success);
		assert.ok(!pageMessageSchema.safeParse({ kind: "request", id: 1, request: { do: "delete" } }).success);
	});
});
