import * as vscode from "vscode";

/**
 * Offers in the source actions of a Markdown file to import it. Their kind has no light bulb, which would be in the way in files
 * that are no roadmaps.
 */
export function registerImportAction(): vscode.Disposable {
	const { Source: kind } = vscode.CodeActionKind;
	const title = vscode.l10n.t("Import as a Roadmap");
	return vscode.languages.registerCodeActionsProvider(
		"markdown",
		{
			provideCodeActions: ({ uri }) => [
				{ title, kind, command: { title, command: "waymark.importRoadmap", arguments: [uri] } },
			],
		},
		{ providedCodeActionKinds: [kind] },
	);
}
