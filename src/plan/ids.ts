import type { Named } from "./plan.ts";
import type { Problem } from "./problem.ts";

/** A node on its way to an id. */
export interface Nameable {
	/** The node, whose id is still empty. */
	readonly node: { -readonly [K in keyof Named]: Named[K] };
	/** The id that the plan gives it. */
	readonly written?: string;
	/** Where the written id stands. */
	readonly writtenAt?: Problem["range"];
	/** Stands in for an id where the title leaves nothing to make one of. */
	readonly place: string;
}

/** Letters and digits of any script in lower case, everything else as single hyphens between them. */
export function slug(title: string): string {
	if (/^[a-z0-9 ]*$/i.test(title)) {
		// Most titles: the same result, ten times as fast.
		return title.toLowerCase().trim().replace(/ +/g, "-");
	}
	return title
		.normalize("NFC")
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
		.replace(/^-|-$/g, "");
}

/**
 * Gives every node its id: the written one, else one derived from the title, else its place. Two alike derived ids get a
 * number in the order of the file; of two alike written ones the second is a problem that names both places.
 *
 * @returns the ids that had to be numbered, as the title alone would give them: what names one of these may mean another
 */
export function giveIds(nameables: ReadonlyArray<Nameable>, problems: Array<Problem>): ReadonlySet<string> {
	const taken = new Map<string, Nameable>();
	for (const nameable of nameables) {
		if (nameable.written !== undefined) {
			const first = taken.get(nameable.written);
			if (first) {
				const range = nameable.writtenAt ?? nameable.node.range;
				const at = String((first.writtenAt ?? first.node.range).start);
				problems.push({ code: "duplicate-id", severity: "error", range, args: [nameable.written, at] });
				continue;
			}
			taken.set(nameable.written, nameable);
			nameable.node.id = nameable.written;
		}
	}
	const numbered = new Set<string>();
	const next = new Map<string, number>();
	for (const nameable of nameables.toSorted((a, b) => a.node.range.start - b.node.range.start)) {
		if (nameable.node.id !== "") {
			continue;
		}
		const wanted = nameable.written ?? (slug(nameable.node.title) || nameable.place);
		let id = wanted;
		let count = next.get(wanted) ?? 2;
		for (; taken.has(id); count++) {
			// Where one has that id in writing, it is the one that is meant.
			if (taken.get(wanted)?.written === undefined) {
				numbered.add(wanted);
			}
			id = `${wanted}-${count}`;
		}
		next.set(wanted, count);
		taken.set(id, nameable);
		nameable.node.id = id;
	}
	return numbered;
}
