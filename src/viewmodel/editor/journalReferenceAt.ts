import { jsonFieldRange } from "../../util/jsonRanges.ts";

/** An ID in a line of the journal. */
export interface JournalReference {
	readonly id: string;
	/** Its range in the line, including quotation marks. */
	readonly start: number;
	readonly end: number;
}

/** The ID at a column of a journal line; undefined elsewhere and for invalid entries. */
export function journalReferenceAt(line: string, column: number): JournalReference | undefined {
	try {
		const entry: unknown = JSON.parse(line);
		for (const field of ["on", "checkpoint"]) {
			const id = (entry as Readonly<Record<string, unknown>> | null)?.[field];
			const range = typeof id === "string" ? jsonFieldRange(line, field) : undefined;
			if (typeof id === "string" && range && range.start <= column && column <= range.end) {
				return { id, ...range };
			}
		}
	} catch {
		// A torn or manually edited line; reported in the Problems view.
	}
	return undefined;
}
