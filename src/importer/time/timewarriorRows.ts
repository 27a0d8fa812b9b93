import type { Steps } from "../../journal/steps.ts";
import { rowsPerStep, type TableRow } from "./timeTable.ts";

/** Whether a text can be what `timew export` prints: a list of objects. */
export function isTimewarrior(text: string): boolean {
	return /^\s*\[\s*(?:\{|\])/.test(text.slice(0, 1000));
}

/** The intervals of `timew export`, each on its own line or all in any other layout: start, end, tags, annotation. */
export function* timewarriorRows(lines: ReadonlyArray<string>): Steps<ReadonlyArray<TableRow>> {
	const rows: Array<TableRow> = [];
	let broken = 0;
	for (const [at, written] of lines.entries()) {
		const line = written.trim().replace(/^\[/, "").replace(/\]$/, "").trim().replace(/,$/, "");
		if (line !== "") {
			const row = intervalOf(parsed(line), at + 1);
			broken += row.isBroken === true ? 1 : 0;
			rows.push(row);
		}
		if (at % rowsPerStep === 0) {
			yield;
		}
	}
	if (broken < rows.length || rows.length === 0) {
		return rows;
	}
	// Another layout: its lines are not those of the intervals.
	const all = parsed(lines.join("\n"));
	return Array.isArray(all) ? all.map((each: unknown) => intervalOf(each, 1)) : rows;
}

function intervalOf(value: unknown, line: number): TableRow {
	const { start, end = "", tags = [], annotation = "" } = (value ?? {}) as Readonly<Record<string, unknown>>;
	const texts = [start, end, annotation];
	if (!texts.every((each) => typeof each === "string") || !Array.isArray(tags)) {
		return { line, cells: [], isBroken: true };
	}
	const [from = "", to = "", note = ""] = texts;
	return { line, cells: [momentText(from), momentText(to), tags.join(","), note] };
}

/** `20260105T083000Z` in ISO 8601 with separators. */
function momentText(text: string): string {
	return text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
