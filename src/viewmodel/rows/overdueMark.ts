import * as l10n from "@vscode/l10n";
import type { Item } from "../../plan/plan.ts";
import type { Snapshot } from "../../progress/snapshot.ts";
import type { Row } from "./row.ts";

/** What a parent row shows of the overdue items below it, so that they are seen while it is folded. */
export interface OverdueMark {
	/** "2 overdue"; empty if there are none. */
	readonly facts: ReadonlyArray<string>;
	/** The icon of something overdue; empty if there is nothing. */
	readonly icon: Pick<Row, "icon" | "color">;
}

export const overdueIcon = { icon: "warning", color: "list.warningForeground" } as const;

/** The mark of a parent row. */
export function overdueMark(items: Iterable<Item>, { progressOf }: Snapshot): OverdueMark {
	const count = [...items].filter((item) => progressOf(item).state === "overdue").length;
	return count === 0 ? { facts: [], icon: {} } : { facts: [l10n.t("{0} overdue", count)], icon: overdueIcon };
}
