import type { Entry } from "./entry.ts";
import { inspectEntry } from "./inspectEntry.ts";

/**
 * The line of an entry, with its line break: `id` first, so that what is glued to a torn line can be told apart, then `at`,
 * `type`, `logged`, `on`, `name` and the rest. Fields of newer versions are written as they are.
 *
 * @throws RangeError for what reading it again would not take
 */
export function writeLine(entry: Entry): string {
	const broken = inspectEntry(entry).problems.find(({ severity }) => severity === "error");
	if (broken) {
		throw new RangeError(`not an entry: ${broken.code} ${broken.args.join(" ")}`);
	}
	const { id, at, type, logged, ...rest } = entry;
	const { on, name } = rest as { readonly on?: unknown; readonly name?: unknown };
	// Written apart: JavaScript puts keys that are whole numbers before all others, whatever the order they were given in.
	return `{"id":${JSON.stringify(id)},${JSON.stringify({ at, type, logged, on, name, ...rest }).slice(1)}\n`;
}

/** The same text for the same content, whatever the order of its keys: JSON with sorted keys. */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		typeof part === "object" && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	);
}
