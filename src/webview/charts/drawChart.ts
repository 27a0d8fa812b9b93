import type { Chart } from "../../review/reviewPageModel.ts";
import type { ChartCanvas } from "./chartCanvas.ts";
import { drawGoalProgress } from "./drawGoalProgress.ts";
import { drawHeatmap } from "./drawHeatmap.ts";
import { drawSplit } from "./drawSplit.ts";
import { drawTimeline } from "./drawTimeline.ts";
import { drawWeeks } from "./drawWeeks.ts";

/** The width of a chart in an exported file, in CSS pixels. */
export const exportWidth = 800;
type Draw<P> = (picture: P, canvas: ChartCanvas) => Element;
type OfKind<K> = Extract<Chart, { readonly kind: K }>;

/** The drawing function of each kind of chart. */
const draws: { readonly [K in Chart["kind"]]: Draw<OfKind<K>> } = {
	timeline: drawTimeline,
	weeks: drawWeeks,
	heatmap: drawHeatmap,
	split: drawSplit,
	goalProgress: drawGoalProgress,
};

/** The chart as one image, with its summary for screen readers. */
export function drawChart(picture: Chart, canvas: ChartCanvas): Element {
	const draw = draws[picture.kind] as Draw<Chart>;
	const drawn = draw(picture, canvas);
	drawn.setAttribute("role", "img");
	drawn.setAttribute("aria-label", picture.summary);
	return drawn;
}
