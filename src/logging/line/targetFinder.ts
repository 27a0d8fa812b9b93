import { single } from "fuzzysort";
import { NameSearch, spellingDistance } from "../../util/nearest.ts";
import type { LogSource, LogTarget } from "../logReading.ts";

/** A phrase of a line, and its number of words. */
export interface Phrase {
	readonly text: string;
	readonly length: number;
}

/** The targets that a phrase can name. */
export interface TargetMatch {
	/** The likeliest first; several if they match equally well. */
	readonly ids: ReadonlyArray<string>;
	/** How many words. */
	readonly length: number;
	/**
	 * `exact`: the whole name. `begun`: its beginning. `inside`: prefixes of words further inside, a guess. `near`: a
	 * similar name, a guess.
	 */
	readonly quality: "exact" | "begun" | "inside" | "near";
}

interface Names {
	readonly target: LogTarget;
	/** ID, title and former IDs, normalized. */
	readonly names: ReadonlyArray<string>;
	/** The words of each name. */
	readonly words: ReadonlyArray<ReadonlyArray<string>>;
	/** The position in the plan. */
	readonly place: number;
}

/** Words that many titles contain, and that identify nothing on their own. */
const small: ReadonlySet<string> = new Set(
	"a an and at by for from i in is it my of on or our the to was we with".split(" "),
);
/** Longer phrases are not names, and comparing them is slow. */
const mostLetters = 200;
/** Shorter words are similar to too many others. */
const least = { spelled: 4, cut: 3 } as const;
/** The minimum score, of 1: below it `fuzzysort` matches scattered letters. */
const leastScore = 0.7;
const mostNear = 3;

/** Finds targets by name: the whole name, prefixes of its words, or similar names. Ignores case and accents. */
export class TargetFinder {
	private readonly all: ReadonlyArray<Names>;
	/** Those of all. */
	private readonly names: ReadonlySet<string>;
	/** Of all words of them. */
	private readonly beginnings: ReadonlySet<string>;
	private readonly targets: ReadonlyMap<string, LogTarget>;
	private readonly namesById: ReadonlyMap<string, ReadonlyArray<string>>;
	/** A cache: a line is parsed in several ways with the same phrases. */
	private readonly found = new Map<string, ReadonlyArray<string>>();
	private nearestNames: { readonly names: ReadonlyMap<string, string>; readonly search: NameSearch } | undefined;

	constructor(private readonly source: Pick<LogSource, "targets" | "uses">) {
		this.all = source.targets.map((target, place) => {
			const { id, title, formerly = [] } = target;
			const names = [id, title, ...formerly].map(foldCase);
			return { target, names, words: names.map((name) => name.split(" ")), place };
		});
		this.names = new Set(this.all.flatMap(({ names }) => names));
		const parts = new Set(this.all.flatMap(({ words }) => words.flat()));
		this.beginnings = new Set([...parts].flatMap(beginningsOf));
		this.namesById = new Map(this.all.toReversed().map(({ target, names }) => [target.id, names]));
		this.targets = new Map(source.targets.toReversed().map((target) => [target.id, target]));
	}

	/** The target with exactly this ID. */
	byId(id: string): LogTarget | undefined {
		return this.targets.get(id);
	}

	/**
	 * The targets of the longest phrase that is an exact name, and of the longest that matches prefixes. Similar names
	 * are searched only if there is neither.
	 *
	 * @param phrases the longest first
	 * @param withNear whether to search similar names, which takes much longer than the rest
	 */
	find(phrases: ReadonlyArray<Phrase>, withNear = true): ReadonlyArray<TargetMatch> {
		const exact = this.first(phrases, "exact", (phrase) => this.exact(phrase));
		const begun = this.first(phrases, "begun", (phrase) => this.begun(phrase));
		// An exact name takes precedence, unless more words match a longer name.
		const isLonger = begun && begun.length > (exact?.length ?? 0);
		const found = [exact, isLonger ? begun : undefined].filter((match) => match !== undefined);
		if (found.length > 0 || !withNear) {
			return found;
		}
		const near = this.first(phrases, "near", (phrase) => this.near(phrase));
		return near ? [near] : [];
	}

	/** The ID of the target whose name, or a word of it, is most similar to a misspelled word. */
	nearest(word: string): string | undefined {
		this.nearestNames ??= { names: this.namesAndWords(), search: new NameSearch() };
		const { names, search } = this.nearestNames;
		const known = this.found.get(`nearest ${word}`) ?? [search.nearest(foldCase(word), names) ?? ""];
		this.found.set(`nearest ${word}`, known);
		return names.get(known[0] ?? "");
	}

	private namesAndWords(): ReadonlyMap<string, string> {
		return new Map(
			this.all.flatMap(({ target, names, words }) =>
				names.flatMap((name, at) => [name, ...(words[at] ?? [])].map((each) => [each, target.id] as const)),
			),
		);
	}

	private begins(id: string, phrase: string): boolean {
		return this.namesById.get(id)?.some((name) => name.startsWith(phrase)) === true;
	}

