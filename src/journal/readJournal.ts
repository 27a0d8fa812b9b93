import { type Day, parseDay } from "../plan/day.ts";

/** One line of the journal that says how far something has come. */
export interface ProgressEntry {
	readonly id: string;
	/** The day written in `at`. */
	readonly day: Day;
	/** The id of what it names in the plan. */
	readonly on: string;
	readonly set?: number | boolean | "rising" | "steady" | "falling";
	readonly add?: number;
}

/** What the lines of the journal say, before anything is added up. */
export interface Journal {
	/** Live progress entries by the id they name, each list in the order of their days. */
	readonly progress: ReadonlyMap<string, ReadonlyArray<ProgressEntry>>;
	/** Lines that could not be read; they are kept in the file and counted nowhere. */
	readonly unreadable: number;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the lines of one or more journal files: doubled entries count once, replaced and voided ones not at all. Entries
 * of other types are passed over.
 */
export function readJournal(texts: Iterable<string>): Journal {
	const entries = new Map<string, Fields>();
	let unreadable = 0;
	for (const text of texts) {
		for (const line of text.split(/\r?\n/)) {
			const fields = line.trim() ? parseLine(line) : undefined;
			if (fields) {
				entries.set(String(fields["id"]), fields);
			} else if (line.trim()) {
				unreadable++;
			}
		}
	}
	const retired = new Set<unknown>();
	// The greatest ids first: a later void of a void brings the entry back, and every void is known before its target.
	for (const id of [...entries.keys()].sort().reverse()) {
		const fields = entries.get(id);
		if (fields && !retired.has(id)) {
			retired.add(fields["type"] === "void" ? fields["entry"] : fields["replaces"]);
		}
	}
	const progress = new Map<string, Array<ProgressEntry>>();
	for (const [id, fields] of entries) {
		const entry = retired.has(id) ? undefined : progressEntry(id, fields);
		if (entry) {
			progress.set(entry.on, [...(progress.get(entry.on) ?? []), entry]);
		}
	}
	for (const list of progress.values()) {
		list.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
	}
	return { progress, unreadable };
}

function parseLine(line: string): Fields | undefined {
	try {
		const value: unknown = JSON.parse(line);
		const fields = typeof value === "object" && value !== null ? (value as Fields) : {};
		return typeof fields["id"] === "string" && typeof fields["type"] === "string" ? fields : undefined;
	} catch {
		return undefined;
	}
}

function progressEntry(id: string, fields: Fields): ProgressEntry | undefined {
	const { type, at, on, set, add } = fields;
	const day = typeof at === "string" ? parseDay(at.slice(0, 10)) : undefined;
	if (type !== "progress" || typeof on !== "string" || day === undefined) {
		return undefined;
	}
	if (typeof add === "number" && Number.isFinite(add)) {
		return { id, day, on, add };
	}
	if (set === "rising" || set === "steady" || set === "falling" || typeof set === "boolean" || Number.isFinite(set)) {
		return { id, day, on, set: set as NonNullable<ProgressEntry["set"]> };
	}
	return undefined;
}
