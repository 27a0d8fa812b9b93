import type { Chart } from "../../review/reviewPageModel.ts";
import type { ChartSource } from "./chartSource.ts";
import { goalProgressChart } from "./goalProgressChart.ts";
import { splitChart } from "./splitChart.ts";
import { timelineChart } from "./timelineChart.ts";
import { weeksChart } from "./weeksChart.ts";

/** The charts of a review, without empty ones. */
export function reviewCharts(source: ChartSource): ReadonlyArray<Chart> {
	const makers = [timelineChart, weeksChart, splitChart, goalProgressChart];
	return makers.map((make) => make(source)).filter((picture) => picture !== undefined);
}
