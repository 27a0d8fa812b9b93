import { safeLink } from "../../util/safeLink.ts";
import { delimitedRecords, findDelimiter } from "../time/delimitedRecords.ts";
import { columnKeys } from "./columnKeys.ts";
import {
	mostRows,
	plainRichText,
	type RichText,
	type SourceBlock,
	type SourceOutline,
	type SourceRow,
} from "./sourceOutline.ts";

/**
 * The outline of a table that was copied from a spreadsheet or saved as CSV; undefined if the text is something else. Its cells
 * are separated by tabs, or by commas or semicolons if the head names a column of a plan.
 */
export function tableOutline(text: ReadonlyArray<string>): SourceOutline | undefined {
	const first = text.find((line) => line.trim() !== "");
	const delimiter = findDelimiter(text);
	if (first === undefined || !first.includes(delimiter) || /^(?:\s|#|[-*+>|] ?|\d+[.)] |```)/.test(first)) {
		return undefined;
	}
	const rows: Array<SourceRow> = [];
	for (const { line, cells, isBroken } of delimitedRecords(text, delimiter)) {
		if (isBroken === true || cells.length !== (rows[0]?.cells ?? cells).length) {
			return undefined;
		}
		rows.push({ cells: cells.map(cellText), line });
		if (rows.length > mostRows) {
			break;
		}
	}
	const [head, , last] = [rows[0], rows[1], rows.at(-1)];
	const isNamed = head !== undefined && columnKeys(head.cells, []).some((key) => key !== undefined);
	if (!head || !last || rows.length < 2 || head.cells.length < 2 || (delimiter !== "\t" && !isNamed)) {
		return undefined;
	}
	const lines = { first: head.line, last: last.line };
	const blocks: Array<SourceBlock> = [{ kind: "table", rows, lines }];
	if (rows.length > mostRows) {
		blocks.push({ kind: "table", rows: [], lines: { first: last.line + 1, last: text.length } });
	}
	const title = plainRichText("");
	const root = { title, depth: 0, lines: { first: 1, last: text.length }, blocks, sections: [] };
	return { root, front: new Map(), frontLines: 0, text };
}

function cellText(text: string): RichText {
	const link = safeLink(text);
	return { ...plainRichText(text), links: link === undefined ? [] : [link] };
}
