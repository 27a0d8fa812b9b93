import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { output } from "../../../scripts/show/output.ts";

const page = readFileSync("docs/how-it-computes.md", "utf8");

/** The code blocks of the page in a language. */
function blocks(language: string): ReadonlyArray<string> {
	return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, text = ""]) => text);
}

describe("the page about how numbers are computed", () => {
	it("shows what Waymark computes from its plan and its journal", () => {
		const [plan, ...otherPlans] = blocks("yaml");
		const [journal, ...otherJournals] = blocks("json");
		const [command, ...otherCommands] = blocks("sh");
		assert.deepEqual([otherPlans, otherJournals, otherCommands], [[], [], []]);
		const folder = mkdtempSync(join(tmpdir(), "waymark-"));
		try {
			writeFileSync(join(folder, "roadmap.yaml"), plan ?? "");
			writeFileSync(join(folder, "roadmap.log.jsonl"), journal ?? "");
			const shown = output((command ?? "").trim().split(" ").slice(4), folder);
			const lines = new Set(shown.split("\n").map((line) => line.trim().replace(/\s/g, " ")));
			assert.match(shown, /^Problems\n {2}none$/m);
			const claimed = blocks("text").flatMap((text) => text.trimEnd().split("\n"));
			assert.ok(claimed.length >= 12);
			for (const line of claimed) {
				assert.ok(
					[...lines].some((each) => each === line || each.startsWith(`${line} [`)),
					line,
				);
			}
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});
