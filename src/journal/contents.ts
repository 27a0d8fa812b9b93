import type { Entry } from "./entry.ts";
import { canonicalJson } from "./entryLine.ts";
import { comparePlaces, type JournalProblem, type Place, problemAt } from "./problem.ts";

/** Remembers the ids under which several contents came: a correction by hand, and a copy that a sync tool kept of the old. */
export class Contents {
	/** By id: where each content was first seen, by its canonical JSON. */
	private readonly places = new Map<string, Map<string, Place>>();

	/** Whether the content that came now stands before the one that was there; it is noted where the two differ. */
	isGreater(entry: Entry, place: Place, known: Place & { readonly entry: Entry }): boolean {
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

	/** One for each content, with the place of another. */
	problems(): Array<JournalProblem> {
		return [...this.places].flatMap(([id, contents]) => {
			const places = [...contents.values()].sort(comparePlaces);
			return places.map((place, index) => {
				const other = places[index === 0 ? 1 : 0];
				return problemAt(place, "two-contents", [id, other?.file ?? "", String(other?.line ?? 0)]);
			});
		});
	}
}
