import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes an extension that starts when VS Code has started, beside ours in the same host.
 *
 * @param code of `extension.js`; by default it does nothing
 * @param activationEvents when it starts
 * @returns the folder
 */
export function writeExtension(
	folder: string,
	name: string,
	code = "exports.activate = () => undefined;\n",
	activationEvents: ReadonlyArray<string> = ["onStartupFinished"],
): string {
	mkdirSync(folder);
	const manifest = {
		name,
		publisher: "waymark",
		version: "1.0.0",
		engines: { vscode: "^1.100.0" },
		main: "./extension.js",
		activationEvents,
		extensionKind: ["workspace"],
	};
	writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
	writeFileSync(join(folder, "extension.js"), code);
	writeFileSync(join(folder, ".vscodeignore"), "**\n!extension.js\n");
	return folder;
}
