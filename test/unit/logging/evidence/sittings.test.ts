import assert from "node:assert/strict";
import fc from "fast-check";
import type { Commit } from "../../../../src/logging/evidence/commit.ts";
import { sittingsOf } from "../../../../src/logging/evidence/sittings.ts";
import { runs } from "../../../harness/depth.ts";

const start = Date.UTC(2026, 5, 1, 9);
const minute = 60_000;

function commitAt(minutes: number, repository = "app"): Commit {
	return { hash: `${repository}${minutes}`, repository, authored: start + minutes * minute, message: `At ${minutes}` };
}

/** The commits of each sitting in minutes after the start, with the length. */
function sittings(minutes: ReadonlyArray<number>, before: number): ReadonlyArray<string> {
	return sittingsOf(
		minutes.map((at) => commitAt(at)),
		before,
	).map(({ commits, minutes: length }) => {
		const at = commits.map(({ authored }) => (authored - start) / minute);
		return `${at.join(" ")}: ${length}`;
	});
}

describe("sittings", () => {
	for (const { name, at, before, expected } of [
		{ name: "one commit", at: [0], before: 30, expected: ["0: 30"] },
		{ name: "commits two hours apart", at: [0, 120], before: 30, expected: ["0 120: 150"] },
		{ name: "commits further apart, the newest first", at: [0, 121], before: 30, expected: ["121: 30", "0: 30"] },
		{ name: "commits in any order", at: [50, 0, 20], before: 30, expected: ["0 20 50: 80"] },
		{ name: "lengths rounded down to five minutes", at: [0, 23], before: 15, expected: ["0 23: 35"] },
		{ name: "a single commit without anything before it", at: [0], before: 0, expected: ["0: 1"] },
		{ name: "nothing", at: [], before: 30, expected: [] },
	]) {
		it(`are made of ${name}`, () => assert.deepEqual(sittings(at, before), expected));
	}

	it("are of one repository each", () => {
		const commits = [commitAt(0, "a"), commitAt(10, "b"), commitAt(20, "a")];
		assert.deepEqual(
			sittingsOf(commits, 30).map(({ repository, minutes }) => `${repository} ${minutes}`),
			["a 50", "b 30"],
		);
	});

	it("hold each commit once, and are never longer than their span and what is added", () => {
		const at = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 40 });
		const property = fc.property(at, fc.integer({ min: 5, max: 120 }), (minutes, before) => {
			const made = sittingsOf(
				minutes.map((each) => commitAt(each)),
				before,
			);
			const held = made.flatMap(({ commits }) => commits.map(({ authored }) => (authored - start) / minute));
			assert.deepEqual(
				held.toSorted((a, b) => a - b),
				minutes.toSorted((a, b) => a - b),
			);
			for (const { commits, minutes: length } of made) {
				const times = commits.map(({ authored }) => authored);
				assert.ok(length <= (Math.max(...times) - Math.min(...times)) / minute + before);
				assert.ok(length > 0);
			}
		});
		fc.assert(property, { numRuns: runs(500) });
	});
});
