import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { handleUri } from "../../src/host/integrations/handleUri.ts";
import type { CommandContext } from "../../src/host/roadmap/commandContext.ts";
import { PlanSession } from "../../src/host/session/planSession.ts";
import { fixedClock } from "./support/fixedClock.ts";
import { MemoryFiles } from "./support/memoryFiles.ts";
import { MemoryMemento } from "./support/memoryMemento.ts";

describe("a link to log time", () => {
	const files = new MemoryFiles("waymark-links");
	const log = vscode.window.createOutputChannel("Waymark links test", { log: true });
	let session: PlanSession;
	let context: CommandContext;

	before(() => {
		files.put("/roadmap.yaml", "commitments: [{ id: writing, title: Thought leadership, hours: 3 }]\n");
		session = new PlanSession(files.uri("/roadmap.yaml"), log, fixedClock, {
			state: new MemoryMemento(),
			onChange: () => undefined,
		});
		context = { log, roadmap: { current: async () => session } } as unknown as CommandContext;
	});
	after(() => vscode.Disposable.from(session, files, log).dispose());

	/** Follows a link, and answers the question. @returns what was shown */
	async function follow(link: string, answer: boolean): Promise<ReadonlyArray<string>> {
		const shown: Array<string> = [];
		await handleUri(context, vscode.Uri.parse(`vscode://waymark.waymark${link}`), async (text) => {
			shown.push(text.replace(/\s/g, " "));
			return answer;
		});
		return shown;
	}
	const logged = async () => {
		await session.journal.settled();
		return session.journal.ledger.between().map(({ entry }) => entry);
	};

	it("shows what would be logged, and logs nothing if the user says no", async () => {
		const shown = await follow("/log?on=writing&minutes=30&note=A%20draft", false);
		assert.deepEqual(shown, ["30 min · Thought leadership · Today, Jul 1, 2026 · A draft"]);
		assert.deepEqual(await logged(), []);
	});

	for (const link of [
		"/log?on=writing&minutes=-5",
		"/log?on=writing&minutes=99999",
		"/log?on=writing&minutes=1e9",
		"/log?on=nothing&minutes=5",
		"/log?on=writing&minutes=5&at=2999-01-01",
		"/log?on=writing&minutes=5&at=yesterday",
		"/delete?on=writing&minutes=5",
		"/log/../undo",
	]) {
		it(`neither asks nor logs anything for ${link}`, async () => {
			assert.deepEqual(await follow(link, true), []);
			assert.deepEqual(await logged(), []);
		});
	}

	it("logs one entry once the user agrees, and nothing else that the link says", async () => {
		const hostile = "on=writing&minutes=30&replaces=x&type=void&note=One%0A%7B%22id%22%3A1%7D%E2%80%AE";
		assert.equal((await follow(`/log?${hostile}`, true)).length, 1);
		const [entry, ...others] = await logged();
		const { id: _, at: __, logged: ___, ...rest } = entry ?? assert.fail("nothing was logged");
		assert.deepEqual(others, []);
		const note = 'One {"id":1}';
		assert.deepEqual(rest, { type: "time", on: "writing", name: "Thought leadership", minutes: 30, note });
	});
});
