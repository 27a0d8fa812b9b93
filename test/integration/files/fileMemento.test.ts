import { strict as assert } from "node:assert";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { FileMemento } from "../../../src/host/core/fileMemento.ts";

describe("a stored value", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-memento-"));

	after(() => rmSync(folder, { recursive: true, force: true }));

	it("is there at every moment while it is replaced", async () => {
		const memento = new FileMemento(vscode.Uri.file(folder));
		await memento.set("draft", "0");
		let isDone = false;
		let looks = 0;
		const look = (): void => {
			looks++;
			assert.ok(existsSync(join(folder, "draft.txt")), `gone at look ${looks}`);
		};
		const looking = (async () => {
			while (!isDone) {
				look();
				await new Promise((done) => setImmediate(done));
			}
		})();
		try {
			for (let value = 1; value <= 50; value++) {
				await memento.set("draft", String(value));
			}
		} finally {
			isDone = true;
			await looking;
		}
		assert.ok(looks > 50);
		assert.equal(await memento.get("draft"), "50");
		assert.deepEqual(readdirSync(folder), ["draft.txt"]);
	});
});
