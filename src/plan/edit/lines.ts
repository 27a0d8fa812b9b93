const byteOrderMark = "\uFEFF";

/** Where the line of an offset begins; behind the byte order mark on the first line. */
export function lineStart(text: string, at: number): number {
	const start = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
	return start === 0 && text.startsWith(byteOrderMark) ? 1 : start;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, at: number): number {
	const end = text.indexOf("\n", at);
	if (end < 0) {
		return text.length;
	}
	return end > at && text[end - 1] === "\r" ? end - 1 : end;
}

/** Where the line after that of an offset begins; the end of the text on the last one. */
export function nextLine(text: string, at: number): number {
	const end = text.indexOf("\n", at);
	return end < 0 ? text.length : end + 1;
}

/** How many characters stand before an offset on its line. */
export function columnOf(text: string, at: number): number {
	return at - lineStart(text, at);
}

/** Whether only spaces stand before an offset on its line. */
export function beginsLine(text: string, at: number): boolean {
	return /^[ \t]*$/.test(text.slice(lineStart(text, at), at));
}

/** Whether nothing but a comment follows on the line. */
export function endsLine(text: string, at: number): boolean {
	return /^[ \t]*(?:#[^\n]*)?$/.test(text.slice(at, lineEnd(text, at)));
}

/** The line break in use near an offset: the next one, else the one before, else `\n`. */
export function lineBreakNear(text: string, at: number): string {
	const next = text.indexOf("\n", at);
	const end = next < 0 ? text.lastIndexOf("\n") : next;
	return end > 0 && text[end - 1] === "\r" ? "\r\n" : "\n";
}
