import * as vscode from "vscode";
import { OrphanFinder } from "../../journal/ledger/orphanFinder.ts";
import { addFormerly } from "../../plan/edit/addFormerly.ts";
import { type OrphanProblem, orphanProblems } from "../../viewmodel/editor/orphanProblems.ts";
import { detach } from "../core/detach.ts";
import { workspaceEdit } from "../core/editText.ts";
import { orphanDiagnostic, replaceDiagnostics } from "../session/diagnostics.ts";
import type { PlanSession } from "../session/planSession.ts";

/** Reports journal entries with unknown IDs, and offers to map these to plan items. */
export class OrphanDiagnostics implements vscode.CodeActionProvider, vscode.Disposable {
	private readonly diagnostics = vscode.languages.createDiagnosticCollection("waymark orphans");
	private readonly subscriptions: vscode.Disposable;
	private problems: ReadonlyArray<OrphanProblem> = [];
	private readonly finder = new OrphanFinder();
	private changes = 0;
	private isLooking = false;
	private isDisposed = false;

	constructor(
		private readonly session: PlanSession,
		onDidChange: vscode.Event<void>,
	) {
		this.subscriptions = onDidChange(() => detach(this.look(), this.session.log));
		detach(this.look(), this.session.log);
	}

	async provideCodeActions(document: vscode.TextDocument, range: vscode.Range): Promise<Array<vscode.CodeAction>> {
		const { journal, formatter } = this.session;
		const here = this.problems.filter(
			({ file, line }) =>
				journal.uriOf(file).toString() === document.uri.toString() &&
				range.start.line <= line - 1 &&
				line - 1 <= range.end.line,
		);
		const actions = await Promise.all(
			here.map(async ({ id, entry, meant }) => {
				const choose = vscode.l10n.t("Map to a Plan Item...");
				const command = { title: choose, command: "waymark.correctEntry", arguments: [entry] };
				const title = meant && vscode.l10n.t('Map Them to "{0}"', formatter.title(meant));
				return [
					...(meant && title ? await this.mapped(id, meant.id, title) : []),
					Object.assign(new vscode.CodeAction(choose, vscode.CodeActionKind.QuickFix), { command }),
				];
			}),
		);
		return actions.flat();
	}

	dispose(): void {
		this.isDisposed = true;
		vscode.Disposable.from(this.subscriptions, this.diagnostics).dispose();
	}

	/** The plan edit that adds a former ID to the node with another ID. */
	private async mapped(orphan: string, id: string, title: string): Promise<ReadonlyArray<vscode.CodeAction>> {
		const document = await vscode.workspace.openTextDocument(this.session.planUri);
		const text = document.getText();
		// Uses the current text: nodes may have moved since it was parsed.
		const node = this.session.parse(text).plan?.byId.get(id);
		const edits = node ? addFormerly(text, node.range.start, orphan) : "not-found";
		if (typeof edits === "string") {
			return [];
		}
		const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
		action.edit = workspaceEdit(document, edits);
		action.isPreferred = true;
		return [action];
	}

	/** One search at a time: the running one starts again if something has changed meanwhile. */
	private async look(): Promise<void> {
		this.changes++;
		if (this.isLooking) {
			return;
		}
		this.isLooking = true;
		try {
			for (let seen = 0; seen !== this.changes && !this.isDisposed; ) {
				seen = this.changes;
				const source = await this.session.source();
				const problems = source ? await this.session.slices.run(orphanProblems(source, this.finder)) : [];
				if (seen === this.changes && !this.isDisposed) {
					this.report(problems);
				}
			}
		} finally {
			this.isLooking = false;
		}
	}

	private report(problems: ReadonlyArray<OrphanProblem>): void {
		this.problems = problems;
		const files = [...new Set(problems.map(({ file }) => file))];
		replaceDiagnostics(
			this.diagnostics,
			files.map((file) => {
				const here = problems.filter((problem) => problem.file === file);
				return [this.session.journal.uriOf(file), here.map(orphanDiagnostic)] as const;
			}),
		);
	}
}
