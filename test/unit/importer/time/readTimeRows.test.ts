import assert from "node:assert/strict";
import fc from "fast-check";
import { formatMoment } from "../../../../src/time/moment.ts";
import { runs } from "../../../harness/depth.ts";
import { rowsOf, tableOf } from "./timeFixture.ts";

/** Each entry in short: its line, start or day, minutes, and the other texts. */
const read = (text: string, settings: Parameters<typeof rowsOf>[1] = {}) =>
	rowsOf(text, settings).entries.map(({ line, start, day, minutes, project, task, tags, text: note }) =>
		[
			line,
			start === undefined
				? new Date(day * 86_400_000).toISOString().slice(0, 10)
				: formatMoment(start, "UTC").slice(0, 19),
			minutes,
			[project, task, ...tags, note].filter((each) => each !== "").join("/"),
		].join(" "),
	);
const problems = (text: string, settings: Parameters<typeof rowsOf>[1] = {}) =>
	rowsOf(text, settings).problems.map(({ line, why }) => `${line} ${why}`);

const toggl = `\uFEFFUser,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()\r
Me,me@example.com,,Garden,,"Beds, raised",No,2026-03-02,09:00:00,2026-03-02,10:30:00,01:30:00,"spring, tools",\r
Me,me@example.com,,Garden,Digging,,No,2026-03-02,23:30:00,2026-03-03,00:45:00,01:15:00,,\r
`;
const clockify = `"Project","Client","Description","Task","User","Group","Email","Tags","Billable","Start Date","Start Time","End Date","End Time","Duration (h)","Duration (decimal)"
"Choir","","Warm-up","","Me","","me@example.com","","No","03/25/2026","07:00:00 PM","03/25/2026","08:30:00 PM","01:30:00","1.50"
"Choir","","Concert","","Me","","me@example.com","","No","04/05/2026","07:00:00 PM","04/05/2026","09:00:00 PM","02:00:00","2.00"
`;
const timewarrior = `[
{"id":2,"start":"20260105T080000Z","end":"20260105T091500Z","tags":["Thesis","reading"],"annotation":"Chapter 2"},
{"id":1,"start":"20260106T080000Z","tags":["Thesis"]}
]
`;
const org = `#+TITLE: Log
* Move house                                                      :home:
** TODO [#A] Pack boxes [2/4]                                     :boxes:
   :LOGBOOK:
   CLOCK: [2026-01-05 Mon 09:00]--[2026-01-05 Mon 10:30] =>  1:30
   CLOCK: [2026-01-06 Di 20:00]
   :END:
* Other
CLOCK: [2026-01-07 三 08:00]--[2026-01-07 三 08:20] => 0:20
`;

