import * as Plot from "@observablehq/plot";
import type { HeatmapChart } from "../../review/reviewPageModel.ts";
import type { ChartCanvas } from "./chartCanvas.ts";
import { chartDate, colors, hoverTips, type LegendEntry, plot, withLegend } from "./chartDefaults.ts";

const weeksOfYear = 53;
/** Where cells would be smaller, each year has two rows. */
const leastSize = 9;
const marginLeft = 40;
const marginTop = 20;
const mostHeight = 22;
const gap = 1;

type Week = HeatmapChart["weeks"][number];

/** A cell for each week, a row for each calendar year, or two where there is little room. Weeks off are hollow, and those that reached the target are full. */
export function drawHeatmap(chart: HeatmapChart, canvas: ChartCanvas): Element {
	const years = [...new Set(chart.weeks.map(yearOf))].sort((a, b) => a - b);
	const room = canvas.width - marginLeft;
	const rowsOfYear = room / weeksOfYear < leastSize ? 2 : 1;
	const columns = Math.ceil(weeksOfYear / rowsOfYear);
	const size = Math.max(4, Math.min(mostHeight, room / columns));
	const row = size + 6;
	const x = (week: Week) => columnOf(week) % columns;
	const y = (week: Week) => rowAt(yearOf(week), Math.floor(columnOf(week) / columns));
	const rowAt = (year: number, half = 0) => (years.indexOf(year) * rowsOfYear + half) * row;
	const height = years.length * rowsOfYear * row;
	const edges = { x1: x, x2: (week: Week) => x(week) + 1, y1: y, y2: (week: Week) => y(week) + size };
	const isOff = ({ state, minutes }: Week) => state === "off" && minutes === 0;
	const width = marginLeft + size * columns;
	const drawn = plot({
		width,
		height: marginTop + height + 2,
		...{ marginLeft, marginRight: 0, marginTop, marginBottom: 2 },
		x: { domain: [0, columns], axis: null },
		y: { domain: [0, height], range: [marginTop, marginTop + height], axis: null },
		marks: [
			Plot.rect(
				chart.weeks.filter((week) => !isOff(week)),
				{ ...edges, inset: gap, rx: 2, fill: colors.grid },
			),
			Plot.rect(
				chart.weeks.filter(({ minutes }) => minutes > 0),
				{ ...edges, inset: gap, rx: 2, fill: colors.mark, fillOpacity: shade },
			),
			Plot.rect(chart.weeks.filter(isOff), { ...edges, inset: gap + 0.5, rx: 2, stroke: colors.grid }),
			Plot.text(years, {
				x: 0,
				y: (year: number) => rowAt(year) + size / 2,
				text: String,
				textAnchor: "end",
				dx: -8,
				fill: colors.muted,
			}),
			Plot.text(rowsOfYear === 1 ? monthStarts(size) : [], {
				...{ x: "column", y: 0, text: "text", textAnchor: "start", lineAnchor: "bottom" },
				...{ dy: -6, fill: colors.muted },
			}),
			...hoverTips(
				chart.weeks.map((week) => ({ x: x(week) + 0.5, y: y(week) + size / 2, text: week.text })),
				canvas,
			),
		],
	});
	const off: ReadonlyArray<LegendEntry> = chart.weeks.some(isOff) ? [{ sample: "hollow", text: chart.off }] : [];
	return withLegend([{ sample: "empty", text: chart.less }, { sample: "full", text: chart.more }, ...off], drawn);
}

/** The middle of the week decides the year. */
function yearOf({ start }: Pick<Week, "start">): number {
	return chartDate(start + 3).getUTCFullYear();
}

function columnOf(week: Week): number {
	const first = Date.UTC(yearOf(week), 0, 1) / 86_400_000;
	return Math.floor((week.start + 3 - first) / 7);
}

/** In five steps, of which the last is the target. */
function shade({ minutes, low }: Week): number {
	const share = low === 0 ? 1 : Math.min(1, minutes / low);
	return 0.2 + 0.8 * (Math.floor(share * 4) / 4);
}

function monthStarts(size: number): ReadonlyArray<{ readonly column: number; readonly text: string }> {
	const language = document.documentElement.lang || undefined;
	const month = new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" });
	const step = size * 4.4 < 34 ? 3 : 1;
	return Array.from({ length: 12 / step }, (_, index) => {
		const date = new Date(Date.UTC(2027, index * step, 1));
		return { column: Math.floor((date.getTime() - Date.UTC(2027, 0, 1)) / (7 * 86_400_000)), text: month.format(date) };
	});
}
