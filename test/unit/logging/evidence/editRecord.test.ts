import assert from "node:assert/strict";
import fc from "fast-check";
import { commitEvidence, commitLinks } from "../../../../src/logging/evidence/commit.ts";
import { EditRecord } from "../../../../src/logging/evidence/editRecord.ts";
import { evidenceNote } from "../../../../src/viewmodel/evidence/evidenceText.ts";
import { runs } from "../../../harness/depth.ts";
import { hostileTexts } from "../../viewmodel/hostileTexts.ts";

const start = Date.UTC(2026, 5, 1, 9);
const at = (minute: number) => start + minute * 60_000;

describe("a record of edits", () => {
	const recorded = (minutes: ReadonlyArray<number>, record = new EditRecord()) => {
		for (const minute of minutes) record.add("app", `src/${minute}.ts`, at(minute));
		return record;
	};
	const every = (step: number, from: number, to: number) =>
		Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);

	it("has a sitting once there is an hour of edits, without long pauses", () => {
		assert.deepEqual(recorded(every(10, 0, 50)).sittings(), []);
		const [sitting, ...others] = recorded(every(10, 0, 60)).sittings();
		assert.deepEqual([others, sitting?.minutes, sitting?.begin, sitting?.end], [[], 60, at(0), at(61)]);
		assert.equal(sitting?.files?.[0], "src/60.ts");
		// A pause of an hour isn't work, but the sitting is the same.
		assert.deepEqual(
			recorded([...every(5, 0, 40), ...every(5, 100, 140)])
				.sittings()
				.map(({ minutes }) => minutes),
			[80],
		);
		assert.deepEqual(recorded([...every(5, 0, 40), ...every(5, 170, 210)]).sittings(), []);
	});

	it("forgets what was logged or ignored, and what is older than a day", () => {
		const record = recorded(every(10, 0, 60));
		for (const sitting of record.sittings()) record.forget(sitting);
		assert.deepEqual(record.sittings(), []);
		assert.deepEqual(recorded([...every(10, 0, 60), 2000]).sittings(), []);
	});

	it("names the files since a time, the latest first", () => {
		assert.deepEqual(recorded([0, 30, 60]).filesBetween(at(30), at(90)), ["src/60.ts", "src/30.ts"]);
	});

	it("never proposes more than the time that has passed, whatever the clock does", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -200, max: 3000 }), { maxLength: 200 }), (minutes) => {
				for (const { minutes: length, begin, end } of recorded(minutes).sittings()) {
					assert.ok(length >= 60 && length <= (end - begin) / 60_000);
				}
			}),
			{ numRuns: runs(1000) },
		);
	});
});

describe("what is kept of a commit", () => {
	const commit = (message: string) => ({ hash: "h", repository: "app", authored: start, message });

	it("has the links of its message, without those that carry a password", () => {
		const message =
			"Fix it (see https://example.com/issues/5)\n\nhttps://me:secret@example.com/ http://example.com https://example.com/issues/5 <https://example.com/pull/6>";
		assert.deepEqual(commitLinks({ message }), ["https://example.com/issues/5", "https://example.com/pull/6"]);
		assert.deepEqual(commitEvidence(commit(message)).links, [
			"https://example.com/issues/5",
			"https://example.com/pull/6",
		]);
		assert.equal("links" in commitEvidence(commit("None")), false);
	});

	it("is a short note in one line and few short links, whatever the texts say", () => {
		const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: "grapheme", maxLength: 400 }));
		fc.assert(
			fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
				const commits = texts.map((each) => commit(`${each} https://${each}`));
				for (const note of [evidenceNote({ commits }), evidenceNote({ commits: [], files: texts })]) {
					assert.ok(note.length <= 200);
					assert.doesNotMatch(note, /[\u202a-\u202e\u2066-\u2069]|\p{Cc}|[\uD800-\uDBFF]$/u);
				}
				for (const link of commits.flatMap(commitLinks)) {
					assert.ok(link.length <= 300);
					assert.doesNotMatch(link, /\s|\p{Cc}/u);
				}
			}),
			{ numRuns: runs(1000) },
		);
	});
});
