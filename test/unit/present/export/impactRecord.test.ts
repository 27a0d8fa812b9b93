import assert from "node:assert/strict";
import { parse } from "papaparse";
import { readLedger } from "../../../../src/journal/readLedger.ts";
import { impactCsv } from "../../../../src/present/export/impactCsv.ts";
import { impactMarkdown } from "../../../../src/present/export/impactMarkdown.ts";
import { impactRecord } from "../../../../src/present/export/impactRecord.ts";
import { Words } from "../../../../src/present/words.ts";
import { snapshot } from "../../../../src/progress/snapshot.ts";
import { day, planOf } from "../../progress/given.ts";
import { hostileTexts } from "../hostileTexts.ts";
import { plainSpaces } from "../shownRows.ts";

const yaml = `
title: Way up
measures: [{id: impact, title: Impact, count: period}]
tracks: [{id: tech, title: Tech}]
phases: [{title: Now, when: year 1, outcomes: {tech: [{id: led, title: Led it}]}}, {title: Then, when: year 2}]
targets:
  year 1:
    - {id: books, title: Books, goal: 3}
    - {of: impact, title: Saved, goal: $1M+}
    - {id: secret, title: Secret plan, private: true}
  year 2:
    - {of: impact, title: More saved, goal: $2M+}
factors: [{title: Presence, practices: [{id: speak, title: Speak up}]}]`;

type Fields = Readonly<Record<string, unknown>>;

function given(entries: ReadonlyArray<Fields>, today = "2026-12-01", text = yaml) {
	const plan = planOf(text);
	const lines = entries.map((fields, index) => JSON.stringify({ id: String(index + 1).padStart(4, "0"), ...fields }));
	const ledger = readLedger([lines.join("\n")], plan.week.dayEnds);
	const shown = snapshot(plan, ledger, day(today));
	return { snapshot: shown, plan, ledger, aliases: shown.aliases, today: day(today), words: new Words("en") };
}

const entries: ReadonlyArray<Fields> = [
	{
		at: "2026-02-01",
		type: "note",
		text: "Budget approved",
		amount: "$140K",
		link: "https://example.com/mail",
		on: ["impact"],
	},
	{ at: "2026-02-02", type: "note", text: "Fewer nights", amount: "$60K" },
	{ at: "2026-02-03", type: "note", text: "Two hires", amount: 2 },
	{ at: "2026-02-04", type: "note", text: "Hidden win", on: ["secret", "books"] },
	{ at: "2026-03-01", type: "progress", on: "books", add: 2, note: "Two read" },
	{ at: "2026-04-01", type: "progress", on: "books", add: 1, note: "The third", link: "javascript:alert(1)" },
	{ at: "2026-05-01", type: "progress", on: "impact", set: 420000, note: "Finance signed" },
	{ at: "2026-05-02", type: "progress", on: "led", set: true },
	{ at: "2026-05-03", type: "progress", on: "speak", set: true, note: "At the board" },
	{ at: "2026-05-04", type: "progress", on: "secret", set: true, note: "Nobody knows" },
];
const year = { start: day("2026-01-05"), end: day("2027-01-05") };

