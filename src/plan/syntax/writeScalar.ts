/** The quoting of a text. */
export type Quoting = "plain" | "single" | "double";

/** Where a text is written: as a value or a key; in flow style (inside `[]` or `{}`) more characters are special. */
export interface ScalarPlace {
	readonly flow: boolean;
	readonly key?: boolean;
}

// Tabs and line breaks are excluded, too: they would be folded or read as indentation. Lone surrogates are not
// characters.
const unprintable = /[^\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * Writes a text on one line so that parsing gives exactly this text. It is quoted as preferred if possible; otherwise plain
 * if that is preferred and possible; otherwise in double quotes, or in single ones if these save escapes.
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

/** The quoting of a scalar. */
export function quotingOf(source: string): Quoting {
	if (source.startsWith('"')) {
		return "double";
	}
	return source.startsWith("'") ? "single" : "plain";
}

/** Whether every character of a text can be written without an escape; line breaks cannot. */
export function isPrintable(text: string): boolean {
	return !unprintable.test(text);
}

/** Whether a printable text on one line can be written without quotes. Stricter than YAML, for readability. */
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
