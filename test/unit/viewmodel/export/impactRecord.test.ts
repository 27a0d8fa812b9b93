import assert from "node:assert/strict";
import { csvParseRows } from "d3-dsv";
import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { NumberStyle } from "../../../../src/amount/quantity.ts";
import { readLedger } from "../../../../src/journal/ledger/readLedger.ts";
import { readWinAmount } from "../../../../src/logging/winAmount.ts";
import type { Plan } from "../../../../src/plan/plan.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { computeSnapshot } from "../../../../src/progress/snapshot.ts";
import { sanitizeText } from "../../../../src/util/sanitizeText.ts";
import { csvRow } from "../../../../src/viewmodel/export/csvRow.ts";
import { impactCsv as csvSteps } from "../../../../src/viewmodel/export/impactCsv.ts";
import { impactMarkdown as markdownSteps } from "../../../../src/viewmodel/export/impactMarkdown.ts";
import { impactRecord as recordSteps } from "../../../../src/viewmodel/export/impactRecord.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { runs } from "../../../harness/depth.ts";
import { day, planOf } from "../../progress/progressFixture.ts";
import { hostileTexts } from "../hostileTexts.ts";
import { plainSpaces } from "../rows/renderRows.ts";
import { impactCsv, impactMarkdown, impactRecord } from "./impactFixture.ts";

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

