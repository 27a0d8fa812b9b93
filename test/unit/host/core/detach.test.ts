import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { detach } from "../../../../src/host/core/detach.ts";

describe("detached work", () => {
	it("is logged if it fails, whatever it throws", async () => {
		const logged: Array<unknown> = [];
		const log = { error: (error: string | Error) => logged.push(error) };
		const failure = new Error("failed");
		detach(Promise.reject(failure), log);
		detach(Promise.reject("a text"), log);
		detach(Promise.resolve("done"), log);
		await new Promise(setImmediate);
		assert.deepEqual(logged, [failure, "a text"]);
	});

	it("fails silently once the log is closed", async () => {
		const unhandled: Array<unknown> = [];
		const listen = (error: unknown) => unhandled.push(error);
		process.on("unhandledRejection", listen);
		try {
			const closed = () => {
				throw new Error("closed");
			};
			detach(Promise.reject(new Error("failed")), { error: closed });
			await new Promise(setImmediate);
			await new Promise(setImmediate);
			assert.deepEqual(unhandled, []);
		} finally {
			process.off("unhandledRejection", listen);
		}
	});

	// The linter finds promises of our own; what VS Code returns it does not take for one.
	it("is never a promise from VS Code that is not awaited, returned, or detached", () => {
		const call =
			/(?<=[;{}]\s*\n)\t+vscode\.(?:window\.show\w+|commands\.executeCommand|workspace\.applyEdit|env\.\w+)\b/;
		const files = readdirSync("src/host", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
		assert.ok(files.length > 50);
		const bare = files.filter((name) => call.test(readFileSync(join("src/host", name), "utf8")));
		assert.deepEqual(bare, []);
		assert.match('{\n\tvscode.window.showInformationMessage("x");', call);
	});
});
