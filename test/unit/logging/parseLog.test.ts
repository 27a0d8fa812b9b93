import assert from "node:assert/strict";
import fc from "fast-check";
import type { Change } from "../../../src/amount/change.ts";
import { formatLog } from "../../../src/logging/line/formatLog.ts";
import { maxLogText, parseLog } from "../../../src/logging/line/parseLog.ts";
import type { LogItem, LogSource, LogTarget } from "../../../src/logging/logReading.ts";
import { slug } from "../../../src/plan/assignIds.ts";
import { runs } from "../../harness/depth.ts";
import { facts, source, today } from "./sampleLogSource.ts";

/** What is typed, and what it may mean: what has to be asked, the readings, the problems. */
const readings: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
	["45m writing yesterday drafted the MLOps article", ['writing · 45m · 11-24 · "drafted the MLOps article"']],
	["writing 2h, networking 30m, learning 1h", ["writing · 2h ++ networking · 30m ++ learning · 1h"]],
	["2h aws-saa done", ["aws-saa · 2h · done"]],
	["1.25h writing", ["writing · 1h15m"]],
	["1,5h writing", ["writing · 1h30m"]],
	["writing 1.5", ["writing · 1h30m"]],
	["90 writing", ["writing · 1h30m"]],
	[":30 writing", ["writing · 30m"]],
	["1h30 writing", ["writing · 1h30m"]],
	["0m writing", ["! zero 0m"]],
	["-5m writing", ["! zero -5m"]],
	["25h writing", ["! too-long 25h"]],
	["1.5 writing", ["writing · 1h30m"]],
	["2 writing", ["? amount", "writing · 2h", "writing · 2m"]],
	["2h", ["! no-target"]],
	["writing", ["! no-amount"]],
	["gym", ["gym · +1"]],
	["gym yesterday", ["gym · +1 · 11-24"]],
	["gym +2", ["gym · +2"]],
	["gym done", ["gym · +1"]],
	["gym 45m legs", ['gym · 45m · "legs"']],
	["gym legs and arms", ['gym · +1 · "legs and arms"']],
	["wrting 45m", ["? spelling", "writing · 45m"]],
	["writting 45m", ["? spelling", "writing · 45m"]],
	["m writing", ["! no-amount m"]],
	["45m 30m writing", ["? amount", "writing · 1h15m", "writing · 45m", "writing · 30m"]],
	["writing may 1h", ['writing · 1h · "may"']],
	["second draft 1h writing", ["? target", 'writing · 1h · "second draft"']],
	["writing 1h sat", ["writing · 1h · 11-21"]],
	["writing 1h sat with Bob", ["? day", 'writing · 1h · 11-21 · "with Bob"', 'writing · 1h · "sat with Bob"']],
	["march 3 writing 1h", ["? day", "writing · 1h · 03-03"]],
	["writing 1h march", ['writing · 1h · "march"']],
	["net 30m", ["? target", "exec-networking · 30m", "networking · 30m"]],
	["30m 3/4 writing", ["? day", "writing · 30m · 04-03", "writing · 30m · 03-04"]],
	["writing 45m tomorrow", ["! future tomorrow"]],
	['writing 45m "2h monday, done" ', ['writing · 45m · "2h monday, done"']],
	["writing drafted the article 45m", ['writing · 45m · "drafted the article"']],
	["writing drafted the article 45m yesterday", ['writing · 45m · 11-24 · "drafted the article"']],
	[
		"writing 45m drafted the article on monday",
		["? day", 'writing · 45m · 11-23 · "drafted the article"', 'writing · 45m · "drafted the article on monday"'],
	],
	["writing 45m prepared slides for monday", ['writing · 45m · "prepared slides for monday"']],
	[
		"aws-saa 2h done with module 3",
		["? note", 'aws-saa · 2h · done · "with module 3"', 'aws-saa · 2h · "done with module 3"'],
	],
	["8:00-9:15 writing", ["writing · 1h15m · until 9:15"]],
	["8am-9:15am writing draft", ['writing · 1h15m · until 9:15 · "draft"']],
	[
		"writing 11-1 lunch talk",
		["? amount", 'writing · 2h · until 13:00 · "lunch talk"', 'writing · 14h · until 25:00 · "lunch talk"'],
	],
	["22:30-0:15 writing", ["writing · 1h45m · until 24:15"]],
	["yesterday 9am writing 1h", ["writing · 1h · until 9:00 · 11-24"]],
	["9:15 writing", ["writing · 9h15m"]],
	["connections 7", ["? amount", "connections · 7h", "connections · 7m", "connections · 7"]],
	["connections +3 met at the meetup", ['connections · +3 · "met at the meetup"']],
	["impact $250K https://example.com/x", ["impact · 250000 · https://example.com/x"]],
	["impact €250", ["! bad-amount €250"]],
	["adoption 50%", ["adoption · 50"]],
	["articles 50%", ["articles · 2.5"]],
	["writing +1", ["! time-only +1"]],
	["aws-saa", ["! no-amount"]],
	["aws 1h", ["? target", "aws-saa · 1h", "aws-security · 1h"]],
	["launch 1h", ["launch · 1h"]],
	["写作 1h", ["写作 · 1h"]],
	["cafe 30m", ["cafe · 30m"]],
	["café 30m", ["cafe · 30m"]],
	["monday review 1h", ["monday-review · 1h"]],
	["45m writing talked about a, b and c", ['writing · 45m · "talked about a, b and c"']],
	[
		"writing 2h, 30m with Bob",
		["? amount, list", 'writing · 2h · "30m with Bob"', 'writing · 2h30m · "with Bob"', 'writing · 30m · "with Bob"'],
	],
	[
		"writing 2h, drafted x, networking 30m",
		["? list", 'writing · 2h · "drafted x" ++ networking · 30m', 'writing · 2h · "drafted x, networking 30m"'],
	],
	["2h netwrkng", ["? spelling", "exec-networking · 2h", "networking · 2h"]],
	["xyzzy 45m", ["! unknown-target xyzzy"]],
	["45m", ["! no-target"]],
	["title-progression rising", ["title-progression · rising"]],
	[
		"articles 45m 2 drafts of the same",
		["? note", 'articles · 45m · 2 · "drafts of the same"', 'articles · 45m · "2 drafts of the same"'],
	],
	["articles 1h 3", ["? amount", "articles · 1h3m", "articles · 1h · 3"]],
	["articles 1h +1 published it https://x.io/a", ['articles · 1h · +1 · "published it" · https://x.io/a']],
	["team 9 people", ["team · 9"]],
	["team 9 people 1h", ["team · 1h · 9"]],
	["9 people team", ["? amount", 'team · 9h · "team"', 'team · 9m · "team"', 'team · 9 · "team"']],
	[
		"writing 2, networking 1",
		[
			"? amount",
			"writing · 2h ++ networking · 1h",
			"writing · 2h ++ networking · 1m",
			"writing · 2m ++ networking · 1h",
			"writing · 2m ++ networking · 1m",
		],
	],
	["90 articles", ["? amount", "articles · 1h30m", "articles · 90"]],
	["connections 0", ["connections · 0"]],
	["impact 5M", ["? amount", "impact · 5000000", "impact · 5m"]],
	["impact $5M", ["impact · 5000000"]],
	["impact 5m", ["? amount", "impact · 5m", "impact · 5000000"]],
	["writing 5M", ["writing · 5m"]],
	["done aws-saa", ["aws-saa · done"]],
	["done: aws-saa", ["aws-saa · done"]],
	["aws-saa not done", ["aws-saa · not done"]],
	["aws-saa not done yet", ['aws-saa · not done · "yet"']],
	["writing done with chapter 3 1h", ['writing · 1h · "done with chapter 3"']],
	["spent 2h on writing", ["writing · 2h"]],
	["worked on aws-saa for 2 hours yesterday", ["aws-saa · 2h · 11-24"]],
	["45 min of writing", ["writing · 45m"]],
	["2 hours writing", ["writing · 2h"]],
	["1 hour 30 min writing on friday", ["writing · 1h30m · 11-20"]],
	["half an hour writing", ["writing · 30m"]],
	["writing: 45m", ["writing · 45m"]],
	["writing, 45m, drafted it", ['writing · 45m · "drafted it"']],
	["45m, writing", ["writing · 45m"]],
	["writing - 45m - drafted it", ['writing · 45m · "drafted it"']],
	["writing 45m last week", ["? day", 'writing · 45m · "last week"']],
	["last week 45m writing", ["? day, target", 'writing · 45m · "last week"']],
	["writing 45m 31 nov", ["! no-such-day 31 nov"]],
	["writing 45m the day before yesterday", ["writing · 45m · 11-23"]],
	["mon 45m writing", ["writing · 45m · 11-23"]],
	["wed 45m writing", ["writing · 45m"]],
	[
		"writing 45m sun shone all day",
		["? day", 'writing · 45m · 11-22 · "shone all day"', 'writing · 45m · "sun shone all day"'],
	],
	["writing 45m https://x.io/a", ['writing · 45m · "https://x.io/a"']],
	["https://x.io/a aws-saa done", ["aws-saa · done · https://x.io/a"]],
	["aws-saa done https://x.io/a", ["aws-saa · done · https://x.io/a"]],
	['aws-saa done "passed with 880"', ['aws-saa · done · "passed with 880"']],
	['writing 45m "unclosed quote here', ['writing · 45m · ""unclosed quote here"']],
	['writing 45m "quoted" and more', ['writing · 45m · ""quoted" and more"']],
	['writing 45m said "hello" to Bob', ['writing · 45m · "said "hello" to Bob"']],
	["#writing 45m", ["writing · 45m"]],
	["writing 2h,networking 30m", ["writing · 2h ++ networking · 30m"]],
	["#nothing 45m", ["! unknown-target #nothing"]],
	["2h 3h 4h writing", ["? amount, target", 'writing · 5h · "4h"', 'writing · 2h · "4h"', 'writing · 3h · "4h"']],
	["- 45m writing: drafted", ['writing · 45m · "drafted"']],
	["1:30 writing 30m", ["? amount", "writing · 2h", "writing · 1h30m", "writing · 30m"]],
	["8:00-9:15 45m writing", ["? amount", "writing · 2h", "writing · 1h15m · until 9:15", "writing · 45m"]],
	["from 8 to 9:15 writing", ["writing · 1h15m · until 9:15"]],
	["1-2pm writing", ["writing · 1h · until 14:00"]],
	["8-9 writing", ["writing · 1h · until 9:00"]],
	["writing 8-9 pages", ['writing · 1h · until 9:00 · "pages"']],
	["45m execnet", ["? spelling", "exec-networking · 45m"]],
	["writing 24h", ["writing · 24h"]],
	["writing 1440m", ["writing · 24h"]],
	["writing 1441m", ["! too-long 1441m"]],
	["writing 100", ["writing · 1h40m"]],
	["writing 1,000", ["! time-only 1,000"]],
	["articles 1,000", ["articles · 1000"]],
	["impact 1,000,000", ["impact · 1000000"]],
	["blog 45m", ["writing · 45m"]],
	["45m writing today", ["writing · 45m"]],
	[
		"45m writing compared it with yesterday",
		["? day", 'writing · 45m · "compared it with yesterday"', 'writing · 45m · 11-24 · "compared it"'],
	],
	[
		"45m writing notes from yesterday",
		["? day", 'writing · 45m · "notes from yesterday"', 'writing · 45m · 11-24 · "notes from"'],
	],
	["45m writing on the train", ['writing · 45m · "on the train"']],
	["next monday 45m writing", ["! future next monday"]],
	["45m writing in 3 days", ["! future in 3 days"]],
	["connections 20 of 100", ["? amount", 'connections · 20m · "of 100"', 'connections · 20 · "of 100"']],
	["1h title-progression steady", ["title-progression · 1h · steady"]],
	["title-progression rising 2 calls this week", ['title-progression · rising · "2 calls this week"']],
	["thought leadership 45m", ["writing · 45m"]],
	["thought lead 45m", ["writing · 45m"]],
	["45m with Bob", ["! unknown-target with Bob"]],
	["the 45m", ["! unknown-target the"]],
	["45m drafted the article", ["? target", 'drafts · 45m · "drafted the"', 'articles · 45m · "drafted the"']],
	[",", ["! empty"]],
	[", ,", ["! empty"]],
	['""', ["! no-target"]],
	['writing 1h "" ', ["writing · 1h"]],
	["０.５h writing", ["writing · 30m"]],
	["５ writing", ["? amount", "writing · 5h", "writing · 5m"]],
	["😀 writing 45m", ["writing · 45m"]],
	["writing 45m 😀", ['writing · 45m · "😀"']],
	["WRITING 45M", ["writing · 45m"]],
	["writing 45 m", ["writing · 45m"]],
	["writing 45 minutes", ["writing · 45m"]],
	["writing 1 h", ["writing · 1h"]],
	["writing 1 h 5", ["writing · 1h5m"]],
	["writing 1h wed", ["writing · 1h"]],
	["45m writing 20 Nov review of the draft", ['writing · 45m · 11-20 · "review of the draft"']],
	["45m writing 20.11. review", ['writing · 45m · 11-20 · "review"']],
	["45m writing 3.4.26", ["writing · 45m · 04-03"]],
	["45m writing 2026-11-20", ["writing · 45m · 11-20"]],
	["writing 45m 3 days ago", ["writing · 45m · 11-22"]],
	["writing 45m a week ago, second draft", ['writing · 45m · 11-18 · "second draft"']],
	["writing 45m yesterday at 9am", ["writing · 45m · until 9:00 · 11-24"]],
	["writing 45m this morning", ["writing · 45m"]],
	["writing 45m last night", ["writing · 45m · 11-24"]],
	["writing 45m now", ["writing · 45m"]],
	["writing 2026-11-31 45m", ["! no-such-day 2026-11-31"]],
	["writing 45m 12/13/2026", ["! future 12/13/2026"]],
	["writing 45m friday", ["writing · 45m · 11-20"]],
	["writing 2h drafted the MLOps article 2026-11-20", ['writing · 2h · 11-20 · "drafted the MLOps article"']],
	["writing 45m (second try)", ['writing · 45m · "(second try)"']],
	["writing 45m.", ["writing · 45m"]],
	["aws security 1h", ["aws-security · 1h"]],
	["security 1h", ["? target", "aws-security · 1h"]],
	["1h strategic in 2 days", ["! future in 2 days"]],
	["aws-saa +1h", ["aws-saa · 1h"]],
	["+45m writing", ["writing · 45m"]],
	["writing 1h45m drafted", ['writing · 1h45m · "drafted"']],
	["writing 2hrs", ["writing · 2h"]],
	["writing 1 hour and 15 minutes", ["writing · 1h15m"]],
	["1/2h writing", ["writing · 30m"]],
	["½ h writing", ["writing · 30m"]],
	["writing 30s", ["! no-amount 30s"]],
	["writing 1d", ["! no-amount 1d"]],
	["team 9", ["? amount", "team · 9h", "team · 9m", "team · 9"]],
	["adoption 35 %", ["adoption · 35"]],
	["impact +$1.5M closed the deal", ['impact · +1500000 · "closed the deal"']],
	["impact -$50K corrected", ['impact · -50000 · "corrected"']],
	["CKA 45m", ["! unknown-target CKA"]],
	["done", ["! no-target"]],
	["done 1h", ["! no-target"]],
	["rising", ["! no-target"]],
	["connections +1, +2", ["? amount", 'connections · +1 · "+2"']],
	['writing 1h "a, b, networking 30m"', ['writing · 1h · "a, b, networking 30m"']],
	['writing 1h "she said ""no"" twice"', ['writing · 1h · "she said "no" twice"']],
	["writing 1h “curly quotes”", ['writing · 1h · "curly quotes"']],
	["learning 1h learning 30m", ['learning · 1h · "learning 30m"']],
	["exec networking 1h lunch with the CTO", ['exec-networking · 1h · "lunch with the CTO"']],
	["executive 1h", ["exec-networking · 1h"]],
	["writing45m", ["! unknown-target writing45m"]],
	["45mwriting", ["! unknown-target 45mwriting"]],
	["<script> 45m", ["! unknown-target <script>"]],
	["45m __proto__", ["! unknown-target __proto__"]],
	["45m constructor", ["! unknown-target constructor"]],
	["writing 45m yesterday yesterday", ['writing · 45m · 11-24 · "yesterday"']],
	["writing 45m done", ['writing · 45m · "done"']],
	["impact +5M", ["? amount", "impact · +5000000", "impact · 5m"]],
	["connections +1", ["connections · +1"]],
];

