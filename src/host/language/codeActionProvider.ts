import * as vscode from "vscode";
import type { Fix } from "../../plan/assist/fix.ts";
import { type FixedPlan, fixEverything } from "../../plan/assist/fixEverything.ts";
import { FixFinder } from "../../plan/assist/fixFinder.ts";
import type { PlanProblem } from "../../plan/planProblem.ts";
import { applyEdits, diffTexts } from "../../util/textEdit.ts";
import { type CursorAction, cursorActions, offTrackActions } from "../../viewmodel/editor/cursorActions.ts";
import { fixText } from "../../viewmodel/text/fixText.ts";
import { discreetFix } from "../../viewmodel/text/privacy.ts";
import { workspaceEdit } from "../core/editText.ts";
import type { PlanDocument } from "./planDocument.ts";

const fixAll = vscode.CodeActionKind.SourceFixAll.append("waymark");

/** Fixes every problem of a document. Its edits are computed when it is chosen: they take some parsings of the plan. */
class FixEverythingAction extends vscode.CodeAction {
	constructor(readonly document: vscode.TextDocument) {
		super(vscode.l10n.t("Fix all problems that have a fix"), vscode.CodeActionKind.QuickFix);
	}
}

/** Offers fixes for problems, and actions at the cursor. */
export class CodeActionProvider implements vscode.CodeActionProvider {
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
		// Only on request, except where something is off track: a light bulb on every line would be noise.
		const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
		const actions = await this.atCursor(document, range.start, isAsked);
		return [...fixes, ...actions.filter(({ kind }) => !only || (kind && only.contains(kind)))];
	}

	private async fixes(
		document: vscode.TextDocument,
		range: vscode.Range,
		diagnostics: ReadonlyArray<vscode.Diagnostic>,
	): Promise<ReadonlyArray<vscode.CodeAction>> {
		const { session } = this.document;
		const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
		const touches = ({ range: { start, end } }: PlanProblem) => start <= to && from <= end;
		const { plan = await session.plan(), problems: all } = session.parse(document.getText());
		const problems = all.filter(touches);
		if (problems.length === 0) {
			return [];
		}
		if (problems.some(({ code }) => code === "empty")) {
			return [templateAction()];
		}
		const finder = await this.finderOf(document);
		const { formatter } = session;
		const shown = (fix: Fix, { range }: PlanProblem) => (plan ? discreetFix(fix, range, plan, formatter) : fix);
		const fixes = problems.flatMap((problem) => {
			const about = diagnostics.filter(({ source, code }) => source === "Waymark" && code === problem.code);
			return finder.fixesOf(problem).map((fix, index) => {
				const action = new vscode.CodeAction(fixText(shown(fix, problem), formatter), vscode.CodeActionKind.QuickFix);
				if (fix.log) {
					const text = document.getText();
					const fixed = { text: applyEdits(text, fix.edits), logs: [fix.log] };
					action.command = applyCommand(text, fixed, action.title);
				} else {
					action.edit = workspaceEdit(document, fix.edits);
				}
				action.diagnostics = about;
				action.isPreferred = index === 0;
				return action;
			});
		});
		return fixes.length > 0 && all.length > 1 ? [...fixes, new FixEverythingAction(document)] : fixes;
	}

	async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
		if (action instanceof FixEverythingAction) {
			const { document } = action;
			const today = await this.document.session.today();
			// Read once, and only now: the user may type on meanwhile.
			const text = document.getText();
			const fixed = fixEverything(text, today);
			if (fixed.logs.length > 0) {
				action.command = applyCommand(text, fixed, action.title);
			} else {
				action.edit = workspaceEdit(document, [diffTexts(text, fixed.text)]);
			}
		}
		return action;
	}

	private async fixAll(document: vscode.TextDocument): Promise<Array<vscode.CodeAction>> {
		const edits = (await this.finderOf(document)).fixAll();
		if (edits.length === 0) {
			return [];
		}
		const action = new vscode.CodeAction(vscode.l10n.t("Fix all auto-fixable problems"), fixAll);
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
		isAsked: boolean,
	): Promise<ReadonlyArray<vscode.CodeAction>> {
		const source = await this.document.session.sourceToDraw();
		const read = this.document.read(document);
		if (!source || !read) {
			return [];
		}
		const offset = document.offsetAt(position);
		const actions = isAsked ? cursorActions(read, offset, source) : offTrackActions(read.plan, offset, source);
		return actions.map((each) => codeAction(document, each));
	}
}

/** The command that also logs what the plan said. */
function applyCommand(before: string, { text, logs }: FixedPlan, title: string): vscode.Command {
	return { title, command: "waymark.applyFix", arguments: [{ before, after: text, logs }] };
}

/** Offers the templates for an empty plan. */
function templateAction(): vscode.CodeAction {
	const title = vscode.l10n.t("Start with a template...");
	const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
	made.command = { title, command: "waymark.createRoadmap" };
	return made;
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
