import { strict as assert } from "node:assert";
import { tooltipMarkdown } from "../../../src/host/ui/tooltipMarkdown.ts";
import type { TooltipPart } from "../../../src/viewmodel/rows/row.ts";

/** What Markdown shows of a text once its escapes are taken for what they stand for. */
function shown(markdown: string): string {
	return markdown.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

describe("the Markdown of a tooltip", () => {
	for (const [name, text] of [
		["HTML", '<img src=x onerror="alert(1)"><script>x</script>'],
		["a comment", "<!-- hidden -->"],
		["a link to a command", "[run](command:workbench.action.quit)"],
		["a link to a script", "[x](javascript:alert(1))"],
		["an address in angle brackets", "<command:waymark.undo>"],
		["an image", "![x](https://a.b/track.png)"],
		["code", "`a` ``b`` ```c```"],
		["stress", "**a** _b_ __c__ ~~d~~"],
		["a heading", "# a"],
		["a list", "- a"],
		["a table", "|a|b|"],
		["brackets", "[a] (b) {c} \\[d\\]"],
		["an address that needs no brackets", "https://a.b www.a.b a@b.c"],
		["entities", "&lt;b&gt; &amp; &#60;"],
		["an icon", "$(trash)"],
	] as const) {
		for (const kind of ["heading", "text", "fact"] as const) {
			it(`shows ${name} as it is, in a ${kind}`, () => {
				const part: TooltipPart = kind === "fact" ? { kind, name: text, text } : { kind, text };
				const { value } = tooltipMarkdown([part]);
				assert.ok(shown(value).includes(text), value);
				// Of the signs that mean something to Markdown only ours are left: stress, and lines that break.
				const bare = value.replace(/\\[!-/:-@[-`{-~]/g, "");
				const ours = { heading: /^\s*\*\*[^*]*\*\*\s*$/, text: /^[^*]*$/, fact: /^\*[^*]*\*: [^*]*$/ };
				assert.match(bare, ours[kind]);
				assert.doesNotMatch(bare, /[`[\]<>!#|_~$(){}&-]/, value);
			});
		}
	}

	it("is not trusted, and supports neither HTML nor icons", () => {
		const { isTrusted, supportHtml, supportThemeIcons } = tooltipMarkdown([{ kind: "text", text: "a" }]);
		assert.deepEqual([isTrusted ?? false, supportHtml ?? false, supportThemeIcons ?? false], [false, false, false]);
	});

	it("wraps, and doesn't turn indented lines into code", () => {
		const { value } = tooltipMarkdown([{ kind: "text", text: "    a  b\n\n\t  c\u00a0d" }]);
		assert.equal(value, "a b\n\n\n\nc\u00a0d  \n");
	});

	it("leaves out characters that change the text direction", () => {
		const { value } = tooltipMarkdown([{ kind: "text", text: "a\u202eb\u2066c\u2069\u200f" }]);
		assert.ok(value.includes("abc\u200f"), value);
	});

	for (const [name, url, expected] of [
		["a page", "https://a.b/c?d=e&f#g", "<https://a.b/c?d=e&f#g>"],
		["an address that is encoded already", "https://a.b/x%20y", "<https://a.b/x%20y>"],
		["a sign that would end the link", "https://a.b/<b> c>", "<https://a.b/%3Cb%3E%20c%3E>"],
		["half a character", "https://a.b/\ud800", "<https://a.b/%EF%BF%BD>"],
		["a letter", "mailto:a@b.c?subject=<x> y", "<mailto:a@b.c?subject=%3Cx%3E%20y>"],
	] as const) {
		it(`links to ${name}`, () => {
			const { value } = tooltipMarkdown([{ kind: "link", text: "Link", url }]);
			assert.equal(value.trim(), `Link: ${expected}`);
		});
	}

	for (const url of [
		"command:workbench.action.quit",
		"javascript:alert(1)",
		"file:///etc/passwd",
		"vscode://a.b/c",
		"https://",
		"http://a.b",
		" https://a.b",
		"notes/<a>.md",
	]) {
		it(`shows an address that isn't a web page as text: ${url}`, () => {
			const { value } = tooltipMarkdown([{ kind: "link", text: "Link", url }]);
			assert.doesNotMatch(value.replace(/^Link: /, "").replace(/\\./g, ""), /[<[:]/);
			assert.ok(shown(value).includes(url.trim()), value);
		});
	}

	it("keeps facts in lines close to each other", () => {
		const { value } = tooltipMarkdown([
			{ kind: "heading", text: "A" },
			{ kind: "fact", name: "B", text: "c" },
			{ kind: "fact", name: "D", text: "e" },
		]);
		assert.equal(value.trim(), "**A**\n\n*B*: c  \n*D*: e");
	});
});
