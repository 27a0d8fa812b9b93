import { parseQuantity } from "../../amount/parseQuantity.ts";
import { safeLink } from "../../util/safeLink.ts";
import { periodOf } from "./periodInHeading.ts";
import type { ItemDraft } from "./proposal.ts";
import type { RichText, SourceRow } from "./sourceOutline.ts";

/** The key of an item that a column of a table holds. */
export type ColumnKey = "title" | "goal" | "when" | "link" | "note" | "status";

/** Heads of columns in English, German and Chinese. */
const heads: Readonly<Record<ColumnKey, RegExp>> = {
	title:
		/^(?:title|item|task|name|milestone|outcome|objective|what|activity|titel|aufgabe|meilenstein|ergebnis|was|标题|任务|名称|里程碑|成果)$/iu,
	goal: /^(?:goal|target|target value|amount|ziel|zielwert|menge|目标|目标值)$/iu,
	when: /^(?:when|due|due date|deadline|date|target date|by|period|phase|time ?line|time ?frame|dates|(?:week|month|quarter|year)s?|wann|fällig|fällig am|termin|frist|datum|bis|zeitraum|wochen?|monate?|quartale?|jahre?|时间|截止|截止日期|日期|期限|周|月份|季度|年)$/iu,
	link: /^(?:link|url|链接|网址)$/iu,
	status: /^(?:status|state|done|progress|fortschritt|stand|erledigt|状态|进度|完成)$/iu,
	note: /^(?:notes?|comments?|description|details|notiz(?:en)?|kommentar|bemerkung|beschreibung|备注|说明|描述)$/iu,
};
const keys = ["title", "goal", "when", "link", "note", "status"] as const;

/** Heads of columns whose bare numbers count from the start of the plan. */
const units: ReadonlyArray<readonly [RegExp, string]> = [
	[/^(?:weeks?|wochen?|周)$/iu, "week"],
	[/^(?:months?|monate?|月份)$/iu, "month"],
	[/^(?:quarters?|quartale?|季度)$/iu, "quarter"],
	[/^(?:years?|jahre?|年)$/iu, "year"],
];

/**
 * What each column holds; the first one of a kind counts, and the first of all is the title if none else is. If it has
 * the period of every row, the next one with words is the title.
 */
export function columnKeys(
	head: ReadonlyArray<RichText>,
	rows: ReadonlyArray<SourceRow>,
): ReadonlyArray<ColumnKey | undefined> {
	const isTimed = rows.length > 0 && rows.every(({ cells }) => periodIn(head[0], cells[0]) !== undefined);
	const isNumber = !isTimed && rows.length > 0 && rows.every(({ cells }) => /^[\d.\s]*$/.test(cells[0]?.text ?? ""));
	const found: Array<ColumnKey | undefined> = [];
	for (const [at, { text }] of head.entries()) {
		const key = at === 0 && isNumber ? undefined : keys.find((each) => heads[each].test(text.trim()));
		found.push(key !== undefined && !found.includes(key) ? key : undefined);
	}
	if (found.includes("title")) {
		return found;
	}
	const named = head.findIndex(
		(_, at) => at > 0 && found[at] === undefined && rows.some(({ cells }) => /\p{L}/u.test(cells[at]?.text ?? "")),
	);
	if (named > 0 && (isNumber || (found[0] === "when" && isTimed))) {
		return found.map((key, at) => (at === named ? "title" : key));
	}
	// `Goal` and `Date` are the names of the items.
	return found.map((key, at) => (at === 0 ? undefined : key));
}

/** The cell that names the item of a row: that of its title, otherwise the first one with a text. */
export function titleCell({ cells }: SourceRow, columns: ReadonlyArray<ColumnKey | undefined>): RichText | undefined {
	const named = cells[columns.indexOf("title")];
	return named && named.text !== "" ? named : cells.find(({ text }) => text !== "");
}

/** An item with what the other cells of its row say; what isn't certain is part of its note. */
export function withCells(
	item: ItemDraft,
	{ cells }: SourceRow,
	{ head, columns }: { readonly head: SourceRow; readonly columns: ReadonlyArray<ColumnKey | undefined> },
): ItemDraft {
	const title = titleCell({ cells, line: 0 }, columns);
	const notes = item.note === undefined ? [] : [item.note];
	let found: Pick<ItemDraft, "goal" | "when" | "links"> = {};
	for (const [at, cell] of cells.entries()) {
		if (cell.text === "" || cell === title || (columns[at] === "status" && stateInCell(cell.text) !== undefined)) {
			continue;
		}
		const value = keyValue(columns[at], cell, head.cells[at]);
		if (value && !Object.keys(value).some((key) => Object.hasOwn(item, key))) {
			found = { ...found, ...value };
		} else {
			const name = columns[at] === "note" ? "" : (head.cells[at]?.text ?? "");
			notes.push(name === "" ? cell.text : `${name}: ${cell.text}`);
		}
	}
	return { ...item, ...found, ...(notes.length === 0 ? {} : { note: notes.join("\n\n") }) };
}

/** The state that a row names in its column: true for done, otherwise a percentage; undefined if it's open or not certain. */
export function rowState(
	{ cells }: SourceRow,
	columns: ReadonlyArray<ColumnKey | undefined>,
): true | number | undefined {
	const state = stateInCell(cells[columns.indexOf("status")]?.text ?? "");
	return state === 0 ? undefined : state;
}

function stateInCell(text: string): true | number | undefined {
	const percent = Number(/^(\d{1,3}) ?%$/.exec(text.trim())?.[1] ?? Number.NaN);
	if (
		/^(?:[✅✔☑]\uFE0F?|\[x\]|x|yes|done|completed?|finished|ja|erledigt|fertig|是|完成|已完成)$/iu.test(text.trim()) ||
		percent === 100
	) {
		return true;
	}
	return percent < 100 ? percent : undefined;
}

/** The period in a cell: `Month 5`, or a bare `5-6` in a column of months. */
function periodIn(head: RichText | undefined, cell: RichText | undefined): string | undefined {
	const text = cell?.text ?? "";
	const unit = units.find(([form]) => form.test(head?.text.trim() ?? ""))?.[1];
	return periodOf(unit !== undefined && /^\d{1,3}(?: ?[-–] ?\d{1,3})?$/.test(text) ? `${unit} ${text}` : text);
}

function keyValue(
	key: ColumnKey | undefined,
	cell: RichText,
	head: RichText | undefined,
): Pick<ItemDraft, "goal" | "when" | "links"> | undefined {
	const { text, links } = cell;
	switch (key) {
		case "goal":
			return typeof parseQuantity(text) === "string" ? undefined : { goal: text };
		case "when": {
			const when = periodIn(head, cell);
			return when === undefined ? undefined : { when };
		}
		case "link": {
			const link = links[0] ?? safeLink(text);
			return link === undefined ? undefined : { links: [link] };
		}
		default:
			return undefined;
	}
}
