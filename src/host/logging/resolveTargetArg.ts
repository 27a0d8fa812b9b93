import * as vscode from "vscode";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { detach } from "../core/detach.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";

/** The ID in the arguments of a command; "unknown", after a message to the user, if the plan does not have it. */
export function resolveTargetArg(
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
		detach(vscode.window.showErrorMessage(vscode.l10n.t('No item in the plan has the ID "{0}".', escapeLabel(shown))));
	}
	return id ?? "unknown";
}
