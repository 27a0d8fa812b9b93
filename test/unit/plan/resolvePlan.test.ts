import assert from "node:assert/strict";
import fc from "fast-check";
import { parseDocument } from "yaml";
import { shareOn } from "../../../src/plan/datedValues.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { nodeReader } from "../../../src/plan/schema/nodeReader.ts";
import { planSchema } from "../../../src/plan/schema/planSchema.ts";
import { parseYaml } from "../../../src/plan/syntax/parseYaml.ts";
import { formatDay } from "../../../src/time/day.ts";
import { runs } from "../../harness/depth.ts";
import { mutate, mutation, samplePlan } from "./arbitraryPlans.ts";

const everything = `
format: 1
title: Everything
goal: To use every key
about: |
  Why.
note: A note
link: https://example.com
start: 2026-01-31
week: {starts: sunday, days: "monday-friday, sunday", day_ends: "03:00", hours: {year 1: 4-5, year 3: 2-3}, counts: all}
time_off:
  - 2026-07-20..2026-08-02
  - {when: 2026-11-23..2026-11-29, hours: 2, why: travel}
measures:
  - {id: reports, title: Direct reports, count: latest}
  - {id: impact, title: Impact, count: period, note: n, link: l, formerly: [value], private: true}
phases:
  - id: one
    title: One
    when: by month 5
    focus: Focus
    outcomes:
      Technical: [A bare title]
      other:
        - {title: Full, id: full, when: month 2, goal: 20+, from: 3, track: management, needs: [a-bare-title], drives: [a-bare-title], confirm: every 3 months, valid: 3 years, note: n, link: l, private: true, formerly: [old, older], dropped: {on: 2026-03-01, why: moved, for: later}}
tracks:
  - {id: technical, title: Technical, share: {year 1: 60%, year 5: 30%}, stages: [{title: S, when: months 1-12, milestones: [M]}]}
  - {id: management, title: Management, share: {year 1: 40%, year 5: 70%}}
targets:
  year 3:
    - {of: reports, goal: 8-12}
    - {needs: [full]}
commitments:
  - {id: writing, title: Writing, hours: {year 1: 4, year 3: 2-3}, track: technical, when: year 1+, activities: [Articles, {title: Talks, id: talks}]}
checkpoints:
  - {id: half, title: Half, every: 6 months, until: year 2, questions: [Bare?, {ask: Full?, evidence: [reports, talks, technical]}]}
  - {id: annual, title: Annual, every: 12 months, replaces: [half]}
  - {id: mid, title: Mid, when: year 3}
indicators: {leading: [Interviews], lagging: [{title: Pay, goal: 4 per quarter}]}
factors: [{title: F, practices: [P]}]
risks: [{title: R, mitigations: [{title: Fund, goal: 18 months, when: by year 3}], watch: {hours: below 60%, for: 4 weeks}}]
advantages: [Bare, {title: Full, points: [One, Two]}]
slips: [{at: 2028-01-31, by: 12 months, why: life}]
`;

