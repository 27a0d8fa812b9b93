import { Lexer } from "yaml";
import { Ledger } from "../../src/journal/ledger/ledger.ts";
import { OrphanFinder } from "../../src/journal/ledger/orphanFinder.ts";
import { finish } from "../../src/journal/steps.ts";
import { JournalText } from "../../src/journal/text/journalText.ts";
import { parseLog } from "../../src/logging/line/parseLog.ts";
import type { LogSource } from "../../src/logging/logReading.ts";
import { logSource } from "../../src/logging/logSource.ts";
import { FixFinder } from "../../src/plan/assist/fixFinder.ts";
import { parsePlan } from "../../src/plan/planParser.ts";
import { maxTokens } from "../../src/plan/syntax/composeRepaired.ts";
import { maxPlanLength } from "../../src/plan/syntax/parseYaml.ts";
import { computeSnapshot } from "../../src/progress/snapshot.ts";
import { parseDay } from "../../src/time/day.ts";
import { codeLenses } from "../../src/viewmodel/editor/codeLenses.ts";
import { inlayHints } from "../../src/viewmodel/editor/inlayHints.ts";
import { orphanProblems } from "../../src/viewmodel/editor/orphanProblems.ts";
import { outlineOf } from "../../src/viewmodel/editor/outline.ts";
import { viewContent } from "../../src/viewmodel/rows/viewContent.ts";
import { groupings } from "../../src/viewmodel/rows/viewOptions.ts";
import { statusItem } from "../../src/viewmodel/statusItem.ts";
import { Formatter } from "../../src/viewmodel/text/formatter.ts";
import { problemText } from "../../src/viewmodel/text/problemText.ts";
import { type Measured, median, ratio } from "./table.ts";
import { collectGarbage, timed } from "./timing.ts";

/** Something that grows with a number, and what has to be done with it. */
interface Growth {
	readonly name: string;
	/** The smaller of the two sizes; the larger one is ten times that. Less if such a plan would not be read. */
	readonly size: number;
	readonly make?: (size: number) => () => unknown;
	/** A plan of that size, of which everything is to be shown. */
	readonly plan?: (size: number) => string;
}

const today = parseDay("2026-11-26") ?? 0;
const times = (count: number, make: (index: number) => string) => Array.from({ length: count }, (_, i) => make(i));
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Everything that a window does with a plan as soon as it is read. */
function showPlan(text: string): () => unknown {
	return () => {
		const { plan, problems, root } = parsePlan(text);
		problems.slice(0, 1000).map(problemText);
		if (!plan || !root) {
			return;
		}
		const formatter = new Formatter("en");
		const ledger = new Ledger();
		const made = computeSnapshot(plan, ledger, today);
		const source = { snapshot: made, plan, ledger, aliases: made.aliases, today, formatter };
		for (const grouping of groupings) {
			viewContent("roadmap", source, { grouping, filter: "all", week: 0 });
		}
		for (const view of ["week", "reviews", "signals"] as const) {
			viewContent(view, source, { grouping: "phase", filter: "all", week: 0 });
		}
		statusItem(source, "full", 600);
		inlayHints({ text, root, plan, today, formatter }, { start: 0, end: 3000 });
		codeLenses(plan, source);
		outlineOf(plan, formatter);
		finish(orphanProblems(source, new OrphanFinder()));
	};
}

function readJournal(text: string): () => unknown {
	const bytes = bytesOf(text);
	return () => {
		const ledger = new Ledger();
		new JournalText("", (entry, line) => ledger.add(entry, "", line)).read(bytes);
		ledger.between();
		ledger.problems();
	};
}

function typed(items: number, text: string): () => unknown {
	const plan = parsePlan(
		`targets:\n  2027:\n${times(items, (i) => `    - "学习 写作 第${i}章 的 内容"`).join("\n")}`,
	).plan;
	if (!plan) {
		throw new Error("The plan could not be read.");
	}
	const made = computeSnapshot(plan, new Ledger(), today);
	const source: LogSource = logSource(
		{ snapshot: made, plan, ledger: new Ledger(), aliases: made.aliases, today },
		{ first: "time", now: 600 },
	);
	return () => parseLog(text, source);
}

const item = (i: number, more: string) => `    - { id: i${i}, title: Item ${i}, ${more} }`;
const entry = (i: number, more: string) => `{"id":"e${i}","at":"2026-03-02","type":"time","on":"a","minutes":5${more}}`;

