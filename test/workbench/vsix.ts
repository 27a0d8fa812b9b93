import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cached } from "./cache.ts";
import { packagedFiles } from "./extensionPackage.ts";
import type { Lifetime } from "./lifetime.ts";
import { bundledPackages, notices } from "./notices.ts";
import { npmInstall } from "./npmClient.ts";
import { startProcess } from "./processes.ts";
import { projectRoot } from "./root.ts";
import { temporaryFolder } from "./temporaryFolder.ts";
import { versions } from "./versions.ts";

/** Only for development; nobody who installs the package has a use for it. */
const notPackaged = ["scripts", "devDependencies", "mocha"];

/**
 * Makes the package of this checkout, the same for the Marketplace and for Open VSX: builds it minified, aside from the
 * build that tests run on, and lists the licences of what went in.
 *
 * @param file where to put it, a path that ends in `.vsix`
 */
export async function makeVsix(lifetime: Lifetime, file: string): Promise<void> {
	const root = projectRoot();
	const stage = temporaryFolder(lifetime, "package");
	const built = join(stage, "dist");
	await runNode(lifetime, root, ["esbuild.config.mjs", "--production", "--into", built]);
	for (const path of [...packagedFiles(root), ".vscodeignore"].filter((each) => !each.startsWith("dist/"))) {
		mkdirSync(dirname(join(stage, path)), { recursive: true });
		copyFileSync(join(root, path), join(stage, path));
	}
	const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
	const kept = Object.entries(manifest).filter(([key]) => !notPackaged.includes(key));
	writeFileSync(join(stage, "package.json"), JSON.stringify(Object.fromEntries(kept), undefined, "\t"));
	const inputs: ReadonlyArray<string> = JSON.parse(readFileSync(join(built, "meta.json"), "utf8"));
	const packages = bundledPackages(inputs.map((input) => join(root, input)));
	writeFileSync(join(stage, "THIRD-PARTY-NOTICES.md"), notices(packages));
	mkdirSync(dirname(file), { recursive: true });
	await runNode(lifetime, stage, [await vsce(lifetime), "package", "--no-dependencies", "--out", file]);
}

/** The program that makes packages; fetched when it is not in the cache. */
async function vsce(lifetime: Lifetime): Promise<string> {
	const name = `@vscode/vsce@${versions.vsce}`;
	const folder = await cached(lifetime, `vsce-${versions.vsce}`, async (into) => {
		console.log(`Fetching ${name} from the npm registry, once ...`);
		await npmInstall(lifetime, into, [name]);
	});
	return join(folder, "node_modules", "@vscode", "vsce", "vsce");
}

async function runNode(lifetime: Lifetime, cwd: string, args: ReadonlyArray<string>): Promise<void> {
	const lines: Array<string> = [];
	const onLine = (line: string) => lines.push(line);
	const code = await startProcess(lifetime, { command: process.execPath, args, cwd, onLine }).exited;
	if (code !== 0) throw new Error(`The package could not be made.\n${lines.join("\n")}`);
}
