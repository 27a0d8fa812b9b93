import * as l10n from "@vscode/l10n";
import type { ViewSource } from "../text/viewSource.ts";
import { timerIcon, timerSinceText } from "../timer/timerText.ts";
import type { Row } from "./row.ts";

/**
 * A row that shows a timer that runs for it, with the action to stop it; otherwise the row as it is.
 *
 * @param ids the IDs that the row stands for
 */
export function withTimer(row: Row, ids: ReadonlyArray<string>, { ledger, aliases, formatter }: ViewSource): Row {
	const { current } = ledger.timers();
	if (!current || !ids.includes(aliases.idOf(current.entry.on) ?? current.entry.on)) {
		return row;
	}
	// The start, not the minutes: the row stays as it is while the timer runs.
	const since = timerSinceText(current, formatter);
	const can = row.can?.map((action) => (action === "startTimer" ? "stopTimer" : action));
	return {
		...row,
		description: [since, row.description].filter(Boolean).join(" · "),
		accessibleName: `${row.accessibleName}, ${l10n.t("timer running {0}", since)}`,
		icon: timerIcon,
		color: "charts.blue",
		...(can ? { can } : {}),
	};
}
