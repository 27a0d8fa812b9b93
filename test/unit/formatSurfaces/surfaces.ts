import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as l10n from "@vscode/l10n";
import { roadmapStatus } from "../../../src/api/roadmapStatus.ts";
import { finish } from "../../../src/journal/steps.ts";
import { parseLog } from "../../../src/logging/line/parseLog.ts";
import { logSource } from "../../../src/logging/logSource.ts";
import { FixFinder } from "../../../src/plan/assist/fixFinder.ts";
import { PlanParser, parsePlan } from "../../../src/plan/planParser.ts";
import { planJsonSchema } from "../../../src/plan/schema/planJsonSchema.ts";
import { applyEdits } from "../../../src/util/textEdit.ts";
import { completionsAt } from "../../../src/viewmodel/editor/completions.ts";
import { hoverText } from "../../../src/viewmodel/editor/hoverText.ts";
import { calendarFile } from "../../../src/viewmodel/export/calendarFile.ts";
import { reviewPage } from "../../../src/viewmodel/review/reviewPage.ts";
import { reviewReport } from "../../../src/viewmodel/review/reviewReport.ts";
import { viewContent } from "../../../src/viewmodel/rows/viewContent.ts";
import { suggestNext } from "../../../src/viewmodel/suggestNext.ts";
import { Formatter } from "../../../src/viewmodel/text/formatter.ts";
import { problemText } from "../../../src/viewmodel/text/problemText.ts";
import { day, type Logged, ledgerOf } from "../progress/progressFixture.ts";
import { impactMarkdown, impactRecord } from "../viewmodel/export/impactFixture.ts";
import { reviewGiven } from "../viewmodel/review/reviewFixture.ts";
import { byPhase, outline, plainSpaces } from "../viewmodel/rows/renderRows.ts";
import { sourceOf } from "../viewmodel/viewSourceFor.ts";

/** Every place where a key of the plan can show. */
export const surfaces = [
	"schema",
	"problem",
	"german",
	"chinese",
	"fix",
	"hover",
	"completion",
	"snippet",
	"tree",
	"thisWeek",
	"whatNext",
	"logLine",
	"review",
	"export",
	"api",
	"forecast",
	"jsonSchema",
	"docs",
] as const;

export type Surface = (typeof surfaces)[number];

/** Inputs that show one addition to the format. */
export interface SurfaceInput {
	/** A plan that uses it, from its start on. */
	readonly plan: string;
	readonly logged: ReadonlyArray<Logged>;
	readonly today: string;
	/** A plan that uses it wrongly. */
	readonly wrong: string;
	/** A plan with it as in other formats. */
	readonly foreign: string;
	/** A plan with `|` where something shows a hover. */
	readonly hover: string;
	/** A plan with `|` where it is completed. */
	readonly typed: string;
	/** The completed label. */
	readonly label: string;
	/** A line of Log. */
	readonly line: string;
	/** The ID of an item with a forecast. */
	readonly item: string;
	/** The path in the JSON Schema. */
	readonly path: ReadonlyArray<string>;
}

const docs = readFileSync("docs/format.md", "utf8");

/** What each surface shows of an addition. */
export const shownOn: { readonly [S in Surface]: (input: SurfaceInput) => string } = {
	schema: ({ plan }) => {
		const { problems } = parsePlan(plan);
		return problems.map(problemText).join("\n") || "no problems";
	},
	problem: ({ wrong }) => problemsOf(wrong),
	german: ({ wrong }) => problemsIn("de", wrong),
	chinese: ({ wrong }) => problemsIn("zh-cn", wrong),
	fix: ({ foreign, today }) => {
		const finder = new FixFinder(foreign, day(today));
		const [problem = assert.fail("no problem")] = finder.problems;
		const [fix = assert.fail("no fix")] = finder.fixesOf(problem);
		const fixed = applyEdits(foreign, fix.edits);
		assert.deepEqual(parsePlan(fixed).problems, []);
		return fixed;
	},
	hover: ({ hover, logged, today }) => {
		const text = hover.replace("|", "");
		const { root, plan } = parsePlan(text);
		assert.ok(root && plan);
		const source = sourceOf(plan, ledgerOf(plan, logged), today);
		const shown = hoverText(root, plan, hover.indexOf("|"), source)?.parts ?? [];
		return shown.map((part) => plainSpaces(part.kind === "fact" ? `${part.name}: ${part.text}` : part.text)).join("\n");
	},
	completion: (input) => completionOf(input).detail ?? completionOf(input).label,
	snippet: (input) => completionOf(input).snippet,
	tree: (input) => view("roadmap", input),
	thisWeek: (input) => view("week", input),
	whatNext: (input) =>
		suggestNext(source(input))
			.map(({ label, reason }) => plainSpaces(`${label}: ${reason}`))
			.join("\n"),
	logLine: (input) =>
		parseLog(input.line, logSource(source(input), { first: "time" }))
			.readings[0]?.map(({ on, minutes, change }) => JSON.stringify({ on, minutes, ...change }))
			.join("\n") ?? "",
	review: ({ plan, logged, today }) => {
		const given = reviewGiven(`${plan}\ncheckpoints: [{ id: half, title: Half, every: 1 month }]\n`, { logged, today });
		return plainSpaces(reviewReport(reviewPage(given.source, given.review)));
	},
	export: (input) => {
		const whole = { start: day("2026-01-05"), end: day("2027-01-05") };
		const given = source(input);
		return plainSpaces(`${impactMarkdown(impactRecord(given, whole), given)}\n${calendarFile(given, 0)}`);
	},
	api: (input) => JSON.stringify(roadmapStatus(source(input)), undefined, " "),
	forecast: (input) => {
		const given = source(input);
		const item = given.plan.items.find(({ id }) => id === input.item) ?? assert.fail(input.item);
		finish(given.snapshot.forecasts.steps());
		return JSON.stringify(given.snapshot.forecasts.known(item) ?? "none");
	},
	jsonSchema: ({ path }) => {
		let node: unknown = planJsonSchema();
		for (const step of path) node = (node as Readonly<Record<string, unknown>> | undefined)?.[step];
		return JSON.stringify(node) ?? "";
	},
	docs: () => docs,
};

function source({ plan: text, logged, today }: SurfaceInput) {
	const { plan = assert.fail() } = parsePlan(text);
	return sourceOf(plan, ledgerOf(plan, logged), today);
}

function view(id: "roadmap" | "week", input: SurfaceInput): string {
	return outline(viewContent(id, source(input), byPhase).rows).join("\n");
}

function completionOf({ typed, label, today }: SurfaceInput) {
	const given = { parser: new PlanParser(), formatter: new Formatter("en"), today: day(today) };
	const offered = completionsAt(typed.replace("|", ""), typed.indexOf("|"), given);
	return offered.find((each) => each.label === label) ?? assert.fail(offered.map((each) => each.label).join());
}

function problemsOf(text: string): string {
	return parsePlan(text).problems.map(problemText).join("\n");
}

function problemsIn(language: string, text: string): string {
	l10n.config({ contents: JSON.parse(readFileSync(`l10n/bundle.l10n.${language}.json`, "utf8")) });
	try {
		return problemsOf(text);
	} finally {
		l10n.config({ contents: {} });
	}
}
