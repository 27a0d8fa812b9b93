import type { Commit } from "../../logging/evidence/commit.ts";
import { getSetting } from "../core/config.ts";
import type { GitApi, GitRepository } from "./gitApi.ts";
import { readCommits } from "./readCommits.ts";

/** How far back commits are proposed, in ms: two weeks. */
const longestAgo = 14 * 86_400_000;
/** How many repositories are read at a time. */
const atATime = 4;

/** The commits of the chosen repositories, and what went wrong. */
export interface FoundCommits {
	readonly commits: ReadonlyArray<Commit>;
	readonly errors: ReadonlyArray<string>;
}

/** The repositories that the user chose, of those that are open. */
export function chosenRepositories({ repositories }: GitApi): ReadonlyArray<GitRepository> {
	const chosen = new Set(getSetting("evidence.repositories"));
	return repositories.filter((repository) => chosen.has(repositoryPath(repository)));
}

/** How a repository is named in the setting. */
export function repositoryPath({ rootUri }: GitRepository): string {
	return rootUri.scheme === "file" ? rootUri.fsPath : rootUri.toString();
}

/**
 * Reads the user's own commits of the last two weeks.
 *
 * @param now ms since 1970
 * @param withPaths whether the paths of changed files are needed
 */
export async function evidenceCommits(
	repositories: ReadonlyArray<GitRepository>,
	now: number,
	withPaths: boolean,
): Promise<FoundCommits> {
	const search = { emails: getSetting("evidence.emails"), since: now - longestAgo, withPaths };
	const commits: Array<Commit> = [];
	const errors: Array<string> = [];
	for (let at = 0; at < repositories.length; at += atATime) {
		const some = repositories.slice(at, at + atATime).map((repository) => readCommits(repository, search));
		for (const result of await Promise.allSettled(some)) {
			if (result.status === "fulfilled") {
				commits.push(...result.value);
			} else {
				errors.push(result.reason instanceof Error ? result.reason.message : String(result.reason));
			}
		}
	}
	return { commits, errors };
}
