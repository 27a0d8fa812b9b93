import * as Plot from "@observablehq/plot";
import type { WeeksPicture } from "../../present/review/page.ts";
import { dateTicks } from "./dates.ts";
import type { Canvas } from "./pictures.ts";
import { colours, dateOf, fitted, plot, tips, withLegend } from "./plain.ts";

type Week = WeeksPicture["weeks"][number];

/** A bar for each week; the aim is a step line, and what it asks at best a dotted one. */
export function weeks(picture: WeeksPicture, canvas: Canvas): Element {
	const all = picture.weeks;
	const first = all[0]?.start ?? 0;
	const end = (all.at(-1)?.start ?? first) + 7;
	const margins = { marginLeft: 34, marginRight: 8, marginTop: 24, marginBottom: 34 };
	const most = Math.max(1, ...all.map(({ minutes, high, low }) => Math.max(minutes, high, low) / 60));
	const ticks = dateTicks(first, end, canvas.width - 42);
	const x1 = ({ start }: Week) => dateOf(start);
	const x2 = ({ start }: Week) => dateOf(start + 7);
	const y2 = ({ minutes }: Week) => minutes / 60;
	const inset = { insetLeft: 1, insetRight: 1 };
	const of = (state: Week["state"]) => all.filter((week) => week.state === state);
	const hasBand = all.some(({ low, high }) => high > low);
	const drawn = plot({
		width: canvas.width,
		height: 220,
		...margins,
		x: { type: "utc", domain: [dateOf(first), dateOf(end)], axis: null },
		y: { domain: [0, most * 1.08], axis: null },
		marks: [
			Plot.gridY({ ticks: 4, stroke: colours.grid, strokeOpacity: 1 }),
			Plot.axisY({
				ticks: 4,
				tickSize: 0,
				label: fitted(picture.unit, canvas.width / 2),
				labelArrow: "none",
				labelAnchor: "top",
				color: colours.muted,
			}),
			Plot.text(ticks, {
				x: "date",
				text: "text",
				frameAnchor: "bottom",
				lineAnchor: "top",
				dy: 6,
				textAnchor: "start",
				fill: colours.muted,
			}),
			Plot.rect(of("kept"), { x1, x2, y1: 0, y2, ...inset, fill: colours.mark }),
			Plot.rect(of("missed"), {
				x1,
				x2,
				y1: 0,
				y2,
				...inset,
				inset: 0.5,
				fill: colours.mark,
				fillOpacity: 0.18,
				stroke: colours.mark,
			}),
			Plot.rect(of("off"), { x1, x2, y1: 0, y2, ...inset, fill: colours.soft }),
			Plot.rect(of("running"), {
				...{ x1, x2, y1: 0, y2, ...inset, inset: 0.5, fill: colours.mark, fillOpacity: 0.08 },
				...{ stroke: colours.mark, strokeDasharray: "3 2" },
			}),
			Plot.ruleY([0], { stroke: colours.muted }),
			...(hasBand ? [aimLine(all, ({ high }) => high / 60, "1 3")] : []),
			aimLine(all, ({ low }) => low / 60, "6 3"),
			...tips(
				all.map(({ start, minutes, text }) => ({ x: dateOf(start + 3.5), y: minutes / 60, text })),
				canvas,
				"x",
			),
		],
	});
	return withLegend(picture.aim, drawn);
}

/** Level within each week, up to the end of the last one. */
function aimLine(all: ReadonlyArray<Week>, y: (week: Week) => number, strokeDasharray: string): Plot.Line {
	const ends = all.flatMap((week) => [
		{ x: dateOf(week.start), y: y(week) },
		{ x: dateOf(week.start + 7), y: y(week) },
	]);
	return Plot.line(ends, { x: "x", y: "y", stroke: colours.aim, strokeWidth: 1.75, strokeDasharray });
}
