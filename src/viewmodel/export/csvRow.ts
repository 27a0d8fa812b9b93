import { csvFormatRow } from "d3-dsv";
import { sanitizeText } from "../../util/sanitizeText.ts";

/** A row of CSV (RFC 4180) without control characters. Texts that a spreadsheet would treat as formulas have an apostrophe in front. */
export function csvRow(cells: ReadonlyArray<string>): string {
	return `${csvFormatRow(cells.map(cellOf))}\r\n`;
}

/** Spreadsheets ignore blanks before the sign of a formula; numbers, percents, and money are none. */
function cellOf(text: string): string {
	const plain = sanitizeText(text);
	return /^[+-]?\p{Sc}?\d+(?:[.,]\d+)*\s?(?:%|\p{Sc})?$/u.test(plain)
		? plain
		: plain.replace(/^\s*[=+\-@＝＋－＠]/, "'$&");
}
