import { addTimeOff } from "../../../../src/plan/edit/addTimeOff.ts";
import { setHoursFrom, setWeekHoursFrom } from "../../../../src/plan/edit/hoursFrom.ts";
import { setWeekDays, setWeekHours } from "../../../../src/plan/edit/setWeekHours.ts";
import { parseDay } from "../../../../src/time/day.ts";
import { testEdits } from "./editCases.ts";

const off = "2026-07-20..2026-08-02";

describe("adding time off", () =>
	testEdits(
		(
			[
				[
					"if there is none",
					"title: A\nstart: 2026-01-05 # c\n",
					`title: A\nstart: 2026-01-05 # c\ntime_off:\n  - ${off}\n`,
				],
				[
					"behind others",
					"time_off:\n- 2026-01-06 # c\ntitle: A\n",
					`time_off:\n- 2026-01-06 # c\n- ${off}\ntitle: A\n`,
				],
				[
					"behind one with a reason",
					"time_off:\n  - {when: 2026-01-06, why: x}\n",
					`time_off:\n  - {when: 2026-01-06, why: x}\n  - ${off}\n`,
				],
				["in a flow list", "time_off: [2026-01-06] # c\n", `time_off: [2026-01-06, ${off}] # c\n`],
				["under an empty key, with CRLF", "time_off:\r\ntitle: A\r\n", `time_off:\r\n  - ${off}\r\ntitle: A\r\n`],
				["in a plan that is a flow map", "{ title: A }\n", `{ title: A, time_off: [${off}] }\n`],
				["not to a value that isn't a list", "time_off: 2026-01-06\n", "not-a-list"],
				["not to what is no YAML", 'title: "a\n', "unparsed"],
			] as const
		).map(([name, before, after]) => ({ name, before, after, edit: (text: string) => addTimeOff(text, off) })),
	));

describe("setting the hours of the week", () =>
	testEdits(
		(
			[
				["in place", "week:\n  hours: 4-5 # aim\n  days: monday\n", "week:\n  hours: 2-3 # aim\n  days: monday\n"],
				["in a flow map", "week: { starts: sunday, hours: 4 }\n", "week: { starts: sunday, hours: 2-3 }\n"],
				["where the week has none", "week:\n  starts: sunday\n", "week:\n  starts: sunday\n  hours: 2-3\n"],
				["if there is no week", "title: A\n", "title: A\nweek: { hours: 2-3 }\n"],
				["under an empty week", "week:\ntitle: A\n", "week: { hours: 2-3 }\ntitle: A\n"],
				[
					"in the place of dated ones",
					"week: {hours: {year 1: 4-5, year 3: 2}, starts: sunday}\n",
					"week: {hours: 2-3, starts: sunday}\n",
				],
				[
					"in the place of dated ones over lines",
					"week:\n  hours:\n    year 1: 4-5\n    year 3: 2\n  starts: sunday\n",
					"week:\n  hours: 2-3\n  starts: sunday\n",
				],
				["with CRLF", "week:\r\n  hours: 4\r\n", "week:\r\n  hours: 2-3\r\n"],
				["not in what is no YAML", 'title: "a\n', "unparsed"],
			] as const
		).map(([name, before, after]) => ({ name, before, after, edit: (text: string) => setWeekHours(text, "2-3") })),
	));

const since = parseDay("2026-01-05") ?? 0;
const eased = { hours: "3", from: "2026-11-30", since };

describe("changing the hours of the week from a day on", () =>
	testEdits(
		(
			[
				[
					"keeps what held before",
					"week:\n  hours: 4-5 # aim\n  days: monday\n",
					"week:\n  hours: { 2026-01-05: 4-5, 2026-11-30: 3 } # aim\n  days: monday\n",
				],
				["in a flow map", "week: {hours: 4}\n", "week: {hours: {2026-01-05: 4, 2026-11-30: 3}}\n"],
				[
					"adds to dated ones",
					"week:\n  hours:\n    year 1: 4-5\n    year 3: 2\n",
					"week:\n  hours:\n    year 1: 4-5\n    year 3: 2\n    2026-11-30: 3\n",
				],
				[
					"replaces those of the same day",
					"week: { hours: { year 1: 4, 2026-11-30: 2 } }\n",
					"week: { hours: { year 1: 4, 2026-11-30: 3 } }\n",
				],
				["where the week has none", "week:\n  starts: sunday\n", "week:\n  starts: sunday\n  hours: 3\n"],
				["not without a week", "title: A\n", "not-a-map"],
				["not in a week that is shared", "a: &a { hours: 4 }\nweek: *a\n", "shared"],
				["not in hours that are shared", "a: &a 4\nweek: { hours: *a }\n", "shared"],
				["not in what is no YAML", 'title: "a\n', "unparsed"],
			] as const
		).map(([name, before, after]) => ({ name, before, after, edit: (text: string) => setWeekHoursFrom(text, eased) })),
	));

describe("changing the hours of a commitment from a day on", () =>
	testEdits(
		(
			[
				[
					"keeps what held before",
					"commitments:\n  - ^title: A\n    hours: 2\n",
					"commitments:\n  - title: A\n    hours: { 2026-01-05: 2, 2026-11-30: 3 }\n",
				],
				["of one that is a title", "commitments: [^A]\n", "not-a-map"],
			] as const
		).map(([name, before, after]) => ({
			name,
			before,
			after,
			edit: (text: string, at: number) => setHoursFrom(text, at, eased),
		})),
	));

describe("setting the working days", () =>
	testEdits(
		(
			[
				["in place", "week:\n  days: monday-saturday # c\n", "week:\n  days: monday-friday # c\n"],
				["if there is no week", "title: A\n", "title: A\nweek: { days: monday-friday }\n"],
				["not in what is no YAML", 'title: "a\n', "unparsed"],
			] as const
		).map(([name, before, after]) => ({
			name,
			before,
			after,
			edit: (text: string) => setWeekDays(text, "monday-friday"),
		})),
	));
