/** A commit in a repository that may be proposed. */
export interface Commit {
	readonly hash: string;
	/** The name of the repository's folder. */
	readonly repository: string;
	/** When it was written, in ms since 1970; kept by amending, rebasing, and cherry-picking. */
	readonly authored: number;
	readonly message: string;
	/** The files that it changes, relative to the repository, with slashes; undefined if they weren't read. */
	readonly paths?: ReadonlyArray<string>;
}

/** A commit as it is kept with an entry. */
export interface CommitEvidence {
	readonly commit: string;
	readonly repository?: string;
	/** ISO 8601 in UTC. */
	readonly authored?: string;
}

/** The names of a commit: it is the same work as another one if they share a name. */
export function commitKeys({ commit, authored }: CommitEvidence): ReadonlyArray<string> {
	return authored === undefined ? [commit] : [commit, authored];
}

/** What is kept of a commit. */
export function commitEvidence({ hash, repository, authored }: Commit): CommitEvidence {
	return { commit: hash, repository, authored: new Date(authored).toISOString() };
}

/** The first line of a message. */
export function commitSubject({ message }: Commit): string {
	return (/[^\r\n]+/.exec(message)?.[0] ?? "").trim();
}
