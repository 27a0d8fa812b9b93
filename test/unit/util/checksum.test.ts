import assert from "node:assert/strict";
import { checksum } from "../../../src/util/checksum.ts";

const block = Uint8Array.from({ length: 4099 }, (_, at) => (at * 31) & 0x7f);

describe("the checksum of a block", function () {
	this.timeout(120_000);

	it("is the same for the same bytes, wherever they are in memory", () => {
		const shifted = new Uint8Array(block.length + 3);
		shifted.set(block, 3);
		assert.equal(checksum(shifted.subarray(3)), checksum(block));
	});

	it("is a safe integer", () => {
		assert.ok(Number.isSafeInteger(checksum(block)) && checksum(block) >= 0);
	});

	it("changes with each byte, at any position", () => {
		const before = checksum(block);
		const unnoticed: Array<string> = [];
		for (let at = 0; at < block.length; at++) {
			for (const flipped of [0x01, 0x20, 0x80]) {
				const changed = block.slice();
				changed[at] = (changed[at] ?? 0) ^ flipped;
				if (checksum(changed) === before) {
					unnoticed.push(`${flipped} at ${at}`);
				}
			}
		}
		assert.deepEqual(unnoticed, []);
	});

	it("changes if two bytes are swapped", () => {
		const before = checksum(block);
		for (let at = 0; at + 1024 < block.length; at += 5) {
			for (const distance of [1, 4, 256, 1024]) {
				const changed = block.slice();
				[changed[at], changed[at + distance]] = [block[at + distance] ?? 0, block[at] ?? 0];
				if (changed[at] !== block[at]) {
					assert.notEqual(checksum(changed), before, `${at} and ${distance} further on`);
				}
			}
		}
	});

	it("changes with zeros at the end", () => {
		const sums = [0, 1, 2, 3, 4, 5, 8].map((zeros) => checksum(new Uint8Array(zeros)));
		assert.equal(new Set(sums).size, sums.length);
	});
});
