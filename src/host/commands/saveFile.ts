import * as vscode from "vscode";
import { plainText } from "../plainText.ts";
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
}

/** Saves a file beside the plan, or where the person says, and offers to open it. */
export async function saveFile({ planUri }: Session, { name, type, title, text, file }: FileToSave): Promise<void> {
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
	await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
	const open = vscode.l10n.t("Open");
	const message = vscode.l10n.t(
		"Exported without what is private: {0}",
		plainText(vscode.workspace.asRelativePath(target)),
	);
	// Not awaited: it is done, whether or not anybody answers.
	void vscode.window.showInformationMessage(message, open).then((chosen) => {
		if (chosen === open) {
			void vscode.commands.executeCommand("vscode.open", target);
		}
	});
}
