import * as vscode from "vscode";
import {
	definitionRange,
	type ReferenceAtOffset,
	referenceAt,
	referenceRanges,
	renameReferences,
} from "../../plan/assist/references.ts";
import { workspaceEdit } from "../core/editText.ts";
import { inWords } from "../core/fileErrorText.ts";
import { checkFileWritable } from "../core/fileWriter.ts";
import { type ParsedText, type PlanDocument, rangeIn } from "./planDocument.ts";

/** Provides definitions, references, highlights and renames of IDs. */
export class ReferenceProvider
	implements
		vscode.DefinitionProvider,
		vscode.ReferenceProvider,
		vscode.DocumentHighlightProvider,
		vscode.RenameProvider
{
	constructor(private readonly document: PlanDocument) {}

	provideDefinition(document: vscode.TextDocument, position: vscode.Position): vscode.Location | undefined {
		const found = this.find(document, position);
		return found?.name.definedAt === undefined
			? undefined
			: new vscode.Location(document.uri, rangeIn(document, definitionRange(found.root, found.name.definedAt)));
	}

	/** References in the plan, then in journal entries, including former IDs. */
	async provideReferences(
		document: vscode.TextDocument,
		position: vscode.Position,
		{ includeDeclaration }: vscode.ReferenceContext,
	): Promise<Array<vscode.Location>> {
		const { session } = this.document;
		const source = await session.source();
		const found = this.find(document, position);
		if (!found) {
			return [];
		}
		const { root, plan, name } = found;
		const places = referenceRanges(root, plan, name).slice(name.definedAt === undefined || includeDeclaration ? 0 : 1);
		const entries = source?.ledger.on(source.aliases.idsOf(name.id)) ?? [];
		return [
			...places.map((place) => new vscode.Location(document.uri, rangeIn(document, place))),
			...entries.flatMap(({ entry }) => {
				const place = source?.ledger.placeOf(entry.id);
				const start = new vscode.Position(Math.max(0, (place?.line ?? 1) - 1), 0);
				return place ? [new vscode.Location(session.journal.uriOf(place.file), start)] : [];
			}),
		];
	}

	provideDocumentHighlights(
		document: vscode.TextDocument,
		position: vscode.Position,
	): Array<vscode.DocumentHighlight> | undefined {
		const found = this.find(document, position);
		return (
			found &&
			referenceRanges(found.root, found.plan, found.name).map(
				(place) => new vscode.DocumentHighlight(rangeIn(document, place)),
			)
		);
	}

	prepareRename(
		document: vscode.TextDocument,
		position: vscode.Position,
	): { readonly range: vscode.Range; readonly placeholder: string } {
		const found = this.find(document, position);
		if (!found || found.name.role === "title" || found.name.definedAt === undefined) {
			throw new Error(
				vscode.l10n.t("Only IDs can be renamed. Place the cursor on an ID. You can edit titles directly."),
			);
		}
		return { range: rangeIn(document, found.name.range), placeholder: found.name.id };
	}

	async provideRenameEdits(
		document: vscode.TextDocument,
		position: vscode.Position,
		newName: string,
	): Promise<vscode.WorkspaceEdit | undefined> {
		// Refuses links, even though saving the file is left to the user.
		await inWords(checkFileWritable(document.uri));
		const found = this.find(document, position);
		if (!found) {
			return undefined;
		}
		const edits = renameReferences(found, found.name, newName.trim());
		if (typeof edits !== "string") {
			return workspaceEdit(document, edits);
		}
		throw new Error(refusalText(edits, newName));
	}

	private find(
		document: vscode.TextDocument,
		position: vscode.Position,
	): (ParsedText & { readonly name: ReferenceAtOffset }) | undefined {
		const read = this.document.read(document);
		const name = read && referenceAt(read.root, read.plan, document.offsetAt(position));
		return name && { ...read, name };
	}
}

function refusalText(refusal: Extract<ReturnType<typeof renameReferences>, string>, newName: string): string {
	switch (refusal) {
		case "taken":
			return vscode.l10n.t('The ID "{0}" is already in use. Choose another one.', newName);
		case "bad-id":
			return vscode.l10n.t('"{0}" isn\'t a valid ID. Start with a letter or digit.', newName);
		default:
			return vscode.l10n.t("This part of the plan can't be edited automatically. Edit it manually.");
	}
}
