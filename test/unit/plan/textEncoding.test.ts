import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { decodeUtf8, EncodingError, wideEncoding } from "../../../src/plan/textEncoding.ts";

const plan = "title: Überblick\r\nstart: 2026-01-05\ntargets:\n  year 1:\n    - Größe für Jürgen\n";

/** What a text that isn't UTF-8 is called, and the line of its first invalid byte. */
function refusal(bytes: Uint8Array): string {
	try {
		decodeUtf8(bytes);
	} catch (error) {
		assert.ok(error instanceof EncodingError);
		return `${error.encoding ?? "UTF-8"}, line ${error.line}`;
	}
	return "none";
}

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
const bom = "\uFEFF";

describe("the encoding of a plan", () => {
	it("is UTF-8, with or without a byte order mark", () => {
		assert.equal(decodeUtf8(Buffer.from(plan)), plan);
		assert.equal(decodeUtf8(Buffer.from(bom + plan)), plan);
		assert.equal(decodeUtf8(new Uint8Array()), "");
	});

	it("gives back every text, however unusual", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
				const bytes = new TextEncoder().encode(text);
				// A text of zeros and letters in turn can't be told from UTF-16, and no plan has zeros.
				fc.pre(wideEncoding(bytes) === undefined);
				assert.equal(decodeUtf8(bytes), text.replace(/^\uFEFF/, ""));
			}),
		);
	});

	it("is never guessed: bytes that aren't UTF-8 are refused", () => {
		const isUtf8 = (bytes: Uint8Array) => Buffer.from(Buffer.from(bytes).toString("utf8")).equals(bytes);
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
				if (!isUtf8(bytes)) {
					assert.throws(() => decodeUtf8(bytes), EncodingError);
				}
			}),
			{ numRuns: 500 },
		);
	});

	for (const [name, bytes, expected] of [
		["Latin-1", Buffer.from(plan, "latin1"), "Windows-1252, line 1"],
		[
			"Latin-1 with one umlaut, in the last line",
			Buffer.from("title: a\ngoal: Größe", "latin1"),
			"Windows-1252, line 2",
		],
		["UTF-16 LE", Buffer.from(plan, "utf16le"), "UTF-16 LE, line 1"],
		["UTF-16 LE with a mark", Buffer.from(bom + plan, "utf16le"), "UTF-16 LE, line 1"],
		["UTF-16 BE", utf16be(plan), "UTF-16 BE, line 1"],
		["UTF-16 BE with a mark", utf16be(bom + plan), "UTF-16 BE, line 1"],
		["UTF-16 in Chinese", Buffer.from("title: 路线图\ngoal: 成为经理\n", "utf16le"), "UTF-16 LE, line 1"],
		["UTF-32 LE", new Uint8Array([0xff, 0xfe, 0, 0, 97, 0, 0, 0]), "UTF-32 LE, line 1"],
		["UTF-32 BE", new Uint8Array([0, 0, 0xfe, 0xff, 0, 0, 0, 97]), "UTF-32 BE, line 1"],
		// "title: " and the two characters for "roadmap" in GBK.
		[
			"GBK",
			Buffer.concat([Buffer.from("title: "), Buffer.from([0xc2, 0xb7, 0xcf, 0xdf, 0xcd, 0xbc])]),
			"GB 18030, line 1",
		],
		["UTF-8 with a broken byte", brokenAt(plan, "Jürgen"), "UTF-8, line 5"],
		["UTF-8 that was cut within a letter", Buffer.from(`${plan}é`).subarray(0, -1), "UTF-8, line 6"],
	] as const) {
		it(`is named for ${name}`, () => assert.equal(refusal(bytes), expected));
	}

	it("of every sample is UTF-8", () => {
		for (const folder of [
			"blank",
			"director-of-ai-engineering",
			"first-novel",
			"learning-year",
			"nurse-manager",
			"okrs",
			"personal-goals",
		]) {
			assert.doesNotThrow(() => decodeUtf8(readFileSync(join("examples", folder, "roadmap.yaml"))));
		}
	});
});

/** A text in UTF-8 with one byte of a word's second letter replaced. */
function brokenAt(text: string, word: string): Uint8Array {
	const bytes = Buffer.from(text);
	bytes[bytes.indexOf(word) + 1] = 0xff;
	return bytes;
}
