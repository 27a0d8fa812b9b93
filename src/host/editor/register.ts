import * as vscode from "vscode";
import { literalGlob } from "../literalGlob.ts";
import { nameOf, planStem } from "../planFinder.ts";
import type { Session } from "../session.ts";
import { ActionProvider } from "./actionProvider.ts";
import { CompletionProvider } from "./completionProvider.ts";
import { HintProvider } from "./hintProvider.ts";
import { HoverProvider } from "./hoverProvider.ts";
import { JournalDefinitions } from "./journalDefinitions.ts";
import { LensProvider } from "./lensProvider.ts";
import { MinutesFix } from "./minutesFix.ts";
import { NameProvider } from "./nameProvider.ts";
import { Orphans } from "./orphans.ts";
import { OutlineProvider } from "./outlineProvider.ts";
import { PlanDocument } from "./planDocument.ts";

/**
 * Lets the editor know the roadmap, in the file of one plan and in its journal alone: in no other file anything of this is
 * ever asked for.
 *
 * @param onDidChange fires when something else is to be shown
 * @param hasYamlTooling whether something else completes, explains and outlines the plan by its JSON Schema
 */
export function registerEditor(
	session: Session,
	onDidChange: vscode.Event<void>,
	hasYamlTooling: () => boolean = isYamlExtensionActive,
): vscode.Disposable {
	const { languages } = vscode;
	const { scheme } = session.planUri;
	const folder = vscode.Uri.joinPath(session.planUri, "..");
	const named = (pattern: string) => ({ scheme, pattern: new vscode.RelativePattern(folder, pattern) });
	const plan = named(literalGlob(nameOf(session.planUri)));
	const journal = named(`${literalGlob(planStem(session.planUri))}.log*.jsonl`);
	const document = new PlanDocument(session);
	const names = new NameProvider(document);
	const outline = new OutlineProvider(document, hasYamlTooling);
	const orphans = new Orphans(session, onDidChange);
	const quickFixes = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
	return vscode.Disposable.from(
		orphans,
		languages.registerInlayHintsProvider(plan, new HintProvider(document, onDidChange)),
		languages.registerCodeLensProvider(plan, new LensProvider(document, onDidChange)),
		languages.registerHoverProvider(plan, new HoverProvider(document, hasYamlTooling)),
		languages.registerCompletionItemProvider(plan, new CompletionProvider(session, hasYamlTooling), " ", "[", "{", ","),
		languages.registerDefinitionProvider(plan, names),
		languages.registerReferenceProvider(plan, names),
		languages.registerDocumentHighlightProvider(plan, names),
		languages.registerRenameProvider(plan, names),
		languages.registerDocumentSymbolProvider(plan, outline, { label: "Waymark" }),
		languages.registerFoldingRangeProvider(plan, outline),
		languages.registerCodeActionsProvider(plan, new ActionProvider(document), ActionProvider.metadata),
		languages.registerCodeActionsProvider(journal, orphans, quickFixes),
		languages.registerCodeActionsProvider(journal, new MinutesFix(session), quickFixes),
		languages.registerDefinitionProvider(journal, new JournalDefinitions(session)),
	);
}

function isYamlExtensionActive(): boolean {
	return vscode.extensions.getExtension("redhat.vscode-yaml")?.isActive === true;
}
