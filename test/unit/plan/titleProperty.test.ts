import assert from "node:assert/strict";
import fc from "fast-check";
import { FixFinder } from "../../../src/plan/assist/fixFinder.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { parseDay } from "../../../src/time/day.ts";
import { applyEdits } from "../../../src/util/textEdit.ts";
import { runs } from "../../harness/depth.ts";

const today = parseDay("2026-08-01") ?? assert.fail();

/** Texts that people write as titles, and what YAML has its own reading of. */
const title = fc
	.array(
		fc.oneof(
			fc.constantFrom("Phase 1", "Week", "Text", "Plan", "demos", "Größe", "目标", "#42", "C #", "[x]", "[ ]", "(12h)"),
			fc.constantFrom(
				":",
				": ",
				" - ",
				"!",
				"@",
				"`",
				"*",
				"**",
				"&",
				"%",
				"'",
				'"',
				"[",
				"]",
				"?",
				"|",
				">",
				"- ",
				" #",
				",",
			),
			fc.constantFrom("[Text](https://example.com)", "=", "<", "1.", "it's", "a: b"),
		),
		{ minLength: 1, maxLength: 5 },
	)
	.map((parts) => parts.join("").trim())
	// Quotes around a title are YAML's, `null` and `~` leave it out, and a name behind a star with a comment is an alias.
	// As documented, a hyphen in front is one more level of a list, an ampersand names what follows it, a bar or > alone
	// begins a text of several lines, and a # behind a space a comment, which is pointed out.
	.filter(
		(text) =>
			/[\p{L}\p{N}]/u.test(text) &&
			!/^(?:-\s|&\S|(?:null|~)(?:\s|$)|\*\S*\s#|(["']).*\1$|[|>][-+]?(?:\s*#|$))|(?:^|\s)#+(?:\s|$)|:\s+[#&!*|>@%`"'?,-]/.test(
				text,
			),
	);

type Place = readonly [name: string, write: (title: string) => string, read: (plan: Plan) => string | undefined];

const second = (list: ReadonlyArray<{ readonly title: string }>): string | undefined => list[1]?.title;
const places: ReadonlyArray<Place> = [
	[
		"an item of targets",
		(text) => `targets:\n  2027:\n    - Before\n    - ${text}\n    - After\n`,
		({ items }) => second(items),
	],
	[
		"a title of an item",
		(text) => `targets:\n  2027:\n    - Before\n    - title: ${text}\n      goal: 5\n    - After\n`,
		({ items }) => second(items),
	],
	[
		"the title of a phase",
		(text) =>
			`phases:\n  - title: Zero\n  - title: ${text}\n    when: 2027\ntargets:\n  2027:\n    - Before\n    - x\n    - After\n`,
		({ phases }) => second(phases),
	],
	[
		"the title of the plan",
		(text) => `title: ${text}\ntargets:\n  2027:\n    - Before\n    - x\n    - After\n`,
		(plan) => plan.title,
	],
];

describe("any title at any place of a plan", () => {
	for (const [name, write, readTitle] of places) {
		it(`is read as written, or has a problem whose fix makes it so: ${name}`, () => {
			fc.assert(
				fc.property(title, (written) => {
					const text = write(written);
					const { plan, problems } = parsePlan(text);
					assert.ok(plan, `no plan: ${text}`);
					const titles = plan.items.map((item) => item.title);
					assert.ok(titles.includes("Before") && titles.includes("After"), `lost ${titles}:\n${text}`);
					if (readTitle(plan) === written) {
						return;
					}
					// A quotation mark in front is YAML's: the one that closes it is missing, which is a problem.
					if (/^["']/.test(written) && problems.some(({ code }) => code === "unclosed")) {
						assert.equal(readTitle(plan)?.trim(), written.slice(1).trim(), text);
						return;
					}
					const finder = new FixFinder(text, today);
					const fixed = finder.problems.flatMap((problem) =>
						finder.fixesOf(problem).map((fix) => parsePlan(applyEdits(text, fix.edits)).plan),
					);
					// What follows the quotation mark that closes a title is read as its text, within the marks.
					const unquoted = written.replace(/^(["'])(.*)\1\s+(#.*)$/, "$2 $3").trim();
					assert.ok(
						fixed.some((each) => each && [written, unquoted].includes(readTitle(each) ?? "")),
						`read as ${readTitle(plan)}, ${problems.map(({ code }) => code)}:\n${text}`,
					);
				}),
				{ numRuns: runs(20_000) },
			);
		});
	}
});
