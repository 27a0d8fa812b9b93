import * as l10n from "@vscode/l10n";
import type { PlanTarget } from "../../logging/logTargets.ts";
import type { Formatter } from "./formatter.ts";
import { itemKindText } from "./itemText.ts";

/** The kind and parent of a target: "activity of Thought leadership". */
export function logTargetKindText({ kind, of }: Pick<PlanTarget, "kind" | "of">, formatter: Formatter): string {
	const owner = of === undefined ? undefined : formatter.title(of);
	switch (kind) {
		case "commitment":
			return l10n.t("commitment");
		case "activity":
			return l10n.t("activity of {0}", owner ?? "");
		case "measure":
			return l10n.t("measure");
		case "track":
			return l10n.t("track");
		case "checkpoint":
			return l10n.t("checkpoint");
		default:
			return owner === undefined ? itemKindText(kind) : `${itemKindText(kind)} · ${owner}`;
	}
}
