import assert from "node:assert/strict";
import { signalRows } from "../../../../src/viewmodel/rows/signalRows.ts";
import { viewContent } from "../../../../src/viewmodel/rows/viewContent.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import type { Logged } from "../../progress/progressFixture.ts";
import { sourceWith } from "../viewSourceFor.ts";
import { byPhase, outline, rowCalled, tooltipLines } from "./renderRows.ts";

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

function rows(formatter?: Formatter) {
	return signalRows(sourceWith(yaml, logged, "2026-07-01", formatter));
}

describe("the rows of the signals", () => {
	it("show indicators with trend and last reading, factors and risks with their entries, and advantages", () =>
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
			"    Fund | 0 of 18 months",
			"+ Advantages | 2",
			"  + A shorter way | ",
			"    I have led before | ",
			"    40% less | ",
			"  Remote | ",
		]));

	it("show the trend of an indicator and a live risk with an icon", () =>
		assert.deepEqual(
			["Interviews", "Pay", "Lost sight", "Money"].map((label) => rowCalled(rows(), label).icon),
			["arrow-up", "circle-large-outline", "warning", "shield"],
		));

	it("show the texts of the plan for a success factor and an advantage", () => {
		assert.deepEqual(tooltipLines(rowCalled(rows(), "Presence")), [
			"# Presence",
			"Be seen for $5K",
			"Link -> https://a.b",
		]);
		assert.deepEqual(tooltipLines(rowCalled(rows(), "A shorter way")), ["# A shorter way", "Worth $9K"]);
	});

	it("show neither money nor private items nor their children in discreet mode", () => {
		const hidden = rows(new Formatter("en", true));
		assert.deepEqual(
			outline(hidden).filter((line) => /Private|•••|Hush|Fund|Pay|\$/.test(line)),
			["  Offers | ••• of ••• · 10 days ago", "  Private | ", "  Private | "],
		);
		assert.deepEqual(tooltipLines(rowCalled(hidden, "A shorter way")), ["# A shorter way", "Worth •••"]);
	});

	it("say that there are no signals", () =>
		assert.deepEqual(viewContent("signals", sourceWith("title: a"), byPhase), {
			rows: [],
			message: "The plan has no indicators, success factors, risks, or advantages.",
		}));
});
