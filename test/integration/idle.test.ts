import { strict as assert } from "node:assert";
import { join } from "node:path";
import * as vscode from "vscode";

const quietMs = 5000;
const maxWindows = 5;

describe("idle, with a plan open, the extension", () => {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail("no folder is open");
	const plan = vscode.Uri.joinPath(folder, "roadmap.yaml");
	const { setTimeout: laterOnce, setInterval: again } = globalThis;
	let original: Uint8Array | undefined;

	before(async () => {
		await vscode.extensions.getExtension("waymark.waymark")?.activate();
		original = await vscode.workspace.fs.readFile(plan).then(
			(content) => content,
			() => undefined,
		);
		await vscode.workspace.fs.writeFile(
			plan,
			new TextEncoder().encode("title: a\ncommitments: [{ id: b, title: B, hours: 3 }]\n"),
		);
		await vscode.commands.executeCommand("waymark.refresh");
	});

	after(async () => {
		Object.assign(globalThis, { setTimeout: laterOnce, setInterval: again });
		if (original) await vscode.workspace.fs.writeFile(plan, original);
		else await vscode.workspace.fs.delete(plan);
		await vscode.commands.executeCommand("waymark.refresh");
	});

	it("sets no timer: nothing is polled, and nothing repeats within a minute", async () => {
		const set: Array<string> = [];
		// Other extensions have files of such names too.
		const { extensionPath } = vscode.extensions.getExtension("waymark.waymark") ?? assert.fail();
		const ours = ["extension.js", "lazy.js", "localDisk.js"].map((name) => join(extensionPath, "dist", name));
		const heard = <A extends ReadonlyArray<unknown>, R>(timer: (...given: A) => R) => {
			return (...given: A): R => {
				const by = new Error().stack ?? "";
				if (ours.some((file) => by.includes(file))) set.push(`${given[1]} ms\n${by}`);
				return timer(...given);
			};
		};
		Object.assign(globalThis, {
			setTimeout: heard(laterOnce as (...given: ReadonlyArray<unknown>) => unknown),
			setInterval: heard(again as (...given: ReadonlyArray<unknown>) => unknown),
		});
		// What opening set going comes to rest first, on a slow machine late; what polls never rests.
		for (let window = 0; window === 0 || (set.length > 0 && window < maxWindows); window++) {
			set.length = 0;
			await new Promise((done) => laterOnce(done, quietMs));
		}
		assert.deepEqual(set, []);
		// A change is what it waits for: that is heard.
		await vscode.workspace.fs.writeFile(plan, new TextEncoder().encode("title: c\n"));
		for (let waited = 0; set.length === 0 && waited < 20_000; waited += 100) {
			await new Promise((done) => laterOnce(done, 100));
		}
		assert.notEqual(set.length, 0);
	});
});
