import assert from "node:assert/strict";
import type { Plan } from "../../../../src/plan/plan.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { computeSnapshot } from "../../../../src/progress/snapshot.ts";
import { calendarFile } from "../../../../src/viewmodel/export/calendarFile.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { day, type Logged, ledgerOf, planOf } from "../../progress/progressFixture.ts";
import { hostileTexts } from "../hostileTexts.ts";

const yaml = `
title: Way up
targets:
  year 1:
    - {id: books, title: Books, goal: 3, note: "Good ones; two, at least"}
    - {id: late, title: Late, when: month 2}
    - {id: done, title: Done}
    - {id: secret, title: Secret plan, private: true}
checkpoints: [{id: half, title: Half, every: 6 months, until: year 1, questions: [Enough?]}]`;
const stamp = Date.UTC(2026, 6, 1, 12);

function calendarOf(
	text: string,
	logged: ReadonlyArray<Logged> = [],
	{ today = "2026-07-01", formatter = new Formatter("en") } = {},
): ReadonlyArray<string> {
	return calendarOfPlan(planOf(text), logged, { today, formatter });
}

function calendarOfPlan(
	plan: Plan,
	logged: ReadonlyArray<Logged> = [],
	{ today = "2026-07-01", formatter = new Formatter("en") } = {},
): ReadonlyArray<string> {
	// A long line goes on in the next one, behind a space.
	return fileOf(plan, logged, { today, formatter }).replaceAll("\r\n ", "").split("\r\n");
}

function fileOf(
	plan: Plan,
	logged: ReadonlyArray<Logged>,
	{ today, formatter }: { readonly today: string; readonly formatter: Formatter },
): string {
	const ledger = ledgerOf(plan, logged);
	const shown = computeSnapshot(plan, ledger, day(today));
	const source = { snapshot: shown, plan, ledger, aliases: shown.aliases, today: day(today), formatter };
	return calendarFile(source, stamp);
}

