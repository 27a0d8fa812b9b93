import assert from "node:assert/strict";
import { withUnionMerge } from "../../../src/journal/gitAttributes.ts";

const line = "roadmap.log*.jsonl merge=union";

describe("the line for git", () => {
	for (const [what, text, stem, expected] of [
		["an empty file", "", "roadmap", `${line}\n`],
		["other lines", "* text=auto\n", "roadmap", `* text=auto\n${line}\n`],
		["a last line without a break", "* text=auto", "roadmap", `* text=auto\n${line}\n`],
		["lines as on Windows", "* text=auto\r\n", "roadmap", `* text=auto\r\n${line}\r\n`],
		["lines as on Windows, the last without a break", "a\r\nb", "roadmap", `a\r\nb\r\n${line}\r\n`],
		["a comment that says the same", `# ${line}\n`, "roadmap", `# ${line}\n${line}\n`],
		["another journal", `${line}\n`, "career", `${line}\ncareer.log*.jsonl merge=union\n`],
		["another attribute", "roadmap.log*.jsonl text\n", "roadmap", `roadmap.log*.jsonl text\n${line}\n`],
		[
			"another driver",
			"roadmap.log*.jsonl merge=unionist\n",
			"roadmap",
			`roadmap.log*.jsonl merge=unionist\n${line}\n`,
		],
		[
			"a longer pattern",
			"roadmap.log*.jsonl.bak merge=union\n",
			"roadmap",
			`roadmap.log*.jsonl.bak merge=union\n${line}\n`,
		],
		["a name with a space", "", "my plan", '"my plan.log*.jsonl" merge=union\n'],
		["a name with signs of patterns", "", "plan[1]*?", "plan\\[1]\\*\\?.log*.jsonl merge=union\n"],
		["a name like a comment", "", "#plan", "\\#plan.log*.jsonl merge=union\n"],
		["a name with signs and a space", "", "my [plan]", '"my \\\\[plan].log*.jsonl" merge=union\n'],
		["a name in quotes", "", '"plan"', '"\\"plan\\".log*.jsonl" merge=union\n'],
	] as const) {
		it(`is added to ${what}, and only once`, () => {
			const first = withUnionMerge(text, stem);
			assert.deepEqual(first, { text: expected, changed: true });
			assert.deepEqual(withUnionMerge(first.text, stem), { text: expected, changed: false });
		});
	}

	for (const text of [
		`${line}`,
		`${line}\r\n* text=auto\r\n`,
		`* text=auto\n  ${line}  \n`,
		"roadmap.log*.jsonl\ttext  merge=union eol=lf\n",
	]) {
		it(`already exists in ${JSON.stringify(text)}`, () =>
			assert.deepEqual(withUnionMerge(text, "roadmap"), { text, changed: false }));
	}
});
