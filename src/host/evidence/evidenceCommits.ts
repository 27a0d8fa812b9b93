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
/** After how long the next repository is read meanwhile, in ms: a network folder that hangs must not hold up the others. */
const patienceMs = 250;

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
	/** The repositories that haven't answered yet, by their paths. */
	private readonly open = new Map<string, Promise<void>>();

	/** @param patience after how long the next repository is read while one hasn't answered, in ms */
	constructor(private readonly patience = patienceMs) {}

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

	/** How many repositories couldn't be read, or haven't answered yet. */
	unread(): number {
		return this.chosen.filter((path) => this.open.has(path) || this.readings.get(path)?.error !== undefined).length;
	}

	/** Resolves when each repository has answered, or was given up. */
	async settled(): Promise<void> {
		while (this.open.size > 0) await Promise.all(this.open.values());
	}

	/**
	 * Asks the repositories in which something may be new. Those that are slow are read on, see {@link settled}.
	 *
	 * @param onRead called each time a repository was read
	 * @returns whether any was asked, or is no longer chosen
	 */
	async read(
		repositories: ReadonlyArray<GitRepository>,
		{ now, withPaths }: EvidenceSearch,
		onRead: () => void,
	): Promise<boolean> {
		const emails = getSetting("evidence.emails");
		const search = { emails, since: now - longestAgo, withPaths, knownPaths: this.paths };
		const isChanged = this.choose(repositories.map(repositoryPath));
		const readFor = ({ state }: GitRepository) => JSON.stringify([state.HEAD?.commit, withPaths, emails]);
		const isDue = (repository: GitRepository) => {
			const known = this.readings.get(repositoryPath(repository));
			return known?.readFor !== readFor(repository) || now - known.at >= goodFor;
		};
		const due = repositories.filter(isDue);
		const readOne = async (repository: GitRepository, before: Promise<void> | undefined) => {
			await before;
			if (!isDue(repository)) return;
			const asked = { readFor: readFor(repository), at: now };
			const keep = (read: Pick<RepositoryReading, "commits" | "error">) => {
				this.readings.set(repositoryPath(repository), { ...asked, ...read });
				onRead();
			};
			try {
				keep({ commits: await readCommits(repository, search, (commits) => keep({ commits })) });
			} catch (error) {
				keep({ commits: [], error: error instanceof Error ? error.message : String(error) });
			}
		};
		// Each of the few readers takes the next repository.
		const left = due.values();
		const reader = async () => {
			for (const repository of left) {
				const reading = this.whileOpen(repositoryPath(repository), (before) => readOne(repository, before));
				await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, this.patience))]);
			}
		};
		await Promise.all(Array.from({ length: Math.min(atATime, due.length) }, reader));
		return isChanged || due.length > 0;
	}

	/** Reads a repository after what is still read of it. */
	private whileOpen(path: string, read: (before: Promise<void> | undefined) => Promise<void>): Promise<void> {
		const reading = read(this.open.get(path)).finally(() => {
			if (this.open.get(path) === reading) this.open.delete(path);
		});
		this.open.set(path, reading);
		return reading;
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
