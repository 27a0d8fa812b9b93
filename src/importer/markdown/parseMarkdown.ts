import MarkdownIt, { type Token } from "markdown-it";
import type { Steps } from "../../journal/steps.ts";
import { safeLink } from "../../util/safeLink.ts";
import {
	mostRows,
	plainRichText,
	type RichText,
	type SourceBlock,
	type SourceItem,
	type SourceLines,
	type SourceOutline,
	type SourceRow,
} from "./sourceOutline.ts";
import { tableOutline } from "./tableOutline.ts";

interface Building {
	readonly title: RichText;
	readonly depth: number;
	readonly lines: SourceLines;
	readonly blocks: Array<SourceBlock>;
	readonly sections: Array<Building>;
}

/** The number of lines to parse without a pause, at least. */
const linesPerStep = 2000;

/** The most headings, items, and rows: no plan has room for more, and what comes after them is not parsed. */
const mostItems = 8000;

/** Longer headings are cut, and longer lines of the front matter are not read. */
const longest = 1000;

const none = plainRichText("");

/**
 * Parses Markdown with tables, task lists and front matter into its headings, lists and paragraphs, in steps of some
 * thousand lines. A text that is a table of a spreadsheet as a whole is that table. What is inside a paragraph or an item is parsed when it is used. Never throws.
 */
export function* parseMarkdown(source: string): Steps<SourceOutline> {
	const text = source.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
	const table = tableOutline(text);
	if (table) {
		return table;
	}
	const end = frontMatterEnd(text);
	const inline = new MarkdownParser();
	const builder = new OutlineBuilder(inline, text.length);
	for (let from = end + 1; from < text.length; ) {
		if (builder.itemCount > mostItems) {
			inline.blocks(text.slice(from).filter(isDefinition).join("\n"));
			break;
		}
		const to = stepEnd(text, from);
		builder.add(inline.blocks(text.slice(from, to).join("\n")), from);
		from = rowsEnd(text, to);
		if (from > to) {
			builder.addRows({ first: to + 1, last: from });
		}
		yield;
	}
	return { root: builder.root, front: frontKeys(text.slice(0, end + 1)), frontLines: end + 1, text };
}

/** Parses the blocks of a text first, and later what is inside them: links may be defined anywhere. */
class MarkdownParser {
	private readonly parser = new MarkdownIt({ html: true, linkify: false });
	private readonly links = {};

	constructor() {
		this.parser.core.ruler.enableOnly(["normalize", "block"]);
	}

	blocks(text: string): ReadonlyArray<Token> {
		return this.parser.parse(text, this.links);
	}

	inline(text: string): ReadonlyArray<Token> {
		const tokens: Array<Token> = [];
		this.parser.inline.parse(text, this.parser, this.links, tokens);
		return tokens;
	}
}

/**
 * Where a step ends: before a heading, a paragraph, or an item of a list, outside of code and HTML, because no other block
 * continues there. A table ends after more rows than a plan has room for.
 */
