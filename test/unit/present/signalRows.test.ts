import assert from "node:assert/strict";
import { signalRows } from "../../../src/present/signalRows.ts";
import { shownView } from "../../../src/present/views.ts";
import { Words } from "../../../src/present/words.ts";
import type { Logged } from "../progress/given.ts";
import { byPhase, outline, rowCalled, tooltipLines } from "./shownRows.ts";
import { sourceWith } from "./sourceOf.ts";

const yaml = `
week: {hours: 4}
indicators:
  leading: [Interviews, {title: Invitations, goal: 4 per quarter}, {title: Offers, goal: $300K}, Mails, Calls]
  lagging: [{title: Pay, private: true}]
factors:
  - {id: same, title: Presence, note: Be seen for $5K, link: "https://a.b", practices: [Speak, Write]}
risks:
  - {id: same, title: Lost sight, watch: {hours: below 60%, for: 4 weeks}, mitigations: [Publish]}
  - {title: Money, private: true, note: Hush, mitigations: [{title: Fund, goal: 18 months}]}
advantages:
  - {title: A shorter way, note: Worth $9K, points: [I have led before, 40% less]}
  - Remote
`;

const logged: ReadonlyArray<Logged> = [
	["2026-06-01", "interviews", { set: "rising" }],
	["2026-06-20", "invitations", { add: 2 }],
	["2026-06-21", "offers", { set: 250_000 }],
	["2026-06-22", "mails", { set: 3 }],
	["2026-06-23", "mails", { set: 7 }],
	["2026-06-24", "calls", { set: true }],
	["2026-06-25", "speak", { set: true }],
];

function rows(words?: Words) {
	return signalRows(sourceWith(yaml, logged, "2026-07-01", words));
}

describe("the rows of the signals", () => {
	it("show indicators with trend and last reading, factors and risks with what is in place, and advantages", () =>
		assert.deepEqual(outline(rows()), [
			"+ Leading indicators | 5",
			"  Interviews | rising · 4 weeks ago",
			"  Invitations | 2 of 4 per quarter · 11 days ago",
			"  Offers | $250K of $300K · 10 days ago",
			"  Mails | rising · 7 · 8 days ago",
			"  Calls | done · 7 days ago",
			"+ Lagging indicators | 1",
			"  Pay | no reading yet",
			"+ Success factors | 1",
			"  + Presence | 1 of 2 in place",
			"    Speak | done",
			"    Write | ",
			"+ Risks | 1 live",
			"  + Lost sight | live · 0 of 1 in place",
			"    Publish | ",
			"  + Money | 0 of 1 in place",
			"    Fund | 18 months",
			"+ Advantages | 2",
			"  + A shorter way | ",
			"    I have led before | ",
			"    40% less | ",
			"  Remote | ",
		]));

	it("show by a shape where an indicator goes and which risk is live", () =>
		assert.deepEqual(
			["Interviews", "Pay", "Lost sight", "Money"].map((label) => rowCalled(rows(), label).icon),
			["arrow-up", "circle-large-outline", "warning", "shield"],
		));

	it("tell of a factor and of an advantage what the plan says of it", () => {
		assert.deepEqual(tooltipLines(rowCalled(rows(), "Presence")), [
			"# Presence",
			"Be seen for $5K",
			"Link -> https://a.b",
		]);
		assert.deepEqual(tooltipLines(rowCalled(rows(), "A shorter way")), ["# A shorter way", "Worth $9K"]);
	});

	it("show others neither money nor what is private, nor what is under that", () => {
		const hidden = rows(new Words("en", true));
		assert.deepEqual(
			outline(hidden).filter((line) => /Private|•••|Hush|Fund|Pay|\$/.test(line)),
			["  Offers | ••• of ••• · 10 days ago", "  Private | ", "  Private | 0 of 1 in place"],
		);
		assert.deepEqual(tooltipLines(rowCalled(hidden, "A shorter way")), ["# A shorter way", "Worth •••"]);
	});

	it("say that there are none", () =>
		assert.deepEqual(shownView("signals", sourceWith("title: a"), byPhase), {
			rows: [],
			message: "The plan has no indicators, factors, risks or advantages.",
		}));
});
