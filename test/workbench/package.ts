// `npm run package`: makes `dist/waymark-VERSION.vsix`, the one package for every host and registry.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Lifetime } from "./lifetime.ts";
import { projectRoot } from "./root.ts";
import { makeVsix } from "./vsix.ts";

async function main(): Promise<void> {
	const { name, version } = JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8"));
	const file = join(projectRoot(), "dist", `${name}-${version}.vsix`);
	const lifetime = new Lifetime();
	try {
		await makeVsix(lifetime, file);
		console.log(`${file}, ${Math.round(statSync(file).size / 1024)} KB`);
	} finally {
		await lifetime.close();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
