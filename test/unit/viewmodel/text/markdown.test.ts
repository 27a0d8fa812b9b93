import { strict as assert } from "node:assert";
import MarkdownIt from "markdown-it";
import { sanitizeText } from "../../../../src/util/sanitizeText.ts";
import {
	headingNode,
	listNode,
	paragraphNodes,
	renderMarkdown,
	tableNode,
	textNodes,
} from "../../../../src/viewmodel/text/markdown.ts";
import { hostileTexts } from "../hostileTexts.ts";

/** As VS Code previews a file: with tags, and a link of each address that has a scheme. */
const viewer = new MarkdownIt({ html: true, linkify: true });
viewer.linkify.set({ fuzzyLink: false });
// How it writes an address is the viewer's own affair.
viewer.normalizeLinkText = (text) => text;

const linkTypes = ["link_open", "link_close"];

/** The texts of the document, without spaces, and the addresses that its links lead to. Fails at all but plain text and links. */
function seenIn(document: string): { readonly text: string; readonly links: ReadonlyArray<string> } {
	const inline = viewer.parse(document, {}).flatMap((token) => {
		assert.doesNotMatch(token.type, /html|fence|code|hr|blockquote/, document);
		return token.children ?? [];
	});
	const texts: Array<string> = [];
	const links: Array<string> = [];
	for (const token of inline) {
		assert.ok(["text", "text_special", ...linkTypes].includes(token.type), `${token.type} in ${document}`);
		texts.push(token.content);
		if (token.type === "link_open") links.push(String(token.attrGet("href")));
	}
	return { text: texts.join("").replace(/\s+/g, ""), links };
}

/** What is to be seen of a text. */
const seen = (text: string) => sanitizeText(text).replace(/\s+/g, "");

describe("a Markdown document", () => {
	const texts = hostileTexts.filter((text) => text.length < 2000);
	// Some viewers look for addresses before they look at escapes.
	const behindAddresses = texts.map((text) => `https://example.com/${text}`);

	it("keeps every text as plain text, at every place", () => {
		assert.ok(texts.length >= 60);
		for (const text of [...texts, ...behindAddresses, `${behindAddresses.join(" ")}`]) {
			const places: ReadonlyArray<Parameters<typeof renderMarkdown>[0]> = [
				[headingNode(1, text)],
				paragraphNodes(text),
				listNode([{ line: textNodes(text), under: paragraphNodes(text) }]),
				[tableNode([{ title: text }], [[text]])],
			];
			for (const place of places) {
				const { text: shown, links } = seenIn(renderMarkdown(place));
				const times = place.length === 0 || shown === "" ? 1 : Math.round(shown.length / seen(text).length);
				assert.equal(shown, seen(text).repeat(times));
				assert.deepEqual(
					links.filter((link) => !/^(?:https:\/\/|mailto:)/i.test(link)),
					[],
				);
			}
		}
	});

	for (const [text, expected] of [
		["see https://a.example/my_file.txt.", ["https://a.example/my_file.txt"]],
		[
			"(https://a.example/Foo_(bar)), https://b.example/?q=a&b=*c*",
			["https://a.example/Foo_(bar)", "https://b.example/?q=a&b=*c"],
		],
		["http://a.example //b.example www.c.example ftp://d.example", []],
	] as const) {
		it(`has ${expected.length} links in: ${text}`, () => {
			assert.deepEqual(seenIn(renderMarkdown(paragraphNodes(text))), { text: seen(text), links: expected });
		});
	}

	it("leaves no dollar sign that VS Code would read as the end of a formula", () => {
		assert.equal(renderMarkdown(paragraphNodes("from $5 to $10, $(a)$")), "from $5 to $10, \\$(a)\\$\n");
	});
});
