import assert from "node:assert/strict";
import { decodeSource, PackedFileError } from "../../../src/importer/decodeSource.ts";
import { EncodingError } from "../../../src/plan/textEncoding.ts";

const text = "# Jahr 1: Größe\r\n\r\n- 每周 3 次\r\n";

/** The bytes of UTF-16. */
function wide(written: string, isBig: boolean): Uint8Array {
	const bytes = new Uint8Array(written.length * 2);
	const view = new DataView(bytes.buffer);
	for (let at = 0; at < written.length; at++) {
		view.setUint16(at * 2, written.charCodeAt(at), !isBig);
	}
	return bytes;
}

describe("a file to import", () => {
	for (const [what, bytes] of [
		["UTF-8", new TextEncoder().encode(text)],
		["UTF-8 with a byte order mark", new TextEncoder().encode(`\uFEFF${text}`)],
		["UTF-16 LE with a byte order mark", wide(`\uFEFF${text}`, false)],
		["UTF-16 BE with a byte order mark", wide(`\uFEFF${text}`, true)],
		["UTF-16 LE without one", wide(text, false)],
	] as const) {
		it(`is read in ${what}`, () => assert.equal(decodeSource(bytes), text));
	}

	for (const [what, start] of [
		["a workbook", [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]],
		["an old workbook", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
	] as const) {
		it(`is refused as ${what}`, () => assert.throws(() => decodeSource(new Uint8Array(start)), PackedFileError));
	}

	it("is refused in an encoding that is not certain", () =>
		assert.throws(() => decodeSource(new Uint8Array([0x47, 0x72, 0xf6, 0xdf, 0x65])), EncodingError));
});
