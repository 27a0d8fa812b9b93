import * as vscode from "vscode";
import { decodeSource, PackedFileError } from "../../importer/decodeSource.ts";
import { readErrorText } from "../core/fileErrorText.ts";
import { fileName } from "../core/planFileName.ts";
import { readText } from "../core/readText.ts";
import { pickStep } from "../ui/quickInput.ts";

/** A text to import, with the name that the comments show. */
export interface ImportSource {
	readonly name: string;
	readonly text: string;
}

/** What can be imported. */
export interface SourceKind {
	/** The title of the prompt. */
	readonly title: string;
	/** The label of the choice of a file. */
	readonly fileLabel: string;
	/** The file types with their extensions, for the dialog. */
	readonly filters: Readonly<Record<string, ReadonlyArray<string>>>;
	/** Whether the document of the active editor is offered. */
	readonly offers: (document: vscode.TextDocument) => boolean;
	/** The most UTF-16 units of a source. */
	readonly mostLength: number;
}

type Choice = vscode.QuickPickItem & { readonly read: () => PromiseLike<ImportSource | undefined> };

/**
 * The text to import: the file that a menu names, otherwise what the user chooses. Undefined if canceled.
 *
 * @param given the argument of the command
 * @throws Error with a message for the user if the file can't be read
 */
export async function importSource(given: unknown, kind: SourceKind): Promise<ImportSource | undefined> {
	if (given instanceof vscode.Uri) {
		return readSource(given, kind);
	}
	const items = [...editorChoices(kind), ...otherChoices(kind)];
	const placeholder = vscode.l10n.t("Choose what to import. Nothing is written before you accept it.");
	return (await pickStep({ title: kind.title, placeholder, items }))?.read();
}

function editorChoices({ offers }: SourceKind): ReadonlyArray<Choice> {
	const editor = vscode.window.activeTextEditor;
	if (!editor || !offers(editor.document)) {
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
		choice(`$(file-text) ${vscode.l10n.t("Open editor")}`, document.getText()),
	];
}

function otherChoices(kind: SourceKind): ReadonlyArray<Choice> {
	return [
		{
			label: `$(file) ${kind.fileLabel}`,
			read: async () => {
				const filters = Object.fromEntries(Object.entries(kind.filters).map(([type, ends]) => [type, [...ends]]));
				const [file] = (await vscode.window.showOpenDialog({ filters })) ?? [];
				return file && readSource(file, kind);
			},
		},
		{
			label: `$(clippy) ${vscode.l10n.t("Clipboard")}`,
			read: async () => ({ name: vscode.l10n.t("clipboard"), text: await vscode.env.clipboard.readText() }),
		},
	];
}

async function readSource(file: vscode.Uri, { mostLength }: SourceKind): Promise<ImportSource> {
	const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
	if (open) {
		return { name: fileName(file), text: open.getText() };
	}
	try {
		return { name: fileName(file), text: await readText(file, mostLength, decodeSource) };
	} catch (error) {
		throw new Error(error instanceof PackedFileError ? packedText(file) : readErrorText(error), { cause: error });
	}
}

function packedText(file: vscode.Uri): string {
	return vscode.l10n.t(
		"{0} is a workbook, not a text. Save its sheet as CSV, or copy the cells and import the clipboard.",
		fileName(file),
	);
}
