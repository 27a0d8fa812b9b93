import type { Named } from "./plan.ts";
import type { PlanProblem } from "./planProblem.ts";

/** A node that gets an ID. */
export interface Nameable {
	/** The node, whose id is still empty. */
	readonly node: { -readonly [K in keyof Named]: Named[K] };
	/** The ID written in the plan. */
	readonly written?: string;
	/** The range of the written ID. */
	readonly writtenAt?: PlanProblem["range"];
	/** Used as the ID if the title contains no letters or digits. */
	readonly place: string;
}

/** Letters and digits of any script in lower case; everything else becomes single hyphens between them. */
export function slug(title: string): string {
	if (/^[a-z0-9 ]*$/i.test(title)) {
		// A fast path for most titles, ten times faster.
		return title.toLowerCase().trim().replace(/ +/g, "-");
	}
	return title
		.normalize("NFC")
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
		.replace(/^-|-$/g, "");
}

/**
 * Assigns an ID to every node: the written one, otherwise one derived from the title, otherwise one from its position.
 * Equal derived IDs are numbered in the order of the file; of two equal written ones the second is a problem.
 *
 * @returns the derived IDs that were numbered, without the number: a reference to one of these is ambiguous
 */
export function assignIds(nameables: ReadonlyArray<Nameable>, problems: Array<PlanProblem>): ReadonlySet<string> {
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
			// A written ID takes precedence.
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