describe("the resolved plan", () => {
	const { plan, problems } = parsePlan(everything);
	const read: Plan = plan ?? assert.fail();
	const dates = (span: { readonly start: number; readonly end?: number } | undefined) =>
		span && `${formatDay(span.start)}..${span.end === undefined ? "" : formatDay(span.end - 1)}`;
	const item = (id: string) => read.items.find((each) => each.id === id) ?? assert.fail(id);

	it("is read completely, without a problem", () => assert.deepEqual(problems, []));

	it("is read: the top", () => {
		assert.deepEqual(
			[read.title, read.goal, read.about, read.note, read.links, read.start && formatDay(read.start)],
			["Everything", "To use every key", "Why.\n", "A note", ["https://example.com"], "2026-01-31"],
		);
	});

	it("is read: the week, days from Monday as 0, times in minutes", () => {
		const { starts, days, dayEnds, counts, hours } = read.week;
		assert.deepEqual([starts, days, dayEnds, counts], [6, [0, 1, 2, 3, 4, 6], 180, "all"]);
		assert.deepEqual(
			hours.map(({ value }) => value),
			[
				{ low: 240, high: 300 },
				{ low: 120, high: 180 },
			],
		);
	});

	it("is read: time off", () => {
		assert.deepEqual(
			read.timeOff.map(({ span, hours, why }) => [dates(span), hours?.low, why]),
			[
				["2026-07-20..2026-08-02", undefined, undefined],
				["2026-11-23..2026-11-29", 120, "travel"],
			],
		);
	});

	it("is read: an item with every key", () => {
		const { range, span, when, drives, ...full } = item("full");
		assert.deepEqual(
			drives.map(({ id, range: at }) => [id, everything.slice(at.start, at.end)]),
			[["a-bare-title", "a-bare-title"]],
		);
		assert.equal(everything.slice(range.start, range.start + 13), "{title: Full,");
		assert.equal(dates(span), "2026-02-28..2026-03-30");
		assert.equal(when?.mode, "in");
		assert.deepEqual(full, {
			kind: "outcome",
			id: "full",
			idWritten: true,
			title: "Full",
			goal: { low: 20, open: true, atMost: false, short: false, text: "20+" },
			from: 3,
			track: "management",
			needs: ["a-bare-title"],
			confirm: { count: 3, unit: "month" },
			valid: { count: 3, unit: "year" },
			note: "n",
			links: ["l"],
			optional: false,
			parts: [],
			private: true,
			formerly: ["old", "older"],
			dropped: { on: read.start && read.start + 29, why: "moved", for: "later" },
		});
	});

	it("inherits from its parents: dates, and the track with the name of the area", () => {
		const bare = item("a-bare-title");
		assert.deepEqual([dates(bare.span), bare.track, bare.idWritten], ["2026-01-31..2026-06-29", "technical", false]);
		assert.deepEqual([dates(item("m").span), item("m").track], ["2026-01-31..2027-01-30", "technical"]);
	});

	it("matches an area with the title of a track in any spelling", () => {
		const text =
			"tracks: [{title: Team & People}]\nphases: [{title: One, when: 2027, outcomes: {team people: [Hired]}}]";
		assert.equal(parsePlan(text).plan?.items[0]?.track, "team-people");
	});

	// Month 1 ends on 4 February; the slip moves what begins on 1 July or later, and extends what lasts until then.
	it("begins a length where the one before ends", () => {
		const text = `
start: 2026-01-05
phases:
  - { title: One, when: for 3 months, outcomes: [{ title: A, when: for 2 weeks }, { title: B, when: für 1 Monat }] }
  - { title: Two, when: for 6 months }
  - { title: Three, when: for 1 year }
tracks:
  - title: T
    stages:
      - { title: S, when: month 1 }
      - { title: R, when: for 10 days }
targets:
  for 1 year: [X]
  for 2 quarters: [Y]
slips: [{ at: 2026-07-01, by: 1 month }]`;
		const { plan, problems } = parsePlan(text);
		assert.deepEqual(problems, []);
		assert.deepEqual(
			[
				...(plan?.phases ?? []),
				...(plan?.items ?? []).slice(0, 2),
				...(plan?.tracks[0]?.stages ?? []),
				...(plan?.targets ?? []),
			].map(({ title, span }) => [title, dates(span)]),
			[
				["One", "2026-01-05..2026-04-04"],
				["Two", "2026-04-05..2026-11-04"],
				["Three", "2026-11-05..2027-11-04"],
				["A", "2026-01-05..2026-01-18"],
				["B", "2026-01-19..2026-02-18"],
				["S", "2026-01-05..2026-02-04"],
				["R", "2026-02-05..2026-02-14"],
				["for 1 year", "2026-01-05..2027-02-04"],
				["for 2 quarters", "2027-02-05..2027-08-04"],
			],
		);
	});

	it("takes plain lists of outcomes and targets, and several links", () => {
		const text = `
start: 2026-01-05
tracks: [{ id: run, title: Running }]
phases:
  - title: Base
    when: month 1
    track: run
    outcomes: [Easy weeks, { title: Long run, optional: true, link: [https://a.example, https://b.example] }]
targets: [Finish, { title: Under four hours, optional: true }]`;
		const { plan, problems } = parsePlan(text);
		assert.deepEqual(problems, []);
		assert.deepEqual(
			plan?.items.map(({ title, kind, span, track, optional, links }) => [
				title,
				kind,
				dates(span),
				track,
				optional,
				links.length,
			]),
			[
				["Easy weeks", "outcome", "2026-01-05..2026-02-04", "run", false, 0],
				["Long run", "outcome", "2026-01-05..2026-02-04", "run", true, 2],
				["Finish", "target", undefined, undefined, false, 0],
				["Under four hours", "target", undefined, undefined, true, 0],
			],
		);
	});

	it("inherits titles from the measure and from a single need", () => {
		assert.deepEqual(
			read.targets[0]?.items.map(({ title, of }) => [title, of]),
			[
				["Direct reports", "reports"],
				["Full", undefined],
			],
		);
	});

	it("moves what is on or after a slip, and extends what contains it", () => {
		assert.equal(dates(read.targets[0]?.span), "2029-01-31..2030-01-30");
		assert.equal(dates(item("fund").span), "2026-01-31..2030-01-30");
		assert.equal(dates(read.timeOff[0]?.span), "2026-07-20..2026-08-02");
	});

	it("is read: checkpoints, commitments, risks and the rest", () => {
		const [half, annual, mid] = read.checkpoints;
		assert.deepEqual([half?.every, half?.until && formatDay(half.until)], [{ count: 6, unit: "month" }, "2029-01-30"]);
		assert.deepEqual(
			half?.questions.map(({ ask, evidence }) => [ask, evidence]),
			[
				["Bare?", []],
				["Full?", ["reports", "talks", "technical"]],
			],
		);
		assert.deepEqual([annual?.replaces, dates(mid?.span)], [["half"], "2029-01-31..2030-01-30"]);
		const [writing] = read.commitments;
		assert.deepEqual(
			writing?.activities.map(({ id, title }) => [id, title]),
			[
				["articles", "Articles"],
				["talks", "Talks"],
			],
		);
		assert.deepEqual(read.risks[0]?.watch, { below: 0.6, for: { count: 4, unit: "week" } });
		assert.deepEqual(
			read.advantages.map(({ title, points }) => [title, points.length]),
			[
				["Bare", 0],
				["Full", 2],
			],
		);
		assert.deepEqual([read.leading[0]?.title, read.lagging[0]?.goal?.per], ["Interviews", "quarter"]);
		assert.deepEqual(
			read.factors[0]?.items.map(({ kind }) => kind),
			["practice"],
		);
	});

	it("gives shares that change linearly from the end of one period to the start of the next", () => {
		const shares = read.tracks[0]?.shares ?? [];
		const [first, last] = shares;
		const share = (day: number | undefined) => Math.round((shareOn(shares, day ?? 0) ?? 0) * 1000) / 1000;
		assert.deepEqual([share(0), share(first?.span?.start), share((first?.span?.end ?? 0) - 1)], [0.6, 0.6, 0.6]);
		assert.equal(share(((first?.span?.end ?? 0) + (last?.span?.start ?? 0)) / 2), 0.45);
		assert.deepEqual([share(last?.span?.start), share(99_999)], [0.3, 0.3]);
	});

	it("has one namespace for everything that the journal may name", () => {
		for (const id of ["reports", "technical", "writing", "articles", "half", "interviews", "pay", "p", "fund"]) {
			assert.equal(read.byId.get(id)?.id, id);
		}
	});
});

