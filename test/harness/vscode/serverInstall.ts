import { chmodSync, copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { cached } from "../cache.ts";
import type { DisposableStore } from "../disposableStore.ts";
import { npmInstall } from "../npmClient.ts";
import { type HostVersion, versions } from "./versions.ts";

/** The VS Code server on this machine, ready to be started. */
export interface InstalledServer {
	readonly version: HostVersion;
	/** The Node to run it with. */
	readonly node: string;
	/** Its `server-main.js`. */
	readonly main: string;
}

/** The VS Code server as the npm package `code-server` ships it; fetched when it is not in the cache. */
export async function installServer(disposables: DisposableStore, version: HostVersion): Promise<InstalledServer> {
	const main = join(vscodeFolder(""), "out", "server-main.js");
	const folder = await cached(disposables, {
		name: `vscode-server-${version.codeServer}`,
		keyFiles: [main, join(vscodeFolder(""), "node_modules", ".package-lock.json")],
		fill: async (into) => {
			console.log(`Fetching the server of VS Code ${version.vscode} from the npm registry, once (about 20 s) ...`);
			await npmInstall(disposables, into, [`code-server@${version.codeServer}`]);
			const vscode = vscodeFolder(into);
			await npmInstall(disposables, vscode, []);
			if (version.needsRipgrep) await addRipgrep(disposables, into, vscode);
		},
	});
	return { version, node: await nodeFor(disposables, version), main: join(folder, main) };
}

function vscodeFolder(folder: string): string {
	return join(folder, "node_modules", "code-server", "lib", "vscode");
}

async function addRipgrep(disposables: DisposableStore, folder: string, vscode: string): Promise<void> {
	const name = `@vscode/ripgrep-${process.platform}-${process.arch}`;
	const rg = process.platform === "win32" ? "rg.exe" : "rg";
	await npmInstall(disposables, join(folder, "ripgrep"), [`${name}@${versions.ripgrep}`]);
	const target = join(vscode, "node_modules", "@vscode", "ripgrep", "bin");
	mkdirSync(target, { recursive: true });
	copyFileSync(join(folder, "ripgrep", "node_modules", name, "bin", rg), join(target, rg));
}

async function nodeFor(disposables: DisposableStore, version: HostVersion): Promise<string> {
	const [major] = process.versions.node.split(".");
	if (version.nodeMajors.includes(Number(major))) return process.execPath;
	const platform = `${process.platform}-${process.arch}`;
	const nodePackage = Object.entries(versions.node).find(([name]) => name === platform)?.[1];
	if (nodePackage === undefined) {
		throw new Error(
			`VS Code ${version.vscode} runs on Node ${version.nodeMajors.join(" or ")} only, this is ${process.version}, ` +
				`and there is none to fetch for ${platform}. Run this with another Node.`,
		);
	}
	const name = process.platform === "win32" ? "node.exe" : "node";
	const program = join("node_modules", nodePackage.split("@")[0] ?? "", "bin", name);
	const folder = await cached(disposables, {
		name: nodePackage.replace("@", "-"),
		keyFiles: [program],
		fill: async (into) => {
			console.log(`Fetching a Node that can run VS Code ${version.vscode}, once: ${nodePackage} ...`);
			await npmInstall(disposables, into, [nodePackage]);
		},
	});
	const node = join(folder, program);
	if (process.platform !== "win32") chmodSync(node, 0o755);
	return node;
}
