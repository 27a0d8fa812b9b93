import type { ViewSource } from "../viewmodel/text/viewSource.ts";
import { roadmapStatus } from "./roadmapStatus.ts";

/** The most forecasts that a model gets. */
const mostForecasts = 200;

/** The forecasts of all items that have one, for a language model; private items are left out, and in discreet mode money. */
export function forecastsForModel(source: ViewSource): object {
	const { snapshot, formatter, today } = source;
	const items = roadmapStatus(source).items.flatMap(({ id, title, state, value, goal, due, forecast }) => {
		const item = snapshot.items.get(id);
		const made = item && snapshot.forecasts.known(item);
		if (!forecast || !item || !made) return [];
		const isShown = "rate" in made && !(formatter.discreet && item.goal?.currency !== undefined);
		const rates = isShown ? { recentPerWeek: made.rate, neededPerWeek: made.neededRate } : {};
		return [{ id, title, state, value, goal, due, forecast: { ...forecast, ...rates } }];
	});
	return {
		forecasts: items.slice(0, mostForecasts),
		...(items.length > mostForecasts ? { leftOut: items.length - mostForecasts } : {}),
		today: new Date(today * 86_400_000).toISOString().slice(0, 10),
		units:
			"chances from 0 to 1 in steps of 0.1, days as YYYY-MM-DD; half and likely: the days by which 50% and 80% of futures reach the goal",
	};
}
