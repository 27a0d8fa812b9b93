import * as vscode from "vscode";
import { detach } from "../core/detach.ts";
import { inWords } from "../core/fileErrorText.ts";
import type { PlanSession } from "../session/planSession.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";

/** A file to save at a location of the user's choice. */
export interface FileToSave {
	/** The suggested name. */
	readonly name: string;
	/** The file type with its extensions, for the dialog. */
	readonly type: Readonly<Record<string, ReadonlyArray<string>>>;
	readonly title: string;
	/** Its text, or its bytes. */
	readonly content: string | Uint8Array;
	/** Its URI or path, if it is already known. */
	readonly file?: string | undefined;
	/** Whether to open it right after the user chose its location. */
	readonly opens?: boolean;
	/** Whether it has private items, which the user included. */
	readonly hasPrivate?: boolean;
}

/** Saves a file next to the plan, or where the user chooses, and opens it or offers to; false if the user cancels. */
export async function saveFile(
	{ planUri, journal, files }: PlanSession,
	{ name, type, title, content, file, opens, hasPrivate }: FileToSave,
): Promise<boolean> {
	const filters = Object.fromEntries(Object.entries(type).map(([label, endings]) => [label, [...endings]]));
	const defaultUri = vscode.Uri.joinPath(planUri, "..", name);
	const target =
		file === undefined ? await vscode.window.showSaveDialog({ defaultUri, filters, title }) : placeOf(file, planUri);
	if (!target) {
		return false;
	}
	const journals = journal.problems().map(({ uri }) => uri);
	await inWords(files.export(target, content, planUri, journals));
	const shown = escapeLabel(vscode.workspace.asRelativePath(target));
	const message = hasPrivate
		? vscode.l10n.t("Exported with private items: {0}", shown)
		: vscode.l10n.t("Exported without private items: {0}", shown);
	if (opens && file === undefined) {
		detach(vscode.window.showInformationMessage(message));
		await vscode.commands.executeCommand("vscode.open", target);
		return true;
	}
	const open = vscode.l10n.t("Open");
	// Not awaited: it is done, whether or not the user answers.
	detach(
		vscode.window.showInformationMessage(message, open).then((chosen) => {
			if (chosen === open) {
				detach(vscode.commands.executeCommand("vscode.open", target));
			}
		}),
	);
	return true;
}

/** Resolves an argument: a URI, an absolute path, or a path relative to the folder of the plan. */
function placeOf(file: string, plan: vscode.Uri): vscode.Uri {
	if (/^[a-z]:[\\/]/i.test(file)) {
		return vscode.Uri.file(file);
	}
	const written = resolveFile(file, plan);
	const scheme = written.scheme.toLowerCase();
	// Other schemes lead to unexpected places, such as the settings.
	if (scheme !== "file" && scheme !== plan.scheme) {
		throw new Error(vscode.l10n.t("Waymark can't write to this type of location: {0}", file));
	}
	return vscode.Uri.joinPath(written.with({ scheme }), "");
}

/** The file that a URI, an absolute path, or a path relative to the folder of the plan names. */
function resolveFile(file: string, plan: vscode.Uri): vscode.Uri {
	if (/^[a-z][a-z\d+.-]+:/i.test(file)) {
		return vscode.Uri.parse(file, true);
	}
	return file.startsWith("/") ? plan.with({ path: file }) : vscode.Uri.joinPath(plan, "..", file);
}
