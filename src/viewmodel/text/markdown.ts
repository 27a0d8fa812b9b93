import type { Link, PhrasingContent, Root, RootContent, Table, Text } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { type ConstructName, toMarkdown, type Unsafe } from "mdast-util-to-markdown";
import { safeLink } from "../../util/safeLink.ts";
import { sanitizeLine } from "../../util/sanitizeText.ts";

/**
 * A pattern for URLs in a text: without punctuation or brackets of the sentence, and without backslashes, which some
 * renderers treat as escapes.
 */
const addressInText = /(https:\/\/(?:[^\s<>()\\]|\([^\s<>()\\]*\))*(?:[\p{L}\p{N}/=&#_-]|\([^\s<>()\\]*\)))/iu;

/** Text nodes that show a text literally, except for safe links. */
export function textNodes(text: string): Array<PhrasingContent> {
	const parts = sanitizeLine(text).split(addressInText);
	// Texts and matches alternate.
	return parts.map((part, index) => (index % 2 === 1 && safeLink(part) !== undefined ? link(part) : textNode(part)));
}

function textNode(value: string): Text {
	return { type: "text", value };
}

function link(url: string): Link {
	return { type: "link", url, children: [textNode(url)] };
}

/**
 * A link that shows its own URL, after a space. Tags in the URL are encoded, because some renderers interpret them.
 */
export function linkNode(address: string): ReadonlyArray<PhrasingContent> {
	return [textNode(" "), link(address.replace(/[<>]/g, encodeURIComponent))];
}

/** A heading; the title of a document has depth 1. */
export function headingNode(depth: 1 | 2 | 3, text: string): RootContent {
	return { type: "heading", depth, children: textNodes(text) };
}

/** A paragraph for each line that is not empty. */
export function paragraphNodes(text: string): ReadonlyArray<RootContent> {
	return text
		.split(/\r?\n/)
		.filter((line) => line.trim() !== "")
		.map((line) => ({ type: "paragraph", children: textNodes(line) }));
}

/** A list; items can have nested content. */
export function listNode(
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

/** A table with a header. */
export function tableNode(
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

/** Renders a Markdown document. */
export function renderMarkdown(children: ReadonlyArray<RootContent>): string {
	const root: Root = { type: "root", children: [...children] };
	const extensions = [gfmTableToMarkdown()];
	return toMarkdown(root, { bullet: "-", listItemIndent: "one", extensions, unsafe: [...addresses, formulas] });
}

const inText = {
	inConstruct: "phrasing" as const,
	notInConstruct: ["autolink", "destinationLiteral", "destinationRaw"] satisfies Array<ConstructName>,
};

/** Text that renderers would link automatically, with an escape; `mailto:` is allowed. */
const addresses: Array<Unsafe> = [
	{ ...inText, character: ":", after: "\\/\\/" },
	{ ...inText, character: "/", before: "(?<!:)", after: "\\/" },
	{ ...inText, character: ".", before: "[wW]{3}" },
];

/** A dollar sign that VS Code and others would treat as the end of a formula: not before an amount. */
const formulas: Unsafe = { ...inText, character: "$", after: "(?!\\w)" };
