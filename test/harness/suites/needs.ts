import { launchBrowser } from "../browser/browser.ts";
import type { DisposableStore } from "../disposableStore.ts";
import { installServer } from "../vscode/serverInstall.ts";
import { versions } from "../vscode/versions.ts";

/** What tests need beside the project itself; fetched once into the cache. */
export const needs = ["newest", "oldest", "browser"] as const;
export type Need = (typeof needs)[number];

/** How it is called in messages. */
export const needTitles: Readonly<Record<Need, string>> = {
	newest: `VS Code ${versions.newest.vscode}`,
	oldest: `VS Code ${versions.oldest.vscode}`,
	browser: "a browser",
};

/**
 * Fetches it when the cache lacks it, and finds out whether it can be used.
 *
 * @throws with what is wrong and what to do
 */
export async function prepare(disposables: DisposableStore, need: Need): Promise<void> {
	if (need === "browser") await launchBrowser(disposables);
	else await installServer(disposables, versions[need]);
}
