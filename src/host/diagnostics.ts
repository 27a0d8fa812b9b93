import * as vscode from "vscode";
import type { JournalProblem } from "../journal/problem.ts";
import type { Problem } from "../plan/problem.ts";
import type { OrphanProblem } from "../present/editor/orphans.ts";
import { journalProblemText } from "../present/journalProblemText.ts";
import { problemText } from "../present/problemText.ts";
import type { LineStarts } from "./lineStarts.ts";

type Severity = Problem["severity"];

/** A problem of the plan, for the Problems view. */
export function planDiagnostic(problem: Problem, lines: LineStarts): vscode.Diagnostic {
	return diagnostic(lines.range(problem.range), problemText(problem), problem.severity, problem.code);
}

/** A problem of a journal, for the Problems view. */
export function journalDiagnostic(problem: JournalProblem): vscode.Diagnostic {
	const { line, lastLine, range } = problem;
	// The editor cuts an end that lies behind that of the line.
	const where = new vscode.Range(line - 1, range?.start ?? 0, lastLine - 1, range?.end ?? Number.MAX_SAFE_INTEGER);
	return diagnostic(where, journalProblemText(problem), problem.severity, problem.code);
}

/** Entries that count for nothing, at the last of them. */
export function orphanDiagnostic({ line, text }: OrphanProblem): vscode.Diagnostic {
	const where = new vscode.Range(line - 1, 0, line - 1, Number.MAX_SAFE_INTEGER);
	return diagnostic(where, text, "warning", "orphan");
}

/** What stands there for a plan that another one beside it outranks. */
export function secondPlanDiagnostic(name: string): vscode.Diagnostic {
	const words = vscode.l10n.t(
		"This file is not read: {0} beside it is the plan. Move what you still need there, and delete this one.",
		name,
	);
	return diagnostic(new vscode.Range(0, 0, 0, 0), words, "warning", "second-plan");
}

/**
 * Puts other diagnostics in the place of all that a collection holds, a file at a time: to clear it first would let what
 * stays flicker.
 */
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
		// VS Code tells its window even of none in the place of none.
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
