import * as l10n from "@vscode/l10n";
import type { HabitWeek } from "../../../progress/week/habitWeek.ts";
import { habitCountText, habitFigureText, isTicked } from "../../text/habits/habitText.ts";
import { isHidden } from "../../text/privacy.ts";
import type { ViewSource } from "../../text/viewSource.ts";
import { weekStateText } from "../../text/weekText.ts";
import { hiddenRow } from "../hiddenRow.ts";
import { itemTooltip } from "../itemTooltip.ts";
import type { Row } from "../row.ts";

/** Which week its row is in. */
export interface HabitPlace {
	/** The icon of its state. */
	readonly icon: Pick<Row, "icon" | "color">;
	/** Whether the week contains today. */
	readonly isCurrent: boolean;
	/** Whether the week has not begun. */
	readonly isAhead: boolean;
	readonly isOver: boolean;
}

/** The row of a habit: its count, state, and days. A check box in the current week logs it for today. */
export function habitRow(habit: HabitWeek, source: ViewSource, place: HabitPlace): Row {
	const { formatter, snapshot } = source;
	const { node, state, days, isDoneToday } = habit;
	const id = `week:habit:${node.id}`;
	if (isHidden(node, formatter)) {
		return hiddenRow(id);
	}
	const label = formatter.title(node);
	const states = place.isAhead ? [] : [weekStateText(state, place.isOver)];
	const on = days.length === 0 ? [] : [formatter.weekdays(days)];
	const item = "kind" in node ? node : undefined;
	const isTickable = place.isCurrent && isTicked(habit);
	const today = place.isCurrent && isDoneToday ? [l10n.t("done today")] : [];
	return {
		id,
		label,
		description: [habitFigureText(habit, formatter), ...states, ...on].join(" · "),
		accessibleName: [label, l10n.t("habit"), habitCountText(habit, formatter), ...states, ...on, ...today].join(", "),
		...place.icon,
		range: node.range,
		target: node.id,
		can: ["logProgress", "logTime", "startTimer", "openPlan"],
		...(isTickable ? { ticked: isDoneToday, tick: "add" as const } : {}),
		...(item ? { tooltip: () => itemTooltip(item, snapshot.progressOf(item), source) } : {}),
	};
}
