/** How a text is written. */
export type Quoting = "plain" | "single" | "double";

/** What a text is written as: a value or a key; in flow style (inside `[]` or `{}`) more characters have a meaning. */
export interface ScalarPlace {
	readonly flow: boolean;
	readonly key?: boolean;
}

// Tabs and line breaks are left out, too: they would be folded or taken for indentation. Half of a surrogate pair is no character.
const unprintable = /[^\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * A text on one line such that reading gives back exactly this text. It is quoted as preferred where that is possible,
 * else plainly where that is asked for and possible, else in double quotes, or in single ones where these save escapes.
 */
export function writeScalar(text: string, place: ScalarPlace, prefer: Quoting = "plain"): string {
	if (unprintable.test(text)) {
		return doubleQuoted(text);
	}
	if (prefer === "plain" && isPlain(text, place)) {
		return text;
	}
	const single = prefer === "single" || (prefer === "plain" && /["\\]/.test(text) && !text.includes("'"));
	return single ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}

/** How the text of a scalar is quoted. */
export function quotingOf(source: string): Quoting {
	return source.startsWith('"') ? "double" : source.startsWith("'") ? "single" : "plain";
}

/** Whether every character of a text may stand in it without an escape; line breaks may not. */
export function isPrintable(text: string): boolean {
	return !unprintable.test(text);
}

/** Whether a printable text on one line means itself without quotes. More is refused than YAML would, for people's sake. */
export function isPlain(text: string, place: ScalarPlace): boolean {
	return (
		text.trim() === text &&
		!/^(?:~|null|)$/i.test(text) &&
		!/^(?:[,[\]{}#&*!|>'"%@`?:]|---|\.\.\.|-(?:[\s,[\]{}]|$))/.test(text) &&
		!/:\s|:$|\s#/.test(text) &&
		!(place.flow && /[,[\]{}]/.test(text)) &&
		!(place.key && text.includes(":"))
	);
}

const escapes: { readonly [character: string]: string } = {
	"\n": "\\n",
	"\r": "\\r",
	"\t": "\\t",
	'"': '\\"',
	"\\": "\\\\",
};

function doubleQuoted(text: string): string {
	let result = "";
	for (const character of text) {
		result += escapes[character] ?? (unprintable.test(character) ? escaped(character) : character);
	}
	return `"${result}"`;
}

function escaped(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
