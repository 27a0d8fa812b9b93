import * as vscode from "vscode";
import type { ViewSource } from "../../present/viewSource.ts";
import { plainText } from "../plainText.ts";

/** The id that the arguments of a command name; "unknown" where the plan has none such, which the person is told. */
export function knownTarget(
	{ aliases }: Pick<ViewSource, "aliases">,
	wanted: Readonly<Record<string, unknown>>,
): string | undefined | "unknown" {
	const named = wanted["on"];
	if (named === undefined) {
		return undefined;
	}
	const id = typeof named === "string" ? aliases.idOf(named.trim()) : undefined;
	if (id === undefined) {
		const shown = typeof named === "string" ? named : JSON.stringify(named);
		void vscode.window.showErrorMessage(vscode.l10n.t('Nothing in the plan has the id "{0}".', plainText(shown)));
	}
	return id ?? "unknown";
}
