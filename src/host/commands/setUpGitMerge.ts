import * as vscode from "vscode";
import { addUnionMerge, repositoryOf } from "../gitMerge.ts";
import { planStem } from "../planFinder.ts";
import type { CommandContext } from "./table.ts";

/** Has git merge the journal line by line, by one line in the `.gitattributes` of the repository. */
export async function setUpGitMerge({ roadmap }: CommandContext): Promise<void> {
	const plan = (await roadmap.current())?.planUri;
	const root = plan && (await repositoryOf(vscode.Uri.joinPath(plan, "..")));
	if (!plan || !root) {
		void vscode.window.showInformationMessage(
			plan
				? vscode.l10n.t("The folder of the roadmap is in no git repository, so there is nothing to set up.")
				: vscode.l10n.t("There is no roadmap.yaml in this workspace yet."),
		);
		return;
	}
	const isNew = await addUnionMerge(root, planStem(plan));
	// Where somebody was typing in it, saving it is left to them.
	const attributes = vscode.Uri.joinPath(root, ".gitattributes").toString();
	const isUnsaved = vscode.workspace.textDocuments.some(({ uri, isDirty }) => isDirty && uri.toString() === attributes);
	void vscode.window.showInformationMessage(
		isUnsaved
			? vscode.l10n.t("Save and commit .gitattributes, and git merges the journal by itself everywhere.")
			: isNew
				? vscode.l10n.t("Git merges the journal by itself now. Commit .gitattributes, so that it does so everywhere.")
				: vscode.l10n.t("Git merges the journal by itself already; nothing was changed."),
	);
}
