import type { Commit } from "../../logging/evidence/commit.ts";
import { getSetting } from "../core/config.ts";
import type { GitApi, GitRepository } from "./gitApi.ts";
import { readCommits } from "./readCommits.ts";

/** How far back commits are proposed, in ms: two weeks. */
const longestAgo = 14 * 86_400_000;
/** How long what was read stays good while HEAD doesn't move, in ms. A repository that didn't answer isn't asked again before. */
const goodFor = 600_000;
/** How many repositories are read at a time. */
const atATime = 4;

/** The repositories that the user chose, of those that are open. */
export function chosenRepositories({ repositories }: GitApi): ReadonlyArray<GitRepository> {
	const chosen = new Set(getSetting("evidence.repositories"));
	return repositories.filter((repository) => chosen.has(repositoryPath(repository)));
}

/** How a repository is named in the setting. */
export function repositoryPath({ rootUri }: GitRepository): string {
	return rootUri.scheme === "file" ? rootUri.fsPath : rootUri.toString();
}

/** What was read of a repository, and what for: its head, and what was asked. */
interface RepositoryReading {
	readonly readFor: string;
	/** ms since 1970. */
	readonly at: number;
	readonly commits: ReadonlyArray<Commit>;
	readonly error?: string;
}

/** How the commits of repositories are read. */
export interface EvidenceSearch {
	/** ms since 1970. */
	readonly now: number;
	/** Whether the paths of changed files are needed. */
	readonly withPaths: boolean;
}

/** Reads the user's own commits of the last two weeks; a repository only if its HEAD moved, or after ten minutes. */
export class EvidenceCommits {
	private readonly readings = new Map<string, RepositoryReading>();
	private chosen: ReadonlyArray<string> = [];
	private readonly told = new Set<string>();
	private readonly paths = new Map<string, ReadonlyArray<string>>();

	/** The commits of all repositories that were read so far. */
	all(): ReadonlyArray<Commit> {
		return this.current().flatMap(({ commits }) => commits);
	}

	/** What went wrong, in sentences; each is told once, until the repository was read again. */
	newErrors(): ReadonlyArray<string> {
		const errors = new Set(this.current().flatMap(({ error }) => error ?? []));
		for (const error of this.told) {
			if (!errors.has(error)) this.told.delete(error);
		}
		const found = [...errors].filter((error) => !this.told.has(error));
		for (const error of found) this.told.add(error);
		return found;
	}

	/** @param onRead called each time some repositories were read @returns whether any was */
	async read(
		repositories: ReadonlyArray<GitRepository>,
		{ now, withPaths }: EvidenceSearch,
		onRead: () => void,
	): Promise<boolean> {
		const emails = getSetting("evidence.emails");
		const search = { emails, since: now - longestAgo, withPaths, knownPaths: this.paths };
		const isChanged = this.choose(repositories.map(repositoryPath));
		const readFor = ({ state }: GitRepository) => JSON.stringify([state.HEAD?.commit, withPaths, emails]);
		const due = repositories.filter((repository) => {
			const known = this.readings.get(repositoryPath(repository));
			return known?.readFor !== readFor(repository) || now - known.at >= goodFor;
		});
		const readOne = async (repository: GitRepository) => {
			const reading = { readFor: readFor(repository), at: now };
			try {
				return { ...reading, commits: await readCommits(repository, search) };
			} catch (error) {
				return { ...reading, commits: [], error: error instanceof Error ? error.message : String(error) };
			}
		};
		// Each of the few readers takes the next repository, so that one that doesn't answer holds up no other.
		const left = due.values();
		const reader = async () => {
			for (const repository of left) {
				this.readings.set(repositoryPath(repository), await readOne(repository));
				onRead();
			}
		};
		await Promise.all(Array.from({ length: Math.min(atATime, due.length) }, reader));
		return isChanged || due.length > 0;
	}

	/** Forgets repositories that are no longer chosen. @returns whether there were any */
	private choose(paths: ReadonlyArray<string>): boolean {
		const gone = this.chosen.filter((path) => !paths.includes(path));
		for (const path of gone) this.readings.delete(path);
		this.chosen = paths;
		return gone.length > 0;
	}

	private current(): ReadonlyArray<RepositoryReading> {
		return this.chosen.flatMap((path) => this.readings.get(path) ?? []);
	}
}
