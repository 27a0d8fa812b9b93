import { parseQuantity, type Quantity } from "./parseQuantity.ts";
import { plainNumber } from "./plainText.ts";

/** The multiplier of each suffix, the greatest first; those that the goal itself uses stay where they are. */
const magnitudes = [
	["B", 1e9],
	["M", 1e6],
	["K", 1e3],
	["", 1],
] as const;

/** The first number of a text, with a magnitude right behind it. */
const firstNumber = /\d(?:[\d.,'’]*\d)?(\s?(?:[KMB]|thousand|million|billion)\b)?/i;

/**
 * A goal as written, with another number: `100+` with 80 is `80+`, `$1-5M` with 840,000 is `$840K-5M`. Undefined if that
 * can't be written so that the rest of the goal keeps its meaning.
 *
 * @param low the new lower end, or the new limit of a goal of `at most`
 */
export function goalTextWith(goal: Quantity, low: number): string | undefined {
	const match = firstNumber.exec(goal.text);
	if (!match || !(low >= 0)) {
		return undefined;
	}
	const before = goal.text.slice(0, match.index);
	const after = goal.text.slice(match.index + match[0].length);
	const own = match[1] ?? "";
	const shortest = magnitudes.filter(([suffix, by]) => goal.short && suffix !== "" && low >= by);
	const tried = [
		...shortest.map(([suffix, by]) => plainNumber(low / by) + suffix),
		...magnitudes.map(([, by]) => plainNumber(low / by) + own),
		plainNumber(low),
	];
	// Of two that mean the same, the shorter one is easier to read.
	return tried
		.map((number) => before + number + after)
		.filter((text) => isSameBut(goal, low, text))
		.sort((a, b) => a.length - b.length)[0];
}

function isSameBut(goal: Quantity, low: number, text: string): boolean {
	const read = parseQuantity(text);
	return (
		typeof read !== "string" &&
		Math.abs(read.low - low) <= Math.abs(low) * 1e-12 &&
		read.high === goal.high &&
		read.open === goal.open &&
		read.currency === goal.currency &&
		read.unit === goal.unit &&
		read.per === goal.per
	);
}
