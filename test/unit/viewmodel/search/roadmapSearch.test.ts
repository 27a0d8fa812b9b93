import assert from "node:assert/strict";
import fc from "fast-check";
import { finish } from "../../../../src/journal/steps.ts";
import { planPlaces } from "../../../../src/viewmodel/search/planPlaces.ts";
import { RoadmapSearch } from "../../../../src/viewmodel/search/roadmapSearch.ts";
import { runs } from "../../../harness/depth.ts";
import type { Logged } from "../../progress/progressFixture.ts";
import { sourceWith } from "../viewSourceFor.ts";

const yaml = `
phases: [{title: Find my feet, when: by month 5, focus: Learn how the ward runs}]
targets:
  year 1:
    - {id: talks, title: Talks given, goal: 4, note: Ask the organizers in Lisbon}
    - {id: nurses, title: Nurses trained, goal: 3}
commitments: [{id: writing, title: Thought leadership, hours: 3}]
checkpoints: [{id: half, title: Half-year review, every: 6 months, questions: [Is the pace right?]}]
time_off: [{when: 2026-08-03..2026-08-16, why: Sailing}]
advantages: [{title: Languages, points: [Portuguese and English]}]
`;

const logged: ReadonlyArray<Logged> = [
	["2026-02-01", "talks", { add: 1, note: "Meetup in Porto about spot nodes" }],
	["2026-03-01", "writing", { minutes: 45, note: "Drafted the article" }],
	["2026-04-01", "writing", { minutes: 45, note: "Drafted the second article" }],
	[
		"2026-06-30",
		"half",
		{ occurrence: 1, summary: "A good half", answers: [{ question: "Is the pace right?", note: "Almost always" }] },
	],
];
const source = sourceWith(yaml, logged);
const search = (typed: string) => finish(new RoadmapSearch(source).steps(typed));
const labels = (typed: string) => {
	const { plan, reviews, journal } = search(typed);
	return [...plan, ...reviews, ...journal].map(({ label }) => label);
};

describe("searching the roadmap", () => {
	it("finds what the plan has, by titles, notes, questions, reasons, and points", () => {
		for (const [typed, title] of [
			["talks", "Talks given"],
			["tlks giv", "Talks given"],
			["lisbon", "Talks given"],
			["ward", "Find my feet"],
			["pace right", "Is the pace right?"],
			["sailing", "Sailing"],
			["portuguese", "Languages"],
		] as const) {
			assert.equal(search(typed).plan[0]?.label, title, typed);
		}
	});

	it("finds reviews by what was written in them, and their entries only there", () => {
		const { reviews, journal } = search("almost always");
		assert.deepEqual(
			reviews.map(({ place, description }) => [place, description]),
			[[{ in: "review", key: { checkpoint: "half", occurrence: 1 } }, "held Jun 30, 2026"]],
		);
		assert.deepEqual(journal, []);
		assert.equal(search("half-year").reviews.length > 1, true);
	});

	it("finds entries by their words in any order, the newest of equal ones first", () => {
		assert.deepEqual(
			search("article drafted").journal.map(({ detail }) => detail),
			["Drafted the second article", "Drafted the article"],
		);
		assert.deepEqual(
			search("leadership 45").journal.map(({ detail }) => detail),
			["Drafted the second article", "Drafted the article"],
		);
		assert.deepEqual(
			search("2026-02-01").journal.map(({ label }) => label),
			["Talks given: +1"],
		);
	});

	it("finds nothing for nothing, and for letters that only happen to be there", () => {
		assert.deepEqual(labels(" "), []);
		assert.deepEqual(labels("qzx"), []);
		assert.deepEqual(labels("dfrn"), []);
	});

	it("points into the plan where the title is", () => {
		const text = `start: 2026-01-05\n${yaml}`;
		for (const { title, range } of planPlaces(source.plan, source.formatter)) {
			assert.ok(text.slice(range.start, range.end).toLowerCase().includes(title.toLowerCase()), title);
		}
	});

	it("finds every title and every note by any two of its words", () => {
		const { plan, formatter } = source;
		const known = [
			...planPlaces(plan, formatter).map(({ title }) => ({ text: title, label: title })),
			...logged.flatMap(([, , value]) => {
				const { note } = value as { readonly note?: string };
				return note === undefined ? [] : [{ text: note, label: note }];
			}),
		];
		fc.assert(
			fc.property(fc.constantFrom(...known), fc.nat(), fc.nat(), ({ text, label }, first, second) => {
				const words = text.split(/\s+/);
				const typed = [words[first % words.length], words[second % words.length]].join(" ");
				const { plan: places, journal } = search(typed);
				assert.ok([...places.map((hit) => hit.label), ...journal.map((hit) => hit.detail)].includes(label), typed);
			}),
			{ numRuns: runs(200) },
		);
	});
});
