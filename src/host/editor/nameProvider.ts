import * as vscode from "vscode";
import { definitionRange, type NameAt, nameAt, placesOf, renameName } from "../../plan/assist/names.ts";
import { workspaceEdit } from "../editText.ts";
import { type PlanDocument, type ReadText, rangeIn } from "./planDocument.ts";

/** Knows what the ids of a plan stand for: leads to where one is defined, finds its uses, renames it. */
export class NameProvider
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

	/** Places in the plan, then entries of the journal, those under former ids too. */
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
		const places = placesOf(root, plan, name).slice(name.definedAt === undefined || includeDeclaration ? 0 : 1);
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
			placesOf(found.root, found.plan, found.name).map(
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
			throw new Error(vscode.l10n.t("Only ids can be renamed: put the cursor on one. Titles can be changed freely."));
		}
		return { range: rangeIn(document, found.name.range), placeholder: found.name.id };
	}

	provideRenameEdits(
		document: vscode.TextDocument,
		position: vscode.Position,
		newName: string,
	): vscode.WorkspaceEdit | undefined {
		const found = this.find(document, position);
		if (!found) {
			return undefined;
		}
		const edits = renameName(found.text, found.root, found.plan, found.name, newName.trim());
		if (typeof edits !== "string") {
			return workspaceEdit(document, edits);
		}
		throw new Error(
			edits === "taken"
				? vscode.l10n.t('The id "{0}" is taken already. Give it another one.', newName)
				: edits === "bad-id"
					? vscode.l10n.t('"{0}" cannot be an id. Begin with a letter or a digit.', newName)
					: vscode.l10n.t("The plan is written in a way that cannot be changed here. Change it by hand."),
		);
	}

	private find(
		document: vscode.TextDocument,
		position: vscode.Position,
	): (ReadText & { readonly name: NameAt }) | undefined {
		const read = this.document.read(document);
		const name = read && nameAt(read.root, read.plan, document.offsetAt(position));
		return name && { ...read, name };
	}
}
