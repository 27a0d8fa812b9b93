/** Text of one place of the source, without its marks. */
export interface RichText {
	readonly text: string;
	/** The text in bold at the beginning; "" if there is none. */
	readonly bold: string;
	/** Links to `https:` and `mailto:`, in order. */
	readonly links: ReadonlyArray<string>;
	/** Links to pages that can't be opened from the plan, as text: `http:` and paths. */
	readonly addresses: ReadonlyArray<string>;
	/** Whether all of it is one link. */
	readonly isLink: boolean;
	/** Whether all of it is struck out. Of other texts, the parts that are struck out are left out. */
	readonly isStruck: boolean;
}

/** A text without marks and links. */
export function plainRichText(text: string): RichText {
	return { text, bold: "", links: [], addresses: [], isLink: false, isStruck: false };
}

/** A text with the links in it behind it: in the plan they aren't marked. */
export function withLinks({ text, links, addresses }: RichText): string {
	return [text, ...links, ...addresses].join(" ");
}

/** The lines of a part of the source, counted from 1; both ends are included. */
export interface SourceLines {
	readonly first: number;
	readonly last: number;
}

/** A bullet or a numbered item. */
export interface SourceItem {
	readonly content: RichText;
	/** The box of a task list; undefined if there is none. */
	readonly checked?: boolean;
	readonly lines: SourceLines;
	readonly blocks: ReadonlyArray<SourceBlock>;
}

/** A part of a section. */
export type SourceBlock =
	| { readonly kind: "paragraph"; readonly content: RichText; readonly lines: SourceLines }
	| { readonly kind: "list"; readonly items: ReadonlyArray<SourceItem>; readonly lines: SourceLines }
	| { readonly kind: "table"; readonly rows: ReadonlyArray<SourceRow>; readonly lines: SourceLines }
	| { readonly kind: "code" | "html" | "quote" | "rule"; readonly lines: SourceLines };

/** The most rows of a table that are parsed as such: no plan has room for more. */
export const mostRows = 4000;

/** A row of a table; the first one is its head. */
export interface SourceRow {
	readonly cells: ReadonlyArray<RichText>;
	readonly line: number;
}

/** A heading with what follows it. */
export interface SourceSection {
	readonly title: RichText;
	/** 1 for `#`; 0 for the whole text. */
	readonly depth: number;
	readonly lines: SourceLines;
	readonly blocks: ReadonlyArray<SourceBlock>;
	readonly sections: ReadonlyArray<SourceSection>;
}

/** A Markdown text by its headings. */
export interface SourceOutline {
	readonly root: SourceSection;
	/** The keys of the front matter that are a word, a colon and a text. */
	readonly front: ReadonlyMap<string, { readonly text: string; readonly line: number }>;
	/** How many lines the front matter has, with its rules; 0 without one. */
	readonly frontLines: number;
	/** The lines of the text. */
	readonly text: ReadonlyArray<string>;
}
