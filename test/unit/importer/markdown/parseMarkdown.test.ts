import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parseMarkdown } from "../../../../src/importer/markdown/parseMarkdown.ts";
import { proposeRoadmap } from "../../../../src/importer/markdown/proposeRoadmap.ts";
import type {
	RichText,
	SourceBlock,
	SourceItem,
	SourceSection,
} from "../../../../src/importer/markdown/sourceOutline.ts";
import { finish } from "../../../../src/journal/steps.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { runs } from "../../../harness/depth.ts";
import { markdown } from "./arbitraryMarkdown.ts";
import { checkProposal } from "./checkProposal.ts";

const source = readFileSync("test/unit/importer/markdown/roadmap.md", "utf8");
const propose = (text: string) =>
	proposeRoadmap(text, { source: "plan.md", today: 20_000, check: checkProposal, answers: {} });

/** An outline with the lines from another one on, as plain data. */
const plain = (section: SourceSection, by = 0): unknown => ({
	title: section.title.text,
	line: section.lines.first - by,
	blocks: section.blocks.map((block) => plainBlock(block, by)),
	sections: section.sections.map((each) => plain(each, by)),
});
const plainBlock = (block: SourceBlock, by: number): unknown => ({
	kind: block.kind,
	lines: [block.lines.first - by, block.lines.last - by],
	...(block.kind === "paragraph" ? { content: plainText(block.content) } : {}),
	...(block.kind === "list" ? { items: block.items.map((item) => plainItem(item, by)) } : {}),
	...(block.kind === "table"
		? { rows: block.rows.map(({ line, cells }) => [line - by, ...cells.map(({ text }) => text)]) }
		: {}),
});
const plainText = ({ text, bold, links }: RichText): unknown => ({ text, bold, links });
const plainItem = ({ content, checked, lines, blocks }: SourceItem, by: number): unknown => [
	...[plainText(content), checked, lines.first - by],
	blocks.map((block) => plainBlock(block, by)),
];

describe("the outline of a long Markdown text", function () {
	this.timeout(120_000);

	it("is the same for a part, wherever the part is", () => {
		const filler = Array.from({ length: 2100 }, (_, at) => `Line ${at}\n`).join("\n");
		fc.assert(
			fc.property(markdown, (text) => {
				const lf = text.replace(/\r\n?/g, "\n");
				const part = `# Part\n\n${lf}`;
				const before = `# Start\n\n${filler}\n`;
				const [alone, behind] = [part, before + part].map((each) => finish(parseMarkdown(each)).root.sections);
				const by = before.split("\n").length - 1;
				const start = alone?.map((each) => plain(each));
				assert.deepEqual(
					behind?.slice(-(alone?.length ?? 0)).map((each) => plain(each, by)),
					start,
				);
			}),
			{ numRuns: runs(30) },
		);
	});

	it("is made in steps, whatever the text consists of", () => {
		const lines = (line: string) => Array.from({ length: 20_000 }, (_, at) => line.replace("%", String(at)));
		const texts = {
			items: lines("- Read % books").join("\n"),
			numbers: lines("1. Read % books").join("\n"),
			paragraphs: lines("Read % books").join("\n\n"),
			headings: lines("## Phase %: Books").join("\n"),
		};
		for (const [name, text] of Object.entries(texts)) {
			const steps = [...parseMarkdown(text)].length;
			assert.ok(steps >= 4, `${name}: ${steps}`);
			const { root } = finish(parseMarkdown(text));
			const blocks = root.blocks.reduce((sum, block) => sum + (block.kind === "list" ? block.items.length : 1), 0);
			const most = name === "paragraphs" ? 20_000 : 10_000;
			assert.ok(blocks + root.sections.length >= most && blocks + root.sections.length <= 20_000, name);
		}
	});

	it("is not parsed further than a plan can have room, except for the links that are defined there", () => {
		const items = Array.from({ length: 20_000 }, (_, at) => `- [Book ${at}][1]`);
		const text = [...items, "", "[1]: https://example.org"].join("\n");
		const [list] = finish(parseMarkdown(text)).root.blocks;
		assert.ok(list?.kind === "list" && list.items.length < 12_000);
		assert.deepEqual(list.items[0]?.content.links, ["https://example.org"]);
		const { fates } = propose(text);
		assert.equal(fates.size, 20_001);
		assert.deepEqual(fates.get(19_000), { kind: "skipped", reason: "other" });
	});

	it("has the first rows of a table, and the lines of all others", () => {
		const rows = Array.from({ length: 20_000 }, (_, at) => `| Task ${at} | Q${(at % 4) + 1} |`);
		const { root } = finish(parseMarkdown(["| What | When |", "| --- | --- |", ...rows, "", "After"].join("\n")));
		assert.deepEqual(
			root.blocks.map(({ kind, lines }) => [kind, lines.first, lines.last]),
			[
				["table", 1, 4000],
				["table", 4001, 20_002],
				["paragraph", 20_004, 20_004],
			],
		);
	});

	it("knows links that are defined in another part", () => {
		const filler = "Text\n\n".repeat(1500);
		const outline = finish(parseMarkdown(`# A\n\n- [b][c]\n\n${filler}# D\n\n[c]: https://example.org\n`));
		const [list] = outline.root.sections[0]?.blocks ?? [];
		assert.deepEqual(list?.kind === "list" && list.items[0]?.content.links, ["https://example.org"]);
	});

	it("does not end a part inside of code or HTML", () => {
		const lines = "text\n\n".repeat(1500);
		for (const [open, close] of [
			["```", "```"],
			["<!--", "-->"],
		]) {
			const { root } = finish(parseMarkdown(`# A\n\n${open}\n${lines}# No heading\n\n${close}\n\n# B\n`));
			assert.deepEqual(
				root.sections.map(({ title }) => title.text),
				["A", "B"],
			);
		}
	});

	it("has the same lines with any line breaks and a byte order mark", () => {
		const [first, ...others] = ["\n", "\r\n", "\r"].flatMap((end) => {
			const text = source.replaceAll("\n", end);
			return [propose(text), propose(`\uFEFF${text}`)];
		});
		for (const other of others) {
			assert.deepEqual([other.text, [...other.fates]], [first?.text, [...(first?.fates ?? [])]]);
		}
	});

	it("is read as far as the plan has room, and every line has a fate", () => {
		const text = Array.from({ length: 80 }, () => source).join("\n");
		const { text: plan, fates } = propose(text);
		assert.deepEqual(parsePlan(plan).problems, []);
		const written = text.split("\n").flatMap((line, at) => (line.trim() === "" ? [] : [at + 1]));
		assert.deepEqual([...fates.keys()], written);
		assert.ok([...fates.values()].some(({ kind }) => kind === "placed"));
	});
});
