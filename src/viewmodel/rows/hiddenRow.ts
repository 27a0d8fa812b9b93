import * as l10n from "@vscode/l10n";
import type { Row } from "./row.ts";

/** The placeholder row of a private node in discreet mode. */
export function hiddenRow(id: string): Row {
	const label = l10n.t("Private");
	return { id, label, accessibleName: label, icon: "lock" };
}