/** The same for Log Progress, where a mere number is a value first. */
const progressReadings: typeof readings = [
	["connections 7", ["connections · 7"]],
	["7 connections", ["connections · 7"]],
	["connections +1", ["connections · +1"]],
	["connections 90", ["connections · 90"]],
	["aws-saa", ["! no-amount"]],
	["aws-saa done", ["aws-saa · done"]],
	[
		"aws-saa done yesterday passed the exam https://x.io/cert",
		['aws-saa · done · 11-24 · "passed the exam" · https://x.io/cert'],
	],
	["writing 2", ["? amount", "writing · 2h", "writing · 2m"]],
	["impact 5m", ["? amount", "impact · 5000000", "impact · 5m"]],
	["impact 250k", ["impact · 250000"]],
	["impact 250K from the cost work", ['impact · 250000 · "from the cost work"']],
	["articles 2.5", ["articles · 2.5"]],
	["articles 3 2h", ["articles · 2h · 3"]],
	["adoption 50%", ["adoption · 50"]],
	["aws-saa 7", ["aws-saa · 7"]],
	["title-progression falling", ["title-progression · falling"]],
	["connections 7, articles +1", ["connections · 7 ++ articles · +1"]],
	["articles 1,5", ["articles · 1.5"]],
	["connections 3/4", ["! no-amount"]],
];

