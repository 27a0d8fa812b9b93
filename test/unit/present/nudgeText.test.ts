import assert from "node:assert/strict";
import { nudgeText, quietText } from "../../../src/present/nudgeText.ts";
import { Words } from "../../../src/present/words.ts";
import { planOf } from "../progress/given.ts";

const yaml =
	"commitments: [{id: writing, title: Writing, hours: 3}, {id: coach, title: Coaching, hours: 1, private: true}]";
const [writing, coach] = planOf(yaml).commitments;

describe("what a nudge says", () => {
	for (const [openDays, missing, expected] of [
		[1, 45, "45 min today keeps the week."],
		[2, 90, "1 h 30 min today or tomorrow keeps the week."],
		[4, 240, "4 h over the 4 days that are left keeps the week."],
	] as const) {
		it(`is what would be enough with ${openDays} days left`, () =>
			assert.equal(nudgeText({ missing, openDays, most: undefined }, new Words("en")), expected));
	}

	it("names the commitment that misses the most, unless others see it and it is private", () => {
		const said = (commitment = writing, discreet = false) =>
			nudgeText(
				{ missing: 60, openDays: 1, most: commitment && { commitment, missing: 60 } },
				new Words("en", discreet),
			);
		assert.equal(said(), "1 h today keeps the week. Most is missing on Writing.");
		assert.equal(said(coach), "1 h today keeps the week. Most is missing on Coaching.");
		assert.equal(said(coach, true), "1 h today keeps the week. Most is missing on Private.");
	});

	it("offers a way back after quiet weeks", () =>
		assert.equal(
			quietText({ count: 3, start: 0 }),
			"It was quiet for 3 weeks. Time off, a smaller week, or something to fill in?",
		));
});
