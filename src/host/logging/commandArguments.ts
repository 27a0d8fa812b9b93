import type { Row } from "../../viewmodel/rows/row.ts";

/** The arguments of a command: an object, as in keybindings and tasks, or the ID of a row of a view. */
export function commandArguments(given: unknown): Readonly<Record<string, unknown>> {
	if (typeof given !== "object" || given === null) {
		return {};
	}
	const { row } = given as { readonly row?: Row };
	return row === undefined ? (given as Readonly<Record<string, unknown>>) : { on: row.target, range: row.range };
}

/** A text argument; undefined if it is missing or empty. */
export function textArgument(given: Readonly<Record<string, unknown>>, key: string): string | undefined {
	const value = given[key];
	return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
