import { strict as assert } from "node:assert";
import { emptyDraft } from "../../../src/review/reviewDraft.ts";
import {
	answerQuestion,
	assessPromise,
	changePromise,
	draftToSave,
	isBlank,
	nextUnanswered,
	rateIndicator,
	unansweredQuestions,
} from "../../../src/webview/editDraft.ts";

describe("the draft on the page of a review", () => {
	it("adds, changes, and removes an answer", () => {
		const one = answerQuestion(emptyDraft, "What was hard?", { verdict: "yes" });
		const two = answerQuestion(one, "What next?", { note: "More talks" });
		const changed = answerQuestion(two, "What was hard?", { verdict: "partly", note: "The exam" });
		assert.deepEqual(changed.answers, [
			{ question: "What was hard?", verdict: "partly", note: "The exam" },
			{ question: "What next?", note: "More talks" },
		]);
		assert.deepEqual(answerQuestion(changed, "What was hard?", { note: "" }).answers, [
			{ question: "What next?", note: "More talks" },
		]);
		assert.deepEqual(emptyDraft.answers, []);
	});

	it("finds the next unanswered question, and starts over after the last", () => {
		const asked = ["a", "b", "c", "d"];
		const draft = answerQuestion(answerQuestion(emptyDraft, "b", { verdict: "yes" }), "c", { note: "No verdict" });
		assert.deepEqual(unansweredQuestions(asked, draft), ["a", "c", "d"]);
		const jumps = [undefined, "a", "c", "d", "b", "gone"].map((last) => nextUnanswered(asked, draft, last));
		assert.deepEqual(jumps, ["a", "c", "d", "a", "c", "a"]);
		assert.equal(nextUnanswered(["b"], draft, "b"), undefined);
	});

	it("assesses a promise, and clears the assessment", () => {
		const kept = assessPromise(emptyDraft, "p1", { verdict: "no", note: "Ill" });
		assert.deepEqual(kept.kept, [{ promise: "p1", verdict: "no", note: "Ill" }]);
		assert.deepEqual(assessPromise(kept, "p1", {}), emptyDraft);
	});

	it("rates an indicator, and clears the rating", () => {
		const rated = rateIndicator(rateIndicator(emptyDraft, "energy", "3"), "energy", "4");
		assert.deepEqual(rated.ratings, [{ on: "energy", value: "4" }]);
		assert.deepEqual(rateIndicator(rated, "energy", ""), emptyDraft);
	});

	it("changes a promise, and leaves out what is empty", () => {
		const promised = {
			...emptyDraft,
			next: [
				{ id: "a", text: "" },
				{ id: "b", text: "Two talks", on: "talks" },
			],
		};
		const changed = changePromise(promised, "b", { on: "", due: "2027-01-31" });
		assert.deepEqual(changed.next, [
			{ id: "a", text: "" },
			{ id: "b", text: "Two talks", due: "2027-01-31" },
		]);
		assert.deepEqual(draftToSave(changed).next, [{ id: "b", text: "Two talks", due: "2027-01-31" }]);
	});

	it("is empty as long as nothing is filled in", () => {
		assert.ok(isBlank(emptyDraft));
		assert.ok(!isBlank({ ...emptyDraft, summary: "Good" }));
		assert.ok(!isBlank(answerQuestion(emptyDraft, "What was hard?", { note: "All" })));
	});
});
