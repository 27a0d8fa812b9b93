import * as vscode from "vscode";
import type { StatusDraft } from "../../importer/markdown/proposal.ts";
import { inWords } from "../core/fileErrorText.ts";
import { FileWriter } from "../core/fileWriter.ts";
import { planNames } from "../core/planFileName.ts";
import { requireSession } from "../logging/requireSession.ts";
import { saveNewEntries } from "../logging/saveNewEntries.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { closeImport, type ImportDocuments } from "./importDocuments.ts";

/** How an import ends. */
export type ImportDecision = "without-comments" | "with-comments";

type Choice = vscode.QuickPickItem & { readonly decision?: ImportDecision };

/** Asks whether the proposed plan is saved; undefined if not now. */
export async function askToAccept(): Promise<ImportDecision | undefined> {
	const items: ReadonlyArray<Choice> = [
		{
			label: vscode.l10n.t("Create roadmap.yaml"),
			detail: vscode.l10n.t("Removes the comments that name the lines of the source"),
			decision: "without-comments",
		},
		{
			label: vscode.l10n.t("Create roadmap.yaml and keep the source comments"),
			detail: vscode.l10n.t("Each item names its line in the source"),
			decision: "with-comments",
		},
		{
			label: vscode.l10n.t("Edit the proposal first"),
			detail: vscode.l10n.t("Nothing is written. You can save it as roadmap.yaml yourself, or accept it later."),
		},
	];
	const placeHolder = vscode.l10n.t("Look at the proposal and the report, then choose.");
	const chosen = await vscode.window.showQuickPick(items, {
		title: vscode.l10n.t("Import Roadmap"),
		placeHolder,
		ignoreFocusOut: true,
	});
	return chosen?.decision;
}

/**
 * Saves the proposed plan as it is in its editor, never over an existing plan, and logs what the source says is done.
 *
 * @param finish changes the text right before it is saved
 * @returns the URI of the plan
 */
export async function acceptImport(
	command: CommandContext,
	{ folder, documents }: { readonly folder: vscode.Uri; readonly documents: ImportDocuments },
	statuses: ReadonlyArray<StatusDraft>,
	finish: (text: string) => string,
): Promise<vscode.Uri> {
	const text = finish(documents.plan.getText());
	const uri = await inWords(new FileWriter().create({ folder, names: [planNames[0]] }, text));
	await closeImport(documents);
	await vscode.window.showTextDocument(uri, { preview: false });
	await command.roadmap.refresh();
	if (statuses.length > 0) {
		await logStatuses(command, statuses);
	}
	return uri;
}

async function logStatuses(command: CommandContext, statuses: ReadonlyArray<StatusDraft>): Promise<void> {
	const found = await requireSession(command);
	if (!found) {
		return;
	}
	const { session, plan } = found;
	const drafts = statuses
		.filter(({ id }) => plan.byId.has(id))
		.map(({ id, title, set, day }) => ({
			...{ type: "progress" as const, on: id, name: title, set },
			...(day === undefined ? {} : { at: day }),
		}));
	if (drafts.length > 0) {
		await saveNewEntries(session, plan, drafts);
	}
}
