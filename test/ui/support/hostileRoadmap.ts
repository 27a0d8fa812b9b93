import { hostileTexts } from "../../unit/viewmodel/hostileTexts.ts";

type Fields = Readonly<Record<string, unknown>>;

const dayMs = 86_400_000;
const date = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

/** Every text that can be a title, in which something has to be visible. */
export const titles = hostileTexts.filter((text) => text.trim() !== "");
/** Those that fit into every field. */
export const texts = titles.filter((text) => text.length < 2000);
const areas = [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== "__proto__");
/** What an id may be: no control characters and no spaces in front. */
const ids = texts.filter((text) => text.length <= 150 && /^[^\s\p{C}][^\p{C}]*$/u.test(text));
const all = texts.join(" ");

const named = (text: string) => ({ title: text, note: text, link: text });

/** A plan with each of the texts in every field that takes any. One review of its first checkpoint was held, one is due. */
export function hostilePlan(): string {
	const plan = {
		title: texts[0],
		goal: all,
		about: texts.join("\n"),
		note: texts.join("\n"),
		link: texts[0],
		start: date(-65),
		week: { hours: "2-3" },
		time_off: texts.map((why) => ({ when: date(300), why })),
		measures: texts.map((text, index) => ({ id: `m${index}`, ...named(text) })),
		phases: [
			{
				...named(texts[0] ?? ""),
				when: "months 1-12",
				focus: texts[0],
				outcomes: Object.fromEntries(areas.map((area, index) => [area, [{ id: `o${index}`, ...named(area) }]])),
			},
			...texts.map((text) => ({ ...named(text), when: "year 2", focus: text })),
		],
		tracks: texts.map((text, index) => ({
			id: `k${index}`,
			...named(text),
			stages: [{ ...named(text), when: "year 1", milestones: [text] }],
		})),
		targets: {
			"year 1": [
				...titles.map((text, index) => ({ id: `t${index}`, ...named(text), ...short(text), goal: "5+" })),
				...texts.map((text, index) => ({
					id: `d${index}`,
					title: text,
					dropped: { on: date(-5), why: text, for: text },
				})),
			],
		},
		commitments: texts.map((text, index) => ({
			id: `c${index}`,
			...named(text),
			hours: "2",
			activities: [text, named(text)],
		})),
		checkpoints: [
			{
				id: "monthly",
				...named(texts[0] ?? ""),
				every: "1 month",
				until: "month 3",
				questions: areas.map((ask, index) => (index % 2 === 0 ? ask : { ask, evidence: [`t${index}`] })),
			},
			...texts.map((text, index) => ({ id: `p${index}`, ...named(text), when: "month 12" })),
		],
		indicators: { leading: texts.map(named), lagging: texts },
		factors: texts.map((text) => ({ ...named(text), practices: [text, named(text)] })),
		risks: texts.map((text) => ({ ...named(text), mitigations: [text, named(text)] })),
		advantages: [...texts, ...texts.map((text) => ({ ...named(text), points: [text] }))],
		slips: texts.map((why) => ({ at: date(400), by: "1 day", why })),
	};
	// A line for most values, without the spaces in front and behind the keys: a plan has a limit.
	return `${JSON.stringify(plan, undefined, 1)
		.replace(/\n +/g, "\n")
		.replace(/^("(?:[^"\\]|\\.)*"): /gm, "$1:")
		.replace(/,\n(?="(?:note|link|when|goal|hours|focus|why|for)":)/g, ",")}\n`;
}

/** A journal with each of the texts in every field that takes any. */
export function hostileJournal(): string {
	const each = texts.flatMap(
		(text, index): ReadonlyArray<Fields> => [
			{ at: date(-20), type: "time", on: `c${index}`, name: text, minutes: 30, note: text },
			{ at: date(0), type: "time", on: `c${index}`, name: text, minutes: 10, note: text },
			{ at: date(-12), type: "progress", on: `t${index}`, name: text, set: 3, note: text, link: text },
			{ at: date(-11), type: "note", on: [`t${index}`], name: [text], text, amount: text, link: text },
			{ at: date(-10), type: "plan", on: `t${index}`, name: text, field: text, was: text, now: text, why: text },
		],
	);
	const orphans = ids.map((on): Fields => ({ at: date(-9), type: "time", on, name: on, minutes: 5, note: on }));
	const running: Fields = { at: date(0), type: "timer", on: "c0", name: texts[0] };
	const lines = [...each, ...orphans, running, heldReview()];
	return lines
		.map((fields, index) => `${JSON.stringify({ id: String(index).padStart(6, "0"), ...fields })}\n`)
		.join("");
}

function heldReview(): Fields {
	return {
		at: date(-34),
		type: "review",
		name: texts[0],
		checkpoint: "monthly",
		occurrence: 1,
		answers: texts.map((text) => ({ question: text, verdict: "partly", note: text })),
		summary: texts.join("\n"),
		next: texts.map((text, index) => ({ id: `promise${index}`, text, on: `t${index}` })),
		kept: texts.map((text, index) => ({ promise: `promise${index}`, verdict: "no", note: text })),
		facts: [
			{ fact: "period", start: date(-65), end: date(-36), due: date(-36) },
			...texts.flatMap(
				(text, index): ReadonlyArray<Fields> => [
					{
						fact: "item",
						id: `t${index}`,
						title: text,
						kind: "target",
						state: "open",
						goal: text,
						value: 3,
						listed: true,
						evidence: [{ day: date(-40), note: text, link: text }],
					},
					{ fact: "measure", id: `m${index}`, title: text, goal: text, value: 1 },
					{ fact: "hours", id: `c${index}`, title: text, minutes: 60, low: 120, high: 180 },
					{ fact: "track", id: `k${index}`, title: text, minutes: 60, share: 0.1, planned: 0.2, months: [] },
					{ fact: "stretch", title: text, track: text, start: date(-65), end: date(100) },
					{ fact: "checkpoint", id: `p${index}`, title: text, occurrence: 1, day: date(100) },
					{ fact: "indicator", id: `i${index}`, title: text, leading: index % 2 === 0, goal: text, trend: "rising" },
					{ fact: "risk", title: text, live: true, mitigations: [`t${index}`] },
					{ fact: "question", ask: text, evidence: [`t${index}`] },
					{ fact: "promise", id: `before${index}`, text, on: `t${index}`, title: text, day: date(-50) },
				],
			),
		],
	};
}

/** The longest texts are for titles alone. */
function short(text: string): Fields {
	return text.length < 2000 ? {} : { note: "long", link: "long" };
}

/** What of a text is seen: neither spaces nor signs that have no look, nor the arrow that VS Code shows for a line break. */
export function visible(text: string): string {
	return text.replace(/[\s\p{C}\ufffd\u23ce]+/gu, "");
}
