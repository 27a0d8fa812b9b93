/** Signs that change the order in which the text around them is read, and could make one thing look like another. */
const reordering = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text without signs that have no place in one: control characters, all but line breaks, and what reorders text. */
export function shownText(text: string): string {
	return text
		.replace(reordering, "")
		.replace(/\r\n?/g, "\n")
		.replace(/[^\P{Cc}\n]/gu, " ");
}