/** Words that mean something at the head or the tail of a line. */
const odd = [
	"2h",
	"45m",
	"done",
	"not done",
	"monday",
	"yesterday",
	"2026-11-20",
	"3/4",
	"writing",
	"8-9",
	"rising",
	"$5",
	"50%",
	"7",
	"+1",
	"#writing",
	"https://example.com/a",
	",",
	", 30m networking",
	'"',
	'""',
	'a "quoted" word',
	"“curly”",
	"-",
	"on",
	"for",
	"🚀",
	"写作",
	"don't",
	"\\",
	"next monday",
	"last week",
	"1e5",
];

const anyText = (most: number) =>
	fc
		.array(fc.oneof(fc.constantFrom(...odd), fc.string({ unit: "grapheme", maxLength: 8 })), {
			minLength: 1,
			maxLength: most,
		})
		.map((words) =>
			words
				.join(" ")
				.replace(/[\p{C}\p{Z}\s]+/gu, " ")
				.trim(),
		)
		.filter((text) => text !== "");

/** A goal of one's own is not needed: that of the fixed targets stands in for it. */
const anyTarget: fc.Arbitrary<LogTarget> = fc
	.record({
		title: anyText(3),
		writtenId: fc.option(
			anyText(2).map((id) => id.slice(0, 60).trim()),
			{ nil: undefined },
		),
		goal: fc.constantFrom(...source.targets.map((target) => target.goal)),
		timeOnly: fc.boolean(),
	})
	.map(({ title, writtenId, goal, timeOnly }) => ({
		id: writtenId ?? (slug(title) || "item-1"),
		title,
		...(goal && !timeOnly ? { goal } : {}),
		timeOnly,
	}));

