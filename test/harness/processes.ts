import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { DisposableStore } from "./disposableStore.ts";
import { projectRoot } from "./root.ts";

const graceMs = 4000;

/** How to run a program. */
export interface Launch {
	readonly command: string;
	readonly args: ReadonlyArray<string>;
	readonly cwd?: string;
	/** Added to our own environment; undefined takes a variable away. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** Gets every line of its standard output and error. */
	readonly onLine?: (line: string) => void;
}

/** A started program together with everything it starts itself. */
export interface RunningProcess {
	/** The exit code; null when a signal ended it. Rejects when it cannot be started. */
	readonly exited: Promise<number | null>;
	/** Asks all of it to end, and ends it by force after a few seconds. */
	close(): Promise<void>;
}

/** Starts a program in its own process group, which ends with the store. */
export function startProcess(disposables: DisposableStore, launch: Launch): RunningProcess {
	return begin(disposables, launch, "ignore");
}

/** Like {@link startProcess}, but the group ends even if this process is killed. */
export function startGuarded(disposables: DisposableStore, launch: Launch): RunningProcess {
	const guard = join(projectRoot(), "dist", "test", "harness", "guard.js");
	return begin(
		disposables,
		{ ...launch, command: process.execPath, args: [guard, launch.command, ...launch.args] },
		"pipe",
	);
}

function begin(disposables: DisposableStore, launch: Launch, stdin: "ignore" | "pipe"): RunningProcess {
	const child = spawn(launch.command, launch.args, {
		...(launch.cwd === undefined ? {} : { cwd: launch.cwd }),
		env: { ...process.env, ...launch.env },
		stdio: [stdin, "pipe", "pipe"],
		// On Windows there are no groups, and `detached` would open a console window.
		detached: process.platform !== "win32",
		windowsHide: true,
	});
	for (const stream of [child.stdout, child.stderr]) {
		if (stream) createInterface({ input: stream }).on("line", (line) => launch.onLine?.(line));
	}
	const exited = new Promise<number | null>((done, fail) => {
		child.once("error", fail);
		child.once("close", done);
	});
	exited.catch(() => undefined);
	const running = {
		exited,
		kill: () => signalGroup(child, "SIGKILL"),
		close: async () => {
			signalGroup(child, "SIGTERM");
			await Promise.race([exited.catch(() => undefined), delay(graceMs)]);
			signalGroup(child, "SIGKILL");
		},
	};
	return disposables.add(running);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	if (process.platform === "win32") {
		if (child.exitCode === null) spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"], { windowsHide: true });
		return;
	}
	try {
		process.kill(-child.pid, signal);
	} catch {
		// The whole group has already ended.
	}
}

/** Resolves after a number of milliseconds, without keeping the program alive for it. */
export function delay(ms: number): Promise<void> {
	return new Promise((done) => {
		setTimeout(done, ms).unref();
	});
}

/** The promise's outcome, or an error with this message once the time is over. */
export async function within<T>(ms: number, message: string, promise: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, fail) => {
		timer = setTimeout(() => fail(new Error(message)), ms);
	});
	try {
		return await Promise.race([promise, late]);
	} finally {
		clearTimeout(timer);
	}
}
