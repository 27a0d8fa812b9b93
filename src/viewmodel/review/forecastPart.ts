import * as l10n from "@vscode/l10n";
import type { Quantity } from "../../amount/quantity.ts";
import type { Forecast } from "../../progress/forecast/forecast.ts";
import { type FactOf, factsOf } from "../../progress/review/reviewFact.ts";
import type { GoalProgressChart } from "../../review/reviewPageModel.ts";
import { type Day, parseDay } from "../../time/day.ts";
import { forecastTexts, hitRateText, rateTexts } from "../forecast/forecastText.ts";
import type { Formatter } from "../text/formatter.ts";
import type { ChartSource } from "./chartSource.ts";

type Band = GoalProgressChart["targets"][number]["band"];

/** The forecast of a target in a review. */
export interface ForecastPart {
	/** When it is likely to be reached: empty without a forecast. */
	readonly texts: ReadonlyArray<string>;
	readonly band: Band;
	/** The rows of the table: a day and the likely value by then. */
	readonly rows: ReadonlyArray<readonly [string, string]>;
}

/** The target, with its value on the last day of the review. */
export interface ForecastTarget {
	readonly item: FactOf<"item">;
	readonly goal: Quantity;
	readonly value: number;
	readonly due: Day | undefined;
}

/** The forecast of a target as it was on the last day of the review, in words, as a band, and as rows of a table. */
export function forecastPart(target: ForecastTarget, { facts, formatter, today }: ChartSource): ForecastPart {
	const fact = factsOf(facts, "forecast").find(({ id }) => id === target.item.id);
	if (!fact) return { texts: [], band: [], rows: [] };
	const end = parseDay(factsOf(facts, "period")[0]?.end ?? "") ?? today;
	const asOf = Math.min(today, end);
	const { goal, value, due } = target;
	const forecast = forecastIn(fact);
	const span = due === undefined ? {} : { span: { start: due, end: due + 1 } };
	const texts = forecastTexts(span, forecast, { formatter, today: asOf });
	const hits = fact.hits ? [hitRateText(fact.hits)] : [];
	const ahead = bandIn(fact, goal, formatter);
	const begin = { day: asOf, low: value, middle: value, high: value, text: formatter.value(value, goal) };
	const dueRow = due === undefined ? [] : [{ day: due, cells: dueCells(due, goal, formatter) }];
	const rows = [
		...ahead.map(({ day, range }) => ({ day, cells: [formatter.date(day), range] as const })),
		...dueRow.filter(({ day }) => day > asOf),
	];
	return {
		texts,
		band: ahead.length === 0 ? [] : [begin, ...ahead.map(({ range, ...point }) => point)],
		rows: [
			[formatter.date(asOf), [...texts, ...rateTexts({ goal }, forecast, formatter), ...hits].join(", ")] as const,
			...rows.sort((a, b) => a.day - b.day).map(({ cells }) => cells),
		],
	};
}

function dueCells(due: Day, goal: Quantity, formatter: Formatter): readonly [string, string] {
	return [formatter.date(due), l10n.t("due: {0}", formatter.goal(goal))];
}

function bandIn(
	{ band = [] }: FactOf<"forecast">,
	goal: Quantity,
	formatter: Formatter,
): ReadonlyArray<Band[number] & { readonly range: string }> {
	return band.flatMap(([at, low, middle, high]) => {
		const day = parseDay(at);
		if (day === undefined) return [];
		const [from, to] = [low, high].map((end) => formatter.value(roundedTo(end, high - low), goal));
		const range = from === to ? `${from}` : l10n.t("{0} to {1}", from ?? "", to ?? "");
		return [{ day, low, middle, high, range, text: `${range}\n${formatter.date(day)}` }];
	});
}

/** The ends of a range are rounded to two digits of its width. */
function roundedTo(value: number, width: number): number {
	const decimals = width > 0 ? 1 - Math.floor(Math.log10(width)) : 0;
	const step = 10 ** -Math.min(decimals, 6);
	return Number((Math.round(value / step) * step).toPrecision(12));
}

function forecastIn({ state, half, likely, chance, rate = 0, neededRate }: FactOf<"forecast">): Forecast {
	const [first, last] = [parseDay(half ?? ""), parseDay(likely ?? "")];
	const rates = {
		rate,
		...(chance === undefined ? {} : { chance }),
		...(neededRate === undefined ? {} : { neededRate }),
	};
	if (state === "tooEarly") return { state };
	return first === undefined || last === undefined
		? { state: "notAtThisRate", ...rates }
		: { state: "expected", half: first, likely: last, ...rates };
}
