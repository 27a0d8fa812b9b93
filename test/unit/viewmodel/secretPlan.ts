import assert from "node:assert/strict";
import { readLedger } from "../../../src/journal/ledger/readLedger.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import type { ChildRef } from "../../../src/plan/syntax/syntaxTree.ts";
import { buildReview, findOccurrence } from "../../../src/review/review.ts";
import { Formatter } from "../../../src/viewmodel/text/formatter.ts";
import type { ViewSource } from "../../../src/viewmodel/text/viewSource.ts";
import { sourceOf } from "./viewSourceFor.ts";

/** The day on which everything is looked at: a Monday. */
export const today = "2026-08-10";

/** What only private things say, in whatever form: words, a goal and a value, minutes, an aim, a day. */
export const secret = /secret|7[,.]?73\d|\b127\b|2 h 7 min|1 h 27 min|\b87\b|Aug 19|2026-08-19|\b08-19\b/i;

/** The keys that a person may write to have something private; the last ones are slips, for which a problem is told, too. */
export const spellings: ReadonlyArray<string> = [
	"private: true",
	"private: TRUE",
	"Privé: true",
	"isPrivate: true",
	"is_private: yes",
	"confidential: true",
	"vertraulich: ja",
	"hidden: true",
	"私密: true",
	"visibility: private",
	"public: false",
	'private: "true"',
	"private: yes",
	"private: on",
	"private: 1",
	"private: tru",
	"private: maybe false",
	"private: [true]",
	"private: {}",
	"private: ''",
	"private:",
	"private: null",
	"private: ~",
	"private",
	"Private: true",
	"PRIVATE: yes",
	"privat: true",
	"pirvate: true",
	"' private ': true",
	"private:true",
	"private: true, private: false",
	"private: false, private: true",
	"<<: { private: true }",
];

/** A plan with a secret thing of every kind, each with every field that it can have, and with public things that name them. */
export function secretPlan(flag: string): string {
	const named = (name: string, title = `Secret ${name}`) =>
		`id: secret-${name}, formerly: [old-secret-${name}], title: "${title}", note: "Secret note", link: "https://secret.example", ${flag}`;
	const dated = "when: 2026-08-19, goal: 7731+ secrets, from: 7730";
	return `start: 2026-01-05
title: Openly
week: { hours: 4-5 }
measures:
  - { ${named("measure")} }
phases:
  - { ${named("phase")}, when: 2026-01-05..2026-08-19, focus: "Secret focus", outcomes: { secret area: ["Secret outcome", { title: "Secret goal", ${dated} }] } }
  - { title: Open phase, when: year 1, focus: Open focus, outcomes: { open area: [{ ${named("outcome")}, ${dated} }, Open outcome] } }
tracks:
  - { ${named("track")}, share: 40%, stages: [{ title: "Secret part", when: 2026-08-19, milestones: ["Secret exam"] }] }
  - { id: open, title: Open track, share: 60%, stages: [{ ${named("stage")}, when: 2026-08-19, milestones: [{ title: "Secret test", when: 2026-08-19 }] }] }
targets:
  year 1:
    - { ${named("target")}, ${dated} }
    - { ${named("late")}, when: 2026-08-01, valid: 1 year }
    - { ${named("dropped")}, dropped: { on: 2026-08-19, why: Secret reason, for: Secret instead } }
    - { of: secret-measure, goal: 7731+, when: 2026-08-19 }
    - { ${named("daily")}, goal: 7732 per day, ${dated} }
    - { id: whole, title: Open whole, parts: [{ ${named("piece")}, ${dated} }, Open piece] }
    - { id: both, title: Open both, needs: [secret-target, secret-late] }
    - { id: talks, title: Open talks, goal: 5, when: 2026-08-20, track: secret-track, drives: [secret-target, secret-sign] }
commitments:
  - { ${named("work")}, hours: { year 1: 1.45 }, track: secret-track, activities: ["Secret habit"] }
  - { ${named("ritual")}, times: 3, days: monday }
  - { id: writing, title: Open writing, hours: 3, track: secret-track, drives: [secret-goal, talks], activities: [{ ${named("draft")} }, Articles] }
checkpoints:
  - { ${named("review")}, every: 3 months, questions: ["Secret question?", { ask: "Secret ask?", evidence: [talks] }] }
  - { ${named("due")}, when: 2026-08-11, questions: ["Secret doubt?"] }
  - { id: half, title: Open half, every: 6 months, replaces: [secret-review], questions: [{ ask: Open question?, evidence: [secret-target, secret-measure, secret-track, secret-work, secret-sign, talks] }] }
indicators: { leading: [{ ${named("sign")}, ${dated}, drives: [talks, secret-trend] }, Open sign], lagging: [{ ${named("trend")} }] }
factors: [{ ${named("factor")}, practices: ["Secret practice"] }, { title: Open factor, practices: [{ ${named("practice")} }] }]
risks:
  - { ${named("risk")}, mitigations: ["Secret way out"], watch: { hours: below 60%, for: 2 weeks } }
  - { title: Open risk, mitigations: [{ ${named("mitigation")}, ${dated} }] }
advantages: [{ title: Secret strength, note: Secret note, link: "https://secret.example", points: [Secret point], ${flag} }, Open strength]
`;
}

