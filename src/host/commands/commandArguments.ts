import type { Row } from "../../present/row.ts";

/** What a command was called on: an object with arguments, as keybindings and tasks give it, or a row of the sidebar. */
export function argumentsOf(given: unknown): Readonly<Record<string, unknown>> {
	if (typeof given !== "object" || given === null) {
		return {};
	}
	const { row } = given as { readonly row?: Row };
	return row === undefined ? (given as Readonly<Record<string, unknown>>) : { on: row.target, range: row.range };
}

/** The text under a key of the arguments; undefined where there is none. */
export function textIn(given: Readonly<Record<string, unknown>>, key: string): string | undefined {
	const value = given[key];
	return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
