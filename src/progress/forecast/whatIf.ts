import type { Day } from "../../time/day.ts";
import { type Forecast, type ForecastQuestion, forecast } from "./forecast.ts";

/** An assumption about an item: a rate per open week, a due day, or another goal. */
export type WhatIf =
	| { readonly kind: "rate"; readonly rate: number }
	| { readonly kind: "date"; readonly due: Day }
	| { readonly kind: "goal"; readonly goal: number };

/** The result of an assumption. If the record is too short for a forecast, the chance is absent. */
export type WhatIfAnswer =
	/** The goal is already reached. */
	| { readonly kind: "reached" }
	/** The day isn't in the future, or time off leaves no open day until then. */
	| { readonly kind: "noTime" }
	/** At that rate, the goal isn't reached within a hundred years. */
	| { readonly kind: "never" }
	/** Without a due day, no rate can be computed for a goal. */
	| { readonly kind: "noDue" }
	| {
			readonly kind: "answer";
			/** The amount that each open week has to add. */
			readonly rate: number;
			/** The last day on which the goal is on time. */
			readonly due: Day;
			readonly goal: number;
			/** The chance of reaching the goal by then, computed from the record, 0 to 1. */
			readonly chance?: number;
	  };

/** The maximum number of weeks ahead: a hundred years. */
const mostWeeks = 5218;

/**
 * Computes the effect of another rate, due day, or goal. A rate changes the day on which the goal is reached; a day or a
 * goal changes the rate that is needed. The chance is always computed from the actual record, not from the assumed rate.
 *
 * @param question the input of the forecast of the item as it is
 * @param goal the low end of its goal
 * @param direction 1 if the value grows towards the goal, -1 if it falls
 */
export function whatIf(
	question: ForecastQuestion,
	{ goal, direction }: { readonly goal: number; readonly direction: 1 | -1 },
	tried: WhatIf,
): WhatIfAnswer {
	const { weeks } = question;
	const aimed = tried.kind === "goal" ? tried.goal : goal;
	const missing = question.missing + direction * (aimed - goal);
	if (!(missing > 0)) return { kind: "reached" };
	if (tried.kind === "rate") {
		const needed = tried.rate > 0 ? Math.ceil(missing / tried.rate) : Number.POSITIVE_INFINITY;
		const due = needed > mostWeeks ? undefined : weeks.lastDayOf(needed);
		return due === undefined ? { kind: "never" } : answer({ ...question, missing, due }, aimed, tried.rate);
	}
	const due = tried.kind === "date" ? tried.due : question.due;
	if (due === undefined) return { kind: "noDue" };
	const left = weeks.weeksUntil(due);
	return left > 0 ? answer({ ...question, missing, due }, aimed, missing / left) : { kind: "noTime" };
}

function answer(question: ForecastQuestion & { readonly due: Day }, goal: number, rate: number): WhatIfAnswer {
	const made = forecast(question);
	const chance = "chance" in made ? made.chance : undefined;
	return { kind: "answer", rate, due: question.due, goal, ...(chance === undefined ? {} : { chance }) };
}

/**
 * How much the chance improves (0 to 1) with one more week at the needed rate, or at the recent rate if that is higher. 0
 * if there is no chance. Both chances use the same futures, so that the difference isn't random.
 */
export function chanceGain(question: ForecastQuestion, made: Forecast): number {
	if (!("rate" in made) || made.chance === undefined || made.neededRate === undefined) return 0;
	const missing = question.missing - Math.max(made.rate, made.neededRate);
	if (!(missing > 0)) return 1 - made.chance;
	const after = forecast({ ...question, missing });
	const chance = "chance" in after ? (after.chance ?? 0) : 0;
	return Math.max(0, chance - made.chance);
}
