import { AsyncLocalStorage } from "node:async_hooks";
import type { FileHandle } from "node:fs/promises";
import promises from "node:fs/promises";

/** What a disk can do to a call. What doesn't fit a call leaves it as it is. */
export const lies = [
	"EIO",
	"ENOSPC",
	"EROFS",
	/** A part is written or read, and that's reported. */
	"short",
	/** A part is written, then the disk is full. */
	"torn",
	/** The call does its work, and reports an error. */
	"done-but-failed",
	/** The write reports success, and nothing is there. */
	"lost",
	/** Others come first. */
	"slow",
	/** The call never returns. */
	"never",
	/** The process ends, before the call, within it or behind it. */
	"kill-before",
	"kill-within",
	"kill-behind",
] as const;

export type Lie = (typeof lies)[number];

/** A lie, so many calls after the last one. */
export interface PlannedLie {
	readonly after: number;
	readonly lie: Lie;
}

type Call = (...args: Array<unknown>) => Promise<unknown>;

const calls = ["open", "stat", "lstat", "realpath", "readFile", "writeFile", "rename", "link", "unlink"] as const;

/** A process that can be killed: none of its calls returns from then on. */
export class PlayedProcess {
	isDead = false;
	private onEnd = (): void => undefined;
	/** Resolves when it's killed, or when one of its calls hangs. */
	readonly ended = new Promise<"ended">((resolve) => {
		this.onEnd = () => resolve("ended");
	});

	end(): void {
		this.isDead = true;
		this.onEnd();
	}
}

/** Stands between the code and the platform's file functions, as a failing disk does: all calls go to real files. */
export class LyingDisk {
	private readonly running = new AsyncLocalStorage<PlayedProcess>();
	private readonly real = { ...promises };
	private readonly opened: Array<FileHandle> = [];
	private planned: Array<PlannedLie> = [];
	private count = 0;

	constructor() {
		for (const name of calls) {
			this.patch(name);
		}
	}

	/** From now on the disk lies as planned, then never again. */
	plan(planned: ReadonlyArray<PlannedLie>): void {
		this.planned = [...planned];
		this.count = 0;
	}

	/** Runs something within a process. `ended`: it was killed meanwhile, or hangs. */
	async run<T>(process: PlayedProcess, work: () => Promise<T>): Promise<T | "ended"> {
		return Promise.race([this.running.run(process, work), process.ended]);
	}

	/** Closes what was left open by processes that ended. */
	async closeFiles(): Promise<void> {
		await Promise.all(this.opened.splice(0).map((file) => file.close().catch(() => undefined)));
	}

	dispose(): void {
		Object.assign(promises, this.real);
	}

	private patch(name: (typeof calls)[number]): void {
		const real = this.real[name] as Call;
		const lying: Call = async (...args) => {
			const call: Call = async (...given) => {
				const result = await real(...given);
				return name === "open" ? this.handle(result as FileHandle) : result;
			};
			return this.lie(name, call, args);
		};
		Object.assign(promises, { [name]: lying });
	}

	private handle(file: FileHandle): FileHandle {
		this.opened.push(file);
		return new Proxy(file, {
			get: (target, key) => {
				const value: unknown = Reflect.get(target, key);
				if (typeof value !== "function" || typeof key !== "string") {
					return value;
				}
				const call = value.bind(target) as Call;
				return ["on", "once", "emit"].includes(key) ? call : (...args: Array<unknown>) => this.lie(key, call, args);
			},
		});
	}

	private async lie(name: string, call: Call, args: Array<unknown>): Promise<unknown> {
		const process = this.running.getStore();
		if (!process) {
			return call(...args);
		}
		if (process.isDead) {
			return never();
		}
		switch (this.next()) {
			case undefined:
				break;
			case "EIO":
				throw failure("EIO");
			case "ENOSPC":
				if (isWrite(name)) {
					throw failure("ENOSPC");
				}
				break;
			case "EROFS":
				if (isWrite(name) || name === "open") {
					throw failure("EROFS");
				}
				break;
			case "short":
				return call(...shortened(name, args));
			case "torn":
				await tear(name, call, args);
				break;
			case "done-but-failed":
				await call(...args);
				throw failure("EIO");
			case "lost":
				if (name === "write" || name === "writeFile") {
					return { bytesWritten: (args[0] as Uint8Array).length };
				}
				break;
			case "slow":
				for (let turn = 0; turn < 5; turn++) {
					await new Promise((resolve) => setImmediate(resolve));
				}
				break;
			case "never":
			case "kill-before":
				process.end();
				return never();
			case "kill-within":
				await call(...shortened(name, args));
				process.end();
				return never();
			case "kill-behind":
				await call(...args);
				process.end();
				return never();
		}
		const result = await call(...args);
		return process.isDead ? never() : result;
	}

	private next(): Lie | undefined {
		const [first] = this.planned;
		if (!first || this.count++ < first.after) {
			return undefined;
		}
		this.planned.shift();
		this.count = 0;
		return first.lie;
	}
}

function isWrite(name: string): boolean {
	return ["write", "writeFile", "rename", "link", "datasync", "truncate"].includes(name);
}

/** The arguments of a call with half of what it was to read or write. */
function shortened(name: string, args: Array<unknown>): Array<unknown> {
	const [first, ...rest] = args;
	switch (name) {
		case "write":
			return [half(first as Uint8Array), ...rest];
		case "writeFile":
			return typeof rest[0] === "string" ? [first, half(Buffer.from(rest[0]))] : args;
		case "read":
			return typeof args[2] === "number" ? [first, args[1], Math.ceil(args[2] / 2), args[3]] : args;
		default:
			return args;
	}
}

function half(bytes: Uint8Array): Uint8Array {
	return bytes.subarray(0, bytes.length >>> 1);
}

async function tear(name: string, call: Call, args: Array<unknown>): Promise<void> {
	if (name === "write" || name === "writeFile") {
		await call(...shortened(name, args));
		throw failure("ENOSPC");
	}
}

function failure(code: string): Error {
	return Object.assign(new Error(`${code}: the disk fails`), { code });
}

function never(): Promise<never> {
	return new Promise(() => undefined);
}
