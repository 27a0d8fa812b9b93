import { distance } from "fastest-levenshtein";

/** The known name that a mistyped one most likely stands for; undefined where none is near enough to be meant. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
	let best: string | undefined;
	let least = Math.max(1, Math.floor(name.length / 3)) + 1;
	for (const candidate of known) {
		if (Math.abs(candidate.length - name.length) < least) {
			const far = misspelling(name.toLowerCase(), candidate.toLowerCase());
			if (far < least) {
				best = candidate;
				least = far;
			}
		}
	}
	return best;
}

/** How many letters were missed; two that changed places count as one. */
export function misspelling(name: string, meant: string): number {
	const far = distance(name, meant);
	return far === 2 && sorted(name) === sorted(meant) ? 1 : far;
}

function sorted(text: string): string {
	return [...text].sort().join("");
}
