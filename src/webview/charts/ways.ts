import * as Plot from "@observablehq/plot";
import type { WaysPicture } from "../../present/review/page.ts";
import { dateTicks } from "./dates.ts";
import type { Canvas } from "./pictures.ts";
import { colours, dateOf, fitted, multiples, plot, tips, widthOf, withLegend } from "./plain.ts";

type Way = WaysPicture["ways"][number];

/** For each target the steps that it took, the straight line that was planned, and its goal. */
export function ways(picture: WaysPicture, canvas: Canvas): Element {
	const drawn = multiples(picture.ways, canvas, (way, each) => ({
		title: way.title,
		fact: way.reached,
		picture: steps(way, each),
	}));
	return picture.ways.some(({ line }) => line !== undefined) ? withLegend(picture.planned, drawn) : drawn;
}

function steps(way: Way, canvas: Canvas): Element {
	const { line, goal, points, ticks, today } = way;
	const days = [...points.map(({ day }) => day), ...(line === undefined ? [] : [line.start, line.end])];
	const first = Math.min(today - 1, ...days);
	const end = Math.max(today, ...days) + 1;
	const values = [goal, ...points.map(({ value }) => value), ...ticks.map(({ value }) => value)];
	if (line !== undefined) values.push(line.from, line.to);
	const low = Math.min(...values);
	const high = Math.max(...values);
	const room = (high - low || 1) * 0.08;
	const begin =
		line === undefined ? [] : [{ day: Math.min(line.start, points[0]?.day ?? line.start), value: line.from }];
	const latest = points.at(-1);
	const taken = [
		...begin,
		...points,
		...(latest === undefined ? [] : [{ day: Math.max(today, latest.day), value: latest.value }]),
	];
	const planned =
		line === undefined
			? []
			: [
					{ day: line.start, value: line.from },
					{ day: line.end, value: line.to },
				];
	const x = ({ day }: { readonly day: number }) => dateOf(day);
	const marginLeft = Math.min(90, 10 + Math.max(12, ...ticks.map(({ text }) => widthOf(text))));
	return plot({
		width: canvas.width,
		height: 140,
		...{ marginLeft, marginRight: 8, marginTop: 12, marginBottom: 32 },
		x: { type: "utc", domain: [dateOf(first), dateOf(end)], axis: null },
		y: { domain: [low - room, high + room], axis: null },
		marks: [
			Plot.ruleY(ticks, { y: "value", stroke: colours.grid }),
			Plot.text(ticks, {
				y: "value",
				text: ({ text }: Way["ticks"][number]) => fitted(text, marginLeft - 8),
				frameAnchor: "left",
				textAnchor: "end",
				dx: -6,
				fill: colours.muted,
			}),
			Plot.text(dateTicks(first, end, canvas.width - marginLeft - 8), {
				...{ x: "date", text: "text", frameAnchor: "bottom" as const, lineAnchor: "top" as const },
				...{ dy: 6, textAnchor: "start" as const, fill: colours.muted },
			}),
			Plot.ruleY([goal], { stroke: colours.muted, strokeWidth: 1 }),
			Plot.ruleX([dateOf(today)], { stroke: colours.today, strokeWidth: 1 }),
			Plot.line(planned, { x, y: "value", stroke: colours.aim, strokeWidth: 1.75, strokeDasharray: "6 3" }),
			Plot.line(taken, { x, y: "value", curve: "step-after", stroke: colours.mark, strokeWidth: 2 }),
			Plot.dot(points, { x, y: "value", r: 3, fill: colours.mark, stroke: colours.ground }),
			...tips(
				points.map(({ day, value, text }) => ({ x: dateOf(day), y: value, text })),
				canvas,
			),
		],
	});
}
