import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { DisposableStore } from "../test/harness/disposableStore.ts";
import { startProcess } from "../test/harness/processes.ts";
import { projectRoot } from "../test/harness/root.ts";
import { temporaryFolder } from "../test/harness/temporaryFolder.ts";
import { packagedFiles } from "../test/harness/vscode/extensionPackage.ts";
import { bundledPackages, notices } from "./notices.ts";

/** Only for development; of no use in an installed package. */
const notPackaged = ["scripts", "devDependencies", "mocha"];

/**
 * Makes the package of this checkout, the same for the Marketplace and for Open VSX: builds it minified, aside from the
 * build that tests run on, and lists the licences of what went in.
 *
 * @param file where to put it, a path that ends in `.vsix`
 */
export async function makeVsix(disposables: DisposableStore, file: string): Promise<void> {
	const root = projectRoot();
	const stage = temporaryFolder(disposables, "package");
	const built = join(stage, "dist");
	await runNode(disposables, root, ["esbuild.config.mjs", "--production", "--into", built]);
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
	await runNode(disposables, stage, [
		join(root, "node_modules", "@vscode", "vsce", "vsce"),
		"package",
		"--no-dependencies",
		"--out",
		file,
	]);
}

async function runNode(disposables: DisposableStore, cwd: string, args: ReadonlyArray<string>): Promise<void> {
	const lines: Array<string> = [];
	const onLine = (line: string) => lines.push(line);
	const code = await startProcess(disposables, { command: process.execPath, args, cwd, onLine }).exited;
	if (code !== 0) throw new Error(`The package could not be made.\n${lines.join("\n")}`);
}
