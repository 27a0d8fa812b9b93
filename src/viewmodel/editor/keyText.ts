import * as l10n from "@vscode/l10n";

/**
 * The description of a key of the plan in the display language. The schema has it in English; `npm run l10n` adds those
 * to the texts to translate.
 */
export function keyText(description: string): string {
	return l10n.t(description);
}
