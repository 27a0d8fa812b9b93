import * as vscode from "vscode";
import { addFormerly } from "../../plan/edit/addFormerly.ts";
import { type OrphanProblem, orphanProblems } from "../../present/editor/orphans.ts";
import { orphanDiagnostic, replaceDiagnostics } from "../diagnostics.ts";
import { workspaceEdit } from "../editText.ts";
import type { Session } from "../session.ts";

/** Tells in the journal what its entries name and the plan does not know, and offers to say what that is now. */
export class Orphans implements vscode.CodeActionProvider, vscode.Disposable {
	private readonly diagnostics = vscode.languages.createDiagnosticCollection("waymark orphans");
	private readonly following: vscode.Disposable;
	private problems: ReadonlyArray<OrphanProblem> = [];
	private looks = 0;

	constructor(
		private readonly session: Session,
		onDidChange: vscode.Event<void>,
	) {
		this.following = onDidChange(() => void this.look());
		void this.look();
	}

	async provideCodeActions(document: vscode.TextDocument, range: vscode.Range): Promise<Array<vscode.CodeAction>> {
		const { journal, words } = this.session;
		const here = this.problems.filter(
			({ file, line }) =>
				journal.uriOf(file).toString() === document.uri.toString() &&
				range.start.line <= line - 1 &&
				line - 1 <= range.end.line,
		);
		const actions = await Promise.all(
			here.map(async ({ id, entry, meant }) => {
				const choose = vscode.l10n.t("Say what it is in the plan...");
				const command = { title: choose, command: "waymark.correctEntry", arguments: [entry] };
				const title = meant && vscode.l10n.t('Count them for "{0}"', words.title(meant));
				return [
					...(meant && title ? await this.mapped(id, meant.id, title) : []),
					Object.assign(new vscode.CodeAction(choose, vscode.CodeActionKind.QuickFix), { command }),
				];
			}),
		);
		return actions.flat();
	}

	dispose(): void {
		this.looks++;
		vscode.Disposable.from(this.following, this.diagnostics).dispose();
	}

	/** The edit of the plan that adds an id to those that the node with another one had before. */
	private async mapped(orphan: string, id: string, title: string): Promise<ReadonlyArray<vscode.CodeAction>> {
		const document = await vscode.workspace.openTextDocument(this.session.planUri);
		const text = document.getText();
		// By the text as it is now: where the node stood a moment ago something else may begin.
		const node = this.session.understand(text).plan?.byId.get(id);
		const edits = node ? addFormerly(text, node.range.start, orphan) : "not-found";
		if (typeof edits === "string") {
			return [];
		}
		const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
		action.edit = workspaceEdit(document, edits);
		action.isPreferred = true;
		return [action];
	}

	private async look(): Promise<void> {
		const mine = ++this.looks;
		const source = await this.session.source();
		if (mine !== this.looks) {
			return;
		}
		this.problems = source ? orphanProblems(source) : [];
		const files = [...new Set(this.problems.map(({ file }) => file))];
		replaceDiagnostics(
			this.diagnostics,
			files.map((file) => {
				const here = this.problems.filter((problem) => problem.file === file);
				return [this.session.journal.uriOf(file), here.map(orphanDiagnostic)] as const;
			}),
		);
	}
}
