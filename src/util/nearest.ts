import { distance } from "fastest-levenshtein";

/** The known name that a misspelled one most likely stands for; undefined if none is similar enough. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
	return nearestOf(name.toLowerCase(), Array.from(known, inLowerCase));
}

/** The budget of one search, in letter comparisons: far more than the mistakes in any plan need. */
const mostCompared = 50_000_000;

/**
 * Looks up many misspelled names in the same list, as {@link nearestName} does. The total time is limited: if
 * thousands of names are unknown, the last ones get no suggestion.
 */
export class NameSearch {
	private readonly lists = new Map<Names, NameList>();
	private left = mostCompared;

	/** @param known pass the same object for the same names */
	nearest(name: string, known: Names): string | undefined {
		const list = this.lists.get(known) ?? listOf(known);
		this.lists.set(known, list);
		this.left -= list.letters * (name.length + step);
		return this.left < 0 ? undefined : nearestOf(name.toLowerCase(), list.names);
	}
}

type Names = Pick<ReadonlySet<string>, "keys">;

/** The cost of skipping a name of another length, in letters. */
const step = 8;

interface NameList {
	readonly names: ReadonlyArray<Candidate>;
	/** The budget for all names together. */
	readonly letters: number;
}

function listOf(known: Names): NameList {
	const names = Array.from(known.keys(), inLowerCase);
	return { names, letters: names.reduce((sum, { lower }) => sum + lower.length + step, 0) };
}

interface Candidate {
	readonly name: string;
	readonly lower: string;
}

function inLowerCase(name: string): Candidate {
	return { name, lower: name.toLowerCase() };
}

function nearestOf(name: string, known: ReadonlyArray<Candidate>): string | undefined {
	let best: string | undefined;
	let least = Math.max(1, Math.floor(name.length / 3)) + 1;
	for (const candidate of known) {
		if (Math.abs(candidate.lower.length - name.length) < least) {
			const far = spellingDistance(name, candidate.lower);
			if (far < least) {
				best = candidate.name;
				least = far;
			}
		}
	}
	return best;
}

/** The edit distance in letters; two swapped neighbors count as one. */
export function spellingDistance(name: string, meant: string): number {
	const far = distance(name, meant);
	return far === 2 && sorted(name) === sorted(meant) ? 1 : far;
}

function sorted(text: string): string {
	return [...text].sort().join("");
}
