import * as vscode from "vscode";

/**
 * Where Enter leaves the caret in YAML: below a key without a value one level deeper, and below the first key of a list item
 * in the column of its keys. The YAML support of VS Code has no such rules.
 */
export function registerEnterRules(hasYamlTooling: () => boolean): vscode.Disposable {
	const { None, Indent } = vscode.IndentAction;
	const key = String.raw`[^\s#:"'][^#:]*:`;
	return hasYamlTooling()
		? new vscode.Disposable(() => undefined)
		: vscode.languages.setLanguageConfiguration("yaml", {
				onEnterRules: [
					{
						beforeText: new RegExp(String.raw`^\s*- ${key}\s*$`),
						action: { indentAction: None, appendText: "    " },
					},
					{
						beforeText: new RegExp(String.raw`^\s*- ${key} +[^\s>|].*$`),
						action: { indentAction: None, appendText: "  " },
					},
					{ beforeText: new RegExp(String.raw`^\s*${key}\s*$`), action: { indentAction: Indent } },
				],
			});
}
