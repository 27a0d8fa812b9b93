/** A piece of a typed line between spaces; a text in quotes is one piece. */
export interface TypedWord {
	/** As typed. */
	readonly text: string;
	/** What stands in the quotes. */
	readonly quoted?: string;
	/** The id behind a `#`. */
	readonly hash?: string;
	/** Where it begins in the line. */
	readonly start: number;
	/** Where it ends, not included. */
	readonly end: number;
}

const address = /^https?:\/\/[^\s/]/i;
/** A quote ends a text only where a word can end; a doubled one stands for itself. */
const piece = /(#?)(?:"((?:[^"]|"")*)"|“([^”]*)”)(?=[\s,]|$)|\S+/g;

/** The words of a line and, as lists of words, the parts that its commas separate. A comma inside a number does not. */
export function typedParts(text: string): ReadonlyArray<ReadonlyArray<TypedWord>> {
	const parts: Array<Array<TypedWord>> = [[]];
	for (const match of text.matchAll(piece)) {
		const word = wordOf(match);
		if (word.quoted !== undefined || word.hash !== undefined) {
			parts.at(-1)?.push(word);
			continue;
		}
		const pieces = isAddress(word.text) ? word.text.split(/,(?=$)/) : word.text.split(/(?<!\d),|,(?!\d)/);
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

/** Whether a word is an address on the web. */
export function isAddress(text: string): boolean {
	return address.test(text);
}

/** A text in quotes, such that it is read as one piece. */
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