const about = [
	...["measure", "outcome", "target", "late", "dropped", "sign", "trend", "mitigation", "practice"],
	...["work", "draft", "track", "review", "ritual", "daily", "piece"],
].map((name) => `secret-${name}`);
const within = ["secret-outcome", "secret-goal", "secret-exam", "secret-test", "secret-habit", "secret-practice"];

/** What was logged: of every type, about everything secret, by ids of now and of earlier, some together with what is open. */
function entries(): ReadonlyArray<object> {
	const noted = { note: "Secret words", name: "Secret name" };
	return [
		...[...about, ...within].flatMap((on) => [
			{ at: "2026-08-10T20:00:00Z", type: "time", on, minutes: 127, ...noted },
			{ at: "2026-08-09", type: "progress", on, set: 7733, link: "https://secret.example", ...noted },
			{ at: "2026-08-08", type: "progress", on: about.includes(on) ? `old-${on}` : on, add: 7734, ...noted },
			{ at: "2026-08-07", type: "note", on, text: "Secret win", amount: 7735, name: "Secret name" },
			{
				at: "2026-08-06",
				type: "plan",
				on,
				field: "when",
				was: "x",
				now: "2026-08-19",
				why: "Secret",
				name: "Secret name",
			},
		]),
		...["phase", "stage", "factor", "risk"].map((name) => ({
			...{ at: "2026-08-05", type: "plan", on: `secret-${name}`, field: "when", now: "2026-08-19", why: "Secret why" },
			name: `Secret ${name}`,
		})),
		{
			at: "2026-08-06",
			type: "note",
			on: ["talks", "secret-target"],
			text: "Secret both",
			link: "https://secret.example",
		},
		{ at: "2026-08-10", type: "time", on: "open", minutes: 50 },
		{ at: "2026-08-10T20:00:30Z", type: "time", on: "writing", minutes: 60, note: "Open words" },
		{ at: "2026-08-04", type: "progress", on: "talks", set: 2, note: "Open proof" },
		{
			...{ at: "2026-04-05", type: "review", checkpoint: "secret-review", occurrence: 1, summary: "Secret summary" },
			answers: [{ question: "Secret question?", verdict: "yes", note: "Secret answer" }],
			next: [{ id: "p0", text: "Secret promise", due: "2026-08-19" }],
		},
		{ at: "2026-08-10T19:00:00Z", type: "timer", on: "secret-work", name: "Secret work" },
	];
}

/** A plan that is open in an editor, with its journal. */
export interface SecretSource extends ViewSource {
	readonly text: string;
	readonly root: ChildRef;
}

/**
 * What is shown of the plan.
 *
 * @param flag makes private what is secret
 * @param discreet whether others see the screen
 */
export function secretSource(flag: string, discreet: boolean): SecretSource {
	// The review was held while everything was still public.
	const before = given("private: false", entries(), false);
	const half = findOccurrence(before, { checkpoint: "half", occurrence: 1 }) ?? assert.fail();
	const held = {
		...{ at: "2026-07-04", type: "review", checkpoint: "half", occurrence: 1, summary: "Open summary" },
		answers: [
			{ question: "Open question?", verdict: "yes", note: "Open answer" },
			{ question: "Secret question?", verdict: "no", note: "Secret answer" },
		],
		next: [
			{ id: "p1", text: "Secret promise", on: "secret-target", due: "2026-08-19" },
			{ id: "p2", text: "Open promise", on: "talks" },
		],
		kept: [{ promise: "p0", verdict: "yes", note: "Secret keeping" }],
		facts: buildReview(before, half).facts,
	};
	return given(flag, [...entries(), held], discreet);
}

function given(flag: string, logged: ReadonlyArray<object>, discreet: boolean): SecretSource {
	const text = secretPlan(flag);
	const { plan, root } = parsePlan(text);
	assert.ok(plan && root, "the plan can be read");
	const lines = logged.map((entry, index) => JSON.stringify({ id: String(index).padStart(4, "0"), ...entry }));
	const formatter = new Formatter("en", discreet, plan.title);
	return { ...sourceOf(plan, readLedger([lines.join("\n")]), today, formatter), text, root };
}