const growths: ReadonlyArray<Growth> = [
	{ name: "blanks in week.days", size: 4000, plan: (n) => `week:\n  days: "1<${" ".repeat(n)}x>"` },
	{
		name: "blanks in a goal",
		size: 4000,
		plan: (n) => `targets:\n  2027:\n    - { title: a, goal: "1${" ".repeat(n)}x" }`,
	},
	{
		name: "unknown ids",
		size: 800,
		plan: (n) => `targets:\n  2027:\n${times(n, (i) => item(i, `needs: [unknown-${i}]`)).join("\n")}`,
	},
	{
		name: "unknown ids of one item",
		size: 2000,
		plan: (n) => `targets:\n  2027:\n    - { title: a, needs: [${times(n, (i) => `u${i}`).join(", ")}] }`,
	},
	{
		name: "an item with many keys and ids",
		size: 1500,
		plan: (n) =>
			`targets:\n  2027:\n    - { title: a, ${times(n, (i) => `k${i}: v`).join(", ")}, needs: [${times(n, (i) => `u${i}`).join(", ")}] }`,
	},
	{
		name: "items that all need the first",
		size: 800,
		plan: (n) => `targets:\n  2027:\n${times(n, (i) => item(i, `needs: [i${i + 1}, i0]`)).join("\n")}`,
	},
	{
		name: "items that need ten",
		size: 400,
		plan: (n) =>
			`targets:\n  2027:\n${times(n, (i) => item(i, `needs: [${times(10, (k) => `i${k}`).join(", ")}]`)).join("\n")}`,
	},
	{
		name: "shares of a track",
		size: 1500,
		plan: (n) =>
			`start: 2026-01-05\ntracks:\n  - title: a\n    share: {${times(n, (i) => `week ${i + 1}: ${i % 100}%`).join(", ")}}\n  - { title: b, share: 50% }`,
	},
	{
		name: "tracks",
		size: 800,
		plan: (n) =>
			`start: 2026-01-05\ntracks:\n${times(n, (i) => `  - { title: a${i}, share: { week ${i + 1}: 0% } }`).join("\n")}`,
	},
	{
		name: "tracks with items",
		size: 600,
		plan: (n) =>
			`tracks:\n${times(n, (i) => `  - { title: a${i} }`).join("\n")}\ntargets:\n  2027:\n${times(n, (i) => item(i, `track: a${i}`)).join("\n")}`,
	},
	{
		name: "commitments",
		size: 800,
		plan: (n) =>
			`start: 2026-01-05\nweek: { hours: 10 }\ncommitments:\n${times(n, (i) => `  - { title: a${i}, hours: { week ${i + 1}: 1 } }`).join("\n")}`,
	},
	{
		name: "hours by week",
		size: 1500,
		plan: (n) =>
			`start: 2026-01-05\nweek: { hours: {${times(n, (i) => `week ${i + 1}: 1`).join(", ")}} }\ncommitments: [{ title: a, hours: 1 }]`,
	},
	{
		name: "days off",
		size: 2000,
		plan: (n) =>
			`start: 2016-01-05\nweek: { hours: 10 }\ntime_off:\n${times(n, (i) => `  - week ${i + 1}`).join("\n")}`,
	},
	{
		name: "slips",
		size: 600,
		plan: (n) =>
			`start: 2026-01-05\nslips:\n${times(n, () => "  - { at: 2026-02-02, by: 1 month }").join("\n")}\ntargets:\n${times(n, (i) => `  month ${i + 1}: [ a${i} ]`).join("\n")}`,
	},
	{
		name: "phases with targets",
		size: 600,
		plan: (n) =>
			`start: 2026-01-05\nphases:\n${times(n, (i) => `  - { title: p${i}, when: week ${i + 1} }`).join("\n")}\ntargets:\n${times(n, (i) => `  week ${i + 1}: [ a${i} ]`).join("\n")}`,
	},
	{
		name: "daily checkpoints for ever",
		size: 40,
		plan: (n) =>
			`start: 2026-01-05\ncheckpoints:\n${times(n, (i) => `  - { title: c${i}, every: 1 day, until: 9999 }`).join("\n")}`,
	},
	{
		name: "checkpoints that replace each other",
		size: 300,
		plan: (n) =>
			`start: 2026-01-05\ncheckpoints:\n${times(n, (i) => `  - { id: c${i}, title: c${i}, every: 1 day, until: year 9, replaces: [c${i - 1}] }`).join("\n")}`,
	},
	{
		name: "aliases",
		size: 500,
		plan: (n) => `targets:\n  2027:\n    - &a { title: a, note: n }\n${times(n, () => "    - *a").join("\n")}`,
	},
	{
		name: "errors of YAML in a line",
		size: 2000,
		plan: (n) => `a: [${times(n, () => '"x" "y"').join(", ")}]`,
	},
	{ name: "errors of YAML in lines", size: 2000, plan: (n) => times(n, () => 'a: "x" y: z').join("\n") },
	{ name: "unknown keys", size: 2000, plan: (n) => times(n, (i) => `titel${i}: v`).join("\n") },
	{
		name: "digits in a title, discreet",
		size: 20000,
		make: (n) => {
			const formatter = new Formatter("en", true, "a");
			const text = "1".repeat(n);
			return () => formatter.plain(text);
		},
	},
	{
		name: "title of the plan, discreet",
		size: 5000,
		make: (n) => {
			const formatter = new Formatter("en", true, `${"a ".repeat(Math.min(n, 5000))}b`);
			const text = "a ".repeat(n);
			return () => formatter.plain(text);
		},
	},
	{
		name: "fixes of a line of hyphens",
		size: 3000,
		make: (n) => () => new FixFinder(`a: ${"- ".repeat(n)}@x`, today).fixAll(),
	},
	{ name: "beginnings of entries in a line", size: 10_000, make: (n) => readJournal(`${'{"id":"'.repeat(n)}\n`) },
	{
		name: "beginnings of entries in objects",
		size: 8000,
		make: (n) => readJournal(`${'{"id":"a",'.repeat(n)}${"}".repeat(n)}\n`),
	},
	{
		name: "beginnings of entries in lists",
		size: 5000,
		make: (n) => readJournal(`${'{"id":"a","a":['.repeat(n)}${"]}".repeat(n)}\n`),
	},
	{
		name: "entries with wrong fields",
		size: 5000,
		make: (n) =>
			readJournal(
				`{"id":"r","at":"2026-03-02","type":"review","checkpoint":"c","occurrence":1,"answers":[${times(n, () => "{}").join(",")}]}\n`,
			),
	},
	{
		name: "entries with one id",
		size: 2000,
		make: (n) => readJournal(times(n, (i) => entry(1, `,"note":"${i}"`)).join("\n")),
	},
	{
		name: "entries that replace each other",
		size: 5000,
		make: (n) => readJournal(times(n, (i) => entry(i, `,"replaces":"e${i + 1}"`)).join("\n")),
	},
	{
		name: "entries about as many things",
		size: 5000,
		make: (n) => readJournal(times(n, (i) => entry(i, "").replace('"a"', `"a${i}"`)).join("\n")),
	},
	{ name: "letters typed without blanks", size: 200, make: (n) => typed(2400, "学".repeat(n)) },
	{ name: "letters typed with blanks", size: 200, make: (n) => typed(2400, "学 ".repeat(n / 2)) },
	{
		name: "other words typed",
		size: 200,
		make: (n) =>
			typed(
				2400,
				times(n / 5, (i) => `w${i % 100}第章`)
					.join(" ")
					.slice(0, n),
			),
	},
	{ name: "quotes typed", size: 200, make: (n) => typed(2400, '"a '.repeat(n / 3)) },
	{ name: "items while typing", size: 300, make: (n) => typed(n, "学".repeat(1000)) },
];

