import * as l10n from "@vscode/l10n";
import { followsFromOthers, takesProgress } from "../../plan/parts.ts";
import type { Item } from "../../plan/plan.ts";
import { offReason } from "../../progress/backOnTrack/offTrack.ts";
import { isForecastable } from "../../progress/forecast/itemForecast.ts";
import type { Progress } from "../../progress/items/itemProgress.ts";
import type { Day } from "../../time/day.ts";
import { dueDay } from "../../time/period.ts";
import { forecastRowTexts } from "../forecast/forecastText.ts";
import {
	dueTexts,
	itemKindText,
	itemStateText,
	paceTexts,
	partsTexts,
	reachedTexts,
	shortDueTexts,
} from "../text/itemText.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { hiddenRow } from "./hiddenRow.ts";
import { itemTooltip } from "./itemTooltip.ts";
import type { Row, RowAction } from "./row.ts";
import { withTimer } from "./timerRow.ts";

const icons: Readonly<Record<Progress["state"], { readonly icon: string; readonly color?: string }>> = {
	done: { icon: "pass-filled", color: "charts.green" },
	overdue: { icon: "warning", color: "list.warningForeground" },
	started: { icon: "color-mode", color: "charts.blue" },
	open: { icon: "circle-large-outline" },
	dropped: { icon: "circle-slash" },
};

/**
 * The row of an item: its progress and due date.
 *
 * @param above the due dates that the rows above it show
 */
export function itemRow(item: Item, source: ViewSource, above: ReadonlyArray<Day | undefined> = []): Row {
	const { formatter } = source;
	if (isHidden(item, formatter)) {
		return hiddenRow(`item:${item.id}`);
	}
	const progress = source.snapshot.progressOf(item);
	const label = formatter.title(item);
	const state = itemStateText(progress);
	const optional = item.optional ? [l10n.t("optional")] : [];
	const reached = [...reachedTexts(item, progress, formatter), ...partsTexts(item, source.snapshot), ...optional];
	const isSettled = progress.state === "done" || progress.state === "dropped";
	const forecast = isSettled ? [] : forecastRowTexts(item, source);
	// Before the due date, which a narrow sidebar cuts. What is expected says more than the pace, and may not agree with it.
	const more = (due: ReadonlyArray<string>) =>
		isSettled ? [] : [...forecast, ...due, ...(forecast.length > 0 ? [] : paceTexts(progress))];
	const row: Row = {
		id: `item:${item.id}`,
		label,
		description: [...reached, ...(isSettled ? [state] : more(shortDueTexts(progress, source, above)))].join(" · "),
		accessibleName: [label, itemKindText(item.kind), state, ...reached, ...more(dueTexts(progress, source))].join(", "),
		...iconOf(progress, isTickable(item, progress)),
		range: item.range,
		target: item.id,
		can: actionsOf(item, progress, source),
		...(isTickable(item, progress) ? { ticked: progress.state === "done" || progress.holds } : {}),
		tooltip: () => itemTooltip(item, progress, source),
	};
	return withTimer(row, [item.id], source);
}

/**
 * The row of an item with its parts below it, which show only dates that differ from its own.
 *
 * @param isShown leaves out parts
 */
export function itemTree(
	item: Item,
	source: ViewSource,
	above: ReadonlyArray<Day | undefined> = [],
	isShown: (part: Item) => boolean = () => true,
): Row {
	const row = itemRow(item, source, above);
	const parts = isHidden(item, source.formatter) ? [] : item.parts.filter(isShown);
	const dates = [...above, dueDay(item.span)];
	const { state } = source.snapshot.progressOf(item);
	return parts.length === 0
		? row
		: {
				...row,
				open: state !== "done" && state !== "dropped",
				children: () => parts.map((part) => itemTree(part, source, dates, isShown)),
			};
}

/** A checkbox already shows whether an item is done: the icon only shows other states. */
function iconOf({ state, dueSoon }: Progress, hasBox: boolean): Pick<Row, "icon" | "color"> {
	if (dueSoon && state !== "overdue") {
		return { icon: "watch", color: "list.warningForeground" };
	}
	return hasBox && (state === "open" || state === "done") ? {} : icons[state];
}

/** Items without a number can be ticked, unless they follow from others. */
function isTickable(item: Item, { state }: Progress): boolean {
	return item.goal === undefined && !followsFromOthers(item) && item.kind !== "indicator" && state !== "dropped";
}

/** Outcomes, milestones, and targets are in a list of the plan that others of their kind have as well. */
function isInList({ kind }: Item): boolean {
	return kind === "outcome" || kind === "milestone" || kind === "target";
}

function actionsOf(item: Item, progress: Progress, { snapshot, today }: ViewSource): ReadonlyArray<RowAction> {
	const { state } = progress;
	const isLoggable = item.needs.length === 0 && state !== "dropped";
	const isOpen = state !== "done" && state !== "dropped";
	return [
		...(isLoggable && takesProgress(item) ? (["logProgress"] as const) : []),
		...(isLoggable ? (["logTime", "startTimer"] as const) : []),
		"openPlan",
		"replan",
		...(isOpen && isForecastable(item) ? (["whatIf"] as const) : []),
		"rename",
		...(isInList(item) ? (["move"] as const) : []),
		...(offReason(item, progress, snapshot.forecasts.known(item), today) ? (["backOnTrack"] as const) : []),
	];
}
