import { openProblems } from "../../src/journal/ledger/openProblems.ts";
import { OrphanFinder } from "../../src/journal/ledger/orphanFinder.ts";
import { finish } from "../../src/journal/steps.ts";
import type { Fix } from "../../src/plan/assist/fix.ts";
import { FixFinder } from "../../src/plan/assist/fixFinder.ts";
import { applyEdits } from "../../src/util/textEdit.ts";
import { orphanProblems } from "../../src/viewmodel/editor/orphanProblems.ts";
import { fixText } from "../../src/viewmodel/text/fixText.ts";
import { journalProblemText } from "../../src/viewmodel/text/journalProblemText.ts";
import { problemText } from "../../src/viewmodel/text/problemText.ts";
import type { ShowSource } from "./source.ts";
import { type TextPlace, textPlaces } from "./textPlaces.ts";

/** Each fix reads the whole plan again; who writes that many mistakes does not go through the fixes of all. */
const mostWithFixes = 100;

/** An entry of the Problems view. Lines and columns count from 1, the end is exclusive. */
export interface ShownProblem extends TextPlace {
	/** The name of the file, without its folder. */
	readonly file: string;
	readonly code: string;
	readonly severity: "error" | "warning";
	readonly message: string;
	readonly endLine: number;
	/** Undefined for the end of the line. */
	readonly endColumn?: number;
	/** What the light bulb would offer, the likeliest first. */
	readonly fixes: ReadonlyArray<ShownFix>;
}

/** A fix of the plan. */
export interface ShownFix {
	readonly title: string;
	/** Whether it is one of those that are done all at once. */
	readonly isSafe: boolean;
	readonly edits: ReadonlyArray<ShownEdit>;
	/** The whole plan with this fix; left out in discreet mode, which hides much of it. */
	readonly text?: string;
}

/** A change of the plan: what lies from a place up to another one, not included, gives way to a text. */
export interface ShownEdit extends TextPlace {
	readonly endLine: number;
	readonly endColumn: number;
	/** The same as offsets in UTF-16 units. */
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** What is wrong with the plan, then with its journal. */
export function shownProblems(source: ShowSource): ReadonlyArray<ShownProblem> {
	return [...planProblems(source), ...journalProblems(source), ...orphans(source)];
}

/** The text of the plan with all safe fixes at once; undefined if there are none. */
export function fixedText({ file, today }: ShowSource): string | undefined {
	const edits = new FixFinder(file.text, today).fixAll();
	return edits.length === 0 ? undefined : applyEdits(file.text, edits);
}

function planProblems(source: ShowSource): ReadonlyArray<ShownProblem> {
	const { file, today } = source;
	const finder = new FixFinder(file.text, today);
	const place = textPlaces(file.text);
	return finder.problems.map((problem, index) => {
		const end = place(problem.range.end);
		return {
			file: file.name,
			...place(problem.range.start),
			endLine: end.line,
			endColumn: end.column,
			code: problem.code,
			severity: problem.severity,
			message: problemText(problem),
			fixes: index < mostWithFixes ? finder.fixesOf(problem).map((fix) => shownFix(fix, source, place)) : [],
		};
	});
}

function shownFix(fix: Fix, { file, formatter }: ShowSource, place: (offset: number) => TextPlace): ShownFix {
	return {
		title: fixText(fix, formatter),
		isSafe: fix.isSafe,
		edits: fix.edits.map(({ start, end, text }) => {
			const last = place(end);
			return { ...place(start), endLine: last.line, endColumn: last.column, start, end, text };
		}),
		...(formatter.discreet ? {} : { text: applyEdits(file.text, fix.edits) }),
	};
}

function journalProblems({ journal }: ShowSource): ReadonlyArray<ShownProblem> {
	return openProblems(journal.files, journal.ledger)
		.flat()
		.map((problem) => ({
			file: problem.file,
			line: problem.line,
			column: (problem.range?.start ?? 0) + 1,
			endLine: problem.lastLine,
			...(problem.range ? { endColumn: problem.range.end + 1 } : {}),
			code: problem.code,
			severity: problem.severity,
			message: journalProblemText(problem),
			fixes: [],
		}));
}

function orphans({ view }: ShowSource): ReadonlyArray<ShownProblem> {
	return (view ? finish(orphanProblems(view, new OrphanFinder())) : []).map(({ file, line, text }) => ({
		...{ file, line, column: 1, endLine: line, code: "orphan", severity: "warning" as const, message: text, fixes: [] },
	}));
}
