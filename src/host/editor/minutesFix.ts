import * as vscode from "vscode";
import type { Session } from "../session.ts";

/** Offers to say how long it took where an entry of the journal has less than no minutes: by a new entry in its place. */
export class MinutesFix implements vscode.CodeActionProvider {
	constructor(private readonly session: Session) {}

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
			const title = vscode.l10n.t("Enter how long it took...");
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
