// Fetches what tests need, in its own process: `prepareNeed.js NEED`.
import { DisposableStore } from "../disposableStore.ts";
import { needs, prepare } from "./needs.ts";

async function main(): Promise<void> {
	const need = needs.find((each) => each === process.argv[2]);
	if (need === undefined) throw new Error(`Say what to prepare: ${needs.join(", ")}.`);
	const disposables = new DisposableStore();
	try {
		await prepare(disposables, need);
	} finally {
		await disposables.dispose();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
