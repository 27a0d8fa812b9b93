import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the checkout, wherever below it the running file was built to. */
export function projectRoot(): string {
	let folder = __dirname;
	while (!existsSync(join(folder, "package.json"))) {
		const parent = dirname(folder);
		if (parent === folder) throw new Error(`No package.json above ${__dirname}.`);
		folder = parent;
	}
	return folder;
}