describe("the calendar", function () {
	this.timeout(60_000);
	const lines = calendarOf(yaml, [["2026-05-01", "done", { set: true }]]);

	it("has what is still due, each as a whole day", () => {
		const events = lines
			.join("\n")
			.replace(/^BEGIN:VALARM[\s\S]*?END:VALARM$/gm, "")
			.split("\n");
		assert.deepEqual(
			events.filter((line) => /^(SUMMARY|DTSTART|DTEND|UID|DESCRIPTION)/.test(line)),
			[
				"UID:item-books@waymark",
				"DTSTART;VALUE=DATE:20270104",
				"DTEND;VALUE=DATE:20270105",
				"SUMMARY:Due: Books",
				"DESCRIPTION:0 of 3\\nGood ones\\; two\\, at least",
				"UID:review-half-1@waymark",
				"DTSTART;VALUE=DATE:20260704",
				"DTEND;VALUE=DATE:20260705",
				"SUMMARY:Half",
				"DESCRIPTION:Enough?",
				"UID:review-half-2@waymark",
				"DTSTART;VALUE=DATE:20270104",
				"DTEND;VALUE=DATE:20270105",
				"SUMMARY:Half",
				"DESCRIPTION:Enough?",
			],
		);
	});

	it("is the same for the same roadmap at the same time", () => {
		assert.deepEqual(calendarOf(yaml, [["2026-05-01", "done", { set: true }]]), lines);
	});

	it("leaves out private items, with their children and what counts by them", () => {
		assert.doesNotMatch(lines.join("\n"), /Secret/);
		const within = calendarOf(`
measures: [{id: pay, title: Pay, private: true}]
phases: [{title: Hidden, when: year 1, private: true, outcomes: {any: [Outcome]}}]
tracks: [{title: Also hidden, private: true, stages: [{title: Stage, when: year 1, milestones: [Milestone]}]}]
targets: {year 1: [{of: pay, goal: $5K}, {title: Raise, of: pay, goal: $7K}]}
risks: [{title: Ruin, private: true, mitigations: [{title: Savings, when: year 1}]}]
checkpoints: [{title: Talk, when: year 1, private: true, questions: [Enough?]}]`);
		assert.deepEqual(
			within.filter((line) => line.startsWith("SUMMARY")),
			[],
		);
	});

	it("distinguishes items with the same name, also after logging or moving", () => {
		const ids = (text: string, logged: ReadonlyArray<Logged> = []) =>
			calendarOf(text, logged).filter((line) => line.startsWith("UID"));
		const same = (title: string, when: string) => `
targets: {year 1: [{id: half-1, title: ${title}, when: ${when}, goal: 9}]}
checkpoints: [{id: half, title: Half, every: 6 months, until: year 1}, {id: half-1x, title: Other, when: month 9}]`;
		const found = ids(same("Half 1", "month 8"));
		assert.deepEqual(found, [
			"UID:item-half-1@waymark",
			"UID:review-half-1@waymark",
			"UID:review-half-1x-1@waymark",
			"UID:review-half-2@waymark",
		]);
		assert.deepEqual(ids(same("Renamed", "month 11"), [["2026-06-01", "half-1", { add: 1 }]]), found);
	});

	it("keeps what isn't done until its day, and has nothing past or dropped", () => {
		const titles = (today: string) =>
			calendarOf(
				`
targets:
  year 1: [{title: First, when: month 1}, {title: Dropped, dropped: {on: 2026-01-10, why: no}}, {title: Last}]
  year 5+: [Some day]
checkpoints: [{title: Early, when: month 2}]`,
				[],
				{ today },
			).filter((line) => line.startsWith("SUMMARY"));
		assert.deepEqual(titles("2026-02-04"), ["SUMMARY:Due: First", "SUMMARY:Due: Last", "SUMMARY:Early"]);
		assert.deepEqual(titles("2026-02-05"), ["SUMMARY:Due: Last", "SUMMARY:Early"]);
		assert.deepEqual(titles("2027-01-04"), ["SUMMARY:Due: Last"]);
		assert.deepEqual(titles("2027-01-05"), []);
	});

	it("hides money and the plan's title in discreet mode", () => {
		const discreet = calendarOf(
			`
title: Way up
targets: {year 1: [{id: pay, title: Raise to $180K, goal: $180K, note: "From $150K, on the Way up"}]}
checkpoints: [{title: Talk of $20K, when: year 1, questions: ["Worth $5K?"]}]`,
			[["2026-06-01", "pay", { set: 160_000 }]],
			{ formatter: new Formatter("en", true, "Way up") },
		).join("\n");
		assert.match(discreet, /SUMMARY:Due: Raise to •••/);
		assert.doesNotMatch(discreet, /\d+K|160|Way up/);
	});

	it("reminds of what is due on the day before, and of a review on its day, at nine", () => {
		const events = lines.join("\n").split("END:VEVENT").slice(0, -1);
		assert.deepEqual(
			events.map((event) => event.match(/^(UID|ACTION|TRIGGER|DESCRIPTION)[:;].*/gm)),
			[
				[
					"UID:item-books@waymark",
					"DESCRIPTION:0 of 3\\nGood ones\\; two\\, at least",
					"ACTION:DISPLAY",
					"TRIGGER;RELATED=START:-PT15H",
					"DESCRIPTION:Due: Books",
				],
				[
					"UID:review-half-1@waymark",
					"DESCRIPTION:Enough?",
					"ACTION:DISPLAY",
					"TRIGGER;RELATED=START:PT9H",
					"DESCRIPTION:Half",
				],
				[
					"UID:review-half-2@waymark",
					"DESCRIPTION:Enough?",
					"ACTION:DISPLAY",
					"TRIGGER;RELATED=START:PT9H",
					"DESCRIPTION:Half",
				],
			],
		);
	});

	it("has an appointment to plan each week, on its first working day, in the time zone of the reader", () => {
		const event = calendarOf("week: {days: tuesday-friday}\ncommitments: [{title: Writing, hours: 2}]");
		assert.deepEqual(
			event.filter((line) => /^(UID|DTSTART|DTEND|RRULE|SUMMARY|TRIGGER)/.test(line)),
			[
				"UID:plan-my-week@waymark",
				"DTSTART:20260707T090000",
				"DTEND:20260707T091500",
				"RRULE:FREQ=WEEKLY",
				"SUMMARY:Plan My Week",
				"TRIGGER;RELATED=START:PT0S",
			],
		);
	});

	it("has lines of at most 75 bytes", () => {
		const text = fileOf(planOf(yaml), [], { today: "2026-07-01", formatter: new Formatter("en") });
		assert.ok(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line)));
	});

	it("has one event for each hostile text, and nothing else", () => {
		const items = hostileTexts.map((title, index) => ({
			id: index % 2 === 0 ? `t${index}` : title.trim().slice(0, 200) || "empty",
			title: title.trim() || "empty",
			note: title,
			goal: `5 ${title}`,
		}));
		const checkpoints = hostileTexts.map((title, index) => ({
			id: `c${index}`,
			title: title.trim() || "empty",
			when: "year 1",
			questions: [title.trim() || "empty"],
		}));
		for (const title of hostileTexts) {
			const named = calendarOf(`title: ${JSON.stringify(title)}\ntargets: {year 1: [One]}`);
			assert.equal(named.filter((line) => line === "BEGIN:VEVENT").length, 1);
			assertCalendar(named);
		}
		const { plan } = parsePlan(
			`start: 2026-01-05\ntargets: ${JSON.stringify({ "year 1": items })}\ncheckpoints: ${JSON.stringify(checkpoints)}`,
		);
		const all = calendarOfPlan(plan ?? assert.fail());
		assert.equal(all.filter((line) => line === "BEGIN:VEVENT").length, items.length + checkpoints.length);
		assert.equal(new Set(all.filter((line) => line.startsWith("UID"))).size, items.length + checkpoints.length);
		assertCalendar(all);
	});
});

/** Nothing but properties, none of which holds what reorders text or has no place in one. */
function assertCalendar(lines: ReadonlyArray<string>): void {
	assert.deepEqual(
		lines.filter((line) => line !== "" && !/^[A-Z-]+[;:]/.test(line)),
		[],
	);
	assert.deepEqual(
		lines.filter((line) => /[\u202a-\u202e\u2066-\u2069]|\p{Cc}/u.test(line)),
		[],
	);
}
