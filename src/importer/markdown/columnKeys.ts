import { parseQuantity } from "../../amount/parseQuantity.ts";
import { safeLink } from "../../util/safeLink.ts";
import { periodOf } from "./periodInHeading.ts";
import type { ItemDraft } from "./proposal.ts";
import type { RichText, SourceRow } from "./sourceOutline.ts";

/** The key of an item that a column of a table holds. */
export type ColumnKey = "title" | "goal" | "when" | "link" | "note";

/** Heads of columns in English, German and Chinese. */
const heads: Readonly<Record<ColumnKey, RegExp>> = {
	title:
		/^(?:title|item|task|name|milestone|outcome|objective|what|activity|titel|aufgabe|meilenstein|ergebnis|was|标题|任务|名称|里程碑|成果)$/iu,
	goal: /^(?:goal|target|target value|amount|ziel|zielwert|menge|目标|目标值)$/iu,
	when: /^(?:when|due|due date|deadline|date|target date|by|period|phase|quarter|year|wann|fällig|fällig am|termin|frist|datum|bis|zeitraum|quartal|jahr|时间|截止|截止日期|日期|期限|季度)$/iu,
	link: /^(?:link|url|链接|网址)$/iu,
	note: /^(?:notes?|comments?|description|details|notiz(?:en)?|kommentar|bemerkung|beschreibung|备注|说明|描述)$/iu,
};
const keys = ["title", "goal", "when", "link", "note"] as const;

/** What each column holds; the first one of a kind counts, and the first of all is the title if none else is. */
export function columnKeys(head: ReadonlyArray<RichText>): ReadonlyArray<ColumnKey | undefined> {
	const found: Array<ColumnKey | undefined> = [];
	for (const { text } of head) {
		const key = keys.find((each) => heads[each].test(text.trim()));
		found.push(key !== undefined && !found.includes(key) ? key : undefined);
	}
	if (found.includes("title")) {
		return found;
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
	let found: Pick<ItemDraft, "goal" | "when" | "link"> = {};
	for (const [at, cell] of cells.entries()) {
		if (cell.text === "" || cell === title) {
			continue;
		}
		const value = keyValue(columns[at], cell);
		if (value && !Object.keys(value).some((key) => Object.hasOwn(item, key))) {
			found = { ...found, ...value };
		} else {
			const name = columns[at] === "note" ? "" : (head.cells[at]?.text ?? "");
			notes.push(name === "" ? cell.text : `${name}: ${cell.text}`);
		}
	}
	return { ...item, ...found, ...(notes.length === 0 ? {} : { note: notes.join("\n\n") }) };
}

function keyValue(
	key: ColumnKey | undefined,
	{ text, links }: RichText,
): Pick<ItemDraft, "goal" | "when" | "link"> | undefined {
	switch (key) {
		case "goal":
			return typeof parseQuantity(text) === "string" ? undefined : { goal: text };
		case "when": {
			const when = periodOf(text);
			return when === undefined ? undefined : { when };
		}
		case "link": {
			const link = links[0] ?? safeLink(text);
			return link === undefined ? undefined : { link };
		}
		default:
			return undefined;
	}
}
