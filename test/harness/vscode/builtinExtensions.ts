import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import type { InstalledServer } from "./serverInstall.ts";

/** Of the 97 extensions of VS Code, those that tests use. Starting all of them is a third of what a window costs. */
const used = [
	/^theme-/,
	/^(yaml|json|log|git-base|git|search-result|references-view|configuration-editing|merge-conflict)$/,
	/^(json-language-features|markdown-basics|markdown-language-features)$/,
];

/** Makes a folder with links to the built-in extensions that tests use. */
export function linkUsedExtensions({ main }: InstalledServer, folder: string): void {
	const all = join(dirname(dirname(main)), "extensions");
	mkdirSync(folder);
	for (const name of readdirSync(all).filter((each) => used.some((pattern) => pattern.test(each)))) {
		if (existsSync(join(all, name, "package.json"))) symlinkSync(join(all, name), join(folder, name), "junction");
	}
}