	private first(
		phrases: ReadonlyArray<Phrase>,
		quality: TargetMatch["quality"],
		search: (phrase: string) => ReadonlyArray<string>,
	): TargetMatch | undefined {
		for (const { text, length } of phrases) {
			const phrase = foldCase(text);
			const ids = this.remembered(quality, phrase, search);
			if (ids.length > 0) {
				const isInside = quality === "begun" && !ids.some((id) => this.begins(id, phrase));
				return { ids, length, quality: isInside ? "inside" : quality };
			}
		}
		return undefined;
	}

	private remembered(
		quality: TargetMatch["quality"],
		phrase: string,
		search: (phrase: string) => ReadonlyArray<string>,
	): ReadonlyArray<string> {
		const key = `${quality} ${phrase}`;
		const ids = this.found.get(key) ?? (phrase.length > mostLetters ? [] : search(phrase));
		this.found.set(key, ids);
		return ids;
	}

	private exact(phrase: string): ReadonlyArray<string> {
		return this.names.has(phrase) ? this.ranked(({ names }) => (names.includes(phrase) ? 0 : undefined)) : [];
	}

	private begun(phrase: string): ReadonlyArray<string> {
		const words = phrase.split(" ");
		if (!words.every((word) => this.beginnings.has(word))) {
			return [];
		}
		if (!/[\p{L}\p{N}]/u.test(phrase) || words.every((word) => small.has(word))) {
			return [];
		}
		return this.ranked(({ names, words: parts }) => {
			const begun = names.filter((_, at) => beginsWords(words, parts[at] ?? []));
			if (begun.length === 0) {
				return undefined;
			}
			return begun.some((name) => name.startsWith(phrase)) ? 0 : 1;
		});
	}

	private near(phrase: string): ReadonlyArray<string> {
		const words = phrase.split(" ");
		// A name after other words is that name, and the words are something else.
		if (small.has(phrase) || words.some((_, at) => at > 0 && this.names.has(words.slice(at).join(" ")))) {
			return [];
		}
		const distances = this.all.map((named) => distanceTo(named, phrase) ?? Number.POSITIVE_INFINITY);
		const shortest = distances.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
		const spelled =
			phrase.length < least.spelled || shortest === Number.POSITIVE_INFINITY
				? []
				: this.ranked(({ place }) => (distances[place] === shortest ? 0 : undefined));
		if (spelled.length > 0 || phrase.includes(" ") || phrase.length < least.cut) {
			return spelled.slice(0, mostNear);
		}
		const scores = this.ranked(({ names }) => {
			const best = Math.max(...names.map((name) => single(phrase, name)?.score ?? 0));
			return best >= leastScore ? 1 - best : undefined;
		});
		return scores.slice(0, mostNear);
	}

	/** The ranked IDs: the most used first, then by rank, then in the order of the plan. */
	private ranked(rankOf: (names: Names) => number | undefined): ReadonlyArray<string> {
		return this.all
			.flatMap((names) => {
				const rank = rankOf(names);
				const { target, place } = names;
				return rank === undefined ? [] : [{ id: target.id, rank, place, uses: this.source.uses(target.id) }];
			})
			.toSorted((a, b) => b.uses - a.uses || a.rank - b.rank || a.place - b.place)
			.map(({ id }) => id);
	}
}

function beginningsOf(word: string): ReadonlyArray<string> {
	return Array.from({ length: Math.min(word.length, mostLetters) }, (_, at) => word.slice(0, at + 1));
}

/** Letters and digits in lower case without accents, single spaces between the words; a name without any as it is. */
export function foldCase(text: string): string {
	const plain = text
		.normalize("NFKD")
		.replace(/[\u0300-\u036f]/g, "")
		.toLowerCase();
	return plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim() || plain.trim();
}

/**
 * Whether the words are prefixes of words of the name, in order. A single letter and a small word must be whole words:
 * the `in` of `strategic in 2 days` does not begin `initiative`.
 */
function beginsWords(words: ReadonlyArray<string>, parts: ReadonlyArray<string>): boolean {
	let at = 0;
	return words.every((word) => {
		const isLong = (word.length > 1 || word > "\u007f") && !small.has(word);
		const found = parts.findIndex((part, index) => index >= at && (isLong ? part.startsWith(word) : part === word));
		at = found + 1;
		return found >= 0;
	});
}

/** The distance of the nearest name, or of a word in one; undefined if none is similar. */
function distanceTo({ names, words }: Names, phrase: string): number | undefined {
	const most = Math.max(1, Math.floor(phrase.length / 4));
	let best = most + 1;
	for (const [at, name] of names.entries()) {
		for (const part of phrase.includes(" ") ? [name] : [name, ...(words[at] ?? [])]) {
			if (part.length >= least.spelled && Math.abs(part.length - phrase.length) < best) {
				best = Math.min(best, spellingDistance(phrase, part));
			}
		}
	}
	return best > most ? undefined : best;
}
