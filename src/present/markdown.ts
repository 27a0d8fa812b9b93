import type { Link, PhrasingContent, Root, RootContent, Table, Text } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { type ConstructName, toMarkdown, type Unsafe } from "mdast-util-to-markdown";
import { safeLink } from "./safeLink.ts";
import { shownText } from "./shownText.ts";

/**
 * Where an address in a text begins and ends: before the full stop or the bracket that belongs to the sentence, and
 * before a backslash, which some readers take for the escape of what follows.
 */
const addressInText = /(https:\/\/(?:[^\s<>()\\]|\([^\s<>()\\]*\))*(?:[\p{L}\p{N}/=&#_-]|\([^\s<>()\\]*\)))/iu;

/** A text that stays text, whatever it holds, but for the addresses in it that may be followed. */
export function textNodes(text: string): Array<PhrasingContent> {
	const parts = shownText(text).replace(/\s+/g, " ").split(addressInText);
	// What was matched stands between the texts, in turn.
	return parts.map((part, index) => (index % 2 === 1 && safeLink(part) !== undefined ? link(part) : textNode(part)));
}

function textNode(value: string): Text {
	return { type: "text", value };
}

function link(url: string): Link {
	return { type: "link", url, children: [textNode(url)] };
}

/** A link that shows its own address, after a space. What looks like a tag in the address is encoded: some readers take it for one. */
export function linkNode(address: string): ReadonlyArray<PhrasingContent> {
	return [textNode(" "), link(address.replace(/[<>]/g, encodeURIComponent))];
}

/** A heading; the title of a document has depth 1. */
export function heading(depth: 1 | 2 | 3, text: string): RootContent {
	return { type: "heading", depth, children: textNodes(text) };
}

/** A paragraph for each line that is not empty. */
export function paragraphs(text: string): ReadonlyArray<RootContent> {
	return text
		.split(/\r?\n/)
		.filter((line) => line.trim() !== "")
		.map((line) => ({ type: "paragraph", children: textNodes(line) }));
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
		children: cells.map((cell) => ({ type: "tableCell", children: textNodes(cell) })),
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
	return toMarkdown(root, { bullet: "-", listItemIndent: "one", extensions, unsafe: [...addresses, formulas] });
}

const inText = {
	inConstruct: "phrasing" as const,
	notInConstruct: ["autolink", "destinationLiteral", "destinationRaw"] satisfies Array<ConstructName>,
};

/** Where viewers make a link of an address in a text by themselves, with the backslash of an escape in it; `mailto:` they may. */
const addresses: Array<Unsafe> = [
	{ ...inText, character: ":", after: "\\/\\/" },
	{ ...inText, character: "/", before: "(?<!:)", after: "\\/" },
	{ ...inText, character: ".", before: "[wW]{3}" },
];

/** Where VS Code and others take a dollar for the end of a formula: not in front of an amount. */
const formulas: Unsafe = { ...inText, character: "$", after: "(?!\\w)" };
