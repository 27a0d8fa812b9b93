import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import jsTokens from "js-tokens";
import { analyse } from "scslre";

/** Patterns that may take time in the square of a length, each with what limits the length. */
const limited: Readonly<Record<string, string>> = {
	"amount/amountForms.ts": "an amount has at most 1,000 characters",
	"amount/limit.ts": "an amount has at most 1,000 characters",
	"amount/magnitude.ts": "it splits a constant",
	"amount/money.ts": "16 characters before a number, and a constant",
	"importer/markdown/findGoal.ts": "an item that is read has at most 2,000 characters",
	"importer/markdown/outlineReader.ts": "1,000 characters of a sentence",
	"importer/markdown/periodInHeading.ts": "a heading and an item that are read have at most 2,000 characters",
	"importer/markdown/placePhase.ts": "a paragraph and an item that are read have at most 2,000 characters",
	"importer/markdown/placeSections.ts": "a heading has at most 1,000 characters",
	"importer/markdown/readItem.ts": "an item that is read has at most 2,000 characters",
	"plan/syntax/repairFlow.ts": "a line that is repaired has at most 2,000 characters",
	"plan/syntax/lineValue.ts": "a line that is repaired has at most 2,000 characters",
	"plan/syntax/repairLines.ts": "a line that is repaired has at most 2,000 characters",
	"time/period.ts": "a period has at most 100 characters",
	"logging/line/typedWords.ts": "a typed line has at most 2,000 characters",
};

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
	.map((file) => file.replaceAll("\\", "/"))
	.filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));

/** The patterns that are written in a file. */
function patternsIn(file: string): ReadonlyArray<string> {
	const { code } = transformSync(readFileSync(join("src", file), "utf8"), { loader: "ts", target: "esnext" });
	return [...jsTokens(code)].flatMap(({ type, value }) => (type === "RegularExpressionLiteral" ? [value] : []));
}

/** Whether a text exists for which a pattern takes more time than in proportion to its length. */
function isSlow(pattern: string): boolean {
	const end = pattern.lastIndexOf("/");
	return analyse({ source: pattern.slice(1, end), flags: pattern.slice(end + 1) }).reports.length > 0;
}

describe("the patterns of the sources", function () {
	this.timeout(60_000);

	it("take time in proportion to the text, whatever it contains", () => {
		const slow = sources.flatMap((file) =>
			patternsIn(file).flatMap((each) => (isSlow(each) ? [`${file}: ${each}`] : [])),
		);
		assert.deepEqual(
			slow.filter((each) => !Object.hasOwn(limited, each.split(":")[0] ?? "")),
			[],
		);
		const files = new Set(slow.map((each) => each.split(":")[0] ?? ""));
		assert.deepEqual(Object.keys(limited).sort(), [...files].sort(), "what is no longer slow needs no exception");
	});

	for (const [what, pattern] of [
		["days of the week, as they were", String.raw`/[,\s]*(?:,|\band\b)[,\s]*/i`],
		["the old pattern for text after the last key", String.raw`/^(?:\s|#[^\n]*)*$/`],
		["two runs of blanks", String.raw`/\s*\s*x/`],
	] as const) {
		it(`are distinguished from slow ones: ${what}`, () => assert.ok(isSlow(pattern)));
	}
});
