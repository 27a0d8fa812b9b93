import * as vscode from "vscode";
import { inWords } from "../core/fileErrorText.ts";
import { FileWriter } from "../core/fileWriter.ts";
import { fileName, planNames } from "../core/planFileName.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { pickStep } from "../ui/quickInput.ts";

type Choice = vscode.QuickPickItem & { readonly run: () => Thenable<unknown> };

/** Where a folder has a journal without its plan: renames a file back, or restores or creates the plan. */
export async function findRoadmap({ finder, roadmap }: CommandContext): Promise<void> {
	const { deserted: folder } = await finder.find();
	if (!folder) {
		await vscode.commands.executeCommand("waymark.createRoadmap");
		return;
	}
	const pattern = new vscode.RelativePattern(folder, "*.{yaml,yml}");
	const found = await vscode.workspace.findFiles(pattern, null, 100);
	const plan = vscode.Uri.joinPath(folder, planNames[0]);
	const files = new FileWriter();
	const items: ReadonlyArray<Choice> = [
		...found.map((file) => ({
			label: `$(file) ${fileName(file)}`,
			description: vscode.l10n.t("rename to {0}", planNames[0]),
			run: () => inWords(files.rename(file, plan)),
		})),
		{
			label: `$(history) ${vscode.l10n.t("Restore it from the local history...")}`,
			run: () => vscode.commands.executeCommand("workbench.action.localHistory.restoreViaPicker"),
		},
		{
			label: `$(add) ${vscode.l10n.t("Create a new plan...")}`,
			run: () => vscode.commands.executeCommand("waymark.createRoadmap"),
		},
	];
	const title = vscode.l10n.t("Find Roadmap");
	const placeholder = vscode.l10n.t("The journal is in this folder, but its plan isn't. Where is it?");
	await (await pickStep({ title, placeholder, items }))?.run();
	await roadmap.refresh();
}
