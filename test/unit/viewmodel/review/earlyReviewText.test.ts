import { strict as assert } from "node:assert";
import { emptyDraft } from "../../../../src/review/reviewDraft.ts";
import { earlyReviewText } from "../../../../src/viewmodel/review/earlyReviewText.ts";
import { sourceWith } from "../viewSourceFor.ts";

const yaml = `
checkpoints:
  - {id: annual, title: Annual review, when: by 2027-04, questions: [On track?, What was hard?, What next?]}
`;

describe("the question before a review is held early", () => {
	const textOn = (date: string, draft = emptyDraft) => {
		const source = sourceWith(yaml, [], date);
		return earlyReviewText(source.snapshot.checkpoints[0] ?? assert.fail(), draft, source);
	};

	it("says when it is due and what is unanswered", () => {
		const answers = [
			{ question: "On track?", verdict: "yes" as const },
			{ question: "What next?", note: "A note alone is no answer" },
		];
		assert.deepEqual(textOn("2026-11-27", { ...emptyDraft, answers }), {
			message: "Annual review is due in 5 months, Apr 30, 2027. Do you want to hold it now instead?",
			detail: [
				"It then counts as held, and isn't due again on that day. An extra review leaves it due.",
				"",
				"2 questions are unanswered:",
				"• What was hard?",
				"• What next?",
			].join("\n"),
		});
		const all = ["On track?", "What was hard?", "What next?"].map((question) => ({
			question,
			verdict: "no" as const,
		}));
		assert.equal(
			textOn("2026-11-27", { ...emptyDraft, answers: all })?.detail,
			"It then counts as held, and isn't due again on that day. An extra review leaves it due.",
		);
		assert.match(textOn("2026-11-27", { ...emptyDraft, answers: all.slice(1) })?.detail ?? "", /\n1 question is/);
	});

	it("isn't asked in the last week and later", () => {
		for (const date of ["2027-04-24", "2027-04-30", "2027-05-02"]) assert.equal(textOn(date), undefined);
		assert.ok(textOn("2027-04-23"));
	});
});