describe("the impact record", () => {
	it("has wins, what was reached, and what is under way, each with its place", () => {
		const { achievements } = impactRecord(given(entries), year);
		assert.deepEqual(
			achievements.map(({ kind, title, value, amount, phases, tracks, factors, about, evidence }) =>
				[kind, title, value, amount, ...phases, ...tracks, ...factors, ...about, evidence.length]
					.filter((each) => each !== undefined)
					.join(" | "),
			),
			[
				"win | Budget approved | $140K | Now | Impact | 0",
				"win | Fewer nights | $60K | Now | 0",
				"win | Two hires | 2 | Now | 0",
				"reached | Books | 3 of 3 | Now | 2",
				"underWay | Saved | $420K of $1M+ | Now | 1",
				"reached | Led it | Now | Tech | 0",
				"reached | Speak up | Now | Presence | 1",
			],
		);
	});

	it("adds the amounts up, each currency by itself", () => {
		assert.deepEqual(impactRecord(given(entries), year).amounts, [
			{ unit: "$", isCurrency: true, sum: 200_000 },
			{ unit: "", isCurrency: false, sum: 2 },
		]);
	});

	it("does not add up what recurs, nor lose a part of a sum", () => {
		const amounts = ["$1.005K", "$0.1", "$0.2", "$3K per month", "EUR 5", "5 hours", "about 7", "10 hours"].map(
			(amount): Fields => ({ at: "2026-02-01", type: "note", text: "Won", amount }),
		);
		assert.deepEqual(impactRecord(given(amounts), year).amounts, [
			{ unit: "$", isCurrency: true, sum: 1005.3 },
			{ unit: "EUR", isCurrency: true, sum: 5 },
			{ unit: "hours", isCurrency: false, sum: 15 },
		]);
	});

	it("tells only of the days that are asked for", () => {
		const titles = (start: string, end: string) =>
			impactRecord(given(entries), { start: day(start), end: day(end) }).achievements.map(({ title }) => title);
		assert.deepEqual(titles("2026-02-02", "2026-02-03"), ["Fewer nights"]);
		// Reached in April: not in March, where it was not yet, nor in May.
		assert.deepEqual(titles("2026-03-01", "2026-04-01"), []);
		assert.deepEqual(titles("2026-04-01", "2026-05-01"), ["Books"]);
	});

	it("keeps what is private to itself", () => {
		const source = given(entries);
		const record = impactRecord(source, year);
		for (const text of [impactMarkdown(record, source), impactCsv(record, source)]) {
			assert.doesNotMatch(text, /Secret|Nobody knows|Hidden win|javascript/);
		}
	});

	it("keeps what stands within something private to itself, or counts by it", () => {
		const text = `
measures: [{id: pay, title: Hush pay, private: true, formerly: [wage]}]
phases: [{id: phase, title: Hush phase, when: year 1, private: true, outcomes: {Hush area: [{id: outcome, title: Hush outcome}]}}]
tracks:
  - {id: track, title: Hush track, private: true, stages: [{id: stage, title: Hush stage, milestones: [{id: milestone, title: Hush milestone}]}]}
  - {id: open, title: Open, stages: [{title: Hush part, private: true, milestones: [{id: within, title: Hush within}]}]}
targets:
  year 1: [{id: raise, title: Hush raise, of: pay, goal: $5K}, {id: unnamed, of: pay, goal: $7K}, {id: told, title: Told, track: track}]
commitments: [{id: work, title: Hush work, hours: 1, private: true, activities: [{id: part, title: Hush activity}]}]
factors: [{id: factor, title: Hush factor, private: true, practices: [{id: practice, title: Hush practice}]}]
risks: [{id: risk, title: Hush risk, private: true, mitigations: [{id: mitigation, title: Hush mitigation}]}]
checkpoints: [{id: talk, title: Hush talk, when: year 1, private: true}]`;
		const reachable = ["outcome", "milestone", "within", "practice", "mitigation", "raise", "unnamed"];
		const named = ["pay", "wage", "phase", "track", "stage", "work", "part", "factor", "risk", "talk", ...reachable];
		const source = given(
			[
				...named.map(
					(on): Fields => ({ at: "2026-02-01", type: "note", text: `Hush win ${on}`, on: ["told", on], amount: "$1" }),
				),
				...[...reachable, "pay"].flatMap(
					(on): ReadonlyArray<Fields> => [
						{ at: "2026-02-02", type: "progress", on, set: 7000, note: `Hush note ${on}` },
						{
							at: "2026-02-03",
							type: "progress",
							on,
							set: true,
							note: `Hush end ${on}`,
							link: "https://example.com/hush",
						},
					],
				),
				{ at: "2026-02-04", type: "progress", on: "told", set: true, note: "To all" },
			],
			"2026-12-01",
			text,
		);
		const record = impactRecord(source, year);
		assert.deepEqual(
			record.achievements.map(({ title }) => title),
			["Told"],
		);
		assert.deepEqual(record.amounts, []);
		for (const shown of [impactMarkdown(record, source), impactCsv(record, source)]) {
			assert.doesNotMatch(shown, /hush/i);
			assert.match(shown, /To all/);
		}
	});

	it("reads as a document", () => {
		const source = given(entries.slice(0, 6));
		assert.equal(
			plainSpaces(impactMarkdown(impactRecord(source, year), source).replaceAll("\n", "¶")).replaceAll("¶", "\n"),
			`# Impact record: Way up

Jan 5, 2026 – Jan 4, 2027

Amounts of the wins together: $200,000, 2

## Year 1, Jan 5, 2026 – Jan 4, 2027

### Wins

- **Budget approved** · Feb 1, 2026 · $140K · Impact · Now <https://example.com/mail>
- **Fewer nights** · Feb 2, 2026 · $60K · Now
- **Two hires** · Feb 3, 2026 · 2 · Now

### Reached

- **Books** · Apr 1, 2026 · 3 of 3 · Now
  - Mar 1, 2026: Two read
  - Apr 1, 2026: The third
`,
		);
	});

	it("says so where there is nothing", () => {
		const source = given([]);
		assert.match(impactMarkdown(impactRecord(source, year), source), /Nothing was reached or noted/);
	});
});

describe("the impact record of texts that try to be more", () => {
	const source = given(
		hostileTexts.flatMap(
			(text, index): ReadonlyArray<Fields> => [
				{ at: "2026-02-01", type: "note", text, amount: text, link: text },
				{ at: "2026-03-01", type: "progress", on: `target-${index}`, set: true, note: text, link: text },
			],
		),
		"2026-12-01",
		`targets: ${JSON.stringify({ "year 1": hostileTexts.map((title, index) => ({ id: `target-${index}`, title: title.trim() || "empty" })) })}`,
	);
	const record = impactRecord(source, year);

	it("keeps them texts in Markdown", () => {
		const text = impactMarkdown(record, source);
		const ours = /<https:\/\/[^\s<>]+>/g;
		// Outside of code, `<` opens a tag or a link unless a backslash stands before it; here nothing is code.
		assert.doesNotMatch(text.replace(ours, ""), /(?<!\\)<[a-z/!?]/i);
		assert.doesNotMatch(text, /(?<!\\)\]\(/);
		assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\n]/u);
		assert.equal(record.achievements.length, hostileTexts.length * 2);
	});

	it("keeps them cells in CSV, none of them a formula", () => {
		const { data, errors } = parse<ReadonlyArray<string>>(impactCsv(record, source).trimEnd());
		assert.deepEqual(errors, []);
		assert.equal(data.length, record.achievements.length + 1);
		assert.ok(data.every((row) => row.length === 12));
		assert.deepEqual(
			data.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]|[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u.test(cell)),
			[],
		);
	});
});
