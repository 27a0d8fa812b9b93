import type { Steps } from "../../journal/steps.ts";
import { delimitedRecords, findDelimiter } from "./delimitedRecords.ts";
import { findColumns } from "./findColumns.ts";
import { isOrgClock, orgClockRows } from "./orgClockRows.ts";
import { rowsPerStep, type TableRow, type TimeTable } from "./timeTable.ts";
import { isTimewarrior, timewarriorRows } from "./timewarriorRows.ts";

/**
 * The entries of a time tracker's export as a table: separated values of any tool, the JSON of `timew export`, or the clock
 * lines of an Org file. Undefined if the text is none of them.
 */
export function* readTimeTable(text: string): Steps<TimeTable | undefined> {
	const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
	yield;
	if (isTimewarrior(text)) {
		const rows = yield* timewarriorRows(lines);
		return { heads: ["", "", "", ""], roles: ["start", "end", "tags", "text"], rows, isFixed: true };
	}
	if (isOrgClock(text)) {
		const rows = yield* orgClockRows(lines);
		const roles = ["start", "end", "duration", "project", "text", "tags"] as const;
		return { heads: roles.map(() => ""), roles, rows, isFixed: true };
	}
	const records: Array<TableRow> = [];
	for (const record of delimitedRecords(lines, findDelimiter(lines))) {
		records.push(record);
		if (records.length % rowsPerStep === 0) {
			yield;
		}
	}
	const found = findColumns(records);
	const hasHeads = found?.heads.some((head) => head !== "") ?? false;
	return found && { ...found, rows: hasHeads ? records.slice(1) : records, isFixed: false };
}
