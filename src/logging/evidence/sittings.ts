import type { Commit } from "./commit.ts";

/** Commits that are further apart belong to different sittings, in ms. */
const longestGap = 2 * 3_600_000;
const msPerMinute = 60_000;
/** Proposed lengths are multiples of this, in minutes. */
const step = 5;

/** Commits to one repository, or edits in it without a commit, made in one go. */
export interface Sitting {
	readonly repository: string;
	/** In the order in which they were written; empty for edits. */
	readonly commits: ReadonlyArray<Commit>;
	/** How long it may have taken: the time between the commits and what is added before the first, in minutes. */
	readonly minutes: number;
	/** When the first and the last commit were written, or the time of the edits, in ms since 1970. */
	readonly begin: number;
	readonly end: number;
	/** The files that were edited, relative to the repository, the latest first; undefined for commits. */
	readonly files?: ReadonlyArray<string>;
}

/**
 * Groups commits into sittings, the newest first. Commits of a repository that are at most two hours apart are one sitting.
 *
 * @param before minutes that are added for the work before the first commit; the whole is rounded down to five minutes
 */
export function sittingsOf(commits: ReadonlyArray<Commit>, before: number): ReadonlyArray<Sitting> {
	const byRepository = new Map<string, Array<Commit>>();
	for (const commit of commits.toSorted((a, b) => a.authored - b.authored)) {
		const own = byRepository.get(commit.repository) ?? [];
		byRepository.set(commit.repository, own);
		own.push(commit);
	}
	return [...byRepository.values()]
		.flatMap((own) => split(own).map((each) => sitting(each, before)))
		.sort((a, b) => b.end - a.end);
}

function split(commits: ReadonlyArray<Commit>): ReadonlyArray<ReadonlyArray<Commit>> {
	const groups: Array<Array<Commit>> = [];
	let last = Number.NEGATIVE_INFINITY;
	for (const commit of commits) {
		const group = groups.at(-1);
		if (group && commit.authored - last <= longestGap) {
			group.push(commit);
		} else {
			groups.push([commit]);
		}
		last = commit.authored;
	}
	return groups;
}

function sitting(commits: ReadonlyArray<Commit>, before: number): Sitting {
	const [first, last] = [commits[0], commits.at(-1)];
	const end = last?.authored ?? 0;
	const begin = first?.authored ?? end;
	const span = (end - begin) / msPerMinute + before;
	const minutes = Math.max(Math.floor(span / step) * step, Math.min(step, Math.floor(span)), 1);
	return { repository: first?.repository ?? "", commits, minutes, begin, end };
}
