// `npm run package`: makes `dist/waymark-VERSION.vsix`, the one package for every host and registry.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DisposableStore } from "../test/harness/disposableStore.ts";
import { projectRoot } from "../test/harness/root.ts";
import { makeVsix } from "./vsix.ts";

async function main(): Promise<void> {
	const { name, version } = JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8"));
	const file = join(projectRoot(), "dist", `${name}-${version}.vsix`);
	const disposables = new DisposableStore();
	try {
		await makeVsix(disposables, file);
		console.log(`${file}, ${Math.round(statSync(file).size / 1024)} KB`);
	} finally {
		await disposables.dispose();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
