import type { Entry } from "../entry.ts";
import type { JournalProblem } from "../journalProblem.ts";
import { inspectEntry } from "./inspectEntry.ts";
import { JournalText } from "./journalText.ts";

/** An entry that would not count if it were written, such as one that is too long. */
export class UnreadableEntryError extends RangeError {
	/** @param problem what reading it would report */
	constructor(readonly problem: JournalProblem) {
		super(`not read again: ${problem.code} ${problem.args.join(" ")}`);
	}
}

/**
 * The line of an entry, with its line break: `id` first, so that an entry after a torn line can be recognized, then `at`,
 * `type`, `logged`, `on`, `name` and the rest. Fields of newer versions are written as they are.
 *
 * @throws RangeError if it isn't a valid entry, `UnreadableEntryError` if the line would be refused when it is read
 */
export function writeLine(entry: Entry): string {
	const broken = inspectEntry(entry).problems.find(({ severity }) => severity === "error");
	if (broken) {
		throw new RangeError(`not an entry: ${broken.code} ${broken.args.join(" ")}`);
	}
	const line = plainLine(entry);
	const read = new JournalText("", () => undefined);
	read.read(new TextEncoder().encode(line));
	const refused = read.counts.refused > 0 && read.problems.find(({ severity }) => severity === "error");
	if (refused) {
		throw new UnreadableEntryError(refused);
	}
	return line;
}

/** The same line, without checking that it can be read. */
export function plainLine(entry: Entry): string {
	const { id, at, type, logged, ...rest } = entry;
	const { on, name } = rest as { readonly on?: unknown; readonly name?: unknown };
	// The ID is written separately: JavaScript puts keys that are whole numbers before all others.
	return `{"id":${JSON.stringify(id)},${JSON.stringify({ at, type, logged, on, name, ...rest }).slice(1)}\n`;
}

/** JSON with sorted keys: the same text for the same content. */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		typeof part === "object" && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	);
}