function given(entries: ReadonlyArray<Fields>, today = "2026-12-01", of: string | Plan = yaml) {
	const plan = typeof of === "string" ? planOf(of) : of;
	const lines = entries.map((fields, index) => JSON.stringify({ id: String(index + 1).padStart(4, "0"), ...fields }));
	const ledger = readLedger([lines.join("\n")], plan.week.dayEnds);
	const shown = computeSnapshot(plan, ledger, day(today));
	return { snapshot: shown, plan, ledger, aliases: shown.aliases, today: day(today), formatter: new Formatter("en") };
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
	it("has wins, reached items, and items in progress, each with its place", () => {
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

	it("adds up amounts in every spelling", () => {
		const amounts = ["€1 500", "-$5K", "€1,5M", "usd 5k", "$1 million", "1.5 Mio. EUR", "€1.500"].map(
			(amount): Fields => ({ at: "2026-02-01", type: "note", text: "Won", amount }),
		);
		assert.deepEqual(impactRecord(given(amounts), year).amounts, [
			{ unit: "€", isCurrency: true, sum: 3_001_500 },
			{ unit: "$", isCurrency: true, sum: 995_000 },
			{ unit: "usd", isCurrency: true, sum: 5000 },
		]);
	});

	it("adds up the amounts of each currency separately", () => {
		assert.deepEqual(impactRecord(given(entries), year).amounts, [
			{ unit: "$", isCurrency: true, sum: 200_000 },
			{ unit: "", isCurrency: false, sum: 2 },
		]);
	});

	it("doesn't add up recurring amounts, and loses no part of a sum", () => {
		const amounts = ["$1.005K", "$0.1", "$0.2", "$3K per month", "EUR 5", "5 hours", "about 7", "10 hours"].map(
			(amount): Fields => ({ at: "2026-02-01", type: "note", text: "Won", amount }),
		);
		assert.deepEqual(impactRecord(given(amounts), year).amounts, [
			{ unit: "$", isCurrency: true, sum: 1005.3 },
			{ unit: "EUR", isCurrency: true, sum: 5 },
			{ unit: "hours", isCurrency: false, sum: 15 },
		]);
	});

	it("covers only the given days", () => {
		const titles = (start: string, end: string) =>
			impactRecord(given(entries), { start: day(start), end: day(end) }).achievements.map(({ title }) => title);
		assert.deepEqual(titles("2026-02-02", "2026-02-03"), ["Fewer nights"]);
		// Reached in April: not in March, where it was not yet, nor in May.
		assert.deepEqual(titles("2026-03-01", "2026-04-01"), []);
		assert.deepEqual(titles("2026-04-01", "2026-05-01"), ["Books"]);
	});

	it("leaves out private items", () => {
		const source = given(entries);
		const record = impactRecord(source, year);
		for (const text of [impactMarkdown(record, source), impactCsv(record, source)]) {
			assert.doesNotMatch(text, /Secret|Nobody knows|Hidden win|javascript/);
		}
	});

	it("leaves out what is within a private item, or is measured by one", () => {
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

Total amount of the wins: $200,000, 2

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

	it("is made with pauses, however many wins there are", () => {
		const many = Array.from({ length: 20_000 }, (_, at) => ({ at: "2026-02-01", type: "note", text: `Win ${at}` }));
		const lettersOf = (number: number) => String(number).replace(/\d/g, (digit) => "klmnopqrst"[Number(digit)] ?? "");
		const source = given(many.map((each, at) => ({ ...each, amount: `1 unit ${lettersOf(at)}` })));
		const pausesOf = <T>(steps: Generator<void, T>) => {
			let pauses = 0;
			let step = steps.next();
			for (; !step.done; step = steps.next()) pauses++;
			return { pauses, value: step.value };
		};
		const { pauses, value: record } = pausesOf(recordSteps(source, year));
		assert.ok(pauses > 10, String(pauses));
		assert.equal(record.achievements.length, many.length);
		assert.equal(record.amounts.length, many.length);
		for (const text of [pausesOf(markdownSteps(record, source)), pausesOf(csvSteps(record, source))]) {
			assert.ok(text.pauses > 3, String(text.pauses));
			assert.equal(text.value.match(/Win \d+/g)?.length, many.length);
		}
		// One list, as it would be if it were rendered at once.
		assert.equal(impactMarkdown(record, source).split("\n\n- ").length, 2);
	});

	it("says that there is nothing to report", () => {
		const source = given([]);
		assert.match(impactMarkdown(impactRecord(source, year), source), /Nothing was achieved or noted in this period/);
	});
});

describe("the impact record with hostile texts", () => {
	// The longest are long only: their beginnings do, and the document is read back in no time.
	const hostile = hostileTexts.map((text) => text.slice(0, 300));
	const texts = hostile.map((text) => text.trim() || "empty");
	const named = (prefix: string, fields: (text: string) => Fields = () => ({})): ReadonlyArray<Fields> =>
		texts.map((title, index) => ({ id: `${prefix}-${index}`, title, ...fields(title) }));
	const plan = {
		start: "2026-01-05",
		title: texts.join(" "),
		measures: named("measure"),
		phases: texts.map((title, index) => ({
			title,
			when: "year 1",
			focus: title,
			outcomes: { [title.slice(0, 200)]: [{ id: `outcome-${index}`, title, note: title, link: title }] },
		})),
		tracks: named("track", (title) => ({ stages: [{ title, milestones: [title] }] })),
		targets: {
			"year 1": texts.map((title, index) => ({
				id: `target-${index}`,
				title,
				goal: `5 ${title}`,
				of: `measure-${index}`,
				track: `track-${index}`,
				link: title,
			})),
		},
		factors: texts.map((title, index) => ({ title, practices: [{ id: `practice-${index}`, title }] })),
	};
	const source = given(
		hostile.flatMap((text, index): ReadonlyArray<Fields> => {
			const told = { note: text, link: text, name: text };
			return [
				{
					at: "2026-02-01",
					type: "note",
					text,
					amount: text,
					link: text,
					on: [`target-${index}`, text.slice(0, 200)],
					name: [text, text],
				},
				{ at: "2026-03-01", type: "progress", on: `measure-${index}`, set: 7, ...told },
				{ at: "2026-03-02", type: "progress", on: `outcome-${index}`, set: true, ...told },
				{ at: "2026-03-03", type: "progress", on: `practice-${index}`, set: true, ...told },
			];
		}),
		"2026-12-01",
		parsePlan(JSON.stringify(plan)).plan ?? assert.fail(),
	);
	const record = impactRecord(source, year);

	it("contains all of them", () => {
		assert.ok(hostileTexts.length >= 60);
		assert.equal(record.achievements.length, hostileTexts.length * 4);
	});

	it("keeps them as text in Markdown, except for allowed links", () => {
		const text = impactMarkdown(record, source);
		const nodes = nodesOf(fromMarkdown(text));
		assert.deepEqual([...new Set(nodes.map(({ type }) => type))].sort(), [
			"heading",
			"link",
			"list",
			"listItem",
			"paragraph",
			"root",
			"strong",
			"text",
		]);
		const links = nodes.flatMap((node) => (node.type === "link" ? [node.url] : []));
		assert.deepEqual(
			links.filter((url) => !/^(https:\/\/|mailto:)/.test(url)),
			[],
		);
		assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\n]/u);
		const strong = nodes.flatMap((node) => (node.type === "strong" ? [textOf(node).trim()] : []));
		const titles = record.achievements.map(({ title }) => sanitizeText(title).replace(/\s+/g, " ").trim());
		assert.deepEqual(strong.filter(Boolean).sort(), titles.filter(Boolean).sort());
	});

	it("leaves no address in a text that a viewer could turn into a link, except for allowed links", () => {
		const told = (text: string) =>
			impactMarkdown(impactRecord(given([{ at: "2026-02-01", type: "note", text }]), year), source);
		for (const [text, expected] of [
			["see http://a.example", "see http\\://a.example"],
			["HTTP://a.example and ftp://b.example", "HTTP\\://a.example and ftp\\://b.example"],
			["//a.example or www.b.example", "\\//a.example or www\\.b.example"],
			["see https://a.example/b.", "see <https://a.example/b>."],
		] as const) {
			assert.ok(told(text).includes(`**${expected}**`), told(text));
		}
	});

	it("keeps them as CSV cells, none of them a formula", () => {
		const text = impactCsv(record, source);
		// Excel takes a text without the mark for another encoding.
		assert.equal(text.charCodeAt(0), 0xfeff);
		const data = csvParseRows(text.slice(1));
		assert.equal(data.length, record.achievements.length + 1);
		assert.ok(data.every((row) => row.length === 12));
		assert.deepEqual(
			data.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]|[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u.test(cell)),
			[],
		);
	});

	it("leaves numbers as numbers in CSV, and nothing else that begins like a formula", () => {
		const numbers = ["-5", "+3", "-5%", "-1,500.50", "-€5", "-5 €", "+12 %", "-$1,500"];
		const formulas = ["=1", "+1+1", "-2*3", "@SUM(A1)", "-5%*A1", "-$A$1", "+cmd|' /C calc'!A0", "  =1", "-5 kg"];
		const [cells = []] = csvParseRows(csvRow([...numbers, ...formulas]));
		assert.deepEqual(cells, [...numbers, ...formulas.map((text) => `'${text}`)]);
	});

	it("keeps the currency of each amount, however it was typed, in every format and in the sum", () => {
		const before = fc
			.constantFrom("$", "€", "£", "US$", "CHF ", "EUR ", "₹", "R$", "SEK ")
			.map((sign) => ({ sign, isBefore: true }));
		const behind = fc
			.constantFrom(" €", " EUR", " kr", " zł", "元", " CHF", " Kč")
			.map((sign) => ({ sign, isBefore: false }));
		const number = fc.tuple(
			fc.integer({ min: 1, max: 999 }),
			fc.constantFrom("", "K", "M", ",000", ".000", ",5", ".5"),
		);
		const styles = fc.constantFrom<NumberStyle | undefined>(undefined, { decimal: "." }, { decimal: "," });
		fc.assert(
			fc.property(fc.oneof(before, behind), number, styles, ({ sign, isBefore }, [whole, rest], style) => {
				const typed = isBefore ? `${sign}${whole}${rest}` : `${whole}${rest}${sign}`;
				const read = readWinAmount(typed, style);
				// What is ambiguous is asked, in spellings that keep the currency.
				const stored = "meanings" in read ? read.meanings : [read.amount];
				for (const amount of stored) {
					const source = given([{ at: "2026-02-01", type: "note", text: "Saved", amount }]);
					const record = impactRecord(source, year);
					const [, line = []] = csvParseRows(impactCsv(record, source));
					assert.ok(line[4]?.includes(sign.trim()), `${typed}: ${line[4]}`);
					const [, total = "", win = ""] =
						/^Total amount of the wins: (.*)$[\s\S]*?^- (.*)$/m.exec(impactMarkdown(record, source)) ?? [];
					for (const text of [total, win]) {
						assert.ok(text.replaceAll("\\", "").includes(sign.trim()), `${typed}: ${text}`);
					}
				}
			}),
			{ numRuns: runs(150) },
		);
	});
});

/** A node of a document with all under it. */
function nodesOf(node: Nodes): ReadonlyArray<Nodes> {
	return [node, ...("children" in node ? node.children.flatMap(nodesOf) : [])];
}

function textOf(node: Nodes): string {
	return nodesOf(node)
		.map((each) => (each.type === "text" ? each.value : ""))
		.join("");
}
