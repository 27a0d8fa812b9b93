import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Lifetime } from "./lifetime.ts";

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

/**
 * The folder of that name in the cache. If it is not there it is filled aside and moved into place when it is complete,
 * so that a half-filled one is never used and two runs at once do no harm: the later one throws its own away.
 *
 * @param name says all that decides its content, versions included; the platform is added
 * @param fill gets an empty folder
 */
export async function cached(
	lifetime: Lifetime,
	name: string,
	fill: (folder: string) => Promise<void>,
): Promise<string> {
	const cache = cacheFolder();
	const folder = join(cache, `${name}-${process.platform}-${process.arch}`);
	if (existsSync(join(folder, marker))) return folder;
	mkdirSync(cache, { recursive: true });
	removeAbandoned(cache);
	const aside = mkdtempSync(`${folder}.filling-`);
	const remove = () => rmSync(aside, { recursive: true, force: true, maxRetries: 3 });
	lifetime.own({ close: async () => remove(), kill: remove });
	await fill(aside);
	writeFileSync(join(aside, marker), `${JSON.stringify({ name, completed: new Date().toISOString() })}\n`);
	try {
		renameSync(aside, folder);
	} catch (error) {
		if (!existsSync(join(folder, marker))) throw error;
	}
	return folder;
}

/** What a killed run left half-filled; one that is still being filled is younger. */
function removeAbandoned(cache: string): void {
	for (const entry of readdirSync(cache).filter((name) => name.includes(".filling-"))) {
		const path = join(cache, entry);
		const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
		if (age > abandonedMs) rmSync(path, { recursive: true, force: true });
	}
}
