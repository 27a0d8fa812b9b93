/** Characters that change the display order of the text around them, and could disguise one text as another. */
const reordering = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text without control characters, except line breaks, and without characters that reorder text. */
export function sanitizeText(text: string): string {
	return text
		.replace(reordering, "")
		.replace(/\r\n?/g, "\n")
		.replace(/[^\P{Cc}\n]/gu, " ");
}

/** The same in one line: each run of white space is one blank. */
export function sanitizeLine(text: string): string {
	return sanitizeText(text).replace(/\s+/g, " ");
}
