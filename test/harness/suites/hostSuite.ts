// Runs one suite in the extension host of a VS Code: `hostSuite.js newest|oldest SUITE node|web`.
import { writeFileSync } from "node:fs";
import { DisposableStore } from "../disposableStore.ts";
import { versions } from "../vscode/versions.ts";
import { runInHost } from "./integrationHost.ts";
import { moveClock } from "./moveClock.ts";
import { resultVariable } from "./runMocha.ts";

async function main(): Promise<void> {
	const [version, suite, host] = process.argv.slice(2);
	if (suite === undefined) throw new Error("No suite to run.");
	// The sample is of today.
	moveClock();
	const disposables = new DisposableStore();
	try {
		const result = await runInHost(
			disposables,
			version === "oldest" ? versions.oldest : versions.newest,
			suite,
			host === "web" ? "web" : "node",
		);
		const file = process.env[resultVariable];
		if (file) writeFileSync(file, JSON.stringify(result));
		process.exitCode = result.failures.length === 0 ? 0 : 1;
	} finally {
		await disposables.dispose();
	}
}

main()
	.catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	})
	// What a download given up on left running must not keep us here; what is still being printed may.
	.finally(() => setTimeout(() => process.exit(), 1000).unref());
