import * as vscode from "vscode";
import { isJournalName } from "../../journal/journalName.ts";
import { plainText } from "../plainText.ts";
import { planStem } from "../planFinder.ts";
import type { Session } from "../session.ts";

/** A file to be saved where the person wants it. */
export interface FileToSave {
	/** What it is called, unless the person says otherwise. */
	readonly name: string;
	/** The kind of file with its extensions, for the dialog. */
	readonly type: Readonly<Record<string, ReadonlyArray<string>>>;
	readonly title: string;
	readonly text: string;
	/** Its address or path, where it is known already. */
	readonly file?: string | undefined;
	/** Whether it is shown at once, where the person was asked for its place. */
	readonly opens?: boolean;
}

/** Saves a file beside the plan, or where the person says, and opens it or offers to. */
export async function saveFile(
	{ planUri }: Session,
	{ name, type, title, text, file, opens }: FileToSave,
): Promise<void> {
	const filters = Object.fromEntries(Object.entries(type).map(([label, endings]) => [label, [...endings]]));
	const beside = (path: string) => vscode.Uri.joinPath(planUri, "..", path);
	const target =
		file === undefined
			? await vscode.window.showSaveDialog({ defaultUri: beside(name), filters, title })
			: /^[a-z][a-z\d+.-]+:/i.test(file)
				? vscode.Uri.parse(file, true)
				: file.startsWith("/")
					? planUri.with({ path: file })
					: beside(file);
	if (!target) {
		return;
	}
	if (isOfRoadmap(target, planUri)) {
		throw new Error(vscode.l10n.t("The plan and the journal are not written over. Choose another name."));
	}
	await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
	const message = vscode.l10n.t(
		"Exported without what is private: {0}",
		plainText(vscode.workspace.asRelativePath(target)),
	);
	if (opens && file === undefined) {
		void vscode.window.showInformationMessage(message);
		await vscode.commands.executeCommand("vscode.open", target);
		return;
	}
	const open = vscode.l10n.t("Open");
	// Not awaited: it is done, whether or not anybody answers.
	void vscode.window.showInformationMessage(message, open).then((chosen) => {
		if (chosen === open) {
			void vscode.commands.executeCommand("vscode.open", target);
		}
	});
}

function isOfRoadmap(file: vscode.Uri, plan: vscode.Uri): boolean {
	const folderOf = (uri: vscode.Uri) => vscode.Uri.joinPath(uri, "..").toString();
	const name = file.path.slice(file.path.lastIndexOf("/") + 1);
	return folderOf(file) === folderOf(plan) && (file.path === plan.path || isJournalName(planStem(plan), name));
}
