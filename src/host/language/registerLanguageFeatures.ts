import * as vscode from "vscode";
import { escapeGlob } from "../../util/escapeGlob.ts";
import { fileName, planStem } from "../core/planFileName.ts";
import type { PlanSession } from "../session/planSession.ts";
import { CodeActionProvider } from "./codeActionProvider.ts";
import { CodeLensProvider } from "./codeLensProvider.ts";
import { CompletionProvider } from "./completionProvider.ts";
import { registerEnterRules } from "./enterRules.ts";
import { HoverProvider } from "./hoverProvider.ts";
import { InlayHintProvider } from "./inlayHintProvider.ts";
import { JournalDefinitionProvider } from "./journalDefinitionProvider.ts";
import { MinutesFixProvider } from "./minutesFixProvider.ts";
import { OrphanDiagnostics } from "./orphanDiagnostics.ts";
import { OutlineProvider } from "./outlineProvider.ts";
import { PlanDocument } from "./planDocument.ts";
import { ReferenceProvider } from "./referenceProvider.ts";
import { WorkspaceSymbols } from "./workspaceSymbols.ts";

/**
 * Registers the language features, only for the file of one plan and for its journal.
 *
 * @param onDidChange fires when the views must be updated
 * @param hasYamlTooling whether another extension provides YAML features from the JSON Schema
 */
export function registerLanguageFeatures(
	session: PlanSession,
	onDidChange: vscode.Event<void>,
	hasYamlTooling: () => boolean = isYamlExtensionActive,
): vscode.Disposable {
	const { languages } = vscode;
	const { scheme } = session.planUri;
	const folder = vscode.Uri.joinPath(session.planUri, "..");
	const named = (pattern: string) => ({ scheme, pattern: new vscode.RelativePattern(folder, pattern) });
	const plan = named(escapeGlob(fileName(session.planUri)));
	const journal = named(`${escapeGlob(planStem(session.planUri))}.log*.jsonl`);
	const document = new PlanDocument(session);
	const names = new ReferenceProvider(document);
	const outline = new OutlineProvider(document, hasYamlTooling);
	const orphans = new OrphanDiagnostics(session, onDidChange);
	const quickFixes = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
	return vscode.Disposable.from(
		orphans,
		registerEnterRules(hasYamlTooling),
		languages.registerInlayHintsProvider(plan, new InlayHintProvider(document, onDidChange)),
		languages.registerCodeLensProvider(plan, new CodeLensProvider(document, onDidChange)),
		languages.registerHoverProvider(plan, new HoverProvider(document, hasYamlTooling)),
		languages.registerCompletionItemProvider(plan, new CompletionProvider(session, hasYamlTooling), " ", "[", "{", ","),
		languages.registerDefinitionProvider(plan, names),
		languages.registerReferenceProvider(plan, names),
		languages.registerDocumentHighlightProvider(plan, names),
		languages.registerRenameProvider(plan, names),
		languages.registerDocumentSymbolProvider(plan, outline, { label: "Waymark" }),
		languages.registerWorkspaceSymbolProvider(new WorkspaceSymbols(session)),
		languages.registerFoldingRangeProvider(plan, outline),
		languages.registerCodeActionsProvider(plan, new CodeActionProvider(document), CodeActionProvider.metadata),
		languages.registerCodeActionsProvider(journal, orphans, quickFixes),
		languages.registerCodeActionsProvider(journal, new MinutesFixProvider(session), quickFixes),
		languages.registerDefinitionProvider(journal, new JournalDefinitionProvider(session)),
	);
}

function isYamlExtensionActive(): boolean {
	return vscode.extensions.getExtension("redhat.vscode-yaml")?.isActive === true;
}
