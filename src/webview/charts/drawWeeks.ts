import * as Plot from "@observablehq/plot";
import type { WeeksChart } from "../../review/reviewPageModel.ts";
import type { ChartCanvas } from "./chartCanvas.ts";
import { chartDate, colors, fitText, hoverTips, plot, withLegend } from "./chartDefaults.ts";
import { dateTicks } from "./dateTicks.ts";

type Week = WeeksChart["weeks"][number];

/** A bar for each week; the target is a step line, and its upper end a dotted one. */
export function drawWeeks(picture: WeeksChart, canvas: ChartCanvas): Element {
	const all = picture.weeks;
	const first = all[0]?.start ?? 0;
	const end = (all.at(-1)?.start ?? first) + 7;
	const margins = { marginLeft: 34, marginRight: 8, marginTop: 24, marginBottom: 34 };
	const most = Math.max(1, ...all.map(({ minutes, high, low }) => Math.max(minutes, high, low) / 60));
	const ticks = dateTicks(first, end, canvas.width - 42);
	const x1 = ({ start }: Week) => chartDate(start);
	const x2 = ({ start }: Week) => chartDate(start + 7);
	const y2 = ({ minutes }: Week) => minutes / 60;
	const inset = { insetLeft: 1, insetRight: 1 };
	const of = (state: Week["state"]) => all.filter((week) => week.state === state);
	const hasBand = all.some(({ low, high }) => high > low);
	const drawn = plot({
		width: canvas.width,
		height: 220,
		...margins,
		x: { type: "utc", domain: [chartDate(first), chartDate(end)], axis: null },
		y: { domain: [0, most * 1.08], axis: null },
		marks: [
			Plot.gridY({ ticks: 4, stroke: colors.grid, strokeOpacity: 1 }),
			Plot.axisY({
				ticks: 4,
				tickSize: 0,
				label: fitText(picture.unit, canvas.width / 2),
				labelArrow: "none",
				labelAnchor: "top",
				color: colors.muted,
			}),
			Plot.text(ticks, {
				x: "date",
				text: "text",
				frameAnchor: "bottom",
				lineAnchor: "top",
				dy: 6,
				textAnchor: "start",
				fill: colors.muted,
			}),
			Plot.rect(of("kept"), { x1, x2, y1: 0, y2, ...inset, fill: colors.mark }),
			Plot.rect(of("missed"), {
				x1,
				x2,
				y1: 0,
				y2,
				...inset,
				inset: 0.5,
				fill: colors.mark,
				fillOpacity: 0.18,
				stroke: colors.mark,
			}),
			Plot.rect(of("off"), { x1, x2, y1: 0, y2, ...inset, fill: colors.soft }),
			Plot.rect(of("running"), {
				...{ x1, x2, y1: 0, y2, ...inset, inset: 0.5, fill: colors.mark, fillOpacity: 0.08 },
				...{ stroke: colors.mark, strokeDasharray: "3 2" },
			}),
			Plot.ruleY([0], { stroke: colors.muted }),
			...(hasBand ? [aimLine(all, ({ high }) => high / 60, "1 3")] : []),
			aimLine(all, ({ low }) => low / 60, "6 3"),
			...hoverTips(
				all.map(({ start, minutes, text }) => ({ x: chartDate(start + 3.5), y: minutes / 60, text })),
				canvas,
				"x",
			),
		],
	});
	return withLegend([{ sample: "dashed", text: picture.aim }], drawn);
}

/** A step line: constant within each week, up to the end of the last one. */
function aimLine(all: ReadonlyArray<Week>, y: (week: Week) => number, strokeDasharray: string): Plot.Line {
	const ends = all.flatMap((week) => [
		{ x: chartDate(week.start), y: y(week) },
		{ x: chartDate(week.start + 7), y: y(week) },
	]);
	return Plot.line(ends, { x: "x", y: "y", stroke: colors.aim, strokeWidth: 1.75, strokeDasharray });
}
