import * as vscode from "vscode";

/**
 * Where Enter leaves the caret in YAML: below a key without a value, or with a text of several lines, one level deeper, and
 * below the first key of a list item in the column of its keys. The YAML support of VS Code has no such rules.
 */
export function registerEnterRules(hasYamlTooling: () => boolean): vscode.Disposable {
	const { None, Indent } = vscode.IndentAction;
	const key = String.raw`[^\s#:"'][^#:]*:`;
	// Nothing, or the sign of a text of several lines.
	const open = String.raw`\s*(?:[|>][-+]?\s*)?$`;
	return hasYamlTooling()
		? new vscode.Disposable(() => undefined)
		: vscode.languages.setLanguageConfiguration("yaml", {
				onEnterRules: [
					{
						beforeText: new RegExp(String.raw`^\s*- ${key}${open}`),
						action: { indentAction: None, appendText: "    " },
					},
					{
						beforeText: new RegExp(String.raw`^\s*- ${key} +[^\s>|].*$`),
						action: { indentAction: None, appendText: "  " },
					},
					{ beforeText: new RegExp(String.raw`^\s*${key}${open}`), action: { indentAction: Indent } },
				],
			});
}
