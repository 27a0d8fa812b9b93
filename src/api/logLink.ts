import { sanitizeLine } from "../util/sanitizeText.ts";

/** The most characters of a value in a link, and of a note. */
const longestValue = 200;
/** The most characters of the query: what is longer isn't read. */
const longestQuery = 4000;

/** What a link asks to log. Nothing in it is valid yet. */
export interface LogLink {
	/** An ID, or a title. */
	readonly on?: string;
	readonly minutes?: number;
	/** A date or time in ISO 8601. */
	readonly at?: string;
	readonly note?: string;
}

/**
 * Reads a link such as `vscode://waymark.waymark/log?on=writing&minutes=30`. It can come from anywhere: texts become one line and are
 * shortened, of a repeated name the first value counts, and other names are ignored.
 *
 * @param query without the question mark, not decoded
 * @returns undefined if the link is not a known one; `minutes` is NaN if it isn't a plain number
 */
export function readLogLink(path: string, query: string): LogLink | undefined {
	if ((path !== "/log" && path !== "/log/") || query.length > longestQuery) {
		return undefined;
	}
	const values = new URLSearchParams(query);
	const text = (name: string) => {
		const value = sanitizeLine(values.get(name) ?? "").trim();
		return value === "" ? {} : { [name]: value.slice(0, longestValue).replace(/[\uD800-\uDBFF]$/, "") };
	};
	const minutes = values.get("minutes")?.trim();
	const number = /^\d{1,4}(\.\d{1,2})?$/.test(minutes ?? "") ? Number(minutes) : Number.NaN;
	return { ...text("on"), ...text("at"), ...text("note"), ...(minutes === undefined ? {} : { minutes: number }) };
}
