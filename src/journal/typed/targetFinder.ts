import { single } from "fuzzysort";
import { misspelling, nearest } from "../../plan/nearest.ts";
import type { LogSource, LogTarget } from "./logged.ts";

/** Words that stand at one place of a line, and how many they are. */
export interface Phrase {
	readonly text: string;
	readonly length: number;
}

/** What some words may name. */
export interface TargetMatch {
	/** The likeliest first; several match as well. */
	readonly ids: ReadonlyArray<string>;
	/** How many words. */
	readonly length: number;
	/** `exact`: the whole name. `begun`: beginnings of words of it, in their order. `near`: a guess. */
	readonly quality: "exact" | "begun" | "near";
}

interface Names {
	readonly target: LogTarget;
	/** Id, title and former ids, folded. */
	readonly names: ReadonlyArray<string>;
	/** The place in the plan. */
	readonly place: number;
}

/** Alone they name nothing, though many titles have them. */
const small: ReadonlySet<string> = new Set(
	"a an and at by for from i in is it my of on or our the to was we with".split(" "),
);
/** Shorter words are near too many others. */
const least = { spelled: 4, cut: 3 } as const;
/** Of 1: below it `fuzzysort` finds letters strewn over a title. */
const leastScore = 0.7;
const mostNear = 3;

/** Finds what words name: by the whole name, by beginnings of its words, or nearly. Case and accents do not matter. */
export class TargetFinder {
	private readonly all: ReadonlyArray<Names>;

	constructor(private readonly source: LogSource) {
		this.all = source.targets.map((target, place) => {
			const { id, title, formerly = [] } = target;
			return { target, names: [id, title, ...formerly].map(folded), place };
		});
	}

	/** The target of that very id. */
	byId(id: string): LogTarget | undefined {
		return this.source.targets.find((target) => target.id === id);
	}

	/**
	 * What the longest of the phrases names exactly and what the longest names by its beginnings. What is near is looked
	 * for only if there is neither.
	 *
	 * @param phrases the longest first
	 */
	find(phrases: ReadonlyArray<Phrase>): ReadonlyArray<TargetMatch> {
		const exact = this.first(phrases, "exact", (phrase) => this.exact(phrase));
		const begun = this.first(phrases, "begun", (phrase) => this.begun(phrase));
		// Who writes a whole name means it, unless more words begin a longer one.
		const isLonger = begun && begun.length > (exact?.length ?? 0);
		const found = [exact, isLonger ? begun : undefined].filter((match) => match !== undefined);
		if (found.length > 0) {
			return found;
		}
		const near = this.first(phrases, "near", (phrase) => this.near(phrase));
		return near ? [near] : [];
	}

	/** The id of the target whose name, or a word of it, a mistyped word most likely stands for. */
	nearest(word: string): string | undefined {
		const words = new Map(
			this.all.flatMap(({ target, names }) =>
				names.flatMap((name) => [name, ...name.split(" ")].map((each) => [each, target.id] as const)),
			),
		);
		return words.get(nearest(folded(word), words.keys()) ?? "");
	}

	private first(
		phrases: ReadonlyArray<Phrase>,
		quality: TargetMatch["quality"],
		search: (phrase: string) => ReadonlyArray<string>,
	): TargetMatch | undefined {
		for (const { text, length } of phrases) {
			const ids = search(folded(text));
			if (ids.length > 0) {
				return { ids, length, quality };
			}
		}
		return undefined;
	}

	private exact(phrase: string): ReadonlyArray<string> {
		return this.ranked((names) => (names.includes(phrase) ? 0 : undefined));
	}

	private begun(phrase: string): ReadonlyArray<string> {
		const words = phrase.split(" ");
		if (!/[\p{L}\p{N}]/u.test(phrase) || words.every((word) => small.has(word))) {
			return [];
		}
		return this.ranked((names) => {
			const begun = names.filter((name) => beginsWords(words, name));
			return begun.length === 0 ? undefined : begun.some((name) => name.startsWith(phrase)) ? 0 : 1;
		});
	}

	private near(phrase: string): ReadonlyArray<string> {
		if (small.has(phrase)) {
			return [];
		}
		const distances = this.all.map(({ names }) => distanceTo(names, phrase) ?? Number.POSITIVE_INFINITY);
		const shortest = Math.min(...distances);
		const spelled =
			phrase.length < least.spelled || shortest === Number.POSITIVE_INFINITY
				? []
				: this.ranked((_names, place) => (distances[place] === shortest ? 0 : undefined));
		if (spelled.length > 0 || phrase.includes(" ") || phrase.length < least.cut) {
			return spelled.slice(0, mostNear);
		}
		const scores = this.ranked((names) => {
			const best = Math.max(...names.map((name) => single(phrase, name)?.score ?? 0));
			return best >= leastScore ? 1 - best : undefined;
		});
		return scores.slice(0, mostNear);
	}

	/** The ids of what has a rank: the most used first, then the least rank, then the order of the plan. */
	private ranked(rankOf: (names: ReadonlyArray<string>, place: number) => number | undefined): ReadonlyArray<string> {
		return this.all
			.flatMap(({ target, names, place }) => {
				const rank = rankOf(names, place);
				return rank === undefined ? [] : [{ id: target.id, rank, place, uses: this.source.uses(target.id) }];
			})
			.toSorted((a, b) => b.uses - a.uses || a.rank - b.rank || a.place - b.place)
			.map(({ id }) => id);
	}
}

/** Letters and digits in lower case without accents, single spaces between the words; a name without any as it is. */
export function folded(text: string): string {
	const plain = text
		.normalize("NFKD")
		.replace(/[\u0300-\u036f]/g, "")
		.toLowerCase();
	return plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim() || plain.trim();
}

/** Whether the words are beginnings of words of the name, in their order. One letter alone has to be the whole word. */
function beginsWords(words: ReadonlyArray<string>, name: string): boolean {
	const parts = name.split(" ");
	let at = 0;
	return words.every((word) => {
		const isLong = word.length > 1 || word > "\u007f";
		const found = parts.findIndex((part, index) => index >= at && (isLong ? part.startsWith(word) : part === word));
		at = found + 1;
		return found >= 0;
	});
}

/** How far the nearest name, or a single word of one, is away; undefined where none is near. */
function distanceTo(names: ReadonlyArray<string>, phrase: string): number | undefined {
	const most = Math.max(1, Math.floor(phrase.length / 4));
	let best = most + 1;
	for (const name of names) {
		for (const part of phrase.includes(" ") ? [name] : [name, ...name.split(" ")]) {
			if (part.length >= least.spelled && Math.abs(part.length - phrase.length) < best) {
				best = Math.min(best, misspelling(phrase, part));
			}
		}
	}
	return best > most ? undefined : best;
}
