/** A word of a typed line; a quoted text is one word. */
export interface TypedWord {
	/** As typed. */
	readonly text: string;
	/** The quoted text. */
	readonly quoted?: string;
	/** The ID after `#`. */
	readonly hash?: string;
	/** Its start in the line. */
	readonly start: number;
	/** Its end, exclusive. */
	readonly end: number;
}

const address = /^https?:\/\/[^\s/]/i;
/** A quotation mark ends a text only at the end of a word; a doubled one is literal. */
const piece = /(#?)(?:"((?:[^"]|"")*)"|“([^”]*)”)(?=[\s,]|$)|\S+/g;

/** The words of a line and, as lists of words, the parts between its commas. Commas inside numbers do not count. */
export function typedParts(text: string): ReadonlyArray<ReadonlyArray<TypedWord>> {
	const parts: Array<Array<TypedWord>> = [[]];
	for (const match of text.matchAll(piece)) {
		const word = wordOf(match);
		if (word.quoted !== undefined || word.hash !== undefined) {
			parts.at(-1)?.push(word);
			continue;
		}
		const pieces = isLink(word.text) ? word.text.split(/,(?=$)/) : word.text.split(/(?<!\d),|,(?!\d)/);
		let start = word.start;
		pieces.forEach((each, at) => {
			if (at > 0) {
				parts.push([]);
			}
			if (each !== "") {
				parts.at(-1)?.push({ ...hashOf(each), text: each, start, end: start + each.length });
			}
			start += each.length + 1;
		});
	}
	return parts.filter((words) => words.length > 0);
}

/** Whether a word is a web URL. */
export function isLink(text: string): boolean {
	return address.test(text);
}

/** Quotes a text, so that it is parsed as one word. */
export function quote(text: string): string {
	return `"${text.replaceAll('"', '""')}"`;
}

function wordOf(match: RegExpMatchArray): TypedWord {
	const [text, hash, straight, curly] = match;
	const start = match.index ?? 0;
	const inside = straight?.replaceAll('""', '"') ?? curly;
	const place = { text, start, end: start + text.length };
	return inside === undefined ? place : { ...place, ...(hash ? { hash: inside } : { quoted: inside }) };
}

function hashOf(text: string): { readonly hash?: string } {
	return /^#./.test(text) ? { hash: text.slice(1) } : {};
}
