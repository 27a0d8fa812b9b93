import * as vscode from "vscode";
import { detach } from "../core/detach.ts";
import { planStem } from "../core/planFileName.ts";
import { addUnionMerge, repositoryOf } from "../journal/gitMerge.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";

/** Configures Git to merge the journal line by line, with a line in the `.gitattributes` of the repository. */
export async function setUpGitMerge({ roadmap }: CommandContext): Promise<void> {
	const plan = (await roadmap.current())?.planUri;
	const root = plan && (await repositoryOf(vscode.Uri.joinPath(plan, "..")));
	if (!plan || !root) {
		detach(
			vscode.window.showInformationMessage(
				plan
					? vscode.l10n.t("The roadmap folder isn't in a Git repository, so there's nothing to set up.")
					: vscode.l10n.t("There's no roadmap.yaml in this workspace yet."),
			),
		);
		return;
	}
	if (!(await mayTouch(root, plan))) {
		return;
	}
	const isNew = await addUnionMerge(root, planStem(plan));
	// With unsaved changes, saving is left to the user.
	const attributes = vscode.Uri.joinPath(root, ".gitattributes").toString();
	const isUnsaved = vscode.workspace.textDocuments.some(({ uri, isDirty }) => isDirty && uri.toString() === attributes);
	detach(vscode.window.showInformationMessage(outcomeText(isNew, isUnsaved)));
}

function outcomeText(isNew: boolean, isUnsaved: boolean): string {
	if (isUnsaved) {
		return vscode.l10n.t(
			"Save and commit .gitattributes so that Git merges the journal automatically on every machine.",
		);
	}
	return isNew
		? vscode.l10n.t(
				"Git now merges the journal automatically. Commit .gitattributes so that it does so on every machine.",
			)
		: vscode.l10n.t("Git already merges the journal automatically. Nothing was changed.");
}

/** If the repository is outside of the workspace and the folder of the plan, asks before changing it. */
async function mayTouch(root: vscode.Uri, plan: vscode.Uri): Promise<boolean> {
	const isHere = root.toString() === vscode.Uri.joinPath(plan, "..").toString();
	if (isHere || vscode.workspace.getWorkspaceFolder(root)) {
		return true;
	}
	const setUp = vscode.l10n.t("Set Up");
	const question = vscode.l10n.t("The repository is outside this workspace: {0}", escapeLabel(root.fsPath));
	const detail = vscode.l10n.t("One line is added to the file .gitattributes in its root folder.");
	return (await vscode.window.showInformationMessage(question, { modal: true, detail }, setUp)) === setUp;
}
