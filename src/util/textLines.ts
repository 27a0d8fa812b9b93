const byteOrderMark = "\uFEFF";

/** The start of the line that contains an offset; on the first line, after a byte order mark. */
export function lineStart(text: string, at: number): number {
	const start = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
	return start === 0 && text.startsWith(byteOrderMark) ? 1 : start;
}

/** The end of the line that contains an offset, before its line break. */
export function lineEnd(text: string, at: number): number {
	const end = text.indexOf("\n", at);
	if (end < 0) {
		return text.length;
	}
	return end > at && text[end - 1] === "\r" ? end - 1 : end;
}

/** The start of the line after the one that contains an offset; the end of the text on the last line. */
export function nextLineStart(text: string, at: number): number {
	const end = text.indexOf("\n", at);
	return end < 0 ? text.length : end + 1;
}

/** The column of an offset: the number of characters before it on its line. */
export function columnOf(text: string, at: number): number {
	return at - lineStart(text, at);
}

/** The indentation of a line: the number of spaces and tabs at its start. To YAML, other blanks are text. */
export function marginOf(line: string): number {
	return /^[ \t\r]*/.exec(line)?.[0].length ?? 0;
}

/** Whether there are only spaces before an offset on its line. */
export function isAtLineStart(text: string, at: number): boolean {
	return /^[ \t]*$/.test(text.slice(lineStart(text, at), at));
}

/** Whether nothing but a comment follows on the line. */
export function isAtLineEnd(text: string, at: number): boolean {
	return /^[ \t]*(?:#[^\n]*)?$/.test(text.slice(at, lineEnd(text, at)));
}

/** The line break in use near an offset: the next one, otherwise the previous one, otherwise `\n`. */
export function lineBreakNear(text: string, at: number): string {
	const next = text.indexOf("\n", at);
	const end = next < 0 ? text.lastIndexOf("\n") : next;
	return end > 0 && text[end - 1] === "\r" ? "\r\n" : "\n";
}