function stepEnd(text: ReadonlyArray<string>, from: number): number {
	let fence = "";
	let isHtml = false;
	let rows = 0;
	for (let at = from; at < text.length; at++) {
		const line = text[at] ?? "";
		rows = isRow(line) ? rows + 1 : 0;
		const canEnd = at >= from + linesPerStep && fence === "" && !isHtml;
		if (canEnd && (startsBlock(line, text[at - 1] ?? "") || rows > mostRows)) {
			return at;
		}
		const mark = /^ {0,3}(`{3}|~{3})/.exec(line)?.[1] ?? "";
		if (mark !== "" && (fence === "" || fence === mark)) {
			fence = fence === "" ? mark : "";
		}
		isHtml ||= /^ {0,3}<(?:!|\?|(?:pre|script|style|textarea)\b)/i.test(line);
	}
	return text.length;
}

/** The index after the rest of a table that was too long; the given one if no table goes on there. */
function rowsEnd(text: ReadonlyArray<string>, at: number): number {
	let end = at;
	while (isRow(text[end]) && isRow(text[end - 1])) {
		end++;
	}
	return end;
}

/** `[1]: https://example.org`, which links above it can name. */
export function isDefinition(line: string): boolean {
	return /^ {0,3}\[[^\]]+\]:/.test(line);
}

function isRow(line = ""): boolean {
	return /^ {0,3}\|/.test(line);
}

/** Whether a line starts a block, whatever is further above: after a blank line, or as one item or heading after another. */
function startsBlock(line: string, above: string): boolean {
	const isItem = (text: string) => /^(?:[-*+]|\d{1,9}[.)]|#{1,6}) \S/.test(text);
	return above.trim() === "" ? /^[^\s`~<]/.test(line) : isItem(line) && isItem(above);
}

/** The index of the last line of the front matter; -1 if there is none. */
function frontMatterEnd(text: ReadonlyArray<string>): number {
	return text[0]?.trimEnd() === "---" ? text.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) : -1;
}

function frontKeys(lines: ReadonlyArray<string>): SourceOutline["front"] {
	const keys = new Map<string, { readonly text: string; readonly line: number }>();
	for (const [at, line] of lines.entries()) {
		const [, key, value = ""] = /^([\w-]{1,40}): (.*)$/.exec(line.slice(0, longest)) ?? [];
		if (key !== undefined && value.trim() !== "") {
			keys.set(key.toLowerCase(), { text: value.trim().replace(/^(["'])(.*)\1$/, "$2"), line: at + 1 });
		}
	}
	return keys;
}

/** Builds the outline of a source from the tokens of its parts. */
class OutlineBuilder {
	readonly root: Building;
	/** The number of headings, items, and rows so far. */
	itemCount = 0;
	private readonly open: Array<Building>;
	/** The line in front of the part. */
	private offset = 0;

	constructor(
		private readonly parser: MarkdownParser,
		lines: number,
	) {
		this.root = { title: none, depth: 0, lines: { first: 1, last: lines }, blocks: [], sections: [] };
		this.open = [this.root];
	}

	/** Adds a part. @param offset the number of lines before it */
	add(tokens: ReadonlyArray<Token>, offset: number): void {
		const { open } = this;
		this.offset = offset;
		for (let at = 0; at < tokens.length; ) {
			const token = tokens[at] as Token;
			if (token.type === "heading_open") {
				this.itemCount++;
				const depth = Number(token.tag.slice(1));
				while ((open.at(-1)?.depth ?? 0) >= depth) {
					open.pop();
				}
				const title = headingText(this.richText(tokens[at + 1]));
				const section = { title, depth, lines: this.linesOf(token), blocks: [], sections: [] };
				open.at(-1)?.sections.push(section);
				open.push(section);
				at += 3;
				continue;
			}
			const next = endOf(tokens, at);
			open.at(-1)?.blocks.push(...this.blockOf(tokens.slice(at, next)));
			at = next;
		}
	}

	/** Adds rows of a table for which no plan has room. */
	addRows(lines: SourceLines): void {
		this.open.at(-1)?.blocks.push({ kind: "table", rows: [], lines });
	}

	private blockOf(tokens: ReadonlyArray<Token>): ReadonlyArray<SourceBlock> {
		const [first] = tokens;
		if (!first?.map) {
			return [];
		}
		const lines = this.linesOf(first);
		switch (first.type) {
			case "paragraph_open":
				return [{ kind: "paragraph", content: this.richText(tokens[1]), lines }];
			case "bullet_list_open":
			case "ordered_list_open":
				return [{ kind: "list", items: this.itemsOf(tokens.slice(1, -1)), lines }];
			case "table_open":
				return [{ kind: "table", rows: this.rowsOf(tokens), lines }];
			case "blockquote_open":
				return [{ kind: "quote", lines }];
			case "hr":
				return [{ kind: "rule", lines }];
			case "html_block":
				return [{ kind: "html", lines }];
			default:
				return [{ kind: "code", lines }];
		}
	}

	private itemsOf(tokens: ReadonlyArray<Token>): ReadonlyArray<SourceItem> {
		const items: Array<SourceItem> = [];
		for (let at = 0; at < tokens.length; ) {
			const next = endOf(tokens, at);
			const blocks: Array<SourceBlock> = [];
			for (let inner = at + 1; inner < next - 1; ) {
				const end = endOf(tokens, inner);
				blocks.push(...this.blockOf(tokens.slice(inner, end)));
				inner = end;
			}
			const [head] = blocks;
			const all = this.linesOf(tokens[at] as Token);
			if (head?.kind === "paragraph") {
				const written = tokens[at + 2]?.content ?? "";
				const box = /^\[([ xX])\]\s/.exec(written)?.[1];
				const content = box === undefined ? head.content : new ParsedText(this.parser, written.slice(3).trimStart());
				const checked = box === undefined ? {} : { checked: box !== " " };
				items.push({ content, ...checked, lines: head.lines, blocks: blocks.slice(1) });
			} else {
				items.push({ content: none, lines: { first: all.first, last: all.first }, blocks });
			}
			at = next;
		}
		this.itemCount += items.length;
		return items;
	}

	private rowsOf(tokens: ReadonlyArray<Token>): ReadonlyArray<SourceRow> {
		const rows: Array<{ readonly cells: Array<RichText>; readonly line: number }> = [];
		for (const token of tokens) {
			if (token.type === "tr_open") {
				this.itemCount++;
				rows.push({ cells: [], line: this.linesOf(token).first });
			} else if (token.type === "inline") {
				rows.at(-1)?.cells.push(this.richText(token));
			}
		}
		return rows;
	}

	private linesOf({ map }: Token): SourceLines {
		const [start, end] = map ?? [0, 1];
		return { first: this.offset + start + 1, last: this.offset + Math.max(start + 1, end) };
	}

	private richText(token: Token | undefined): RichText {
		return new ParsedText(this.parser, token?.content ?? "");
	}
}

/** The index after a token and everything in it. */
function endOf(tokens: ReadonlyArray<Token>, from: number): number {
	let depth = 0;
	for (let at = from; at < tokens.length; at++) {
		depth += tokens[at]?.nesting ?? 0;
		if (depth <= 0) {
			return at + 1;
		}
	}
	return tokens.length;
}

function headingText(title: RichText): RichText {
	const { text, bold, links, addresses, isLink, isStruck } = title;
	const cut = `${text.slice(0, longest)}…`;
	return text.length <= longest ? title : { text: cut, bold, links, addresses, isLink, isStruck };
}

/** The text of a place, parsed when it is used: of a long source, most is not. */
class ParsedText implements RichText {
	private parsed: RichText | undefined;

	/** @param written the Markdown of the place */
	constructor(
		private readonly parser: MarkdownParser,
		private readonly written: string,
	) {}

	get text(): string {
		return this.read().text;
	}

	get bold(): string {
		return this.read().bold;
	}

	get links(): ReadonlyArray<string> {
		return this.read().links;
	}

	get addresses(): ReadonlyArray<string> {
		return this.read().addresses;
	}

	get isLink(): boolean {
		return this.read().isLink;
	}

	get isStruck(): boolean {
		return this.read().isStruck;
	}

	private read(): RichText {
		this.parsed ??= richText(this.parser.inline(this.written));
		return this.parsed;
	}
}

function richText(all: ReadonlyArray<Token>): RichText {
	const tokens = all.map(withoutTags);
	let text = "";
	let bold = "";
	let boldDepth = 0;
	let isLeading = true;
	const links: Array<string> = [];
	const addresses: Array<string> = [];
	const isStruck = isWhole(tokens, "s");
	let struckDepth = 0;
	for (const child of tokens) {
		struckDepth += child.tag === "s" && !isStruck ? child.nesting : 0;
		if (struckDepth > 0) {
			continue;
		}
		if (child.type === "strong_open") {
			isLeading = isLeading && (bold !== "" || !/[\p{L}\p{N}]/u.test(text));
			boldDepth++;
		} else if (child.type === "strong_close") {
			boldDepth--;
			isLeading = false;
		} else if (child.type === "link_open") {
			const target = String(child.attrGet("href") ?? "");
			const link = safeLink(target);
			if (link !== undefined) {
				links.push(link);
			} else if (/^(?:http:\/\/|(?![#/]|[a-z][a-z\d+.-]*:)\S)/i.test(target)) {
				addresses.push(target);
			}
		} else {
			const part = /break$/.test(child.type) ? "\n" : visibleText(child);
			text += part;
			bold += boldDepth > 0 && isLeading ? part : "";
		}
	}
	const isLink = isWhole(tokens, "link");
	if (text.trim() === "" && tokens.some(({ tag }) => tag === "s")) {
		// Several texts, and all of them struck out.
		return { ...plainRichText(tokens.map(visibleText).join("").trim()), isStruck: true };
	}
	return { text: text.trim(), bold: bold.trim(), links, addresses, isLink, isStruck };
}

type InlineToken = Pick<Token, "type" | "tag" | "nesting" | "content" | "attrGet">;

/** `<del>` and `<s>` as the marks of Markdown. */
function withoutTags(token: Token): InlineToken {
	const [, end, name] = (token.type === "html_inline" && /^<(\/?)(del|s|strike)>$/i.exec(token.content)) || [];
	const kind = end ? ({ type: "s_close", nesting: -1 } as const) : ({ type: "s_open", nesting: 1 } as const);
	return name === undefined ? token : { ...kind, tag: "s", content: "", attrGet: () => null };
}

/** Whether the tokens are one link, or one text that is struck out, and nothing else. */
function isWhole(tokens: ReadonlyArray<InlineToken>, kind: "link" | "s"): boolean {
	return (
		tokens[0]?.type === `${kind}_open` && tokens.findIndex(({ type }) => type === `${kind}_close`) === tokens.length - 1
	);
}

/** The text of an inline token: HTML tags are not shown, of a picture there is its description. */
function visibleText({ type, content }: InlineToken): string {
	return type === "html_inline" || /_(?:open|close)$/.test(type) ? "" : content;
}
