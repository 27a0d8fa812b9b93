import * as l10n from "@vscode/l10n";
import type { ViewSource } from "../text/viewSource.ts";
import { mixedRows } from "./dueRows.ts";
import { overdueIcon } from "./overdueMark.ts";
import type { Row } from "./row.ts";

/** The first row of the Roadmap view: all that is overdue. None if nothing is. */
export function attentionRows(source: ViewSource): ReadonlyArray<Row> {
	const { reviews, items } = source.snapshot.overdue;
	const count = reviews.length + items.length;
	if (count === 0) {
		return [];
	}
	const label = l10n.t("Needs attention");
	return [
		{
			id: "attention",
			label,
			// Short: a narrow sidebar cuts what is longer.
			description: String(count),
			accessibleName: `${label}, ${l10n.t("{0} overdue", count)}`,
			...overdueIcon,
			open: false,
			children: () => mixedRows(source.snapshot.overdue, "attention", source),
		},
	];
}
