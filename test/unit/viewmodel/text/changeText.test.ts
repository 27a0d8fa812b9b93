import assert from "node:assert/strict";
import { changeText } from "../../../../src/viewmodel/text/changeText.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { sourceWith } from "../viewSourceFor.ts";

const yaml = [
	"measures: [{id: reports, title: Direct reports}, {id: impact, title: Impact, count: period}]",
	"targets:",
	"  year 1: [{id: talks, title: Talks, goal: 4+}, {id: lead, title: Lead}, {id: i1, of: impact, goal: $1M+}]",
	"  year 2: [{id: r2, of: reports, goal: 8-12}, {id: i2, of: impact, goal: $3M+}]",
].join("\n");
const logged = [
	["2026-02-01", "talks", { set: 2 }],
	["2026-02-01", "reports", { set: 3 }],
	["2026-02-01", "impact", { add: 250000 }],
] as const;

describe("the text of a change", () => {
	for (const [id, change, expected] of [
		["talks", { set: 3 }, "Talks: 3 of 4+"],
		["talks", { add: 1 }, "Talks: 3 of 4+"],
		["talks", { add: -0.5 }, "Talks: 1.5 of 4+"],
		["talks", { set: true }, "Talks: done"],
		["lead", { set: false }, "Lead: not done"],
		["lead", { set: "rising" }, "Lead: rising"],
		["lead", { set: 7 }, "Lead: 7"],
		// A measure has the value of what asks for it, in the year that it is.
		["reports", { add: 1 }, "Direct reports: 4 of 8-12"],
		["impact", { add: 500000 }, "Impact: $750K of $1M+"],
	] as const) {
		it(`is "${expected}" for ${JSON.stringify(change)}`, () =>
			assert.equal(changeText(sourceWith(yaml, logged), id, change), expected));
	}

	it("hides money in discreet mode", () => {
		const source = sourceWith(yaml, logged, "2026-07-01", new Formatter("en", true));
		assert.doesNotMatch(changeText(source, "impact", { add: 500000 }), /750|1M/);
	});
});
