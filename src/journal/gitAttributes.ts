/** The result of adding the line. */
export interface Attributes {
	/** The whole text; unchanged if the line already exists. */
	readonly text: string;
	readonly changed: boolean;
}

/**
 * Adds the line that makes Git merge a journal line by line, keeping both sides (gitattributes(5), the built-in
 * `union` driver). Other content is kept, including line breaks.
 *
 * @param text of the file; empty if it does not exist
 * @param stem of the plan, such as `roadmap`
 */
export function withUnionMerge(text: string, stem: string): Attributes {
	const pattern = quoted(`${escaped(stem)}.log*.jsonl`);
	const isThere = text.split(/\r?\n/).some((line) => {
		const rest = line.trim();
		return rest.startsWith(pattern) && /^\s(?:.*\s)?merge=union(?:\s|$)/.test(rest.slice(pattern.length));
	});
	if (isThere) {
		return { text, changed: false };
	}
	const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
	const gap = text === "" || text.endsWith("\n") ? "" : lineBreak;
	return { text: `${text}${gap}${pattern} merge=union${lineBreak}`, changed: true };
}

/** Escapes characters with a special meaning in patterns. */
function escaped(stem: string): string {
	return stem.replace(/[\\*?[]|^[#!]/g, "\\$&");
}

/** Quotes a pattern, with C escapes, if a space would end it. */
function quoted(pattern: string): string {
	return /^"|\s/.test(pattern) ? `"${pattern.replace(/[\\"]/g, "\\$&")}"` : pattern;
}
