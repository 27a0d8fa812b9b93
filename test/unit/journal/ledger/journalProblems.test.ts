import assert from "node:assert/strict";
import { maxId } from "../../../../src/journal/entry.ts";
import { type JournalProblem, journalProblemCodes } from "../../../../src/journal/journalProblem.ts";
import { Ledger } from "../../../../src/journal/ledger/ledger.ts";
import { inspectEntry } from "../../../../src/journal/text/inspectEntry.ts";
import { JournalText } from "../../../../src/journal/text/journalText.ts";
import { journalProblemText } from "../../../../src/viewmodel/text/journalProblemText.ts";
import { bytesOf } from "../arbitraryJournals.ts";

const time = '"at":"2026-11-24","type":"time","on":"writing"';
const plain = `{"id":"a",${time},"minutes":5}`;

/** Lines, the code of a problem in the last, whether something does not count, the text it stands at, and its words. */
const cases: ReadonlyArray<
	readonly [text: string, code: string, severity: "error" | "warning", at: string | undefined, words: RegExp]
> = [
	["torn", "unreadable", "error", "torn", /kept, but not counted: torn/],
	[`{"id":"x${plain}`, "unreadable", "error", '{"id":"x', /kept, but not counted: \{"id":"x$/],
	[`"${"x".repeat(2 ** 20)}"`, "line-too-long", "error", undefined, /is 1025 KB long; the limit is 1024 KB/],
	[`{"id":"a","x":${"[".repeat(501)}${"]".repeat(501)}}`, "too-deep", "error", undefined, /more than 500 levels/],
	[`{${time},"minutes":5}`, "missing-field", "error", undefined, /no "id"/],
	['{"id":"a","at":"2026-11-24"}', "missing-field", "error", undefined, /no "type"/],
	[`{"id":"a",${time}}`, "missing-field", "error", undefined, /no "minutes"/],
	['{"id":"a","at":"2026-11-24","type":"progress","on":"x"}', "missing-field", "error", undefined, /no "set"/],
	[`{"id":"",${time},"minutes":5}`, "empty-field", "error", '""', /"id" is empty/],
	['{"id":"a","at":"2026-11-24","type":"timer","on":""}', "empty-field", "error", '""', /"on" is empty/],
	[`{"id":"a",${time},"minutes":1e400}`, "not-finite", "error", "1e400", /"minutes" isn't a valid number/],
	['{"id":"a","at":"2026-11-24","type":"progress","on":"x","set":-1e400}', "not-finite", "error", "-1e400", /"set"/],
	[`{"id":"a",${time},"minutes":525601}`, "too-large", "error", "525601", /"minutes" is too large/],
	['{"id":"a","at":"2026-11-24","type":"progress","on":"x","add":-2e15}', "too-large", "error", "-2e15", /"add"/],
	[
		'{"id":"a","at":"2026-02-30","type":"timer","on":"x"}',
		"bad-field",
		"error",
		'"2026-02-30"',
		/"at" has a value that isn't valid/,
	],
	['{"id":"a","at":"2026-11-24","type":5}', "bad-field", "error", "5", /"type"/],
	[`{"id":5,${time},"minutes":5}`, "missing-field", "error", "5", /no "id"/],
	[`{"id":"${"x".repeat(maxId + 1)}",${time},"minutes":5}`, "bad-field", "error", `"${"x".repeat(maxId + 1)}"`, /"id"/],
	[`{"id":"a",${time},"minutes":5,"timer":{"x":1}}`, "bad-field", "error", '{"x":1}', /"timer"/],
	[`{"id":"a",${time},"minutes":5,"replaces":""}`, "empty-field", "error", '""', /"replaces"/],
	[`{"id":"a",${time},"minutes":5,"note":[1, "]"]}`, "bad-field", "warning", '[1, "]"]', /"note"/],
	[
		'{"id":"a","at":"2026-11-24","type":"progress","on":"x","set":1,"add":1}',
		"set-and-add",
		"error",
		"1",
		/both "set" and/,
	],
	['{"id":"a","at":"2026-11-24","type":"progress","on":"x","name":5}', "missing-field", "error", undefined, /no "set"/],
	[
		'{"id":"a","at":"2026-11-24","type":"progress","on":"x","name":5,"set":1,"add":1}',
		...(["set-and-add", "error", "1", /both "set" and/] as const),
	],
	["<<<<<<< HEAD", "conflict-marker", "warning", undefined, /Both sides are counted/],
	// The control character is written as a byte that no UTF-8 has.
	[`{"id":"a",${time},"minutes":5,"note":"M\u0001ller"}`, "invalid-bytes", "warning", undefined, /isn't valid UTF-8/],
	['{"id":"a","type":"mood"}', "unknown-type", "warning", '"mood"', /"mood" come from a newer version.*: 1\./],
	[`{"id":"a",${time},"minutes":-5}`, "negative-minutes", "warning", "-5", /-5 min is counted as 0/],
	[`{"id":"a",${time},"minutes":1441}`, "many-minutes", "warning", "1441", /longer than 24 hours/],
	[
		'{"id":"a","at":"0001-01-01","type":"timer","on":"x"}',
		"far-away",
		"warning",
		'"0001-01-01"',
		/date is implausible/,
	],
	[
		'{"id":"a","at":"9999-12-31","type":"timer","on":"x"}',
		"far-away",
		"warning",
		'"9999-12-31"',
		/date is implausible/,
	],
	[
		'{"id":"a","at":"2026-11-24","type":"timer","on":"x","logged":"2026-11-22T10:00:00Z"}',
		...(["far-away", "warning", '"2026-11-24"', /after the day the entry was written: 2026-11-24/] as const),
	],
	[`${plain}\n{"id":"a",${time},"minutes":6}`, "two-contents", "warning", undefined, /other entry is in log, line 1/],
	[
		'{"id":"a","at":"2026-11-24","type":"void","entry":"a"}',
		"void-cycle",
		"warning",
		undefined,
		/Neither has an effect/,
	],
	[`{"id":"a",${time},"minutes":5,"replaces":"a"}`, "edit-cycle", "warning", undefined, /newest is counted/],
	[
		`{"id":"a",${time},"minutes":5,"timer":"t"}\n{"id":"b",${time},"minutes":5,"timer":"t"}`,
		...(["timer-stopped-twice", "warning", undefined, /already stopped/] as const),
	],
	...[
		"ffffffff-ffff-7fff-bfff-ffffffffffff",
		"zzzzzzzz-zzzz-7zzz-zzzz-zzzzzzzzzzzz",
		"03bb2cc3-d800-7000-8000-000000000000",
	].map(
		(id) => [`{"id":"${id}",${time},"minutes":5}`, "unsurpassable-id", "warning", undefined, /Change the ID/] as const,
	),
];

/** All that is wrong with a journal. */
function problemsOf(text: string): ReadonlyArray<JournalProblem> {
	const ledger = new Ledger();
	const journal = new JournalText("log", (entry, line) => ledger.add(entry, "log", line));
	journal.read(bytesOf(`${text}\n`).map((byte) => (byte === 1 ? 0xff : byte)));
	return [...journal.problems, ...ledger.problems()];
}

describe("the problems of a journal", () => {
	for (const [text, code, severity, at, words] of cases) {
		it(`are reported at their place: ${code} in ${text.split("\n").at(-1)?.slice(0, 80)}`, () => {
			const problem = problemsOf(text).at(-1) ?? assert.fail("no problem");
			assert.equal(problem.code, code);
			assert.equal(problem.severity, severity);
			const lines = text.split("\n");
			assert.equal(problem.line, lines.length);
			assert.equal(problem.file, "log");
			if (at !== undefined) {
				const { start, end } = problem.range ?? assert.fail("no range");
				assert.equal(lines.at(-1)?.slice(start, end), at);
			}
			assert.match(journalProblemText(problem), words);
		});
	}

	it("are all in the table above", () => {
		const tried = new Set(cases.map(([, code]) => code));
		assert.deepEqual(
			journalProblemCodes.filter((code) => !tried.has(code)),
			[],
		);
	});

	it("are empty for a valid journal", () => {
		for (const at of ["2000-01-01", "2099-12-31", "2026-11-24T23:59:59.999999999-23:59", "2024-02-29T00:00Z"]) {
			assert.deepEqual(problemsOf(`{"id":"a","at":"${at}","type":"time","on":"x","minutes":1440,"logged":"x"}`), []);
		}
		const tomorrow =
			'{"id":"a","at":"2026-11-25T09:00:00+14:00","type":"timer","on":"x","logged":"2026-11-24T19:00:00Z"}';
		assert.deepEqual(problemsOf(tomorrow), []);
	});
});

describe("an entry with an invalid optional field", () => {
	const review = { id: "a", at: "2026-11-24", type: "review", checkpoint: "annual", occurrence: 1 };

	for (const [what, fields, kept] of [
		["a note that is none", { summary: 5 }, {}],
		["a list that is none", { answers: "all" }, {}],
		[
			"a part of a list",
			{ answers: [{ question: "a" }, { verdict: "no" }, { question: "b", verdict: "maybe" }] },
			{ answers: [{ question: "a" }] },
		],
		["a promise that is due on no day", { next: [{ id: "p", text: "x", due: "soon" }] }, { next: [] }],
		[
			"several things",
			{ logged: 1, name: {}, kept: [5], facts: [[]], summary: "x" },
			{ kept: [], facts: [], summary: "x" },
		],
	] as const) {
		it(`counts without ${what}`, () => {
			const { entry, problems } = inspectEntry({ ...review, ...fields });
			assert.deepEqual(entry, { ...review, ...kept });
			assert.ok(problems.length > 0 && problems.every(({ severity }) => severity === "warning"));
		});
	}
});
