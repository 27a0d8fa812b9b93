import type { Entry } from "../entry.ts";
import { compareLocations, type EntryLocation, type JournalProblem, journalProblemAt } from "../journalProblem.ts";
import { canonicalJson } from "../text/entryLine.ts";

/** Tracks IDs with several contents, such as a manual edit and an older conflict copy. */
export class ContentConflicts {
	/** By ID: the first location of each content, as canonical JSON. */
	private readonly places = new Map<string, Map<string, EntryLocation>>();

	/** Whether the new content takes precedence over the existing one; records a conflict if they differ. */
	isGreater(entry: Entry, place: EntryLocation, known: EntryLocation & { readonly entry: Entry }): boolean {
		const before = canonicalJson(known.entry);
		const now = canonicalJson(entry);
		if (before === now) {
			return false;
		}
		const places = this.places.get(entry.id) ?? new Map([[before, { file: known.file, line: known.line }]]);
		this.places.set(entry.id, places);
		if (!places.has(now)) {
			places.set(now, place);
		}
		return now > before;
	}

	/** One problem for each content, with the location of another. */
	*problems(): Generator<JournalProblem> {
		for (const [id, contents] of this.places) {
			const places = [...contents.values()].sort(compareLocations);
			for (const [index, place] of places.entries()) {
				const other = places[index === 0 ? 1 : 0];
				yield journalProblemAt(place, "two-contents", [id, other?.file ?? "", String(other?.line ?? 0)]);
			}
		}
	}
}
