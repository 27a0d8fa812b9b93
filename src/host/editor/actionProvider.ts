import * as vscode from "vscode";
import { FixFinder } from "../../plan/assist/fixFinder.ts";
import type { Problem } from "../../plan/problem.ts";
import { type CursorAction, cursorActions } from "../../present/editor/cursorActions.ts";
import { fixText } from "../../present/editor/fixText.ts";
import { workspaceEdit } from "../editText.ts";
import { type PlanDocument, rangeIn } from "./planDocument.ts";

const fixAll = vscode.CodeActionKind.SourceFixAll.append("waymark");

/** Offers to mend what is wrong, and what can be done with what stands at the cursor. */
export class ActionProvider implements vscode.CodeActionProvider {
	static readonly metadata: vscode.CodeActionProviderMetadata = {
		providedCodeActionKinds: [
			vscode.CodeActionKind.QuickFix,
			fixAll,
			vscode.CodeActionKind.Refactor,
			vscode.CodeActionKind.RefactorRewrite,
		],
	};
	private finder: { readonly text: string; readonly fixes: FixFinder } | undefined;

	constructor(private readonly document: PlanDocument) {}

	async provideCodeActions(
		document: vscode.TextDocument,
		range: vscode.Range,
		{ only, diagnostics, triggerKind }: vscode.CodeActionContext,
	): Promise<Array<vscode.CodeAction>> {
		if (only && vscode.CodeActionKind.Source.contains(only)) {
			return only.contains(fixAll) ? this.fixAll(document) : [];
		}
		const fixes =
			!only || only.contains(vscode.CodeActionKind.QuickFix) ? await this.fixes(document, range, diagnostics) : [];
		// Not by itself: a light bulb on every line would say nothing.
		const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
		const actions = isAsked ? await this.atCursor(document, range.start) : [];
		return [...fixes, ...actions.filter(({ kind }) => !only || (kind && only.contains(kind)))];
	}

	private async fixes(
		document: vscode.TextDocument,
		range: vscode.Range,
		diagnostics: ReadonlyArray<vscode.Diagnostic>,
	): Promise<ReadonlyArray<vscode.CodeAction>> {
		const { session } = this.document;
		const touches = (problem: Problem) => rangeIn(document, problem.range).intersection(range) !== undefined;
		const problems = session.understand(document.getText()).problems.filter(touches);
		if (problems.length === 0) {
			return [];
		}
		const finder = await this.finderOf(document);
		return problems.flatMap((problem) => {
			const about = diagnostics.filter(({ source, code }) => source === "Waymark" && code === problem.code);
			return finder.fixesOf(problem).map((fix, index) => {
				const action = new vscode.CodeAction(fixText(fix, session.words), vscode.CodeActionKind.QuickFix);
				action.edit = workspaceEdit(document, fix.edits);
				action.diagnostics = about;
				action.isPreferred = index === 0;
				return action;
			});
		});
	}

	private async fixAll(document: vscode.TextDocument): Promise<Array<vscode.CodeAction>> {
		const edits = (await this.finderOf(document)).fixAll();
		if (edits.length === 0) {
			return [];
		}
		const action = new vscode.CodeAction(vscode.l10n.t("Mend all that can be mended safely"), fixAll);
		action.edit = workspaceEdit(document, edits);
		return [action];
	}

	private async finderOf(document: vscode.TextDocument): Promise<FixFinder> {
		const text = document.getText();
		const today = await this.document.session.today();
		if (this.finder?.text !== text) {
			this.finder = { text, fixes: new FixFinder(text, today) };
		}
		return this.finder.fixes;
	}

	private async atCursor(
		document: vscode.TextDocument,
		position: vscode.Position,
	): Promise<ReadonlyArray<vscode.CodeAction>> {
		const source = await this.document.session.source();
		const read = this.document.read(document);
		return source && read
			? cursorActions(read.text, read.root, read.plan, document.offsetAt(position), source).map((each) =>
					codeAction(document, each),
				)
			: [];
	}
}

function codeAction(document: vscode.TextDocument, action: CursorAction): vscode.CodeAction {
	if ("edits" in action) {
		const made = new vscode.CodeAction(action.title, vscode.CodeActionKind.RefactorRewrite);
		made.edit = workspaceEdit(document, action.edits);
		return made;
	}
	const made = new vscode.CodeAction(action.title, vscode.CodeActionKind.Refactor);
	made.command = { title: action.title, command: action.command.id, arguments: [action.command.args] };
	return made;
}
