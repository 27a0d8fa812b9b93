import * as Plot from "@observablehq/plot";
import type { SplitChart } from "../../review/reviewPageModel.ts";
import type { ChartCanvas } from "./chartCanvas.ts";
import { chartDate, colors, hoverTips, plot, smallMultiples, withLegend } from "./chartDefaults.ts";
import { dateTicks } from "./dateTicks.ts";

type Track = SplitChart["tracks"][number];
type Month = Track["months"][number];

const monthDays = 30.4;

/**
 * For each track: its share of each month as a bar, and the planned share as a dashed line, all on the same scale.
 */
export function drawSplit(picture: SplitChart, canvas: ChartCanvas): Element {
	const months = picture.tracks.flatMap((track) => track.months);
	const most = Math.max(0.1, ...months.map(({ share, planned }) => Math.max(share ?? 0, planned ?? 0)));
	const starts = months.map(({ start }) => start);
	const first = starts.length === 0 ? 0 : Math.min(...starts);
	const end = starts.length === 0 ? monthDays : Math.max(...starts) + monthDays;
	const strips = smallMultiples(picture.tracks, canvas, (track, each) => ({
		title: track.title,
		picture: strip(track, { first, end, most }, each),
	}));
	return withLegend([{ sample: "dashed", text: picture.planned }], strips);
}

function strip(
	{ months }: Track,
	{ first, end, most }: { readonly first: number; readonly end: number; readonly most: number },
	canvas: ChartCanvas,
): Element {
	const percent = new Intl.NumberFormat(document.documentElement.lang || undefined, { style: "percent" });
	const lines = months.filter((month) => month.planned !== null);
	const known = months.filter((month) => month.share !== null);
	const next = new Map(months.map((month, index) => [month, months[index + 1]?.start ?? month.start + monthDays]));
	const middle = ({ start }: Month) => chartDate(start + monthDays / 2);
	return plot({
		width: canvas.width,
		height: 130,
		...{ marginLeft: 38, marginRight: 8, marginTop: 14, marginBottom: 32 },
		x: { type: "utc", domain: [chartDate(first), chartDate(end)], axis: null },
		y: { domain: [0, most * 1.1], axis: null },
		marks: [
			Plot.gridY({ ticks: 3, stroke: colors.grid, strokeOpacity: 1 }),
			Plot.axisY({
				ticks: 3,
				tickSize: 0,
				label: null,
				tickFormat: (share: number) => percent.format(share),
				color: colors.muted,
			}),
			Plot.text(dateTicks(first, end, canvas.width - 46), {
				...{ x: "date", text: "text", frameAnchor: "bottom" as const, lineAnchor: "top" as const },
				...{ dy: 6, textAnchor: "start" as const, fill: colors.muted },
			}),
			Plot.rect(known, {
				...{ x1: ({ start }: Month) => chartDate(start), x2: (month: Month) => chartDate(next.get(month) ?? 0) },
				...{ y1: 0, y2: "share", insetLeft: 1, insetRight: 1, fill: colors.mark },
			}),
			Plot.ruleY([0], { stroke: colors.muted }),
			Plot.line(lines, { x: middle, y: "planned", stroke: colors.aim, strokeWidth: 1.75, strokeDasharray: "6 3" }),
			...hoverTips(
				months.map((month) => ({ x: middle(month), y: month.share ?? month.planned ?? 0, text: month.text })),
				canvas,
				"x",
			),
		],
	});
}
