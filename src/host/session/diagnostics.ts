import * as vscode from "vscode";
import type { JournalProblem } from "../../journal/journalProblem.ts";
import type { PlanProblem } from "../../plan/planProblem.ts";
import type { OrphanProblem } from "../../viewmodel/editor/orphanProblems.ts";
import { journalProblemText } from "../../viewmodel/text/journalProblemText.ts";
import { problemText } from "../../viewmodel/text/problemText.ts";
import type { LineOffsets } from "../core/lineOffsets.ts";

type Severity = PlanProblem["severity"];

/** A problem of the plan, for the Problems view. */
export function planDiagnostic(problem: PlanProblem, lines: LineOffsets): vscode.Diagnostic {
	return diagnostic(lines.range(problem.range), problemText(problem), problem.severity, problem.code);
}

/** A problem of a journal, for the Problems view. */
export function journalDiagnostic(problem: JournalProblem): vscode.Diagnostic {
	const { line, lastLine, range } = problem;
	// VS Code truncates an end after the end of the line.
	const where = new vscode.Range(line - 1, range?.start ?? 0, lastLine - 1, range?.end ?? Number.MAX_SAFE_INTEGER);
	return diagnostic(where, journalProblemText(problem), problem.severity, problem.code);
}

/** Entries that are not counted, reported at the last of them. */
export function orphanDiagnostic({ line, text }: OrphanProblem): vscode.Diagnostic {
	const where = new vscode.Range(line - 1, 0, line - 1, Number.MAX_SAFE_INTEGER);
	return diagnostic(where, text, "warning", "orphan");
}

/** The warning for a plan that is ignored because of another one. */
export function secondPlanDiagnostic(name: string): vscode.Diagnostic {
	const words = vscode.l10n.t(
		"This file isn't read because {0} in the same folder is the plan. Move what you still need there, then delete this file.",
		name,
	);
	return diagnostic(new vscode.Range(0, 0, 0, 0), words, "warning", "second-plan");
}

/** Replaces all diagnostics of a collection, file by file: clearing it first would make unchanged ones flicker. */
export function replaceDiagnostics(
	collection: vscode.DiagnosticCollection,
	files: ReadonlyArray<readonly [uri: vscode.Uri, found: ReadonlyArray<vscode.Diagnostic>]>,
): void {
	const kept = new Set(files.map(([uri]) => uri.toString()));
	for (const [uri] of collection) {
		if (!kept.has(uri.toString())) {
			collection.delete(uri);
		}
	}
	for (const [uri, found] of files) {
		// VS Code notifies its window even if an empty list replaces an empty list.
		if (found.length > 0 || (collection.get(uri)?.length ?? 0) > 0) {
			collection.set(uri, found);
		}
	}
}

function diagnostic(range: vscode.Range, words: string, severity: Severity, code: string): vscode.Diagnostic {
	const level = severity === "error" ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
	const made = new vscode.Diagnostic(range, words, level);
	made.source = "Waymark";
	made.code = code;
	return made;
}
