import * as l10n from "@vscode/l10n";
import { parseGoal } from "../../amount/parseQuantity.ts";
import type { Quantity } from "../../amount/quantity.ts";
import { type FactOf, factsOf } from "../../progress/review/reviewFact.ts";
import type { GoalProgressChart, PageTable } from "../../review/reviewPageModel.ts";
import { type Day, parseDay } from "../../time/day.ts";
import type { Formatter } from "../text/formatter.ts";
import { ofGoalText } from "../text/itemText.ts";
import type { ChartSource } from "./chartSource.ts";
import { forecastPart } from "./forecastPart.ts";
import { dateText } from "./reviewLines.ts";

/** The maximum number of targets; those with the most entries come first. */
const maxTargets = 12;

/** The progress of each numeric target towards its goal, with what will probably come of it. */
export function goalProgressChart(source: ChartSource): GoalProgressChart | undefined {
	const targets: Array<TargetProgress> = [];
	for (const item of factsOf(source.facts, "item")) {
		if (targets.length < maxTargets && item.listed) {
			targets.push(...targetProgress(item, source));
		}
	}
	if (targets.length === 0) {
		return undefined;
	}
	return {
		kind: "goalProgress",
		title: l10n.t("Progress toward the goals"),
		summary: targets.map(({ title, reached }) => `${title}: ${reached}`).join("; "),
		planned: l10n.t("planned"),
		likelyRange: l10n.t("likely range"),
		dueText: l10n.t("due"),
		targets: targets.map(({ rows, ...target }) => target),
		table: progressTable(targets),
	};
}

/** The values of all targets. Without a forecast, the table has no column for it. */
function progressTable(targets: ReadonlyArray<TargetProgress>): PageTable {
	const rows = targets.flatMap((target) => target.rows);
	const hasForecast = rows.some(([, , , forecast]) => forecast !== "");
	return {
		title: l10n.t("Progress toward the goals"),
		columns: [
			{ title: l10n.t("Goal") },
			{ title: l10n.t("Day") },
			{ title: l10n.t("Value"), isNumber: true },
			...(hasForecast ? [{ title: l10n.t("Forecast") }] : []),
		],
		rows: hasForecast ? rows : rows.map((row) => row.slice(0, -1)),
	};
}

type TargetProgress = GoalProgressChart["targets"][number] & { readonly rows: ReadonlyArray<ReadonlyArray<string>> };

function targetProgress(item: FactOf<"item">, source: ChartSource): ReadonlyArray<TargetProgress> {
	const { formatter, today } = source;
	const goal = parseGoal(item.goal);
	const values = item.values ?? [];
	// Rates have no progress towards a goal; money is hidden from others.
	if (!goal || goal.per || values.length === 0 || (formatter.discreet && goal.currency !== undefined)) {
		return [];
	}
	const title = formatter.title(item);
	const from = item.from ?? 0;
	const [start, due] = [dayIn(item.start), dayIn(item.due)];
	const value = item.value ?? from;
	const { texts, band, rows } = forecastPart({ item, goal, value, due }, source);
	return [
		{
			title,
			reached: [ofGoalText(value, goal, formatter), ...texts].join(", "),
			today,
			...(due === undefined ? {} : { due }),
			...(start === undefined || due === undefined ? {} : { line: { start, from, end: due, to: goal.low } }),
			goal: goal.low,
			points: pointsOf(values, goal, formatter),
			band,
			ticks: [from, goal.low].map((at) => ({ value: at, text: formatter.value(at, goal) })),
			rows: [
				...values.map(([day, at]) => [dateText(day, formatter) ?? "", formatter.value(at, goal), ""]),
				...rows.map(([day, forecast]) => [day, "", forecast]),
			].map((cells) => [title, ...cells]),
		},
	];
}

function pointsOf(
	values: NonNullable<FactOf<"item">["values"]>,
	goal: Quantity,
	formatter: Formatter,
): TargetProgress["points"] {
	return values.map(([day, value]) => ({
		day: dayIn(day) ?? 0,
		value,
		text: `${formatter.value(value, goal)}\n${dateText(day, formatter)}`,
	}));
}

function dayIn(day: string | undefined): Day | undefined {
	return day === undefined ? undefined : parseDay(day);
}
