import assert from "node:assert/strict";
import fc from "fast-check";
import { jsonDepth, jsonFieldRange, jsonObjectEnd } from "../../../src/util/jsonRanges.ts";

/** The text at the place of a field. */
function fieldIn(text: string, key: string): string | undefined {
	const range = jsonFieldRange(text, key);
	return range && text.slice(range.start, range.end);
}

describe("positions in JSON", function () {
	this.timeout(120_000);

	for (const [text, key, expected] of [
		['{"a":1}', "a", "1"],
		['{"a" : 1.5e3 , "b":2}', "a", "1.5e3"],
		['{"a":"x, } y","b":2}', "a", '"x, } y"'],
		['{"a":"\\"","b":2}', "b", "2"],
		['{"a":"\\\\","b":2}', "b", "2"],
		['{"a":"b","b":true}', "b", "true"],
		['{"x":{"a":1},"a":2}', "a", "2"],
		['{"x":[{"a":1}]}', "a", undefined],
		['{"a":{"b":[1,{"c":"}"}]},"d":1}', "a", '{"b":[1,{"c":"}"}]}'],
		['{"a":[1, 2],"d":1}', "a", "[1, 2]"],
		['{"a":1,"a":2}', "a", "2"],
		['{"\\u0061":null}', "a", "null"],
		['{"a":":","b":1}', ":", undefined],
		["{}", "a", undefined],
		['{"a":""}', "a", '""'],
		['{ "a" :\t1}', "a", "1"],
	] as const) {
		it(`are found: ${key} in ${text}`, () => assert.equal(fieldIn(text, key), expected));
	}

	it("are those of any value", () => {
		const object = fc.dictionary(fc.string(), fc.jsonValue());
		fc.assert(
			fc.property(object, fc.constantFrom(undefined, 1), (value, indent) => {
				const text = JSON.stringify(value, undefined, indent);
				for (const [key, field] of Object.entries(value)) {
					assert.deepEqual(JSON.parse(fieldIn(text, key) ?? ""), JSON.parse(JSON.stringify(field)));
				}
				assert.equal(jsonObjectEnd(text, 0), text.length);
				assert.equal(jsonObjectEnd(`${text}${text}`, text.length), 2 * text.length);
			}),
		);
	});

	for (const [text, end] of [
		["{}", 2],
		['{"a":{}} {', 8],
		['{"a":"}', undefined],
		['{"a":"\\"}', undefined],
		['{"a":{}', undefined],
		["", undefined],
	] as const) {
		it(`give the end of ${text || "nothing"}`, () => assert.equal(jsonObjectEnd(text, 0), end));
	}

	for (const [text, depth] of [
		["1", 0],
		["{}", 1],
		['{"a":[[]],"b":{}}', 3],
		['{"a":"[[[["}', 1],
		["[".repeat(100_000), 100_000],
	] as const) {
		it(`give the depth of ${text.slice(0, 20)}`, () => assert.equal(jsonDepth(text), depth));
	}
});