const anyChange: fc.Arbitrary<Change> = fc.oneof(
	fc.constantFrom(true, false, "rising" as const, "steady" as const, "falling" as const).map((set) => ({ set })),
	anyNumber().map((set) => ({ set })),
	anyNumber().map((add) => ({ add })),
);

function anyNumber(): fc.Arbitrary<number> {
	return fc
		.oneof(fc.integer(), fc.double({ min: -1e15, max: 1e15, noNaN: true }))
		.map((number) => (Object.is(number, -0) ? 0 : number));
}

function anyLogged({ id, timeOnly }: LogTarget): fc.Arbitrary<LogItem> {
	return fc
		.record({
			start: fc.option(fc.nat(1439), { nil: undefined }),
			minutes: fc.integer({ min: 1, max: 1439 }),
			change: anyChange,
			kinds: timeOnly ? fc.constant("time") : fc.constantFrom("time", "progress", "both"),
			daysAgo: fc.nat(4000),
			note: fc.option(anyText(5), { nil: undefined }),
			link: fc.option(
				fc.webUrl({ withQueryParameters: true }).filter((link) => !link.endsWith(",")),
				{ nil: undefined },
			),
		})
		.map(({ start, minutes, change, kinds, daysAgo, note, link }) => ({
			on: id,
			...(kinds === "progress" ? {} : { minutes }),
			...(kinds === "time" ? {} : { change }),
			day: today - daysAgo,
			...(start === undefined || kinds === "progress" ? {} : { end: start + minutes }),
			...(note === undefined ? {} : { note }),
			...(link === undefined || kinds === "time" ? {} : { link }),
		}));
}

