import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { DisposableStore } from "./disposableStore.ts";

const marker = "complete.json";
const abandonedMs = 60 * 60_000;

/** Where what was fetched once is kept: outside the checkout, so that a fresh clone need not fetch it again. */
export function cacheFolder(): string {
	const { WAYMARK_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
	if (WAYMARK_CACHE) return WAYMARK_CACHE;
	if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "waymark");
	if (process.platform === "win32") return join(LOCALAPPDATA ?? join(homedir(), "AppData", "Local"), "waymark");
	return join(XDG_CACHE_HOME || join(homedir(), ".cache"), "waymark");
}

/** What is kept in a folder of the cache. */
export interface CachedContent {
	/** Says all that decides the content, versions included; the platform is added. */
	readonly name: string;
	/** Gets an empty folder. */
	readonly fill: (folder: string) => Promise<void>;
	/** Files without which it can't be used, relative to the folder: where one is missing or cut short, it is filled again. */
	readonly keyFiles: ReadonlyArray<string>;
}

/**
 * The folder with that content. If it is not there it is filled under another name and moved into place when it is complete,
 * so that a half-filled one is never used and two runs at once do no harm: the later one throws its own away.
 *
 * @throws with what to do, when the disk is full or may not be written
 */
export async function cached(disposables: DisposableStore, content: CachedContent): Promise<string> {
	const cache = cacheFolder();
	const folder = join(cache, `${content.name}-${process.platform}-${process.arch}`);
	if (isWhole(folder, content)) return folder;
	try {
		return await filled(disposables, content, cache, folder);
	} catch (error) {
		throw isDiskError(error) ? new Error(diskAdvice(cache, error), { cause: error }) : error;
	}
}

async function filled(
	disposables: DisposableStore,
	content: CachedContent,
	cache: string,
	folder: string,
): Promise<string> {
	const { name, fill, keyFiles } = content;
	mkdirSync(cache, { recursive: true });
	removeAbandoned(cache);
	if (existsSync(folder)) console.log(`${folder} is not complete, and is made again.`);
	const partial = mkdtempSync(`${folder}.filling-`);
	const remove = () => rmSync(partial, { recursive: true, force: true, maxRetries: 3 });
	disposables.add({ close: async () => remove(), kill: remove });
	await fill(partial);
	const sizes = Object.fromEntries(keyFiles.map((file) => [file, sizeOf(join(partial, file))]));
	const missing = keyFiles.find((file) => sizes[file] === undefined);
	if (missing !== undefined) throw new Error(`${name} has no file ${missing}.`);
	writeFileSync(join(partial, marker), `${JSON.stringify({ name, completed: new Date().toISOString(), sizes })}\n`);
	// Another run may have completed it in the meantime.
	if (!isWhole(folder, content)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
	try {
		renameSync(partial, folder);
	} catch (error) {
		if (!isWhole(folder, content)) throw error;
	}
	return folder;
}

function isWhole(folder: string, { keyFiles }: CachedContent): boolean {
	try {
		const { sizes = {} } = JSON.parse(readFileSync(join(folder, marker), "utf8"));
		return keyFiles.every((file) => {
			const size = sizeOf(join(folder, file));
			return size !== undefined && size === (sizes[file] ?? size);
		});
	} catch {
		return false;
	}
}

function sizeOf(file: string): number | undefined {
	return statSync(file, { throwIfNoEntry: false })?.size;
}

const diskErrors: Readonly<Record<string, string>> = {
	ENOSPC: "there is no space left",
	EDQUOT: "your quota is used up",
	EACCES: "you don't have permission",
	EROFS: "it can only be read",
};

function isDiskError(error: unknown): error is NodeJS.ErrnoException {
	return error instanceof Error && ((error as NodeJS.ErrnoException).code ?? "") in diskErrors;
}

function diskAdvice(cache: string, { code }: NodeJS.ErrnoException): string {
	const reason = diskErrors[code ?? ""];
	return `The cache folder ${cache} can't be written: ${reason} (${code}). Free some space, or set WAYMARK_CACHE to another folder.`;
}

/** What a killed run left half-filled; one that is still being filled is younger. */
function removeAbandoned(cache: string): void {
	for (const entry of readdirSync(cache).filter((name) => name.includes(".filling-"))) {
		const path = join(cache, entry);
		const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
		if (age > abandonedMs) rmSync(path, { recursive: true, force: true });
	}
}
