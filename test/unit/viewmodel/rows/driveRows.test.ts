import assert from "node:assert/strict";
import { buildReview, findOccurrence } from "../../../../src/review/review.ts";
import { reviewPage } from "../../../../src/viewmodel/review/reviewPage.ts";
import { reviewReport } from "../../../../src/viewmodel/review/reviewReport.ts";
import { itemTooltip } from "../../../../src/viewmodel/rows/itemTooltip.ts";
import { signalRows } from "../../../../src/viewmodel/rows/signalRows.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import type { Logged } from "../../progress/progressFixture.ts";
import { sourceWith } from "../viewSourceFor.ts";
import { outline, tooltipLines } from "./renderRows.ts";

const yaml = `
commitments: [{id: writing, title: Writing, hours: 2, drives: [articles, errors]}]
indicators:
  leading: [{id: errors, title: Errors, goal: at most 2, from: 9, drives: [articles]}]
  lagging: [{id: fame, title: Fame}]
targets:
  by year 3: [{id: articles, title: Articles, goal: 60, drives: [fame]}]
checkpoints: [{id: yearly, title: Yearly, every: 12 months, until: year 3}]
`;

/** Every second month more time, and less errors; an article in each of the first twelve months. */
const logged = Array.from({ length: 24 }, (_, month): ReadonlyArray<Logged> => {
	const at = `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-15`;
	return [
		[at, "writing", { minutes: 60 + 60 * (month % 2) }],
		[at, "errors", { set: 9 - (month % 2) }],
		...(month < 12 ? [[at, "articles", { add: 1 }] as const] : []),
	];
}).flat();

const source = (text = yaml, discreet = false) => sourceWith(text, logged, "2028-01-03", new Formatter("en", discreet));

function drivers(text?: string, discreet?: boolean) {
	return signalRows(source(text, discreet)).find(({ id }) => id === "signals:drives") ?? assert.fail("no drivers");
}

describe("the rows of what drives what", () => {
	it("show the counts of both kinds of months, and nothing where they are too few", () =>
		// Months 3 to 20 count. The value grows within a quarter of months up to 10: 3, 5, 7, and 9 had more time, and 4, 6, 8, and 10 less.
		assert.deepEqual(outline([drivers()]), [
			"+ Drivers | 4",
			"  Writing → Articles | after a rise 4 of 9, otherwise 4 of 9",
			"  Writing → Errors | after a rise 0 of 9, otherwise 9 of 9",
			"  Articles → Fame | ",
			"  Errors → Articles | after a fall 4 of 9, otherwise 4 of 9",
		]));

	it("tell them as sentences in the tooltip", () => {
		const [first, , third, last] = drivers().children?.() ?? [];
		assert.ok(first && third && last);
		assert.deepEqual(tooltipLines(first), [
			"# Writing → Articles",
			"Months in which “Writing” rose: 9. “Articles” moved within a quarter in 4 of them. Other months: 9. It moved in 4 of them.",
			"These are counts. They don't say what caused what.",
		]);
		assert.match(tooltipLines(third)[1] ?? "", /aren't enough months/);
		assert.match(tooltipLines(last)[1] ?? "", /^Months in which “Errors” fell: 9\./);
	});

	it("hide private items in discreet mode, on either side", () => {
		const hidden = yaml.replace("title: Articles,", "title: Articles, private: true,");
		assert.deepEqual(outline([drivers(hidden, true)]), [
			"+ Drivers | 4",
			"  Private | ",
			"  Writing → Errors | after a rise 0 of 9, otherwise 9 of 9",
			"  Private | ",
			"  Private | ",
		]);
	});

	it("aren't there without drives", () =>
		assert.ok(
			!signalRows(source(yaml.replaceAll(/, drives: \[.*?\]/g, ""))).some(({ id }) => id === "signals:drives"),
		));

	it("are named in the tooltip of an item", () => {
		const given = source();
		const item = given.snapshot.items.get("articles") ?? assert.fail();
		const parts = itemTooltip(item, given.snapshot.progressOf(item), given);
		assert.ok(parts.some((part) => part.kind === "fact" && part.name === "Drives" && part.text === "Fame"));
	});
});

describe("drivers in a review", () => {
	const pageOf = (text: string, forOthers: boolean) => {
		const given = source(text);
		const occurrence = findOccurrence(given, { checkpoint: "yearly", occurrence: 2 }) ?? assert.fail();
		return reviewPage(given, buildReview(given, occurrence), { forOthers });
	};

	it("are a table of counts, on the page and in the report", () => {
		const page = pageOf(yaml, false);
		assert.deepEqual(page.drives.rows, [
			["Writing", "Articles", "4 of 9", "4 of 9"],
			["Writing", "Errors", "0 of 9", "9 of 9"],
			["Errors", "Articles", "4 of 9, after it fell", "4 of 9"],
		]);
		assert.match(reviewReport(page), /\| *Writing *\| *Errors *\| *0 of 9 *\| *9 of 9 *\|/);
	});

	it("leave out what is private for others", () => {
		const page = pageOf(yaml.replace("title: Errors,", "title: Errors, private: true,"), true);
		assert.deepEqual(page.drives.rows, [["Writing", "Articles", "4 of 9", "4 of 9"]]);
	});
});