describe("unusual names and titles", () => {
	for (const id of ["__proto__", "constructor", "toString", "hasOwnProperty", "length"]) {
		it(`are IDs like all others: ${id}`, () => {
			const { plan, problems } = parsePlan(`targets: {2027: [{id: ${id}, title: a}, {title: b, needs: [${id}]}]}`);
			assert.deepEqual(problems, []);
			assert.equal(plan?.byId.get(id)?.title, "a");
		});
		it(`are unknown keys, and areas, like all others: ${id}`, () => {
			assert.equal(parsePlan(`${id}: {title: b}`).problems[0]?.code, "unknown-key");
			const { plan, problems } = parsePlan(`phases: [{title: a, outcomes: {${id}: [b]}}]`);
			assert.deepEqual([problems.length, plan?.phases[0]?.areas[0]?.title], [0, id]);
		});
	}

	for (const [name, title] of [
		["right-to-left text", "תואר ראשון"],
		["emoji", "Ship it 🚢👩‍💻"],
		["10,000 characters", "x".repeat(10_000)],
		["control characters", "a\u0001b"],
		["bidirectional controls", "a\u202eb"],
	] as const) {
		it(`are titles like all others: ${name}`, () => {
			const { plan, problems } = parsePlan(`targets: {2027: [${JSON.stringify(title)}]}`);
			assert.deepEqual(problems, []);
			assert.equal(plan?.items[0]?.title, title);
		});
	}
});

