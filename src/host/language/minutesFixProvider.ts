import * as vscode from "vscode";
import type { PlanSession } from "../session/planSession.ts";

/** Offers to correct entries with negative minutes. */
export class MinutesFixProvider implements vscode.CodeActionProvider {
	constructor(private readonly session: PlanSession) {}

	provideCodeActions(
		document: vscode.TextDocument,
		range: vscode.Range,
		{ diagnostics }: vscode.CodeActionContext,
	): Array<vscode.CodeAction> {
		const uri = document.uri.toString();
		const problems = this.session.journal.problems().find((file) => file.uri.toString() === uri)?.problems ?? [];
		const here = problems.filter(
			({ code, line }) => code === "negative-minutes" && range.start.line <= line - 1 && line - 1 <= range.end.line,
		);
		return here.map(({ entry }) => {
			const title = vscode.l10n.t("Enter the Time...");
			const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
			action.command = { title, command: "waymark.correctEntry", arguments: [entry, "amount"] };
			action.diagnostics = diagnostics.filter(
				({ source, code }) => source === "Waymark" && code === "negative-minutes",
			);
			action.isPreferred = true;
			return action;
		});
	}
}
