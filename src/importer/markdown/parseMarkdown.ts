import MarkdownIt, { type Token } from "markdown-it";
import { safeLink } from "../../util/safeLink.ts";
import type {
	RichText,
	SourceBlock,
	SourceItem,
	SourceLines,
	SourceOutline,
	SourceRow,
	SourceSection,
} from "./sourceOutline.ts";

interface Building {
	readonly title: RichText;
	readonly depth: number;
	readonly lines: SourceLines;
	readonly blocks: Array<SourceBlock>;
	readonly sections: Array<Building>;
}

/** Longer headings are cut, and longer lines of the front matter are not read. */
const longest = 1000;

const none: RichText = { text: "", bold: "", links: [] };

/** Parses Markdown with tables, task lists and front matter into its headings, lists and paragraphs. Never throws. */
export function parseMarkdown(source: string): SourceOutline {
	const text = source.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
	const end = frontMatterEnd(text);
	// Replaced by blank lines, so that all others keep their numbers.
	const body = text.map((line, at) => (at <= end ? "" : line)).join("\n");
	const tokens = new MarkdownIt({ html: true, linkify: false }).parse(body, {});
	return { root: outlineOf(tokens, text.length), front: frontKeys(text.slice(0, end + 1)), text };
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

function outlineOf(tokens: ReadonlyArray<Token>, lines: number): SourceSection {
	const root: Building = { title: none, depth: 0, lines: { first: 1, last: lines }, blocks: [], sections: [] };
	const open = [root];
	for (let at = 0; at < tokens.length; ) {
		const token = tokens[at] as Token;
		if (token.type === "heading_open") {
			const depth = Number(token.tag.slice(1));
			while ((open.at(-1)?.depth ?? 0) >= depth) {
				open.pop();
			}
			const section = { title: headingText(tokens[at + 1]), depth, lines: linesOf(token), blocks: [], sections: [] };
			open.at(-1)?.sections.push(section);
			open.push(section);
			at += 3;
			continue;
		}
		const next = endOf(tokens, at);
		open.at(-1)?.blocks.push(...blockOf(tokens.slice(at, next)));
		at = next;
	}
	return root;
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

function blockOf(tokens: ReadonlyArray<Token>): ReadonlyArray<SourceBlock> {
	const [first] = tokens;
	if (!first?.map) {
		return [];
	}
	const lines = linesOf(first);
	switch (first.type) {
		case "paragraph_open":
			return [{ kind: "paragraph", content: richText(tokens[1]), lines }];
		case "bullet_list_open":
		case "ordered_list_open":
			return [{ kind: "list", items: itemsOf(tokens.slice(1, -1)), lines }];
		case "table_open":
			return [{ kind: "table", rows: rowsOf(tokens), lines }];
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

function itemsOf(tokens: ReadonlyArray<Token>): ReadonlyArray<SourceItem> {
	const items: Array<SourceItem> = [];
	for (let at = 0; at < tokens.length; ) {
		const next = endOf(tokens, at);
		const blocks: Array<SourceBlock> = [];
		for (let inner = at + 1; inner < next - 1; ) {
			const end = endOf(tokens, inner);
			blocks.push(...blockOf(tokens.slice(inner, end)));
			inner = end;
		}
		const [head] = blocks;
		const all = linesOf(tokens[at] as Token);
		if (head?.kind === "paragraph") {
			const { text } = head.content;
			const box = /^\[([ xX])\]\s/.exec(text)?.[1];
			const rest = text.slice(3).trim();
			const content = box === undefined ? head.content : { ...head.content, text: rest };
			const checked = box === undefined ? {} : { checked: box !== " " };
			items.push({ content, ...checked, lines: head.lines, blocks: blocks.slice(1) });
		} else {
			items.push({ content: none, lines: { first: all.first, last: all.first }, blocks });
		}
		at = next;
	}
	return items;
}

function rowsOf(tokens: ReadonlyArray<Token>): ReadonlyArray<SourceRow> {
	const rows: Array<{ readonly cells: Array<RichText>; readonly line: number }> = [];
	for (const token of tokens) {
		if (token.type === "tr_open") {
			rows.push({ cells: [], line: linesOf(token).first });
		} else if (token.type === "inline") {
			rows.at(-1)?.cells.push(richText(token));
		}
	}
	return rows;
}

function headingText(token: Token | undefined): RichText {
	const title = richText(token);
	return title.text.length <= longest ? title : { ...title, text: `${title.text.slice(0, longest)}…` };
}

function linesOf({ map }: Token): SourceLines {
	const [start, end] = map ?? [0, 1];
	return { first: start + 1, last: Math.max(start + 1, end) };
}

function richText(token: Token | undefined): RichText {
	let text = "";
	let bold = "";
	let boldDepth = 0;
	let isLeading = true;
	const links: Array<string> = [];
	for (const child of token?.children ?? []) {
		if (child.type === "strong_open") {
			isLeading = isLeading && (bold !== "" || !/[\p{L}\p{N}]/u.test(text));
			boldDepth++;
		} else if (child.type === "strong_close") {
			boldDepth--;
			isLeading = false;
		} else if (child.type === "link_open") {
			const link = safeLink(String(child.attrGet("href") ?? ""));
			links.push(...(link === undefined ? [] : [link]));
		} else {
			const part = /break$/.test(child.type) ? "\n" : visibleText(child);
			text += part;
			bold += boldDepth > 0 && isLeading ? part : "";
		}
	}
	return { text: text.trim(), bold: bold.trim(), links };
}

/** The text of an inline token: HTML tags are not shown, of a picture there is its description. */
function visibleText({ type, content }: Token): string {
	return type === "html_inline" || /_(?:open|close)$/.test(type) ? "" : content;
}
