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
	/** The links in its message, such as to an issue or a pull request. */
	readonly links?: ReadonlyArray<string>;
}

/** The most links that are kept of a commit, and the most characters of each. */
const mostLinks = 3;
const longestLink = 300;

/** The names of a commit: it is the same work as another one if they share a name. */
export function commitKeys({ commit, authored }: CommitEvidence): ReadonlyArray<string> {
	return authored === undefined ? [commit] : [commit, authored];
}

/** What is kept of a commit. */
export function commitEvidence(commit: Commit): CommitEvidence & { readonly links?: Array<string> } {
	const { hash, repository, authored } = commit;
	const links = commitLinks(commit);
	const kept = links.length > 0 ? { links: [...links] } : {};
	return { commit: hash, repository, authored: new Date(authored).toISOString(), ...kept };
}

/** The links in a message, such as to an issue or a pull request; without those that carry a name or a password. */
export function commitLinks({ message }: Pick<Commit, "message">): ReadonlyArray<string> {
	const found = message.slice(0, 20_000).match(/https:\/\/[^\s<>"'`()[\]{}\p{Cc}]+/gu) ?? [];
	const links = found.map((link) => link.replace(/[.,;:!?]$/, ""));
	return [...new Set(links)].filter((link) => link.length <= longestLink && isPlainLink(link)).slice(0, mostLinks);
}

function isPlainLink(link: string): boolean {
	try {
		const { username, password } = new URL(link);
		return username === "" && password === "";
	} catch {
		return false;
	}
}

/** The first line of a message. */
export function commitSubject({ message }: Commit): string {
	return (/[^\r\n]+/.exec(message)?.[0] ?? "").trim();
}
