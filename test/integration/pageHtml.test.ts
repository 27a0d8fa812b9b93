import { strict as assert } from "node:assert";
import { pageHtml } from "../../src/host/ui/pageHtml.ts";

describe("the HTML of a review's page", () => {
	const script = 'var text = "</script><!--<script>"; var pattern = /<\\/SCRIPT|<!--/;';
	const html = pageHtml({ script, style: "h1 { color: red }" }, { title: '<i>"A"</i>', content: undefined });

	it("contains its script and style sheet, and requests no file", () => {
		assert.doesNotMatch(html, /\ssrc=|\shref=|<link/);
		const nonces = new Set([...html.matchAll(/nonce[-=]"?(\w{32})/g)].map(([, nonce]) => nonce));
		assert.equal(nonces.size, 1);
		assert.match(
			html,
			/default-src 'none'; script-src 'nonce-\w+'; style-src 'nonce-\w+'; img-src data:; form-action 'none'; base-uri 'none'"/,
		);
	});

	it("never ends a script within its code, whatever the code contains", () => {
		assert.equal(html.match(/<\/script/gi)?.length, 2);
		assert.doesNotMatch(html, /<!--/);
		const [, code = ""] = /<script nonce="\w+">(.*?)<\/script>/s.exec(html) ?? [];
		const said = (text: string): unknown => new Function(`${text}; return [text, pattern.source.length > 0];`)();
		assert.deepEqual(said(code), said(script));
	});

	it("has a title that is text", () => assert.match(html, /<title>&#60;i&#62;&#34;A&#34;&#60;\/i&#62;<\/title>/));
});