describe("the validation by the node reader", () => {
	const reader = nodeReader(planSchema);

	it("accepts and rejects the same as zod", function () {
		this.timeout(120_000);
		let refused = 0;
		const parts = samplePlan()
			.split(/^(?=\w+:)/m)
			.filter((part) => /^\w+:/.test(part));
		fc.assert(
			fc.property(fc.constantFrom(...parts), fc.array(mutation, { minLength: 0, maxLength: 2 }), (part, mutations) => {
				const text = mutations.reduce(mutate, part.slice(0, 1000));
				const { root, problems } = parseYaml(text);
				// What aliases, empty values and traps mean is ours alone.
				const isSpecial = problems.length > 0 || /[\t]|(?<![^\s,[{])[&*!]|^(?:%|---|\.\.\.)/m.test(text);
				if (root?.node.kind !== "map" || isSpecial || /^[^#\n]*(~|:\s*$|null|-\s*$|,\s*[\]}]|<<)/m.test(text)) {
					return;
				}
				const values: unknown = parseDocument(text, { schema: "failsafe", uniqueKeys: false }).toJS();
				const ours = reader.read(root.node).problems.filter(({ code }) => code !== "duplicate-key");
				const theirs = planSchema.safeParse(values).success;
				if (!/__proto__/.test(text) && ours.length === reader.read(root.node).problems.length) {
					assert.equal(ours.length === 0, theirs, `${text}\n${JSON.stringify(ours)}`);
					refused += Number(!theirs);
				}
			}),
			{ numRuns: runs(5000) },
		);
		assert.ok(refused > runs(50), `${refused} were refused`);
	});
});

describe("what is private", () => {
	const { plan } = parsePlan(`
measures: [{id: pay, title: Pay, private: true}, {id: talks, title: Talks}]
targets:
  2026:
    - {id: raise, title: A raise, of: pay}
    - {id: unnamed, of: pay}
    - {id: borrowed, needs: [raise]}
    - {id: named, title: Named, needs: [raise]}
    - {id: given, of: talks}`);

	it("also makes private what counts by it or has its title", () => {
		assert.deepEqual(
			plan?.items.map(({ id, private: isPrivate }) => [id, isPrivate]),
			[
				["raise", true],
				["unnamed", true],
				["borrowed", true],
				["named", false],
				["given", false],
			],
		);
	});
});
