import * as vscode from "vscode";
import type { Commit } from "../../logging/evidence/commit.ts";
import type { GitCommit, GitRepository } from "./gitApi.ts";

/** The commits of the first page; each later one has as many as all before it. */
const firstPage = 100;
/** The most commits that are looked at, of all people. */
const mostCommits = 2000;
/**
 * How long a repository may take for its commits, and then for the paths of their files, in ms: one on a network folder may
 * hang.
 */
const longestMs = 5000;
/** After how long the commits and paths that are known by then are given, in ms. */
const soonMs = 300;

/** What is looked for in a repository. */
export interface CommitSearch {
	/** Addresses that count as the user's, besides `user.email` of the repository. */
	readonly emails: ReadonlyArray<string>;
	/** The earliest time, in ms since 1970. */
	readonly since: number;
	/** Whether the paths of changed files are needed. */
	readonly withPaths: boolean;
	/** The paths of commits that were read earlier, by hash; what is read is added. */
	readonly knownPaths?: Map<string, ReadonlyArray<string>>;
}

/**
 * The user's own commits that HEAD has, without merges.
 *
 * @param onSoon called with what is known so far if it takes long: the newest commits and their paths are read first
 * @throws Error if the repository takes too long, or can't be read
 */
export async function readCommits(
	repository: GitRepository,
	search: CommitSearch,
	onSoon: (commits: ReadonlyArray<Commit>) => void = () => undefined,
): Promise<ReadonlyArray<Commit>> {
	const name = repositoryName(repository);
	const paths = search.knownPaths ?? new Map<string, ReadonlyArray<string>>();
	let found: ReadonlyArray<GitCommit> = [];
	const known = () =>
		found.map(({ hash, message, authorDate }): Commit => {
			const own = search.withPaths ? paths.get(hash) : undefined;
			return { hash, message, repository: name, authored: timeOf(authorDate), ...(own ? { paths: own } : {}) };
		});
	let isLate = false;
	const giveIfLate = () => {
		if (isLate && found.length > 0) {
			isLate = false;
			onSoon(known());
		}
	};
	const soon = setTimeout(() => {
		isLate = true;
		giveIfLate();
	}, soonMs);
	try {
		const onPage = (own: ReadonlyArray<GitCommit>) => {
			found = own;
			giveIfLate();
		};
		const reading = limited((state) => ownCommits(repository, search, state, onPage));
		const isRead = await reading.catch((error: unknown) => throwUnread(name, error));
		if (!isRead && found.length === 0) {
			throw new Error(vscode.l10n.t("The repository {0} doesn't answer.", name));
		}
		if (search.withPaths) {
			// What takes too long has no paths for now; what was read of it is known the next time.
			await limited((state) => readPaths(repository, found, paths, state));
		}
		return known();
	} finally {
		clearTimeout(soon);
	}
}

function throwUnread(name: string, error: unknown): never {
	const reason = error instanceof Error ? error.message : String(error);
	throw new Error(vscode.l10n.t("The repository {0} can't be read: {1}", name, reason), { cause: error });
}

interface LimitState {
	/** Whether the result isn't waited for any more. */
	isOver: boolean;
}

/** The result of some work; undefined if it takes too long. */
async function limited<T>(run: (state: LimitState) => Promise<T>): Promise<T | undefined> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const state: LimitState = { isOver: false };
	const tooLong = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => {
			state.isOver = true;
			resolve(undefined);
		}, longestMs);
	});
	try {
		return await Promise.race([run(state), tooLong]);
	} finally {
		clearTimeout(timer);
	}
}

/** The name of a repository: that of its folder. */
export function repositoryName({ rootUri }: GitRepository): string {
	return rootUri.path.split("/").findLast((part) => part !== "") ?? rootUri.path;
}

/** @param onPage called with all commits so far after each page */
async function ownCommits(
	repository: GitRepository,
	{ emails, since }: CommitSearch,
	state: Readonly<LimitState>,
	onPage: (commits: ReadonlyArray<GitCommit>) => void,
): Promise<true> {
	if (repository.state.HEAD?.commit === undefined) {
		// No commit yet.
		return true;
	}
	const own = new Set([...emails, await ownEmail(repository)].map((email) => email.trim().toLowerCase()));
	own.delete("");
	const found: Array<GitCommit> = [];
	let maxEntries = firstPage;
	for (let skip = 0; skip < mostCommits && !state.isOver; skip += maxEntries) {
		maxEntries = Math.min(Math.max(skip, firstPage), mostCommits - skip);
		const page = await repository.log({ maxEntries, skip });
		found.push(
			...page.filter((commit) => commit.parents.length < 2 && timeOf(commit.authorDate) >= since && isOwn(commit, own)),
		);
		onPage([...found]);
		// The order is that of the history, so that an old commit can come before a newer one: a whole page has to be older.
		if (
			page.length < maxEntries ||
			page.every(({ commitDate, authorDate }) => timeOf(commitDate ?? authorDate) < since)
		) {
			break;
		}
	}
	return true;
}

/** Reads the paths of commits that aren't known, the newest first. */
async function readPaths(
	repository: GitRepository,
	commits: ReadonlyArray<GitCommit>,
	known: Map<string, ReadonlyArray<string>>,
	state: Readonly<LimitState>,
): Promise<true> {
	for (const { hash, parents } of commits) {
		const [parent] = parents;
		if (parent !== undefined && !known.has(hash) && !state.isOver) {
			known.set(hash, await pathsOf(repository, parent, hash));
		}
	}
	return true;
}

/** Whether the user wrote a commit, alone or with others, as the line `Co-authored-by` says. */
function isOwn({ authorEmail = "", message }: GitCommit, own: ReadonlySet<string>): boolean {
	const others = [...message.slice(0, 100_000).matchAll(/^co-authored-by:[^<\n]*<([^>\n]*)>/gim)].map(
		([, email = ""]) => email,
	);
	return [authorEmail, ...others].some((email) => own.has(email.trim().toLowerCase()));
}

async function ownEmail(repository: GitRepository): Promise<string> {
	for (const email of [() => repository.getConfig("user.email"), () => repository.getGlobalConfig("user.email")]) {
		try {
			const found = (await email()).trim();
			if (found !== "") return found;
		} catch {
			// Git ends with an error if the value isn't set.
		}
	}
	return "";
}

async function pathsOf(repository: GitRepository, parent: string, hash: string): Promise<ReadonlyArray<string>> {
	const root = `${repository.rootUri.path.replace(/\/$/, "")}/`;
	// A shallow or broken repository may not have the parent.
	const changes = await repository.diffBetween(parent, hash).catch(() => []);
	return changes.flatMap(({ uri }) => (uri.path.startsWith(root) ? [uri.path.slice(root.length)] : []));
}

function timeOf(date: Date | undefined): number {
	return date?.getTime() ?? Number.NEGATIVE_INFINITY;
}
