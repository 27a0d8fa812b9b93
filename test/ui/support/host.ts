import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../harness/browser/browser.ts";
import { DisposableStore } from "../../harness/disposableStore.ts";
import { type Server, type ServerOptions, startServer } from "../../harness/vscode/codeServer.ts";
import { installServer } from "../../harness/vscode/serverInstall.ts";
import { type Settings, writeSettings } from "../../harness/vscode/settings.ts";
import type { HostVersion } from "../../harness/vscode/versions.ts";

/** What a window needs: a server with extensions, and a browser. */
export interface Host {
	readonly server: Server;
	readonly browser: Browser;
	readonly disposables: DisposableStore;
}

/** What kind of host a window needs. */
export interface HostOptions
	extends Pick<ServerOptions, "folder" | "settings" | "install" | "askForTrust" | "hasFewBuiltins"> {
	readonly version: HostVersion;
	/** Whether it is neither reused from nor for other windows. */
	readonly isOwn: boolean;
}

/** The idle hosts of this process: starting one takes a large part of the time for a window. */
const idle = new Map<string, Host>();

/** Returns a host with only the settings and extensions, started if no matching idle one exists. */
export async function takeHost(options: HostOptions): Promise<Host> {
	const key = keyOf(options);
	const host = options.isOwn ? undefined : idle.get(key);
	if (host === undefined) return startHost(options);
	idle.delete(key);
	clearData(host.server, options.settings);
	return host;
}

/** Stops a host, or keeps it for the next window. */
export async function giveBackHost(host: Host, options: HostOptions): Promise<void> {
	const key = keyOf(options);
	if (options.isOwn || idle.has(key)) return host.disposables.dispose();
	for (const context of host.browser.contexts()) await context.close();
	idle.set(key, host);
}

async function startHost(options: HostOptions): Promise<Host> {
	const disposables = new DisposableStore();
	try {
		const installed = await installServer(disposables, options.version);
		const server = await startServer(disposables, installed, options);
		return { server, browser: await launchBrowser(disposables), disposables };
	} catch (error) {
		await disposables.dispose();
		throw error;
	}
}

function keyOf({ version, install, askForTrust, hasFewBuiltins }: HostOptions): string {
	return JSON.stringify([version.vscode, install, askForTrust, hasFewBuiltins]);
}

/** What windows left on the server goes; what they left in the browser went with them. */
function clearData({ dataFolder }: Server, settings: Settings | undefined): void {
	const user = join(dataFolder, "data", "User");
	rmSync(user, { recursive: true, force: true });
	writeSettings(user, settings);
}
