import { dsvFormat } from "d3-dsv";
import type { TableRow } from "./timeTable.ts";

const delimiters = [",", ";", "\t", "|"] as const;
/** A quoted text has at most so many lines: otherwise a quote without an end would contain the rest of the file. */
const mostLines = 50;
const sampleSize = 20;

/** The records of a text with separated values that aren't blank, with the lines on which they begin. */
export function* delimitedRecords(lines: ReadonlyArray<string>, delimiter: string): Generator<TableRow> {
	const format = dsvFormat(delimiter);
	for (let at = 0; at < lines.length; ) {
		const end = recordEnd(lines, at, delimiter);
		const record = lines.slice(at, end ?? at + 1).join("\n");
		if (end === undefined) {
			yield { line: at + 1, cells: [record], isBroken: true };
		} else if (record.trim() !== "") {
			yield { line: at + 1, cells: (format.parseRows(record)[0] ?? []).map((cell) => cell.trim()) };
		}
		at = end ?? at + 1;
	}
}

/** The separator with which the first records have the same number of cells, of several the one with the most. */
export function findDelimiter(lines: ReadonlyArray<string>): string {
	const sample = lines.slice(0, sampleSize * mostLines);
	// The parser takes any character behind a quoted text for the separator.
	const unquoted = sample.join("\n").replace(/"[^"]*"/g, "");
	const [best = ","] = delimiters
		.filter((delimiter) => unquoted.includes(delimiter))
		.map((delimiter) => ({ delimiter, score: consistency(sample, delimiter) }))
		.toSorted((a, b) => b.score - a.score)
		.map(({ delimiter }) => delimiter);
	return best;
}

function consistency(lines: ReadonlyArray<string>, delimiter: string): number {
	const records = delimitedRecords(lines, delimiter);
	const widths: Array<number> = [];
	for (const { cells, isBroken } of records) {
		if (isBroken !== true) {
			widths.push(cells.length);
		}
		if (widths.length === sampleSize) {
			break;
		}
	}
	const width = Math.max(...widths, 1);
	return width === 1 ? 0 : widths.filter((each) => each === width).length * 100 + Math.min(width, 99);
}

/** The line after a record; undefined if a quote has no end. */
function recordEnd(lines: ReadonlyArray<string>, from: number, delimiter: string): number | undefined {
	let isOpen = false;
	for (let at = from; at < Math.min(lines.length, from + mostLines); at++) {
		const line = lines[at] ?? "";
		isOpen = endsOpen(line, delimiter, isOpen);
		if (!isOpen) {
			return at + 1;
		}
	}
	return undefined;
}

/** Whether a line ends inside quotes. As for the parser, a quote opens only at the start of a cell. */
function endsOpen(line: string, delimiter: string, wasOpen: boolean): boolean {
	let isOpen = wasOpen;
	for (let at = 0; at <= line.length; ) {
		if (isOpen) {
			const quote = line.indexOf('"', at);
			if (quote < 0) {
				return true;
			}
			isOpen = line[quote + 1] === '"';
			at = quote + 2;
		} else if (line[at] === '"') {
			isOpen = true;
			at++;
		} else {
			const next = line.indexOf(delimiter, at);
			if (next < 0) {
				return false;
			}
			at = next + 1;
		}
	}
	return isOpen;
}
