import * as l10n from "@vscode/l10n";

/** The message for an ambiguous amount; `forms` has a spelling for each meaning. */
export function ambiguousText(text: string, forms: ReadonlyArray<string>): string {
	return l10n.t('"{0}" is ambiguous. Use one of these: {1}', text, forms.join(", "));
}
