import { spawn } from "node:child_process";
import { hasDisplay } from "../test/harness/vscode/desktop.ts";

/** Opens an address in the user's browser; does nothing if there is none. */
export function openInBrowser(url: string): void {
	if (process.env["CI"] || !hasDisplay()) return;
	const [command, ...args] = opener(url);
	const child = spawn(command, args, { stdio: "ignore", detached: true });
	child.once("error", () => undefined);
	child.unref();
}

function opener(url: string): readonly [string, ...ReadonlyArray<string>] {
	if (process.platform === "darwin") return ["open", url];
	if (process.platform === "win32") return ["cmd.exe", "/d", "/c", "start", "", url];
	return ["xdg-open", url];
}
