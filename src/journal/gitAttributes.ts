/** What became of a `.gitattributes`. */
export interface Attributes {
	/** The whole text; as it was where the line is there already. */
	readonly text: string;
	readonly changed: boolean;
}

/**
 * Adds the line by which git merges a journal line by line, so that both sides are kept (gitattributes(5), the built-in
 * `union` driver). Whatever stands there stays, line breaks too.
 *
 * @param text of the file; empty where there is none
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

/** Characters that a pattern gives a meaning, anywhere or at its beginning, stand for themselves. */
function escaped(stem: string): string {
	return stem.replace(/[\\*?[]|^[#!]/g, "\\$&");
}

/** In quotes, as C has them, where a space would end the pattern. */
function quoted(pattern: string): string {
	return /^"|\s/.test(pattern) ? `"${pattern.replace(/[\\"]/g, "\\$&")}"` : pattern;
}
