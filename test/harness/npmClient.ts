import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DisposableStore } from "./disposableStore.ts";
import { startProcess, within } from "./processes.ts";

const limitMs = 8 * 60_000;

/**
 * Installs packages, with the person's own npm and its settings, into a folder outside the project. Nothing of theirs is
 * run while installing.
 *
 * @param packages each `name@version`; none installs what the folder's package.json lists
 * @throws with what failed and what to do, also when it takes longer than 8 minutes
 */
export async function npmInstall(
	disposables: DisposableStore,
	folder: string,
	packages: ReadonlyArray<string>,
): Promise<void> {
	if (packages.length > 0) {
		mkdirSync(folder, { recursive: true });
		// Without one, npm would look for it further up and install there.
		writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
	}
	const flags = ["--ignore-scripts", "--omit=dev", "--no-package-lock", "--no-audit", "--no-fund"];
	const network = [
		"--fetch-timeout=60000",
		"--fetch-retries=2",
		"--fetch-retry-maxtimeout=10000",
		"--loglevel=error",
		"--engine-strict=false",
	];
	const args = ["install", ...packages, ...flags, ...network];
	const lines: Array<string> = [];
	const npm = startProcess(disposables, {
		...npmCommand(args),
		cwd: folder,
		env: withoutProject(),
		onLine: (line) => lines.push(line),
	});
	const what = packages.length > 0 ? packages.join(" ") : folder;
	const late = `Fetching ${what} from the npm registry took longer than ${limitMs / 60_000} minutes. ${adviceFor([])}`;
	try {
		const code = await within(limitMs, late, npm.exited);
		if (code !== 0) {
			throw new Error(
				`Fetching ${what} from the npm registry failed. ${adviceFor(lines)}\n${lines.slice(-8).join("\n")}`,
			);
		}
	} finally {
		await npm.close();
	}
}

/** The npm that started us, so that no other version is met on the way; else the one of the PATH. */
function npmCommand(args: ReadonlyArray<string>): { readonly command: string; readonly args: ReadonlyArray<string> } {
	const cli = process.env["npm_execpath"];
	if (cli !== undefined && /npm-cli\.c?js$/.test(cli)) return { command: process.execPath, args: [cli, ...args] };
	// On Windows npm is a batch file, which only a shell can start.
	if (process.platform === "win32") return { command: "cmd.exe", args: ["/d", "/c", "npm", ...args] };
	return { command: "npm", args };
}

/** `npm start` tells its children about this project; another npm must not take that for its own settings. */
function withoutProject(): Record<string, undefined> {
	const names = Object.keys(process.env).filter(
		(name) =>
			/^(npm_package_|npm_lifecycle_|npm_config_(local_prefix|prefix|global)$)/i.test(name) || name === "INIT_CWD",
	);
	return Object.fromEntries(names.map((name) => [name, undefined]));
}

/** What to do about what npm printed. */
export function adviceFor(lines: ReadonlyArray<string>): string {
	return lines.some((line) => /\b(ENOSPC|EDQUOT)\b/.test(line))
		? "There is no space left on the disk: free some, then try again."
		: "Check the network and the npm registry settings, then try again.";
}
