import * as vscode from "vscode";
import type { Commit } from "../../logging/evidence/commit.ts";
import type { GitCommit, GitRepository } from "./gitApi.ts";

const pageSize = 100;
/** The most commits that are looked at, of all people. */
const mostCommits = 2000;
/** How long a repository may take, in ms: one on a network folder may hang. */
const longestMs = 5000;

/** What is looked for in a repository. */
export interface CommitSearch {
	/** Addresses that count as the user's, besides `user.email` of the repository. */
	readonly emails: ReadonlyArray<string>;
	/** The earliest time, in ms since 1970. */
	readonly since: number;
	/** Whether the paths of changed files are needed. */
	readonly withPaths: boolean;
}

/** The user's own commits that HEAD has, without merges. @throws Error if the repository takes too long, or can't be read */
export async function readCommits(repository: GitRepository, search: CommitSearch): Promise<ReadonlyArray<Commit>> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const state = { isOver: false };
	const tooLong = new Promise<never>((_, reject) => {
		timer = setTimeout(() => {
			state.isOver = true;
			reject(new Error(vscode.l10n.t("The repository {0} doesn't answer.", repositoryName(repository))));
		}, longestMs);
	});
	try {
		return await Promise.race([read(repository, search, state), tooLong]);
	} finally {
		clearTimeout(timer);
	}
}

/** The name of a repository: that of its folder. */
export function repositoryName({ rootUri }: GitRepository): string {
	return rootUri.path.split("/").findLast((part) => part !== "") ?? rootUri.path;
}

async function read(
	repository: GitRepository,
	{ emails, since, withPaths }: CommitSearch,
	state: { readonly isOver: boolean },
): Promise<ReadonlyArray<Commit>> {
	if (repository.state.HEAD?.commit === undefined) {
		// No commit yet.
		return [];
	}
	const own = new Set([...emails, await ownEmail(repository)].map((email) => email.trim().toLowerCase()));
	own.delete("");
	const found: Array<GitCommit> = [];
	for (let skip = 0; skip < mostCommits && !state.isOver; skip += pageSize) {
		const page = await repository.log({ maxEntries: pageSize, skip });
		found.push(...page);
		// The order is that of the history, so that an old commit can come before a newer one: a whole page has to be older.
		if (
			page.length < pageSize ||
			page.every(({ commitDate, authorDate }) => timeOf(commitDate ?? authorDate) < since)
		) {
			break;
		}
	}
	const wanted = found.filter(
		(commit) => commit.parents.length < 2 && timeOf(commit.authorDate) >= since && isOwn(commit, own),
	);
	const name = repositoryName(repository);
	const commits: Array<Commit> = [];
	for (const { hash, message, authorDate, parents } of wanted) {
		const parent = parents[0];
		const paths =
			withPaths && parent !== undefined && !state.isOver ? await pathsOf(repository, parent, hash) : undefined;
		commits.push({ hash, message, repository: name, authored: timeOf(authorDate), ...(paths ? { paths } : {}) });
	}
	return commits;
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
	const changes = await repository.diffBetween(parent, hash);
	return changes.flatMap(({ uri }) => (uri.path.startsWith(root) ? [uri.path.slice(root.length)] : []));
}

function timeOf(date: Date | undefined): number {
	return date?.getTime() ?? Number.NEGATIVE_INFINITY;
}
