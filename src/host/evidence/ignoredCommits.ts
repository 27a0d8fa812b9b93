import type { FileMemento } from "../core/fileMemento.ts";

const name = "ignoredCommits";
/** The most keys that are kept; the oldest go first. */
const mostKeys = 5000;

/** The commits that the user ignored, by their keys; for all windows of this machine. */
export async function ignoredCommits(store: FileMemento): Promise<ReadonlySet<string>> {
	return new Set((await store.get(name))?.split("\n").filter((key) => key !== ""));
}

/** Ignores more commits. */
export async function ignoreCommits(store: FileMemento, keys: ReadonlyArray<string>): Promise<void> {
	const all = [...(await ignoredCommits(store)), ...keys];
	await store.set(name, [...new Set(all)].slice(-mostKeys).join("\n"));
}
