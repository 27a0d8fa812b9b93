import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as l10n from "@vscode/l10n";
import { UsageError } from "../../../scripts/show/options.ts";
import { output } from "../../../scripts/show/output.ts";
import type { Shown, ShownLine } from "../../../scripts/show/shown.ts";
import type { ShownRow } from "../../../scripts/show/views.ts";
import { writeLine } from "../../../src/journal/text/entryLine.ts";

const plan = `title: My secret plan
start: 2026-01-05
week: { hours: 4-5, day_ends: 03:00 }
commitments:
  - { id: writing, title: Writing, hours: 3 }
  - { id: reading, title: Reading, hours: 1 }
targets:
  2026:
    - { id: articles, title: Articles published, goal: 5+ }
    - { id: costs, title: Costs saved, goal: $1M+ }
`;

const entry = (minutes: number) =>
	`{"id":"${minutes}","at":"2026-11-24","type":"time","logged":"2026-11-24T10:00:00Z","on":"writing","name":"Writing","minutes":${minutes}}\n`;

describe("npm run show", function () {
	this.timeout(120_000);
	let folder: string;

	const write = (name: string, text: string) => {
		writeFileSync(join(folder, name), text);
		return join(folder, name);
	};
	const run = (script: ReadonlyArray<string>, args: ReadonlyArray<string>) =>
		spawnSync(process.execPath, [...script, ...args], { encoding: "utf8", env: { ...process.env, INIT_CWD: folder } });
	const show = (...args: ReadonlyArray<string>) => output(args, folder);
	const json = (...args: ReadonlyArray<string>) => JSON.parse(show(...args, "--json")) as Shown;
	const log = (line: string, ...args: ReadonlyArray<string>) =>
		(json("roadmap.yaml", "--log", line, ...args) as unknown as ShownLine).log;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "show-"));
		write("roadmap.yaml", plan);
	});

	afterEach(() => {
		rmSync(folder, { recursive: true });
		l10n.config({ contents: {} });
	});

	it("prints nothing but the result, as JSON, for the folder or the file, and builds itself", () => {
		const { status, stdout, stderr } = run(["scripts/run.mjs", "show"], [".", "--json", "--date", "2026-11-25"]);
		assert.equal(status, 0, stderr);
		assert.deepEqual(JSON.parse(stdout), json("roadmap.yaml", "--date", "2026-11-25"));
	});

	it("exits with 1 and one line if there is nothing to show", () => {
		const { status, stdout, stderr } = run(["dist/scripts/show.js"], ["nothing.yaml"]);
		assert.deepEqual([status, stdout], [1, ""]);
		assert.match(stderr, /^[^\n]*nothing\.yaml[^\n]*\n$/);
	});

	it("shows every view, the status bar and What Next as text", () => {
		write("roadmap.log.jsonl", entry(75));
		const stdout = show(folder, "--date", "2026-11-25", "--zone", "America/Chicago");
		for (const line of [
			/^2026-11-25 \(it is 2026-11-25T23:59:00-06:00, America\/Chicago\)$/m,
			/^Problems\n {2}none$/m,
			/^Roadmap {2}My secret plan\n(?: {2}.*\n)+/m,
			/^This Week .*\n {2}Total {2}1h15\/4–5h/m,
			/^Reviews\n {2}The plan has no checkpoints\.$/m,
			/^Signals\n/m,
			/^Status bar\n {2}compact: \$\(milestone\) 1 h 15 min of 4–5 h$/m,
			/^What Next\n(?: {2}.*\n)? {2}Writing: .*\[Start Timer, Log Time\]$/m,
		]) {
			assert.match(stdout, line);
		}
	});

	it("reads the journal of the plan, and lists the problems of each of its files", () => {
		write("other.yaml", plan);
		write("other.log.jsonl", `${entry(30)}{"id":"torn\n`);
		write("other.log (conflict).jsonl", entry(15));
		write("roadmap.log.jsonl", entry(600));
		const { plan: read, problems, status } = json("other.yaml", "--date", "2026-11-25");
		assert.deepEqual((read as { journal: unknown }).journal, ["other.log (conflict).jsonl", "other.log.jsonl"]);
		assert.equal(status?.week.minutes, 45);
		assert.deepEqual(
			problems.map(({ file, line, column, code, severity }) => ({ file, line, column, code, severity })),
			[{ file: "other.log.jsonl", line: 2, column: 1, code: "unreadable", severity: "error" }],
		);
	});

	it("lists each problem with its position and with fixes that remove it", () => {
		write("roadmap.yaml", plan.replace("title: Reading", "titel: Reading"));
		const { problems, fixedText, plan: read } = json("roadmap.yaml");
		const [problem] = problems.filter(({ code }) => code === "unknown-key");
		const fix = problem?.fixes[0] ?? assert.fail();
		assert.deepEqual(
			{ file: problem?.file, line: problem?.line, column: problem?.column, endColumn: problem?.endColumn },
			{ file: "roadmap.yaml", line: 6, column: 20, endColumn: 25 },
		);
		assert.match(problem?.message ?? "", /titel/);
		assert.match(fix.title, /title/);
		assert.deepEqual(
			fix.edits.map(({ line, column, endLine, endColumn, text }) => ({ line, column, endLine, endColumn, text })),
			[{ line: 6, column: 20, endLine: 6, endColumn: 25, text: "title" }],
		);
		assert.equal(fix.text, plan);
		assert.equal(fixedText, plan);
		assert.equal((read as { understood: unknown }).understood, true);
		write("roadmap.yaml", fix.text);
		assert.deepEqual(json("roadmap.yaml").problems, []);
	});

	it("shows the problems of an invalid plan, and nothing that depends on it", () => {
		write("roadmap.yaml", "&a *a\n");
		const shown = json("roadmap.yaml");
		assert.ok(shown.problems.length > 0 && shown.problems[0]?.code === "yaml");
		assert.equal(shown.views.roadmap.rows[0]?.rows?.length, shown.problems.length);
		assert.deepEqual(shown.views.week.rows, []);
		assert.equal(shown.statusBar, undefined);
	});

	it("gives every reading of a line, with questions, previews, and the entries to save", () => {
		const now = ["--date", "2026-11-25", "--now", "10:00", "--zone", "Europe/Berlin"];
		const { readings, questions, problems, texts, entries } = log("5 articles yesterday it is out", ...now);
		assert.ok(readings.length > 1);
		assert.deepEqual([texts.length, entries.length], [readings.length, readings.length]);
		assert.deepEqual([questions, problems], [["amount"], []]);
		const value = readings.findIndex(([first]) => first?.set === 5);
		assert.deepEqual(readings[value], [
			{
				...{ on: "articles", title: "Articles published", kind: "target", change: { set: 5 }, set: 5 },
				...{ day: "2026-11-24", at: "2026-11-24", note: "it is out" },
			},
		]);
		assert.equal(texts[value], "Articles published · 5 · Yesterday, Nov 24, 2026 · it is out");
		const [saved] = entries[value] ?? [];
		const { id: _, logged, ...rest } = saved ?? assert.fail();
		assert.equal(logged, "2026-11-25T09:00:00.000Z");
		const named = { on: "articles", name: "Articles published" };
		assert.deepEqual(rest, { at: "2026-11-24", type: "progress", ...named, set: 5, note: "it is out" });
	});

	it("shows the day of each part", () => {
		const now = ["--date", "2026-11-25", "--now", "10:00", "--zone", "Asia/Tokyo"];
		const [reading = []] = log("8:00-9:15 writing, 20m reading yesterday, articles +1", ...now).readings;
		assert.deepEqual(
			reading.map(({ on, minutes, add, at }) => [on, minutes ?? add, at]),
			[
				["writing", 75, "2026-11-25T09:15:00+09:00"],
				["reading", 20, "2026-11-24"],
				["articles", 1, "2026-11-25T10:00:00+09:00"],
			],
		);
	});

	it("prints entries that count: added to the journal, the week has their minutes", () => {
		const now = ["--date", "2026-11-25", "--now", "10:00"];
		const [entries = []] = log("8:00-9:15 writing, 20m reading yesterday", ...now).entries;
		write("roadmap.log.jsonl", entries.map(writeLine).join(""));
		assert.equal(entries.length, 2);
		assert.equal(json("roadmap.yaml", ...now).status?.week.minutes, 95);
	});

	it("uses the time of --now in the zone, and the plan's end of the day", () => {
		const at = (now: string) => json("roadmap.yaml", "--date", "2026-11-25", "--now", now, "--zone", "Asia/Tokyo");
		assert.deepEqual([at("02:59").today, at("03:00").today], ["2026-11-24", "2026-11-25"]);
		assert.equal(at("03:00").now, "2026-11-25T03:00:00+09:00");
		const codes = (now: string) =>
			log("8:00-9:15 writing", "--date", "2026-11-25", "--now", now).problems.map(({ code }) => code);
		assert.deepEqual([codes("09:14"), codes("09:15")], [["future-time"], []]);
	});

	it("accepts a line that starts with a dash", () => {
		const [problem] = log("-5m writing").problems;
		assert.equal(problem?.code, "zero");
		assert.ok((problem?.message.length ?? 0) > 0);
	});

	it("reads a number as time or as progress first", () => {
		const first = (...args: ReadonlyArray<string>) => log("7 articles", ...args).readings[0]?.[0];
		assert.ok((first()?.minutes ?? 0) > 0);
		assert.equal(first("--first", "progress")?.set, 7);
	});

	it("uses the language, and shows nothing private in discreet mode", () => {
		const stdout = show("roadmap.yaml", "--lang", "DE", "--discreet", "--date", "2026-11-25");
		assert.match(stdout, /^Diese Woche {2}/m);
		assert.match(stdout, /von 4–5 h/);
		const whole = JSON.stringify(json("roadmap.yaml", "--discreet"));
		assert.ok(whole.includes("Costs saved"));
		assert.doesNotMatch(whole, /secret|\$1M/);
	});

	it("gives all rows, expanded or not, with their line in the plan", () => {
		const rows = (from: ReadonlyArray<ShownRow>): ReadonlyArray<ShownRow> =>
			from.flatMap((row) => [row, ...rows(row.rows ?? [])]);
		const all = rows(json("roadmap.yaml").views.roadmap.rows);
		const articles = all.find(({ target }) => target === "articles") ?? assert.fail();
		assert.deepEqual([articles.label, articles.line], ["Articles published", 9]);
	});

	for (const [what, args, message] of [
		["no plan", [], /PLAN/],
		["two plans", ["a", "b"], /PLAN/],
		["a file that is not there", ["nothing.yaml"], /nothing\.yaml/],
		["a folder without a plan", ["empty"], /roadmap\.yaml or roadmap\.yml/],
		["a folder in the place of a plan", ["folder"], /roadmap\.yaml/],
		["a wrong date", [".", "--date", "2026-02-30"], /--date.*2026-02-30/],
		["a wrong time", [".", "--now", "24:00"], /--now.*24:00/],
		["a wrong zone", [".", "--zone", "Mars/Base"], /--zone.*Mars\/Base/],
		["a wrong language", [".", "--lang", "!!"], /--lang.*!!/],
		["a wrong kind", [".", "--first", "x"], /--first.*x/],
		["an unknown option", [".", "--nope"], /--nope/],
		["an option without its value", [".", "--log"], /--log/],
		["a line for a plan that cannot be understood", ["broken.yaml", "--log", "45m writing"], /broken\.yaml/],
	] as const) {
		it(`reports in one line ${what}`, () => {
			mkdirSync(join(folder, "empty"));
			mkdirSync(join(folder, "folder", "roadmap.yaml"), { recursive: true });
			write("broken.yaml", "&a *a\n");
			assert.throws(
				() => show(...args),
				(error: unknown) => error instanceof UsageError && message.test(error.message) && !/\n/.test(error.message),
			);
		});
	}
});
