import * as l10n from "@vscode/l10n";
import type { DatedNode, MovedDate } from "../../logging/planChange.ts";
import type { Item } from "../../plan/plan.ts";
import type { Day } from "../../time/day.ts";
import { formatPeriod } from "../../time/period.ts";
import { plural } from "../../util/plural.ts";
import type { Formatter } from "./formatter.ts";
import { isHidden } from "./privacy.ts";

/** The current goal for editing; empty if it must not be shown in discreet mode. */
export function editableGoal(item: Item, formatter: Formatter): string {
	const { goal } = item;
	return goal === undefined || isHidden(item, formatter) || (formatter.discreet && goal.currency !== undefined)
		? ""
		: goal.text;
}

/** The current period for editing, as written in the plan; empty if it must not be shown in discreet mode. */
export function editableWhen(node: DatedNode, formatter: Formatter): string {
	return node.when === undefined || isHidden(node, formatter) ? "" : formatPeriod(node.when);
}

/** The dates of something; empty if it has none or others should not see them. */
export function editableDates(node: DatedNode, formatter: Formatter): string {
	return node.span === undefined || isHidden(node, formatter) ? "" : formatter.dates(node.span);
}

/** A date change: "Jun 4, 2026 → Jul 4, 2026"; empty if it must not be shown. */
export function movedDateText({ node, was, now }: MovedDate, formatter: Formatter): string {
	const text = (day: Day | undefined) => (day === undefined ? l10n.t("no date") : formatter.date(day));
	return isHidden(node, formatter) ? "" : `${text(was)} → ${text(now)}`;
}

/** How many dates move: "3 dates move". */
export function movesText(count: number): string {
	return count === 0 ? l10n.t("no date moves") : plural(count, l10n.t("1 date moves"), l10n.t("{0} dates move", count));
}
