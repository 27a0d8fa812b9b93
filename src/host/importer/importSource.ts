import * as vscode from "vscode";
import { readErrorText } from "../core/fileErrorText.ts";
import { fileName } from "../core/planFileName.ts";
import { readText } from "../core/readText.ts";
import { pickStep } from "../ui/quickInput.ts";

/** A text to import, with the name that the comments show. */
export interface ImportSource {
	readonly name: string;
	readonly text: string;
}

type Choice = vscode.QuickPickItem & { readonly read: () => PromiseLike<ImportSource | undefined> };

/** The most UTF-16 units of a source. */
const mostLength = 4 * 1024 * 1024;

/**
 * The Markdown to import: the file that a menu names, otherwise what the user chooses. Undefined if canceled.
 *
 * @param given the argument of the command
 * @throws Error with a message for the user if the file can't be read
 */
export async function importSource(given: unknown): Promise<ImportSource | undefined> {
	if (given instanceof vscode.Uri) {
		return readSource(given);
	}
	const items = [...editorChoices(), ...otherChoices()];
	const title = vscode.l10n.t("Import Roadmap");
	const placeholder = vscode.l10n.t("Choose what to import. Nothing is written before you accept it.");
	return (await pickStep({ title, placeholder, items }))?.read();
}

function editorChoices(): ReadonlyArray<Choice> {
	const editor = vscode.window.activeTextEditor;
	if (!editor || !["markdown", "plaintext"].includes(editor.document.languageId)) {
		return [];
	}
	const { document, selection } = editor;
	const name = fileName(document.uri);
	const selected = document.getText(selection);
	const choice = (label: string, text: string): Choice => ({
		label,
		description: name,
		read: () => Promise.resolve({ name, text }),
	});
	return [
		...(selected.trim() === "" ? [] : [choice(`$(selection) ${vscode.l10n.t("Selection")}`, selected)]),
		choice(`$(markdown) ${vscode.l10n.t("Open editor")}`, document.getText()),
	];
}

function otherChoices(): ReadonlyArray<Choice> {
	return [
		{
			label: `$(file) ${vscode.l10n.t("Markdown file...")}`,
			read: async () => {
				const filters = { Markdown: ["md", "markdown", "txt"] };
				const [file] = (await vscode.window.showOpenDialog({ filters })) ?? [];
				return file && readSource(file);
			},
		},
		{
			label: `$(clippy) ${vscode.l10n.t("Clipboard")}`,
			read: async () => ({ name: vscode.l10n.t("clipboard"), text: await vscode.env.clipboard.readText() }),
		},
	];
}

async function readSource(file: vscode.Uri): Promise<ImportSource> {
	const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
	if (open) {
		return { name: fileName(file), text: open.getText() };
	}
	try {
		return { name: fileName(file), text: await readText(file, mostLength) };
	} catch (error) {
		throw new Error(readErrorText(error), { cause: error });
	}
}