const anyLog: fc.Arbitrary<{ readonly logged: ReadonlyArray<LogItem>; readonly source: LogSource }> = fc
	.array(anyTarget, { minLength: 1, maxLength: 4 })
	.chain((made) => {
		const targets = [...new Map([...source.targets, ...made].map((target) => [target.id, target])).values()];
		const logged = fc.array(fc.constantFrom(...made.map(({ id }) => id), "writing", "impact"), {
			minLength: 1,
			maxLength: 3,
		});
		return logged
			.chain((ids) =>
				fc.tuple(...ids.map((id) => anyLogged(targets.find((target) => target.id === id) ?? assert.fail()))),
			)
			.map((each) => ({ logged: each, source: { ...source, targets } }));
	});

describe("what is typed to log something", () => {
	for (const [text, expected] of readings) {
		it(`reads ${text}`, () => assert.deepEqual(facts(parseLog(text, source)), expected));
	}

	for (const [text, expected] of progressReadings) {
		it(`reads ${text} as progress`, () =>
			assert.deepEqual(facts(parseLog(text, { ...source, first: "progress" })), expected));
	}

	it("means the same when its preview is typed again", function () {
		this.timeout(120_000);
		fc.assert(
			fc.property(anyLog, fc.constantFrom("time" as const, "progress" as const), (log, first) => {
				const from = { ...log.source, first };
				const typed = formatLog(log.logged, from);
				const { readings: again, questions, problems } = parseLog(typed, from);
				assert.deepEqual({ again, questions, problems }, { again: [log.logged], questions: [], problems: [] }, typed);
			}),
			{ numRuns: runs(1000) },
		);
	});

	it("means the same when one of its interpretations is typed", function () {
		this.timeout(120_000);
		for (const [text] of readings) {
			for (const reading of parseLog(text, source).readings) {
				const typed = formatLog(reading, source);
				assert.deepEqual(
					parseLog(typed, source),
					{ readings: [reading], questions: [], problems: [] },
					`${text}: ${typed}`,
				);
			}
		}
	});

	it("never loses a duration, always gives a reading or a problem, and gives at most 8 readings", function () {
		this.timeout(120_000);
		const line = fc.array(fc.constantFrom(...odd, "writing", "networking", "aws", "net", ", "), { maxLength: 12 });
		fc.assert(
			fc.property(line, (words) => {
				const { readings: found, questions, problems } = parseLog(words.join(" "), source);
				assert.equal(found.length > 0, problems.length === 0);
				assert.ok(found.length <= 8);
				assert.ok(found.length <= 1 || questions.length > 0);
				for (const { minutes, change, day } of found.flat()) {
					assert.ok(minutes === undefined ? change : minutes >= 1 && minutes <= 1440);
					assert.ok(day <= today);
				}
			}),
			{ numRuns: runs(1000) },
		);
	});

	for (const [text, expected] of [
		["writing 8:00-9:15", ["writing · 1h15m · until 9:15"]],
		["writing 9:00-10:00", ["writing · 1h · until 10:00"]],
		["writing 9:30-10:30", ["! future-time 09:30-10:30"]],
		["9:30-10:30 writing draft", ["! future-time 09:30-10:30"]],
		["writing 9:30-10:30 yesterday", ["writing · 1h · until 10:30 · 11-24"]],
		["writing 23:00-0:30 yesterday", ["writing · 1h30m · until 24:30 · 11-24"]],
		["writing 22:00-11:00 yesterday", ["! future-time 10:00pm-11:00am"]],
	] as const) {
		it(`refuses a future time, at ten: ${text}`, () =>
			assert.deepEqual(facts(parseLog(text, { ...source, now: 600 })), expected));
	}

	it("reports that it is too long", () => {
		assert.deepEqual(facts(parseLog(`writing 1h ${"a".repeat(maxLogText)}`, source)), ["! long-text"]);
	});
});
