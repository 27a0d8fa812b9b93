import assert from "node:assert/strict";
import { headingPeriod, periodOf } from "../../../../src/importer/markdown/periodInHeading.ts";
import { proposeRoadmap } from "../../../../src/importer/markdown/proposeRoadmap.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { dayFromDate } from "../../../../src/time/day.ts";
import { checkProposal } from "./checkProposal.ts";

const today = dayFromDate(2026, 11, 28) ?? 0;
const propose = (...lines: ReadonlyArray<string>) =>
	proposeRoadmap(lines.join("\n"), { source: "a.md", today, check: checkProposal, answers: {} });
const has = ({ text }: { readonly text: string }, ...lines: ReadonlyArray<string>) => {
	assert.deepEqual(parsePlan(text).problems, [], text);
	assert.ok(text.replace(/ # a\.md:\d+/g, "").includes(`${lines.join("\n")}\n`), text);
};

/** An item of a list, and its title, goal, and period in the plan. */
const items: ReadonlyArray<readonly [line: string, title: string, goal?: string | undefined, when?: string]> = [
	["Read 20-30 key papers", "Read key papers", "20-30"],
	["1 hour: Linear algebra", "1 hour: Linear algebra"],
	["Submit the thesis (4-6 weeks before)", "Submit the thesis"],
	["Extend the plan by 1-2 months if needed", "Extend the plan by 1-2 months if needed"],
	["Focus on 2-3 projects instead of 4", "Focus on 2-3 projects instead of 4"],
	["2010-2020 a lost decade", "2010-2020 a lost decade"],
	["Endowment of €5 million", "Endowment of €5 million"],
	["Train 250+ technicians per year", "Train technicians", "250+ per year"],
	["Raise $2M–$3M annually for it", "Raise $2M–$3M annually for it"],
	["Run 20-25 km weekly", "Run", "20-25 km per week"],
	["10k under 50 minutes", "10k under 50 minutes"],
	["2,500 words each", "2,500 words each"],
	["~~5~~ 6 talks", "Talks", "6"],
	["Read 12 books (4/12)", "Read 12 books", "12"],
	["Month 5-6: Supervised learning", "Supervised learning", undefined, "months 5-6"],
	["Draft 2: January to March 2028", "Draft 2", undefined, "2028-01-01..2028-03-31"],
	["Beta readers, April 2028", "Beta readers", undefined, "2028-04-01..2028-04-30"],
	["Pass the exam by June 2027", "Pass the exam", undefined, "by 2027-06-01..2027-06-30"],
	["Reise (bis 15.04.2027)", "Reise", undefined, "by 2027-04-15"],
	["Get things done", "Get things done"],
	["360 feedback > 4/5", "360 feedback > 4/5"],
	["Insurance until Sept 2028", "Insurance until Sept 2028"],
	["Ship it (due 2026-11-30)", "Ship it", undefined, "by 2026-11-30"],
	["带领 5-8 人的团队", "带领 5-8 人的团队"],
	["Pay the car off by 06/2027", "Pay the car off", undefined, "by 2027-06-01..2027-06-30"],
	["Resources:", ""],
	["~~Learn Go~~", ""],
	["~~Learn~~ ~~Go~~", ""],
	["<del>Learn Go</del>", ""],
	["Learn <s>Go</s> Rust", "Learn Rust"],
	["Sync (ETA: Q2 2027)", "Sync", undefined, "by 2027-04-01..2027-06-30"],
];

describe("an imported item", () => {
	for (const [line, title, goal, when] of items) {
		it(`has the title, goal, and period of “${line}”`, () => {
			const { text } = propose("# Plan", "", "- A first one", `- ${line}`);
			const found = parsePlan(text).plan?.items.filter((item) => item.title !== "A first one");
			assert.deepEqual(
				found?.map((item) => [item.title, item.goal?.text]),
				title === "" ? [] : [[title, goal]],
				text,
			);
			assert.equal(/ when: (.*)/.exec(text)?.[1], when);
		});
	}

	for (const [line, set, day] of [
		["Half marathon (completed March 9, 2019)", true, "2019-03-09"],
		["Kubernetes — done on 2026-03-01", true, "2026-03-01"],
		["第 1 本：书名，读完于 2025-01-03", true, "2025-01-03"],
		["Bauantrag, erledigt am 3. Mai 2026", true, "2026-05-03"],
		["Read 12 books [4/12]", 4, undefined],
		["52 books | 12/52 done", 12, undefined],
		["The talk, 50% done", 50, undefined],
		["The talk – done", true, undefined],
		["[x] Get a dog (2025-04-02)", true, "2025-04-02"],
		["[x] Get a dog (2999-04-02)", true, undefined],
		["Posters => 75%", 75, undefined],
	] as const) {
		it(`has the state of “${line}” and its day`, () =>
			assert.deepEqual(
				propose("# Plan", "", `- ${line}`).statuses.map((each) => [each.set, each.day]),
				[[set, day]],
			));
	}

	it("keeps links that can't be opened as text, and none that runs something", () => {
		has(
			propose("# Plan", "", "- [A](http://example.org/a) and [b](notes/b.md)", "- [C](command:x)"),
			"          - title: A and b",
			"            note: |",
			"              http://example.org/a",
			"",
			"              notes/b.md",
			"          - C",
		);
	});

	it("has all of its links", () =>
		has(
			propose("# Plan", "", "- [A](https://example.org/a), [b](https://example.org/b)"),
			"            link:",
			"              - https://example.org/a",
			"              - https://example.org/b",
		));
});

describe("the period of a heading", () => {
	for (const [title, when, rest] of [
		["Week 1 (Python) - [May 19, 2025 - May 25, 2025]:", "2025-05-19..2025-05-25", "Python"],
		["Vorbereitung (März – Juni 2027)", "2027-03-01..2027-06-30", "Vorbereitung"],
		["Launch, 3 June 2027", "2027-06-03", "Launch,"],
		["Career track (Start Week 6)", "from week 6", "Career track"],
		["Sprint (Weeks 1-4, intensive)", "weeks 1-4", "Sprint"],
		["March 2028 onwards: Coming home", "from 2028-03-01..2028-03-31", "Coming home"],
		["第一阶段：打基础（2026年1月-2026年12月）", "2026-01-01..2026-12-31", "第一阶段：打基础"],
		["第二阶段（第2年-第3年）", "years 2-3", "第二阶段"],
		["Phase 2: Scale (Q1-Q2 2026)", "2026-01-01..2026-06-30", "Phase 2: Scale"],
	] as const) {
		it(`is found in “${title}”`, () => assert.deepEqual(headingPeriod(title), { when, rest }));
	}

	for (const title of ["Plan (as of the end of week 6)", "Mid 2026", "KW 12", "Chapter 5", "Summer 2027"]) {
		it(`is not guessed from “${title}”`, () => {
			assert.equal(periodOf(title), undefined);
			assert.notEqual(headingPeriod(title)?.when, "week 6");
		});
	}
});

describe("an imported structure", () => {
	it("has an area for each label in front of a list", () =>
		has(
			propose(
				"## Month 1: Start",
				"",
				"**Goals:**",
				"- Ask",
				"",
				"**Deliverables**",
				"- Outline",
				"",
				"**Status:** open",
			),
			'    note: "Status: open"',
			"    outcomes:",
			"      Goals:",
			"        - Ask",
			"      Deliverables:",
			"        - Outline",
		));

	it("keeps a phase that has periods of its own inside", () =>
		has(
			propose(
				"## Phase 1: Foundations (Weeks 1-4)",
				"",
				"### Week 1-2: Mathematics",
				"- Vectors",
				"### Week 3: Git",
				"- Branches",
			),
			"  - title: Foundations",
			"    when: weeks 1-4",
			"    outcomes:",
			"      Mathematics:",
			"        - title: Vectors",
			"          when: weeks 1-2",
			"      Git:",
			"        - title: Branches",
			"          when: week 3",
		));

	it("makes phases of the periods below a year", () =>
		has(
			propose("## 2027", "", "### Q1 2027: Learn", "- A", "### Q2 2027: Build", "- B"),
			"  - title: Learn",
			"    when: 2027-01-01..2027-03-31",
		));

	it("reads terms of a phase, each on its line", () =>
		has(
			propose(
				"## Phase 1: Core",
				"",
				"**Goal:** A small release\\",
				"**Timeline:** Jan–Mar 2027\\",
				"**Owner:** Ann",
				"",
				"- [ ] A",
			),
			"  - title: Core",
			"    when: 2027-01-01..2027-03-31",
			"    focus: A small release",
			'    note: "Owner: Ann"',
		));

	it("has the weeks of a table as periods", () =>
		has(
			propose(
				"## Month 1-2: Basics",
				"",
				"| Week | Topic | Hours |",
				"|---|---|---|",
				"| 1-2 | Git | 25 |",
				"| 3 | SQL | 30 |",
			),
			"        - title: Git",
			"          when: weeks 1-2",
			'          note: "Hours: 25"',
			"        - title: SQL",
			"          when: week 3",
		));

	it("has numbered headings with text as items", () => {
		const proposal = propose(
			"# My goals",
			"",
			"### 1) Read a book a month",
			"I never did.",
			"",
			"- Wool",
			"",
			"### 2) Run again",
			"Not far.",
		);
		has(
			proposal,
			"          - title: Read a book a month",
			"            note: I never did.",
			"            parts:",
			"              - Wool",
		);
		has(proposal, "          - title: Run again", "            note: Not far.");
		assert.equal(proposal.isRoadmap, true);
	});

	it("leaves a list of links out only where there is more than that", () => {
		has(
			propose("# Reading list", "", "- [A](https://example.org/a)", "- [B](https://example.org/b)"),
			"            link: https://example.org/b",
		);
		const { fates, text } = propose(
			"# Plan",
			"",
			"- [Start](#start)",
			"- [End](#end)",
			"",
			"## Start",
			"- a",
			"## End",
			"- b",
		);
		assert.deepEqual(
			[fates.get(3), fates.get(4)].map((fate) => fate?.kind),
			["skipped", "skipped"],
			text,
		);
	});

	it("has the parts and acts of a book as phases in their order", () =>
		has(
			propose("# A novel", "", "## Part One: The Coast", "- Storm", "## Act II – The Road", "- Salt"),
			"  - title: The Coast",
			"    outcomes:",
		));

	it("says of each line of the front matter what became of it", () => {
		const { fates } = propose("---", "title: A", "date: 2026-01-05", "tags: [x]", "---", "", "## Month 2: B", "- c");
		assert.deepEqual(
			[1, 2, 3, 4, 5].map((line) => Object.values(fates.get(line) ?? {}).at(-1)),
			["front-matter", "title", "start", "front-matter", "front-matter"],
		);
	});

	it("has the states of a table in its column", () => {
		const { statuses, text } = propose(
			...["# Plan", "", "| Milestone | Date | Status |", "|---|---|---|", "| Draft | Mar 2026 | ✅ |"],
			...["| Car | Jun 2026 | 50% |", "| Race | Sep 2026 | waiting |"],
		);
		assert.deepEqual(
			statuses.map(({ title, set }) => [title, set]),
			[
				["Draft", true],
				["Car", 50],
			],
		);
		has(
			{ text },
			"          - title: Race",
			"            when: 2026-09-01..2026-09-30",
			'            note: "Status: waiting"',
		);
	});

	it("begins with the first date that the source names", () => {
		const { questions } = propose("# Plan", "", "## Monthly review", "- How?", "## Phase 1: A (March 2025)", "- a");
		assert.deepEqual(questions, [{ kind: "start", proposed: "2025-03-01" }]);
	});

	it("has the year of the title as the period of its goals", () =>
		has(
			propose("# Goals for 2027", "", "## Health", "- Swim"),
			"      - title: Health",
			"        when: 2027-01-01..2027-12-31",
			"        milestones:",
			"          - Swim",
		));

	it("has targets by year below a heading for all of them", () =>
		has(propose("## 年度目标", "### 2027", "- 读书"), "targets:", "  2027-01-01..2027-12-31:", "    - 读书"));

	it("has a review for each bullet that says how often", () =>
		has(
			propose("## Reviews", "- Monthly: last Sunday", "- Yearly"),
			"  - title: Monthly",
			"    every: 1 month",
			"    note: last Sunday",
			"  - title: Yearly",
			"    every: 1 year",
		));

	it("has the hours of commitments behind a colon, and those of the heading where they add up", () => {
		has(
			propose("## Weekly habits (5 hours)", "- Spanish: 3 hours", "- 写作：2小时"),
			"week:",
			"  hours: 5",
			"commitments:",
		);
		const { text } = propose("## Weekly habits (10 hours)", "- Spanish: 3 hours");
		has({ text }, "about: Weekly habits (10 hours)", "commitments:", "  - title: Spanish", "    hours: 3");
	});

	it("doesn't make items of what is not planned", () =>
		has(propose("# Plan", "", "## Not this year", "- Buy a house"), "  **Not this year**", "", "  * Buy a house"));

	it("has the start that the first paragraph names, unless there are dates before it", () => {
		const first = "Start: 1 September 2027. Length: 12 months.";
		has(propose("# Plan", "", first, "", "## October 2027: Andes", "- Trek"), "start: 2027-09-01");
		assert.doesNotMatch(propose("# Plan", "", first, "", "- Sublet the flat by August 2027").text, /^start/m);
	});

	it("has risks of a table with their mitigations", () =>
		has(
			propose(
				"## Risks",
				"",
				"| Risk | Chance | Mitigation |",
				"|---|---|---|",
				"| Burnout | high | Holidays |",
				"| Reorg | | Sponsor |",
			),
			"  - title: Burnout",
			"    mitigations:",
			'      - "Chance: high"',
			"      - Holidays",
			"  - title: Reorg",
			"    mitigations:",
			"      - Sponsor",
		));

	it("has one review for headings that only number it", () =>
		has(
			propose("## Quarterly checkpoints", "", "### Q1 checkpoint", "- On track?", "### Q2 checkpoint", "- Still?"),
			"  - title: Quarterly checkpoints",
			"    every: 1 quarter",
			"    questions:",
			"      - On track?",
			"      - Still?",
		));

	it("has how often a review is held from the label of its questions", () =>
		has(propose("## Check-ins", "Every 3 months:", "- Still curious?"), "  - title: Check-ins", "    every: 3 months"));

	it("names the items of a numbered table by their words", () =>
		has(
			propose("# Plan", "", "| Phase | Timeline | Focus |", "|---|---|---|", "| 1 | Months 1-6 | Basics |"),
			"          - title: Basics",
			"            when: months 1-6",
			'            note: "Phase: 1"',
		));

	it("is done below a heading that says so, also in the sections below it", () => {
		const { statuses } = propose(
			"# Plan",
			"",
			"## ✅ Completed",
			"- A",
			"### 2024",
			"- B",
			"## Planned",
			"- C",
			"- Get things done",
		);
		assert.deepEqual(
			statuses.map(({ title, set }) => [title, set]),
			[
				["A", true],
				["B", true],
			],
		);
	});

	it("has the goal and the hours that the first paragraph names", () =>
		has(
			propose("# Plan", "", "Goal: become a data engineer", "Time: 8-10 hours/week", "", "## Month 1: SQL", "- Joins"),
			"goal: become a data engineer",
			"about: |",
			"  Goal: become a data engineer",
			"  Time: 8-10 hours/week",
			"start: 2026-11-28",
			"week:",
			"  hours: 8-10",
		));

	it("takes no text from behind the items as what the plan is about", () =>
		assert.doesNotMatch(propose("# Plan", "", "1. A", "2. B", "", "That was the year.").text, /about/));
});
