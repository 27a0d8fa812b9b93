import * as l10n from "@vscode/l10n";
import { type Fact, factsOf } from "../../progress/review/reviewFact.ts";
import type { PageTable } from "../../review/reviewPageModel.ts";
import type { Formatter } from "../text/formatter.ts";

/** What the record says about what is meant to move what, as counts of months. */
export function driveTable(facts: ReadonlyArray<Fact>, formatter: Formatter): PageTable {
	return {
		title: l10n.t("Months after which items moved within a quarter"),
		columns: [
			{ title: l10n.t("Driver") },
			{ title: l10n.t("Drives") },
			{ title: l10n.t("After it rose"), isNumber: true },
			{ title: l10n.t("Other months"), isNumber: true },
		],
		rows: factsOf(facts, "drive").map(({ title, drivenTitle, falls, ahead, others }) => {
			const moved = l10n.t("{0} of {1}", ahead.moved, ahead.months);
			return [
				formatter.plain(title),
				formatter.plain(drivenTitle),
				falls ? l10n.t("{0}, after it fell", moved) : moved,
				l10n.t("{0} of {1}", others.moved, others.months),
			];
		}),
	};
}
