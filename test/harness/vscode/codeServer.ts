import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cacheFolder } from "../cache.ts";
import type { DisposableStore } from "../disposableStore.ts";
import { delay, startGuarded, startProcess, within } from "../processes.ts";
import { projectRoot } from "../root.ts";
import { temporaryFolder } from "../temporaryFolder.ts";
import { linkUsedExtensions } from "./builtinExtensions.ts";
import { installExtensions } from "./extensionPackage.ts";
import type { InstalledServer } from "./serverInstall.ts";
import { type Settings, writeSettings } from "./settings.ts";

const startLimitMs = 60_000;

/** The server's sockets go with its data where they can: a socket's path has at most 103 characters, 53 for its name. */
const maxSocketFolder = 50;

/** What the served VS Code is like. */
export interface ServerOptions {
	/** Opened by the plain address; a folder, or the file of a workspace (`.code-workspace`). */
	readonly folder: string;
	/** User settings over the calm ones. */
	readonly settings?: Settings;
	/** Asks for trust, as VS Code does by itself, instead of trusting every folder: Restricted Mode. */
	readonly askForTrust?: boolean;
	/** What to install before it starts: folders of extensions, such as this checkout, or packages (`.vsix`). */
	readonly install?: ReadonlyArray<string>;
	/** Has only those built-in extensions that tests use; otherwise all, as a user has them. */
	readonly hasFewBuiltins?: boolean;
	/** Lets a page run test suites in the extension host; toasts and dialogs never show then. */
	readonly smokeTestDriver?: boolean;
	/** Added to the environment of the server and so of the extension host. */
	readonly env?: Readonly<Record<string, string>>;
}

/** A VS Code server that answers. */
export interface Server {
	readonly port: number;
	/** Opens the folder in a window of VS Code. */
	readonly url: string;
	/** Its data, settings and installed extensions; removed with the server. */
	readonly dataFolder: string;
	/** What it printed so far. */
	readonly log: ReadonlyArray<string>;
	/** Its exit code, when it ends. */
	readonly exited: Promise<number | null>;
	close(): Promise<void>;
}

/** Starts the server on a free port of this machine only. It, and all it starts, ends with the store. */
export async function startServer(
	disposables: DisposableStore,
	installed: InstalledServer,
	options: ServerOptions,
): Promise<Server> {
	const dataFolder = temporaryFolder(disposables, "server");
	writeSettings(join(dataFolder, "data", "User"), options.settings);
	const extensions = join(dataFolder, "extensions");
	mkdirSync(extensions);
	const sockets = join(dataFolder, "t");
	mkdirSync(sockets);
	const [packages, folders] = partition(options.install ?? [], (path) => path.endsWith(".vsix"));
	installExtensions(extensions, folders);
	const builtins = join(dataFolder, "builtin");
	if (options.hasFewBuiltins) linkUsedExtensions(installed, builtins);
	await installPackages(disposables, installed, dataFolder, packages);

	const opened = options.folder.endsWith(".code-workspace") ? "--default-workspace" : "--default-folder";
	const log: Array<string> = [];
	let onPort = (_port: number): void => undefined;
	const listening = new Promise<number>((done) => {
		onPort = done;
	});
	const running = startGuarded(disposables, {
		command: installed.node,
		args: [
			installed.main,
			...["--host", "127.0.0.1", "--port", "0", "--without-connection-token", "--accept-server-license-terms"],
			...["--server-data-dir", dataFolder, "--telemetry-level", "off", opened, options.folder],
			// The extension host of a window that was closed ends soon.
			...["--reconnection-grace-time", "10"],
			// On one machine both would only cost time: compression, and the user's shell, run for each window.
			...["--disable-websocket-compression", "--force-disable-user-env"],
			...(options.hasFewBuiltins ? ["--builtin-extensions-dir", builtins] : []),
			...(options.askForTrust ? [] : ["--disable-workspace-trust"]),
			...(options.smokeTestDriver ? ["--enable-smoke-test-driver"] : []),
		],
		env: { ...ownEnvironment(), ...(sockets.length < maxSocketFolder ? { TMPDIR: sockets } : {}), ...options.env },
		onLine: (line) => {
			log.push(line);
			const port = /Extension host agent listening on (\d+)/.exec(line)?.[1];
			if (port !== undefined) onPort(Number(port));
		},
	});
	const said = () => `It said:\n${log.slice(-15).join("\n")}`;
	const ended = running.exited.then((code) => {
		throw new Error(`The VS Code server ended with ${code} before it could be used. ${said()}`);
	});
	// Ending later, on request, is not an error.
	ended.catch(() => undefined);
	const late = `The VS Code server did not start in ${startLimitMs / 1000} s.`;
	const port = await within(startLimitMs, late, Promise.race([listening, ended]));
	const url = `http://localhost:${port}/`;
	await Promise.race([answers(url, Date.now() + startLimitMs), ended]);
	return { port, url, dataFolder, log, exited: running.exited, close: () => running.close() };
}

/** The address of a file of this machine as a window of the server sees it. */
export function remoteUri(server: Server, path: string): string {
	return `vscode-remote://localhost:${server.port}${pathToFileURL(path).pathname}`;
}

/** The address that runs a compiled test suite of this checkout in the extension host; needs the smoke test driver. */
export function suiteUrl(server: Server, testsPath: string): string {
	const payload = [
		["extensionDevelopmentPath", remoteUri(server, projectRoot())],
		["extensionTestsPath", remoteUri(server, testsPath)],
	];
	return `${server.url}?payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

async function installPackages(
	disposables: DisposableStore,
	{ node, main }: InstalledServer,
	dataFolder: string,
	packages: ReadonlyArray<string>,
): Promise<void> {
	if (packages.length === 0) return;
	const args = packages.flatMap((path) => ["--install-extension", path]);
	const lines: Array<string> = [];
	const running = startProcess(disposables, {
		command: node,
		args: [main, "--server-data-dir", dataFolder, "--accept-server-license-terms", ...args],
		env: withoutVscode(),
		onLine: (line) => lines.push(line),
	});
	const code = await within(startLimitMs, `Installing ${packages.join(" ")} took too long.`, running.exited);
	if (code !== 0) throw new Error(`${packages.join(" ")} could not be installed.\n${lines.join("\n")}`);
}

/** Waits until there is an answer, but not past the deadline, in milliseconds since 1970. */
function partition<T>(list: ReadonlyArray<T>, test: (item: T) => boolean): [Array<T>, Array<T>] {
	return [list.filter(test), list.filter((item) => !test(item))];
}

async function answers(url: string, deadline: number): Promise<void> {
	while (Date.now() < deadline) {
		const response = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
		if (response?.ok) return;
		await delay(100);
	}
	throw new Error(`The VS Code server does not answer at ${url}.`);
}

/** Compiled code is kept: the server, and an extension host for each window, would compile the same each time. */
function ownEnvironment(): Readonly<Record<string, string | undefined>> {
	return { ...withoutVscode(), NODE_COMPILE_CACHE: join(cacheFolder(), "compiled") };
}

/** In a terminal of VS Code its own variables would make the server believe it belongs to that window. */
function withoutVscode(): Record<string, undefined> {
	const names = Object.keys(process.env).filter((name) => /^(VSCODE_|ELECTRON_)/.test(name) || name === "NODE_OPTIONS");
	return Object.fromEntries(names.map((name) => [name, undefined]));
}
