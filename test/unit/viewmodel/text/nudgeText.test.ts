import assert from "node:assert/strict";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { nudgeText, quietWeeksText } from "../../../../src/viewmodel/text/nudgeText.ts";
import { planOf } from "../../progress/progressFixture.ts";

const yaml =
	"commitments: [{id: writing, title: Writing, hours: 3}, {id: coach, title: Coaching, hours: 1, private: true}]";
const [writing, coach] = planOf(yaml).commitments;

describe("the text of a reminder", () => {
	for (const [openDays, missing, expected] of [
		[1, 45, "Log 45 min today to keep the week."],
		[2, 90, "Log 1 h 30 min today or tomorrow to keep the week."],
		[4, 240, "Log 4 h over the remaining 4 days to keep the week."],
	] as const) {
		it(`shows how much is enough with ${openDays} days left`, () =>
			assert.equal(nudgeText({ missing, openDays, most: undefined }, new Formatter("en")), expected));
	}

	it("names the commitment with the most time left, unless it is private in discreet mode", () => {
		const said = (commitment = writing, discreet = false) =>
			nudgeText(
				{ missing: 60, openDays: 1, most: commitment && { commitment, missing: 60 } },
				new Formatter("en", discreet),
			);
		assert.equal(said(), "Log 1 h today to keep the week. Most time is still needed for Writing.");
		assert.equal(said(coach), "Log 1 h today to keep the week. Most time is still needed for Coaching.");
		assert.equal(said(coach, true), "Log 1 h today to keep the week.");
	});

	it("offers to resume after quiet weeks", () =>
		assert.equal(
			quietWeeksText({ count: 3, start: 0 }),
			"Nothing was logged for 3 weeks. Was it time off, do you want a smaller week, or is there something to log?",
		));
});
