import { leadingCount } from "../../util/leadingCount.ts";
import { type Forecast, type ForecastQuestion, forecast } from "../forecast/forecast.ts";
import { drawFutures, type Future } from "../forecast/futures.ts";

/** The chance that counts as back on track: four in five, as in "likely" of the forecasts. */
export const wantedChance = 0.8;

/** No forecast looks further ahead, in weeks. */
const maxWeeks = 522;

/**
 * The greatest amount that is added by the due day with a chance of at least 80%: the 20% quantile of what the futures of
 * the forecast add until then. 0 without a due day ahead, and if nothing is likely to be added.
 */
export function reachableAmount({ record, due, weeks, seed }: ForecastQuestion): number {
	const left = due === undefined ? 0 : Math.min(maxWeeks, weeks.weeksUntil(due));
	const whole = Math.floor(left);
	// Of the week that contains the due day, the part before it counts, as in the forecast.
	const part = left - whole;
	const futures = drawFutures(record.weeks, seed).map((future) => highest(future, whole));
	const sure = ascending(futures.map(([before]) => before));
	const last = ascending(futures.map(([, after]) => after));
	const chance = (amount: number) =>
		((1 - part) * shareOf(sure, amount) + part * shareOf(last, amount)) / futures.length;
	const amounts = ascending(futures.flat());
	const count = leadingCount(amounts.length, (index) => chance(amounts[index] ?? 0) >= wantedChance);
	return Math.max(0, amounts[count - 1] ?? 0);
}

/** The highest sums within some weeks, and with one more. */
function highest({ next }: Future, weeks: number): readonly [before: number, after: number] {
	let sum = 0;
	let before = 0;
	for (let week = 1; week <= weeks; week++) {
		sum += next();
		before = Math.max(before, sum);
	}
	return [before, Math.max(before, sum + next())];
}

/** How many of some ascending numbers are at least a value. */
function shareOf(numbers: Float64Array, least: number): number {
	return numbers.length - leadingCount(numbers.length, (index) => (numbers[index] ?? 0) < least);
}

function ascending(numbers: ReadonlyArray<number>): Float64Array {
	return Float64Array.from(numbers).sort();
}

/** The chance of a forecast, 0 to 1; 1 if the goal is reached, undefined if it has none. */
export function chanceOf(made: Forecast | undefined): number | undefined {
	if (made?.state === "reached") {
		return 1;
	}
	return made && "chance" in made ? made.chance : undefined;
}

/** The chance with other input: another goal, due day or record. */
export function chanceWith(question: ForecastQuestion): number | undefined {
	return chanceOf(forecast(question));
}
