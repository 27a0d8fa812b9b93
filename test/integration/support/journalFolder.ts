import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { JournalStore } from "../../../src/host/journal/journalStore.ts";
import type { Entry } from "../../../src/journal/entry.ts";
import { eventually } from "./eventually.ts";

const journalName = "roadmap.log.jsonl";

/** A folder on disk with the journal of a plan, and the stores that follow it: one for each window that is played. */
export class JournalFolder implements vscode.Disposable {
	readonly path = mkdtempSync(join(tmpdir(), "waymark-"));
	readonly plan = vscode.Uri.file(join(this.path, "roadmap.yaml"));
	private readonly log = vscode.window.createOutputChannel("Waymark test", { log: true });
	private readonly stores: Array<JournalStore> = [];

	/** Opens the journal as a window does, and resolves when it is read. */
	async open(dayEnds = 0): Promise<JournalStore> {
		const store = new JournalStore(this.plan, this.log, dayEnds);
		this.stores.push(store);
		await store.settled();
		return store;
	}

	/** Opens the journal and resolves when the platform reports changes: VS Code begins to watch when it has the time. */
	async openWatching(): Promise<JournalStore> {
		const store = await this.open();
		const probe = "roadmap.log.probe.jsonl";
		let changes = 0;
		const following = store.onDidChange(() => changes++);
		await eventually(() => {
			this.write("\n".repeat(1 + (Date.now() % 1000)), probe);
			assert.ok(changes > 0);
		});
		changes = 0;
		rmSync(this.file(probe));
		await eventually(() => assert.ok(changes > 0));
		following.dispose();
		return store;
	}

	file(name = journalName): string {
		return join(this.path, name);
	}

	write(content: string | Uint8Array, name = journalName): void {
		writeFileSync(this.file(name), content);
	}

	read(name = journalName): string {
		return readFileSync(this.file(name), "utf8");
	}

	dispose(): void {
		vscode.Disposable.from(...this.stores, this.log).dispose();
		rmSync(this.path, { recursive: true, force: true });
	}
}

/** An entry that adds to the target `talks`. */
export function progress(id: string, add = 1): Entry {
	return { id, at: "2026-02-01", type: "progress", on: "talks", add };
}

/** The lines of such entries, as a person could have written them. */
export function readLines(...ids: ReadonlyArray<string>): string {
	return ids.map((id) => `${JSON.stringify(progress(id))}\n`).join("");
}

/** The ids that a journal counts for the target `talks`, in order. */
export function counted({ ledger }: JournalStore): string {
	return ledger
		.on(["talks"])
		.map(({ entry }) => entry.id)
		.sort()
		.join(" ");
}

/**
 * Runs a piece of JavaScript in a process of its own.
 *
 * @returns the code it ended with
 */
export function runProcess(...args: ReadonlyArray<string>): Promise<number | null> {
	// The executable of a desktop VS Code is Electron, which is Node when it is told so.
	const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
	const child = spawn(process.execPath, args, { env, stdio: "ignore" });
	return new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));
}
