import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Proposal } from "../../../../src/importer/markdown/proposal.ts";
import { proposeRoadmap } from "../../../../src/importer/markdown/proposeRoadmap.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { dayFromDate } from "../../../../src/time/day.ts";
import { problemText } from "../../../../src/viewmodel/text/problemText.ts";
import { runs } from "../../../harness/depth.ts";
import { markdown } from "./arbitraryMarkdown.ts";
import { checkProposal } from "./checkProposal.ts";

const today = dayFromDate(2026, 11, 28) ?? 0;

const propose = (markdown: string): Proposal =>
	proposeRoadmap(markdown, { source: "plan.md", today, check: checkProposal, answers: {} });
const source = (name: string) => readFileSync(`test/unit/importer/markdown/${name}.md`, "utf8");
const problemsOf = ({ text }: Proposal) => (text.trim() === "" ? [] : parsePlan(text).problems.map(problemText));

/** A line of the source, and lines that the proposal has for it. */
const table: ReadonlyArray<readonly [line: string, ...proposed: ReadonlyArray<string>]> = [
	["# From Ward Sister", "title: From Ward Sister to Chief of Nursing # plan.md:1"],
	["A plan of five", "  A plan of five to six years from leading one ward"],
	["### Month 6: Ward Lead", "  - title: Ward Lead with a Digital Record # plan.md:7", "    when: month 6"],
	["**Focus**: Trust", "    focus: Trust on the ward + first say in the record system"],
	[
		"- **Clinical**: Advanced",
		"        - Advanced life support # plan.md:9",
		"        - wound care + records # plan.md:9",
	],
	["- **Leadership**: Lead team", "        - title: Lead team of nurses # plan.md:17", "          goal: 10-14"],
	["- **Team Size**: 25-35", "        - title: Nurses on three wards # plan.md:23", "          goal: 25-35"],
	["### Year 5+: Chief", "  - title: Chief of Nursing # plan.md:27", "    when: year 5+"],
	["### 1. A Head Start", "  - title: A Head Start (1-2 Years Faster) # plan.md:34"],
	["- **4+ years in charge", "      - 4+ years in charge of shifts shorten the path by 30% # plan.md:35"],
	["### Clinical Track", "  - title: Clinical # plan.md:44", "      year 1: 70%", "      year 5: 40%"],
	["#### Basics", "      - title: Basics # plan.md:46", "        when: months 1-12"],
	["- **Record System", "          - title: Record System Project # plan.md:49", "            when: months 8-10"],
	["- **Infection Control**", "          - title: Infection Control # plan.md:52", "            when: months 15-16"],
	["- **Budget of the ward", "          - title: Budget of the ward # plan.md:63", "            goal: $1-2M"],
	["### Year 1 Targets", "  year 1:"],
	["- ✅ Life support", "    - Life support + wound certificates # plan.md:68"],
	["- ✅ Lead 3-4", "    - title: Lead project group # plan.md:69", "      goal: 3-4 people"],
	["- ✅ Save $100K+", "    - title: Save agency costs # plan.md:70", "      goal: $100K+"],
	["- ✅ 50+ contacts", "    - title: Contacts on other wards # plan.md:71", "      goal: 50+"],
	["### Year 5-6 Targets", "  years 5-6:"],
	["- ✅ $110K", "    - title: Salary # plan.md:82", "      goal: $110K-$130K+"],
	["### 1. Clinical Trust", "  - title: Clinical Trust # plan.md:86"],
	["- **Hands-on care**", "      - Hands-on care every week # plan.md:87"],
	["- Keep shifts", "      - title: Keep shifts on the ward # plan.md:96", "        when: through year 3"],
	["- Coaching", "      - title: Coaching # plan.md:100", "        goal: $200/month"],
	["### Weekly Commitments", "  hours: 3-4"],
	["1. **Leadership Study**", "  - title: Leadership Study # plan.md:106", "    hours: 1"],
	["   - Staffing models", "      - Staffing models # plan.md:107"],
	["### 6-Month Review", "  - title: 6-Month Review # plan.md:120", "    every: 6 months"],
	["- Certificates on time", "      - Certificates on time # plan.md:121"],
	["### Annual Assessment", "    every: 1 year"],
	["### Mid-Point", "  - title: Mid-Point Evaluation # plan.md:128", "    when: year 3"],
	["- Asked for advice", "    - Asked for advice more often # plan.md:135"],
	["- Title reached", "    - Title reached # plan.md:139"],
	["Care, leading and", "goal: $110K-$130K+ chief of nursing role # plan.md:149"],
];

