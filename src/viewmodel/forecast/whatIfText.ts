import * as l10n from "@vscode/l10n";
import { parseQuantity, type Quantity, type RateUnit } from "../../amount/parseQuantity.ts";
import type { Item, Plan } from "../../plan/plan.ts";
import { planCalendar } from "../../plan/planCalendar.ts";
import { goalDirection } from "../../progress/forecast/itemForecast.ts";
import { type WhatIf, type WhatIfAnswer, whatIf } from "../../progress/forecast/whatIf.ts";
import { formatDay } from "../../time/day.ts";
import { dueDay, parsePeriod, resolvePeriod } from "../../time/period.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { chanceText } from "./forecastText.ts";

/** An interpretation of the typed text, with its result. */
export interface WhatIfReading {
	readonly text: string;
	/** The chance, in words. */
	readonly detail: string;
	/** The values to prefill in Replan; undefined if the plan can't express the result. */
	readonly replan?: { readonly when: string } | { readonly goal: string };
}

/** The weeks in each unit, by the mean year of the Gregorian calendar. */
const weeksIn: Readonly<Record<RateUnit, number>> = {
	day: 1 / 7,
	week: 1,
	month: 365.2425 / 7 / 12,
	quarter: 365.2425 / 7 / 4,
	year: 365.2425 / 7,
};

/** Reads a rate (`2 a week`), a date (`2027-06`, `by year 2`) or a goal (`120`), and returns its result. Empty if it is none of these. */
export function whatIfReadings(item: Item, typed: string, source: ViewSource): ReadonlyArray<WhatIfReading> {
	const question = source.snapshot.forecasts.question(item);
	const { goal } = item;
	if (!question || !goal) return [];
	return triedIn(typed.trim(), source.plan).map(({ tried, quantity }) => {
		const answer = whatIf(question, { goal: goal.low, direction: goalDirection(item) }, tried);
		return readingOf(item, { tried, quantity }, answer, source);
	});
}

interface Tried {
	readonly tried: WhatIf;
	/** The typed text as a goal. */
	readonly quantity?: Quantity | undefined;
}

function triedIn(typed: string, plan: Plan): ReadonlyArray<Tried> {
	const period = parsePeriod(typed);
	const due =
		typeof period === "string" ? undefined : dueDay(resolvePeriod(period, planCalendar(plan.start, plan.slips)));
	const date: ReadonlyArray<Tried> = due === undefined ? [] : [{ tried: { kind: "date", due } }];
	const quantity = parseQuantity(typed);
	if (typeof quantity === "string") return date;
	const { low, per } = quantity;
	return per
		? [{ tried: { kind: "rate", rate: low / weeksIn[per] } }]
		: [...date, { tried: { kind: "goal", goal: low }, quantity }];
}

function readingOf(
	item: Item,
	{ tried, quantity }: Tried,
	answer: WhatIfAnswer,
	{ formatter, today }: ViewSource,
): WhatIfReading {
	const goal = quantity ?? item.goal;
	const shown = goal ? formatter.goal(goal) : "";
	switch (answer.kind) {
		case "reached":
			return { text: l10n.t("{0} is reached already.", shown), detail: "" };
		case "noTime":
			return { text: l10n.t("There is no open day left until then."), detail: "" };
		case "never":
			return { text: l10n.t("{0} isn't reached within a hundred years at this rate.", shown), detail: "" };
		case "noDue":
			return { text: l10n.t("{0} has no due date. Enter a rate or a date instead.", shown), detail: "" };
		case "answer": {
			const { rate, due, chance } = answer;
			const value = item.goal ? formatter.value(Number(rate.toPrecision(2)), item.goal) : "";
			return {
				text: l10n.t("{0} by {1} takes {2} a week", shown, formatter.date(due), value),
				detail: chance === undefined || due < today ? l10n.t("too early to say") : chanceText(chance, due, formatter),
				replan: tried.kind === "goal" && quantity ? { goal: quantity.text } : { when: `by ${formatDay(due)}` },
			};
		}
	}
}
