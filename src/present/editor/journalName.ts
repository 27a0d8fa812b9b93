import { rangeOfField } from "../../journal/jsonPlaces.ts";

/** An id at a place in a line of the journal. */
export interface JournalName {
	readonly id: string;
	/** Where in the line it is written, quotes included. */
	readonly start: number;
	readonly end: number;
}

/** What the entry on a line is about, where the column lies on its id; undefined elsewhere and for what is no entry. */
export function journalNameAt(line: string, column: number): JournalName | undefined {
	try {
		const entry: unknown = JSON.parse(line);
		for (const field of ["on", "checkpoint"]) {
			const id = (entry as Readonly<Record<string, unknown>> | null)?.[field];
			const range = typeof id === "string" ? rangeOfField(line, field) : undefined;
			if (typeof id === "string" && range && range.start <= column && column <= range.end) {
				return { id, ...range };
			}
		}
	} catch {
		// A line that was torn or corrected by hand; Problems tells of it.
	}
	return undefined;
}
