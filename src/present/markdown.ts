import type { PhrasingContent, Root, RootContent, Table } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { type ConstructName, toMarkdown, type Unsafe } from "mdast-util-to-markdown";
import { shownText } from "./shownText.ts";

/** A text that stays text, whatever it holds. */
export function textNode(text: string): PhrasingContent {
	return { type: "text", value: shownText(text).replace(/\s+/g, " ") };
}

/** A link that shows its own address, after a space. What looks like a tag in the address is encoded: some readers take it for one. */
export function linkNode(address: string): ReadonlyArray<PhrasingContent> {
	const url = address.replace(/[<>]/g, encodeURIComponent);
	return [
		{ type: "text", value: " " },
		{ type: "link", url, children: [{ type: "text", value: url }] },
	];
}

/** A heading; the title of a document has depth 1. */
export function heading(depth: 1 | 2 | 3, text: string): RootContent {
	return { type: "heading", depth, children: [textNode(text)] };
}

/** A paragraph for each line that is not empty. */
export function paragraphs(text: string): ReadonlyArray<RootContent> {
	return text
		.split(/\r?\n/)
		.filter((line) => line.trim() !== "")
		.map((line) => ({ type: "paragraph", children: [textNode(line)] }));
}

/** A list; each item is a line, with lines of its own under it. */
export function list(
	items: ReadonlyArray<{ readonly line: ReadonlyArray<PhrasingContent>; readonly under?: ReadonlyArray<RootContent> }>,
): ReadonlyArray<RootContent> {
	if (items.length === 0) {
		return [];
	}
	return [
		{
			type: "list",
			spread: false,
			children: items.map(({ line, under = [] }) => ({
				type: "listItem",
				spread: false,
				children: [{ type: "paragraph", children: [...line] }, ...(under as ReadonlyArray<Table>)],
			})),
		},
	];
}

/** A table with its head. */
export function table(
	columns: ReadonlyArray<{ readonly title: string; readonly isNumber?: boolean }>,
	rows: ReadonlyArray<ReadonlyArray<string>>,
): RootContent {
	const row = (cells: ReadonlyArray<string>): Table["children"][number] => ({
		type: "tableRow",
		children: cells.map((cell) => ({ type: "tableCell", children: [textNode(cell)] })),
	});
	return {
		type: "table",
		align: columns.map(({ isNumber }) => (isNumber ? "right" : null)),
		children: [row(columns.map(({ title }) => title)), ...rows.map(row)],
	};
}

/** The text of a Markdown document. */
export function markdownOf(children: ReadonlyArray<RootContent>): string {
	const root: Root = { type: "root", children: [...children] };
	const extensions = [gfmTableToMarkdown()];
	return toMarkdown(root, { bullet: "-", listItemIndent: "one", extensions, unsafe: addresses });
}

const inText = {
	inConstruct: "phrasing" as const,
	notInConstruct: ["autolink", "destinationLiteral", "destinationRaw"] satisfies Array<ConstructName>,
};

/** Where viewers make a link of an address in a text by themselves; `https:` and `mailto:` they may. */
const addresses: Array<Unsafe> = [
	{ ...inText, character: ":", before: "(?<![hH][tT][tT][pP][sS])", after: "\\/\\/" },
	{ ...inText, character: "/", before: "(?<!:)", after: "\\/" },
	{ ...inText, character: ".", before: "[wW]{3}" },
];
