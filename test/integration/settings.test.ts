import { strict as assert } from "node:assert";
import { readdirSync } from "node:fs";
import * as vscode from "vscode";
import { systemClock, today } from "../../src/host/core/clock.ts";
import { counted, JournalFolder, progress, readLines } from "./support/journalFolder.ts";

describe("the settings", () => {
	let folder: JournalFolder;

	beforeEach(() => {
		folder = new JournalFolder();
	});
	afterEach(async () => {
		await set("device", undefined);
		await set("timeZone", undefined);
		folder.dispose();
	});

	for (const [written, suffix] of [
		["laptop", ".laptop"],
		[" Ann's PC #2 ", ".Ann-s-PC-2"],
		["../../etc/passwd", ".-etc-passwd"],
		["büro_東京", ".büro_東京"],
		["   ", ""],
	] as const) {
		it(`of the device, ${JSON.stringify(written)}, determines the file for new entries`, async () => {
			const store = await folder.open();
			await set("device", written);
			await store.append([progress("a")]);
			assert.deepEqual(readdirSync(folder.path), [`roadmap.log${suffix}.jsonl`]);
			assert.equal(counted(store), "a");
		});
	}

	it("of the device applies from the next entry on, and doesn't change the other files", async () => {
		const store = await folder.open();
		await store.append([progress("a")]);
		await set("device", "desk");
		await store.append([progress("b")]);
		assert.equal(folder.read(), readLines("a"));
		assert.equal(folder.read("roadmap.log.desk.jsonl"), readLines("b"));
		assert.equal(counted(store), "a b");
	});

	for (const name of ["plan", "device"]) {
		it(`of the ${name} can't be set by a workspace`, async () => {
			await assert.rejects(
				async () =>
					vscode.workspace.getConfiguration("waymark").update(name, "x", vscode.ConfigurationTarget.Workspace),
				/only into User settings/,
			);
			assert.equal(vscode.workspace.getConfiguration("waymark").get(name), "");
		});
	}

	it("of the time zone determines the day; an unknown one is ignored", async () => {
		const own = systemClock.timeZone();
		const clock = { ...systemClock, now: () => Date.UTC(2026, 1, 1, 23, 30) };
		await set("timeZone", "Pacific/Kiritimati");
		const east = today(clock);
		await set("timeZone", "Pacific/Pago_Pago");
		assert.equal(east - today(clock), 1);
		await set("timeZone", "Middle/Earth");
		assert.equal(systemClock.timeZone(), own);
	});
});

async function set(name: string, value: string | undefined): Promise<void> {
	await vscode.workspace.getConfiguration("waymark").update(name, value, vscode.ConfigurationTarget.Global);
}