/** Each at a size and at ten times that: what is linear takes ten times as long. */
export async function measureGrowth(): Promise<ReadonlyArray<Measured>> {
	return growths.map(({ name, size: wanted, make, plan }) => {
		const size = plan ? Math.min(wanted, Math.floor(largestSize(plan) / 10)) : wanted;
		const workOf = (of: number) => (plan ? showPlan(plan(of)) : (make?.(of) ?? (() => undefined)));
		const [small, large] = [workOf(size), workOf(10 * size)];
		small();
		collectGarbage();
		const few = median(times(5, () => "").map(() => timed(small)));
		const many = median(times(3, () => "").map(() => timed(large)));
		return ratio(`${name}: ${size} in ${few.toFixed(1)} ms, ${10 * size} in ${many.toFixed(0)} ms`, many / few, 12);
	});
}

interface LargestPlan {
	readonly name: string;
	readonly text: string;
	/** Does everything that a window does with the plan. */
	readonly show: () => unknown;
}

/** The largest plan of each kind that is read at all. */
export function largestPlans(): ReadonlyArray<LargestPlan> {
	return growths.flatMap(({ name, plan }) => {
		const text = plan?.(largestSize(plan));
		return text === undefined ? [] : [{ name, text, show: showPlan(text) }];
	});
}

function largestSize(plan: (size: number) => string): number {
	let [low, high] = [1, maxPlanLength];
	while (low + 1 < high) {
		const middle = (low + high) >> 1;
		const text = plan(middle);
		const isRead = text.length <= maxPlanLength && text.split("\n").length < 50_000 && hasFewTokens(text);
		[low, high] = isRead ? [middle, high] : [low, middle];
	}
	return low;
}

function hasFewTokens(text: string): boolean {
	let tokens = 0;
	for (const _ of new Lexer().lex(text)) {
		if (++tokens > maxTokens) {
			return false;
		}
	}
	return true;
}
