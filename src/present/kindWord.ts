import * as l10n from "@vscode/l10n";
import type { ItemKind } from "../plan/plan.ts";

/** What an item is called by the place it has in the plan. */
export function kindWord(kind: ItemKind): string {
	switch (kind) {
		case "outcome":
			return l10n.t("outcome");
		case "milestone":
			return l10n.t("milestone");
		case "target":
			return l10n.t("target");
		case "indicator":
			return l10n.t("indicator");
		case "practice":
			return l10n.t("practice");
		case "mitigation":
			return l10n.t("mitigation");
	}
}
