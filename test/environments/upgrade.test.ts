import { strict as assert } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { DisposableStore } from "../harness/disposableStore.ts";
import { projectRoot } from "../harness/root.ts";
import { temporaryFolder } from "../harness/temporaryFolder.ts";
import { openWorkbench } from "../ui/support/workbench.ts";
import { WorkbenchDriver } from "../ui/support/workbenchDriver.ts";

const plan = `title: Mine
start: 2020-01-06
week: { hours: 3 }
commitments: [{ id: writing, title: Writing, hours: 3 }]
phases: [{ title: Now, when: 2020+, outcomes: { all: [{ id: first, title: First step }] } }]
checkpoints: [{ id: half, title: Half-year review, every: 6 months }]
`;

/** The package as it was before 0.2. */
const before = join(projectRoot(), "test", "fixtures", "waymark-0.1.0.vsix");

describe("a roadmap that 0.1 and this version share", () => {
	const disposables = new DisposableStore();
	after(() => disposables.dispose());

	it("keeps in 0.1 every line of this version, and counts here what 0.1 added", async () => {
		const folder = temporaryFolder(disposables, "upgrade");
		const journal = join(folder, "roadmap.log.jsonl");
		const written = journalOfThisVersion();
		writeFileSync(join(folder, "roadmap.yaml"), plan);
		writeFileSync(journal, written);

		const old = new WorkbenchDriver(await openWorkbench({ folder, extension: before }));
		await old.workbench.openView();
		await old.workbench.row(/^Writing, commitment, 30 min of 3 h/).waitFor();
		await old.run("Roadmap: Log Time...");
		await old.answer("Log Time", "25m writing");
		await old.accept(/25 min · Writing/);
		await old.workbench.row(/^Writing, commitment, 55 min of 3 h/).waitFor();
		await old.workbench.screenshot("upgrade-0.1");
		await old.workbench.dispose();
		const both = readFileSync(journal, "utf8");
		assert.ok(both.startsWith(written), "0.1 only appends");
		assert.equal(both.slice(written.length).split("\n").length, 2, "one line more");

		const now = new WorkbenchDriver(await openWorkbench({ folder }));
		await now.workbench.openView();
		await now.workbench
			.row(/^Writing, commitment, 55 min of 3 h/)
			.first()
			.waitFor();
		await now.workbench.row(/^Focus, 1 thing/).waitFor();
		await now.workbench.screenshot("upgrade-now");
		assert.equal(readFileSync(journal, "utf8"), both);
		await now.workbench.dispose();
	});
});

/** An entry of each type and with each field that 0.1 doesn't know, and one that it does. */
function journalOfThisVersion(): string {
	const now = new Date();
	const day = now.toISOString().slice(0, 10);
	const monday = new Date(now.getTime() - ((now.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
	const bodies = [
		{ type: "time", on: "writing", minutes: 30, evidence: [{ commit: "0123456789abcdef", repository: "notes" }] },
		{ type: "focus", week: monday, on: ["writing"] },
		{ type: "note", text: "A good week", week: monday },
		{ type: "review", checkpoint: "half", occurrence: day, summary: "An extra one" },
		{ type: "plan", on: "first", field: "place", now: "Now", why: "Reorganisation" },
		{ type: "one of the future", on: "writing", value: [1, { deep: true }] },
	];
	return bodies
		.map((body) => `${JSON.stringify({ id: uuidv7(), at: day, logged: now.toISOString(), ...body })}\n`)
		.join("");
}