describe("the rows of a time tracker's export", () => {
	it("are read from Toggl", () =>
		assert.deepEqual(read(toggl), [
			"2 2026-03-02T08:00:00 90 Garden/spring/tools/Beds, raised",
			"3 2026-03-02T22:30:00 75 Garden/Digging",
		]));

	it("are read from Clockify, and one date tells the order of all", () =>
		assert.deepEqual(read(clockify), [
			"2 2026-03-25T18:00:00 90 Choir/Warm-up",
			"3 2026-04-05T17:00:00 120 Choir/Concert",
		]));

	it("are read from Timewarrior, whatever the zone", () => {
		for (const timeZone of ["Asia/Tokyo", "America/New_York"]) {
			assert.deepEqual(read(timewarrior, { timeZone }), ["2 2026-01-05T08:00:00 75 Thesis/reading/Chapter 2"]);
		}
		assert.deepEqual(problems(timewarrior), ["3 running"]);
		assert.equal(rowsOf(timewarrior).usesZone, false);
	});

	it("are read from Timewarrior in another layout", () =>
		assert.equal(read(JSON.stringify(JSON.parse(timewarrior), undefined, 2)).length, 1));

	it("are read from the clock lines of an Org file", () => {
		assert.deepEqual(read(org), [
			"5 2026-01-05T08:00:00 90 Move house/home/boxes/Pack boxes",
			"9 2026-01-07T07:00:00 20 Other/Other",
		]);
		assert.deepEqual(problems(org), ["6 running"]);
	});

	for (const [what, text, expected] of [
		[
			"a German table",
			"Datum;Dauer;Projekt\n05.01.2026;1,5;Lesen\n6.1.26;0,25 h;Lesen\n",
			["2 2026-01-05 90 Lesen", "3 2026-01-06 15 Lesen"],
		],
		["a Chinese table", "日期\t时长\t项目\n2026年1月5日\t1小时\t阅读\n", ["2 2026-01-05 60 阅读"]],
		["a table of tags with German days", "Tag,Stunden,Was,Tags\n05.01.2026,2,a,b\n", ["2 2026-01-05 120 b"]],
		[
			"clock times without a duration, past midnight",
			"Date,From,To,What\n2026-01-05,22:30,0:15,a\n",
			["2 2026-01-05T21:30:00 105 a"],
		],
		["12-hour clock times", 'Date,Start,End,Note\n"January 5, 2026",9:00 am,1 pm,a\n', ["2 2026-01-05T08:00:00 240 a"]],
		[
			"a table without heads",
			"2026-01-05,45m,Reading\n2026-01-06,1h,Writing\n",
			["1 2026-01-05 45 Reading", "2 2026-01-06 60 Writing"],
		],
		[
			"moments with an offset",
			"Start,End,Task\n2026-01-05T09:00:00+09:00,2026-01-05T10:00:00+09:00,a\n",
			["2 2026-01-05T00:00:00 60 a"],
		],
		["minutes by the name of the column", "Date,Minutes\n2026-01-05,5\n", ["2 2026-01-05 5 "]],
		["hours by a fraction", "Date,Time\n2026-01-05,5\n2026-01-06,0.5\n", ["2 2026-01-05 300 ", "3 2026-01-06 30 "]],
		[
			"a record of several lines",
			'Date,Duration,Note\n2026-01-05,1h,"a\nb"\n2026-01-06,1h,c\n',
			["2 2026-01-05 60 a\nb", "4 2026-01-06 60 c"],
		],
		[
			"quoted texts between semicolons",
			'"Date";"Duration";"Note"\n"2026-01-05";"1,5 h";"a, b"\n',
			["2 2026-01-05 90 a, b"],
		],
		["copied cells", "Date\tHours\tNote\r\n2026-01-05\t1.5\ta, b\r\n", ["2 2026-01-05 90 a, b"]],
		[
			"copied cells without heads",
			"2026-01-05\t1h 30m\tdraft\n2026-01-06\t45m\ta\n",
			["1 2026-01-05 90 draft", "2 2026-01-06 45 a"],
		],
		["a text that was kept from being a formula", "Date,Duration,Project\n2026-01-05,1h,'=a\n", ["2 2026-01-05 60 =a"]],
	] as const) {
		it(`are read from ${what}`, () => assert.deepEqual(read(text), expected));
	}

	it("are not read in one order where both are possible", () => {
		const text = "Date,Duration\n3/4/2026,1h\n";
		assert.deepEqual([problems(text), rowsOf(text).asksOrder], [["2 order"], true]);
		assert.deepEqual(read(text, { order: "day-first" }), ["2 2026-04-03 60 "]);
		assert.deepEqual(read(text, { order: "month-first" }), ["2 2026-03-04 60 "]);
	});

	it("are not read in one unit where both are possible", () => {
		const text = "Date,Duration\n2026-01-05,2\n";
		assert.deepEqual([problems(text), rowsOf(text).asksUnit], [["2 unit"], true]);
		assert.deepEqual(read(text, { unit: "hours" }), ["2 2026-01-05 120 "]);
	});

	it("follow the time zone, and clocks that are set forward and back", () => {
		const text = "Start,Duration\n2026-10-25 00:30,3h\n2026-10-25 02:30,1h\n2026-03-29 02:30,1h\n";
		assert.deepEqual(read(text), [
			"2 2026-10-24T22:30:00 180 ",
			"3 2026-10-25T01:30:00 60 ",
			"4 2026-03-29T01:30:00 60 ",
		]);
		assert.deepEqual(read(text, { timeZone: "Asia/Tokyo" })[0], "2 2026-10-24T15:30:00 180 ");
	});

	it("are told by line where they are wrong", () => {
		const text = `Date,Start,End,Duration,Note
2026-02-30,,,1h,no such day
,,,1h,no day
2026-01-05,25:00,,1h,no such time
2026-01-05,,,soon,no duration
2026-01-05,,,-1:00,negative
2026-01-05,2026-01-05 10:00,2026-01-05 09:00,,ends first
2026-01-05,,,0,nothing
2026-01-05,,,00:00:10,seconds
2026-01-05,,,25:00:00,too long
2027-01-05,,,1h,to come
2026-01-05,09:00,,,runs
2026-01-05,,,1h,right
2026-01-05,,,1h,"never closed
`;
		const why = "date date time duration negative negative zero zero too-long future running".split(" ");
		assert.deepEqual(problems(text), [...why.map((each, at) => `${at + 2} ${each}`), "14 broken"]);
		assert.deepEqual(read(text), ["13 2026-01-05 60 right"]);
	});

	it("are none in other texts", () => {
		for (const text of [
			"",
			"Only a text.",
			"a,b\nc,d\n",
			"# Heading\n\n- Item\n",
			"[]",
			"{}",
			"title: A\nstart: 2026-01-05\n",
		]) {
			assert.ok(text === "[]" ? tableOf(text).rows.length === 0 : !hasTable(text), text);
		}
	});

	it("all have an entry or a problem, whatever the text", () => {
		const cell = fc.oneof(
			fc.constantFrom(
				"2026-01-05",
				"3/4/2026",
				"1h",
				"9:00",
				"-1",
				'"',
				"a;b",
				"",
				"\u0000",
				"1,5",
				"2026-01-05 9:00",
				"=1",
			),
			fc.string({ maxLength: 5 }),
		);
		const lines = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 10 });
		fc.assert(
			fc.property(lines, fc.constantFrom(",", ";", "\t"), (rows, delimiter) => {
				const text = [
					"Date,Duration,Start,Project,Note".replaceAll(",", delimiter),
					...rows.map((row) => row.join(delimiter)),
				].join("\n");
				if (hasTable(text)) {
					const { rows: records } = tableOf(text);
					const { entries, problems: wrong } = rowsOf(text);
					const told = [...entries, ...wrong].map(({ line }) => line).sort((a, b) => a - b);
					assert.deepEqual(
						told,
						records.map(({ line }) => line),
					);
				}
			}),
			{ numRuns: runs(300) },
		);
	});
});

function hasTable(text: string): boolean {
	try {
		return tableOf(text) !== undefined;
	} catch {
		return false;
	}
}