describe("the proposal for a Markdown roadmap", () => {
	const proposal = propose(source("roadmap"));
	const lines = proposal.text.split("\n");

	for (const [line, ...proposed] of table) {
		it(`has “${line}”`, () => {
			assert.ok(
				source("roadmap")
					.split("\n")
					.some((each) => each.startsWith(line)),
			);
			for (const each of proposed) {
				assert.ok(
					lines.some((written) => written === each || (each.length > 40 && written.startsWith(each))),
					`${each}\n\n${proposal.text}`,
				);
			}
		});
	}

	it("places at least 95 % of the lines without an answer", () => {
		const fates = [...proposal.fates.values()];
		const placed = fates.filter(({ kind }) => kind === "placed").length;
		assert.ok(placed / fates.length >= 0.95, `${placed} of ${fates.length}`);
	});

	it("has no problems", () => assert.deepEqual(problemsOf(proposal), []));

	it("asks for day one and for the check marks", () => {
		assert.deepEqual(
			proposal.questions.map(({ kind, proposed }) => [kind, proposed]),
			[
				["start", "2026-11-28"],
				["check-marks", "decoration"],
			],
		);
		assert.deepEqual(proposal.statuses, []);
	});
});

describe("the proposal for hard lines", () => {
	const proposal = propose(source("hardLines"));
	const has = (...written: ReadonlyArray<string>) =>
		assert.ok(proposal.text.includes(written.join("\n")), proposal.text);
	const skipped = (line: string) => {
		const at =
			source("hardLines")
				.split("\n")
				.findIndex((each) => each.startsWith(line)) + 1;
		return proposal.fates.get(at)?.kind;
	};

	it("has no problems", () => assert.deepEqual(problemsOf(proposal), []));
	it("takes title and day one from the front matter", () => {
		has("title: Two years to a choir of my own # plan.md:2");
		has("start: 2026-02-01");
	});
	it("takes the exact one of two times", () => has("  - title: Ear and Hand # plan.md:12", "    when: weeks 1-20"));
	it("keeps links, and none that runs something", () => {
		has("          link: https://example.org/harmony");
		assert.doesNotMatch(proposal.text, /link: "?javascript/);
	});
	it("has a limit as a goal", () => has("        - title: Sing # plan.md:26", "          goal: at most 4 minutes"));
	it("leaves an uncertain number in the title", () => {
		has("        - Between 18 and 22 singers");
		has("          - $30 per child per month for lessons");
	});
	it("makes tasks below an item its parts", () => has("            parts:"));
	it("proposes states as entries, apart from the plan", () => {
		assert.deepEqual(
			proposal.statuses.map(({ title, set }) => [title, set]),
			[
				["Harmony for beginners", true],
				["programme", 30],
				["posters", true],
				["第 1 首", true],
			],
		);
	});
	it("lists what is not imported", () => {
		for (const line of ["- TOC", "## Schedule", "## Weekly log", "- slept", "# ⏳ Overview", "[old]:", "mood"]) {
			assert.equal(skipped(line), "skipped", line);
		}
	});
});

describe("a number that may be a goal", () => {
	const asked = (text: string, goals: Readonly<Record<number, string>> = {}) =>
		proposeRoadmap(text, { source: "plan.md", today, check: checkProposal, answers: { goals } });

	for (const [line, goal] of [
		["Between 18 and 22 singers", "18-22"],
		["A choir with 12 singers", "12"],
		["$30 per child per month for lessons", "$30 per month"],
		["Practice with the choir 3 hours per week", "3 per week"],
		["每周至少唱歌 3 次", "3 per week"],
		["Kinder im Chor: 25 Stimmen", "25"],
		["All notes right: to 90% of the songs", "90%"],
	] as const) {
		it(`is asked about in “${line}”, and taken only if the user says so`, () => {
			const text = `# A\n\n- [ ] ${line}\n`;
			const { questions, text: plan } = asked(text);
			const question = questions.find(({ kind }) => kind === "goal");
			assert.deepEqual(question, { kind: "goal", title: line, goals: [goal], line: 3 });
			assert.deepEqual(
				parsePlan(plan).plan?.items.map(({ title, goal }) => [title, goal]),
				[[line, undefined]],
			);
			const taken = asked(text, { 3: goal });
			assert.deepEqual(
				taken.questions.find(({ kind }) => kind === "goal"),
				{ ...question, proposed: goal },
			);
			assert.deepEqual(
				parsePlan(taken.text).plan?.items.map((item) => [item.title, item.goal?.text]),
				[[line, goal]],
			);
		});
	}

	it("can be two times a number for each", () => {
		const text = "# A\n\n- [ ] Fill both pensions ($7,000 each in 2027)\n";
		const { questions } = asked(text);
		assert.deepEqual(
			questions.map((question) => question.kind === "goal" && question.goals),
			[["$7,000", "$14000"]],
		);
		const taken = asked(text, { 3: "$14000" });
		assert.equal(parsePlan(taken.text).plan?.items[0]?.goal?.text, "$14000");
		assert.deepEqual(asked(text, { 3: "$9" }).questions, questions);
	});

	for (const line of [
		"Concert on 3 May",
		"Read chapter 3 again",
		"Sing at 8 pm",
		"The 2nd choir",
		"Ready in 2027",
		"Part B2 of it",
		"2 halls and 3 cities",
		"Read 12 books",
	]) {
		it(`is not in “${line}”`, () =>
			assert.deepEqual(
				asked(`# A\n\n- [ ] ${line}\n`).questions.filter(({ kind }) => kind === "goal"),
				[],
			));
	}
});

describe("a heading with two times", () => {
	const proposed = (title: string, periods: Readonly<Record<number, string>> = {}) => {
		const answers = { periods };
		const proposal = proposeRoadmap(`## ${title}\n\n- a\n`, {
			source: "plan.md",
			today,
			check: checkProposal,
			answers,
		});
		const asked = proposal.questions.filter(({ kind }) => kind === "period");
		return { asked, when: / when: (.*)/.exec(proposal.text)?.[1] };
	};

	for (const [title, one, two] of [
		["Quarter 2 (Months 5-7): Own it", "months 5-7", "quarter 2"],
		["Start (Q1 2027, May 2027)", "2027-01-01..2027-03-31", "2027-05-01..2027-05-31"],
	] as const) {
		it(`is asked about: ${title}`, () => {
			const { asked, when } = proposed(title);
			assert.deepEqual(
				asked.map((question) => question.kind === "period" && [question.proposed, question.periods]),
				[[one, [one, two]]],
			);
			assert.equal(when, one);
			assert.equal(proposed(title, { 1: two }).when, two);
		});
	}

	for (const title of [
		"Quarter 2 (Months 4-6): Own it",
		"Week 1 - [May 19, 2025 - May 25, 2025]",
		"Start (Weeks 1-35, ~9 months)",
	]) {
		it(`is clear: ${title}`, () => assert.deepEqual(proposed(title).asked, []));
	}
});

describe("any Markdown", () => {
	it("has a proposal without problems, and a fate for each line", () => {
		fc.assert(
			fc.property(markdown, (text) => {
				const proposal = propose(text);
				assert.deepEqual(problemsOf(proposal), [], proposal.text);
				for (const [at, each] of text.split(/\r\n|\r|\n/).entries()) {
					assert.equal(proposal.fates.has(at + 1), each.trim() !== "", `line ${at + 1}`);
				}
			}),
			{ numRuns: runs(500) },
		);
	}).timeout(30_000);

	it("has what is said to be placed in the proposal", () => {
		const tagged = fc
			.array(
				fc.tuple(fc.constantFrom("## Year 1 Targets", "## Risks", "## Other", "- ", "  - ", "1. ", "", "> "), fc.nat()),
				{ maxLength: 25 },
			)
			.map((parts) =>
				parts.map(([start], at) => (start.startsWith("#") ? `\n${start} w${at}w` : `${start}w${at}w`)).join("\n"),
			);
		fc.assert(
			fc.property(tagged, (text) => {
				const { fates, text: plan } = propose(text);
				for (const [at, each] of text.split("\n").entries()) {
					const [word] = /w\d+w/.exec(each) ?? [];
					if (word !== undefined && fates.get(at + 1)?.kind === "placed" && !each.startsWith("#")) {
						assert.ok(plan.includes(word), `${word} of\n${text}\n\n${plan}`);
					}
				}
			}),
			{ numRuns: runs(500) },
		);
	}).timeout(30_000);

	for (const [name, text] of [
		["an empty text", ""],
		["prose", "Only a text.\n\nAnd another one."],
		["code", "```js\nlet a = 1;\n```"],
	]) {
		it(`is no roadmap if it is ${name}`, () => assert.equal(propose(text ?? "").isRoadmap, false));
	}
});
