import type { Sitting } from "./sittings.ts";

const msPerMinute = 60_000;
/** Edits that are further apart aren't one piece of work, in minutes. */
const longestPause = 15;
/** Pieces of work that are further apart belong to different sittings, in minutes; the same as for commits. */
const longestGap = 120;
/** How much editing could count, in minutes. */
const leastMinutes = 60;
/** Proposed lengths are multiples of this, in minutes. */
const step = 5;
/** What is kept of each repository: edits of the last day, and the files that were edited last. */
const keptMinutes = 24 * 60;
const mostFiles = 50;

interface Edited {
	/** The minutes since 1970 with an edit, ascending. */
	readonly minutes: Array<number>;
	/** When each file was edited last, in minutes since 1970; the latest last. */
	readonly files: Map<string, number>;
}

/** When files were edited in which repositories, of the last day. It is kept in memory only. */
export class EditRecord {
	private readonly edited = new Map<string, Edited>();

	/**
	 * Notes an edit.
	 *
	 * @param file relative to the repository
	 * @param now ms since 1970
	 */
	add(repository: string, file: string, now: number): void {
		const minute = Math.floor(now / msPerMinute);
		const { minutes, files } = this.edited.get(repository) ?? { minutes: [], files: new Map<string, number>() };
		this.edited.set(repository, { minutes, files });
		files.delete(file);
		files.set(file, minute);
		if (files.size > mostFiles) files.delete([...files.keys()][0] ?? "");
		// The clock may have been set back.
		if (minute > (minutes.at(-1) ?? Number.NEGATIVE_INFINITY)) minutes.push(minute);
		while ((minutes[0] ?? minute) < minute - keptMinutes) minutes.shift();
	}

	/** The files whose last edit was between two times, in ms since 1970; the latest first. */
	filesBetween(begin: number, end: number): ReadonlyArray<string> {
		const files = [...this.edited.values()].flatMap((edited) => [...edited.files]);
		return files
			.filter(([, minute]) => (minute + 1) * msPerMinute > begin && minute * msPerMinute <= end)
			.sort(([, a], [, b]) => b - a)
			.map(([file]) => file);
	}

	/** The sittings with an hour of edits or more. Their length is the time between edits without long pauses. */
	sittings(): ReadonlyArray<Sitting> {
		return [...this.edited].flatMap(([repository, { minutes, files }]) =>
			split(minutes).flatMap((group): ReadonlyArray<Sitting> => {
				const [first = 0, last = 0] = [group[0], group.at(-1)];
				const length = lengthOf(group);
				const own = [...files].filter(([, minute]) => minute >= first && minute <= last).map(([file]) => file);
				const span = { minutes: length - (length % step), begin: first * msPerMinute, end: (last + 1) * msPerMinute };
				return length < leastMinutes ? [] : [{ repository, commits: [], files: own.toReversed(), ...span }];
			}),
		);
	}

	/** Forgets the edits of a sitting that was logged or ignored. */
	forget({ repository, end }: Sitting): void {
		const edited = this.edited.get(repository);
		const left = edited?.minutes.filter((minute) => minute * msPerMinute >= end) ?? [];
		edited?.minutes.splice(0, edited.minutes.length, ...left);
	}
}

function split(minutes: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<number>> {
	const groups: Array<Array<number>> = [];
	for (const minute of minutes) {
		const group = groups.at(-1);
		if (group && minute - (group.at(-1) ?? minute) <= longestGap) {
			group.push(minute);
		} else {
			groups.push([minute]);
		}
	}
	return groups;
}

function lengthOf(minutes: ReadonlyArray<number>): number {
	const pauses = minutes.slice(1).map((minute, at) => minute - (minutes[at] ?? minute));
	return 1 + pauses.reduce((sum, pause) => sum + (pause <= longestPause ? pause : 1), 0);
}
