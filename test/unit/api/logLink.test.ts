import assert from "node:assert/strict";
import fc from "fast-check";
import { readLogLink } from "../../../src/api/logLink.ts";
import { runs } from "../../harness/depth.ts";
import { hostileTexts } from "../viewmodel/hostileTexts.ts";

describe("a link to log time", function () {
	this.timeout(60_000);
	it("has an ID, minutes, a date, and a note", () => {
		assert.deepEqual(readLogLink("/log", "on=writing&minutes=30&at=2026-07-01&note=A%20draft+more"), {
			on: "writing",
			minutes: 30,
			at: "2026-07-01",
			note: "A draft more",
		});
		assert.deepEqual([readLogLink("/log/", ""), readLogLink("/log", "minutes=7.5")], [{}, { minutes: 7.5 }]);
	});

	it("is unknown for any other path, and if it is very long", () => {
		for (const [path, query] of [
			["", ""],
			["/", ""],
			["/logs", ""],
			["/log/on", ""],
			["//log", ""],
			["/log", "a".repeat(4001)],
		] as const) {
			assert.equal(readLogLink(path, query), undefined, path);
		}
	});

	it("has no minutes but plain ones", () => {
		for (const text of ["", "-5", "1e3", "0x10", "Infinity", "12345", "3,5", "5;rm", "5%00", "1.234", "٣"]) {
			assert.ok(Number.isNaN(readLogLink("/log", `minutes=${text}`)?.minutes), text);
		}
	});

	it("takes of a repeated name the first value, and of unknown names none", () => {
		assert.deepEqual(readLogLink("/log", "on=a&on=b&replaces=1&__proto__=x&type=void"), { on: "a" });
	});

	it("has one line of capped text in each value, whatever it says", () => {
		const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: "binary", maxLength: 500 }));
		fc.assert(
			fc.property(text, text, text, (on, at, note) => {
				const link = readLogLink("/log", new URLSearchParams({ on, at, note }).toString());
				for (const value of Object.values(link ?? {})) {
					assert.ok(typeof value === "string" && value.length <= 200 && value.trim() !== "");
					assert.doesNotMatch(value, /[\u202a-\u202e\u2066-\u2069]|\p{Cc}|[\uD800-\uDBFF]$/u);
				}
			}),
			{ numRuns: runs(1000) },
		);
		// What isn't encoded as it should be is text, too.
		fc.assert(
			fc.property(fc.string({ maxLength: 300 }), (query) => void readLogLink("/log", query)),
			{ numRuns: runs(1000) },
		);
	});
});
