import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { formatDay } from "../../../src/time/day.ts";
import { problemText } from "../../../src/viewmodel/text/problemText.ts";

/** A block of code in a Markdown file. */
interface Block {
	/** What stands behind the three backticks. */
	readonly info: string;
	readonly text: string;
	/** Where it begins, as `file:line`. */
	readonly place: string;
}

function blocksOf(file: string): ReadonlyArray<Block> {
	const text = readFileSync(file, "utf8");
	return [...text.matchAll(/^```(\S[^\n]*)\n(.*?)^```$/gms)].map((match) => ({
		info: match[1] ?? "",
		text: match[2] ?? "",
		place: `${file}:${text.slice(0, match.index).split("\n").length}`,
	}));
}

/** What is wrong with a plan, in the words that its writer sees. */
const wordsOf = (text: string): ReadonlyArray<string> => parsePlan(text).problems.map(problemText);

const format = readFileSync("docs/format.md", "utf8");
const blocks = [...blocksOf("docs/format.md"), ...blocksOf("README.md")];

describe("the format reference and the README", () => {
	for (const { info, text, place } of blocks) {
		if (info === "yaml") {
			it(`show a valid plan at ${place}`, () => assert.deepEqual(wordsOf(text), []));
		} else if (info === "yaml wrong") {
			it(`show an invalid plan at ${place}`, () => assert.notDeepEqual(wordsOf(text), []));
		} else if (info === "jsonl") {
			it(`show journal entries at ${place}`, () => {
				for (const line of text.trimEnd().split("\n")) {
					assert.match(line, /^\{"id":"[\da-f-]{36}","at":"\d{4}-\d{2}-\d{2}/);
					assert.equal(typeof JSON.parse(line).type, "string");
				}
			});
		}
	}

	it("have examples of both kinds", () => {
		const count = (info: string) => blocks.filter((block) => block.info === info).length;
		assert.ok(count("yaml") > 20 && count("yaml wrong") > 5);
	});
});

describe("the format reference", () => {
	/** The cells of the rows under the table head that begins with these, the backticks left off. */
	const rowsUnder = (...head: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<string>> => {
		const [, table = ""] = format.split(`| ${head.join(" | ")} |\n`);
		const rows = table.split("\n\n")[0]?.split("\n").slice(1) ?? [];
		return rows.map((row) =>
			row
				.split("|")
				.slice(1, -1)
				.map((cell) => cell.trim().replaceAll("`", "")),
		);
	};

	it("gives the correct dates of periods", () => {
		const rows = rowsUnder("written", "first day", "last day");
		assert.ok(rows.length > 15);
		for (const [written = "", first = "", last = ""] of rows) {
			const { plan } = parsePlan(`start: 2026-01-05\nphases: [{ title: One, when: "${written}" }]\n`);
			const span = plan?.phases[0]?.span ?? assert.fail(written);
			// The table says in words where `by` and `through` begin.
			const begins = /^\d{4}/.test(first) ? first : "2026-01-05";
			const ends = span.end === undefined ? "none" : formatDay(span.end - 1);
			assert.deepEqual([written, formatDay(span.start), ends], [written, begins, last]);
		}
	});

	it("gives IDs as they are derived", () => {
		const rows = rowsUnder("title", "id");
		assert.ok(rows.length > 3);
		for (const [title = "", id = ""] of rows) {
			// Another item needs it by that id, which would be a problem if it had a different one.
			const plan = ["targets:", "  2027:", `    - "${title}"`, `    - { title: Another, needs: [${id}] }`].join("\n");
			assert.deepEqual(wordsOf(plan), []);
		}
	});

	it("lists every chapter at its top, in order", () => {
		const chapters = [...format.matchAll(/^## (.+)$/gm)].map(([, title = ""]) => title);
		const listed = [...format.matchAll(/^- \[(.+?)\]\(#.+?\)/gm)].map(([, title = ""]) => title);
		assert.deepEqual(listed, chapters);
	});

	it("links only to existing targets", () => {
		const anchorOf = (title: string) =>
			title
				.toLowerCase()
				.replace(/[^\w -]/g, "")
				.replaceAll(" ", "-");
		const anchors = new Set([...format.matchAll(/^## (.+)$/gm)].map(([, title = ""]) => anchorOf(title)));
		for (const [, anchor = ""] of format.matchAll(/\]\(#(.+?)\)/g)) {
			assert.ok(anchors.has(anchor), anchor);
		}
		for (const [, file = ""] of format.matchAll(/\]\(\.\.\/(.+?)\)/g)) {
			assert.ok(existsSync(file.replace(/#.*/, "")), file);
		}
	});
});
