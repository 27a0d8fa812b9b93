import { strict as assert } from "node:assert";
import { emptyDraft } from "../../../src/present/review/draft.ts";
import { answer, change, isBlank, keep, rate, toSave } from "../../../src/webview/editDraft.ts";

describe("what is filled in on the page of a review", () => {
	it("is answered, changed in its place, and unanswered again", () => {
		const one = answer(emptyDraft, "What was hard?", { verdict: "yes" });
		const two = answer(one, "What next?", { note: "More talks" });
		const changed = answer(two, "What was hard?", { verdict: "partly", note: "The exam" });
		assert.deepEqual(changed.answers, [
			{ question: "What was hard?", verdict: "partly", note: "The exam" },
			{ question: "What next?", note: "More talks" },
		]);
		assert.deepEqual(answer(changed, "What was hard?", { note: "" }).answers, [
			{ question: "What next?", note: "More talks" },
		]);
		assert.deepEqual(emptyDraft.answers, []);
	});

	it("says what came of a promise, and takes it back", () => {
		const kept = keep(emptyDraft, "p1", { verdict: "no", note: "Ill" });
		assert.deepEqual(kept.kept, [{ promise: "p1", verdict: "no", note: "Ill" }]);
		assert.deepEqual(keep(kept, "p1", {}), emptyDraft);
	});

	it("rates an indicator, and takes the rating back", () => {
		const rated = rate(rate(emptyDraft, "energy", "3"), "energy", "4");
		assert.deepEqual(rated.ratings, [{ on: "energy", value: "4" }]);
		assert.deepEqual(rate(rated, "energy", ""), emptyDraft);
	});

	it("changes a promise, and leaves out what is empty", () => {
		const promised = {
			...emptyDraft,
			next: [
				{ id: "a", text: "" },
				{ id: "b", text: "Two talks", on: "talks" },
			],
		};
		const changed = change(promised, "b", { on: "", due: "2027-01-31" });
		assert.deepEqual(changed.next, [
			{ id: "a", text: "" },
			{ id: "b", text: "Two talks", due: "2027-01-31" },
		]);
		assert.deepEqual(toSave(changed).next, [{ id: "b", text: "Two talks", due: "2027-01-31" }]);
	});

	it("is blank as long as nothing is there", () => {
		assert.ok(isBlank(emptyDraft));
		assert.ok(!isBlank({ ...emptyDraft, summary: "Good" }));
		assert.ok(!isBlank(answer(emptyDraft, "What was hard?", { note: "All" })));
	});
});
