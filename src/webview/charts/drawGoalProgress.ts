import * as Plot from "@observablehq/plot";
import type { GoalProgressChart } from "../../review/reviewPageModel.ts";
import type { ChartCanvas } from "./chartCanvas.ts";
import {
	chartDate,
	colors,
	fitText,
	hoverTips,
	type LegendEntry,
	plot,
	smallMultiples,
	textWidth,
	withLegend,
} from "./chartDefaults.ts";
import { dateTicks } from "./dateTicks.ts";

type TargetProgress = GoalProgressChart["targets"][number];
type Band = TargetProgress["band"];

/** How far the band may reach beyond all else, as a share of its height: a wide one must not flatten the past. */
const mostBeyond = 0.4;

/** For each target: its value as a step line, the planned straight line, its goal, and the band of what is likely. */
export function drawGoalProgress(picture: GoalProgressChart, canvas: ChartCanvas): Element {
	const drawn = smallMultiples(picture.targets, canvas, (target, each) => ({
		title: target.title,
		fact: target.reached,
		picture: steps(target, picture.dueText, each),
	}));
	const legend: ReadonlyArray<LegendEntry> = [
		...(picture.targets.some(({ line }) => line !== undefined)
			? [{ sample: "dashed" as const, text: picture.planned }]
			: []),
		...(picture.targets.some(({ band }) => band.length > 0)
			? [{ sample: "band" as const, text: picture.likelyRange }]
			: []),
	];
	return legend.length > 0 ? withLegend(legend, drawn) : drawn;
}

function steps(target: TargetProgress, dueText: string, canvas: ChartCanvas): Element {
	const { goal, points, ticks, today } = target;
	const { first, end, low, high } = extentOf(target);
	const room = (high - low || 1) * 0.08;
	const marginLeft = Math.min(90, 10 + Math.max(12, ...ticks.map(({ text }) => textWidth(text))));
	return plot({
		width: canvas.width,
		height: 150,
		...{ marginLeft, marginRight: 8, marginTop: 22, marginBottom: 32 },
		x: { type: "utc", domain: [chartDate(first), chartDate(end)], axis: null },
		y: { domain: [low - room, high + room], axis: null },
		marks: [
			...bandMarks(target.band),
			Plot.ruleY(ticks, { y: "value", stroke: colors.grid }),
			Plot.text(ticks, {
				y: "value",
				text: ({ text }: TargetProgress["ticks"][number]) => fitText(text, marginLeft - 8),
				frameAnchor: "left",
				textAnchor: "end",
				dx: -6,
				fill: colors.muted,
			}),
			Plot.text(dateTicks(first, end, canvas.width - marginLeft - 8), {
				...{ x: "date", text: "text", frameAnchor: "bottom" as const, lineAnchor: "top" as const },
				...{ dy: 6, textAnchor: "start" as const, fill: colors.muted },
			}),
			Plot.ruleY([goal], { stroke: colors.muted, strokeWidth: 1 }),
			Plot.ruleX([chartDate(today)], { stroke: colors.today, strokeWidth: 1 }),
			...dueMarks(target, dueText, (first + end) / 2),
			...lineMarks(target),
			Plot.dot(points, { x, y: "value", r: 3, fill: colors.mark, stroke: colors.ground }),
			...hoverTips(
				[
					...points.map(({ day, value, text }) => ({ x: chartDate(day), y: value, text })),
					...target.band.map(({ day, middle, text }) => ({
						x: chartDate(day),
						y: Math.min(high, Math.max(low, middle)),
						text,
					})),
				],
				canvas,
			),
		],
	});
}

const x = ({ day }: { readonly day: number }) => chartDate(day);

/** The days and values that a drawing has to hold. `end` is exclusive. */
function extentOf({ line, goal, points, ticks, today, due, band }: TargetProgress) {
	const days = [...points, ...band].map(({ day }) => day);
	if (line !== undefined) days.push(line.start, line.end);
	if (due !== undefined) days.push(due);
	const values = [goal, ...[...points, ...ticks].map(({ value }) => value)];
	if (line !== undefined) values.push(line.from, line.to);
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const beyond = (high - low) * mostBeyond;
	return {
		first: Math.min(today - 1, ...days),
		end: Math.max(today, ...days) + 1,
		low: Math.max(low - beyond, Math.min(low, ...band.map((range) => range.low))),
		high: Math.min(high + beyond, Math.max(high, ...band.map((range) => range.high))),
	};
}

/** The planned line, and the steps of the value up to today. */
function lineMarks({ line, points, today }: TargetProgress): Array<Plot.Markish> {
	const latest = points.at(-1);
	const begin =
		line === undefined ? [] : [{ day: Math.min(line.start, points[0]?.day ?? line.start), value: line.from }];
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
	return [
		Plot.line(planned, { x, y: "value", stroke: colors.aim, strokeWidth: 1.75, strokeDasharray: "6 3" }),
		Plot.line(taken, { x, y: "value", curve: "step-after", stroke: colors.mark, strokeWidth: 2 }),
	];
}

/** The range of the futures with its edges, which high contrast needs, and their middle. */
function bandMarks(band: Band): Array<Plot.Markish> {
	// What reaches beyond the frame isn't drawn: an edge there would look like a limit.
	const edge = { x, stroke: colors.mark, strokeWidth: 0.75, clip: true };
	return [
		Plot.areaY(band, { x, y1: "low", y2: "high", fill: colors.future, clip: true }),
		Plot.line(band, { ...edge, y: "low" }),
		Plot.line(band, { ...edge, y: "high" }),
		Plot.line(band, { ...edge, y: "middle", strokeWidth: 1.5, strokeDasharray: "2 3" }),
	];
}

/** The due date, with its label on the side that has room. */
function dueMarks({ due }: TargetProgress, text: string, middle: number): Array<Plot.Markish> {
	if (due === undefined) return [];
	const textAnchor = due < middle ? "start" : "end";
	return [
		Plot.ruleX([chartDate(due)], { stroke: colors.words, strokeWidth: 1 }),
		Plot.text([due], {
			...{ x: chartDate(due), text: () => text, frameAnchor: "top" as const, lineAnchor: "bottom" as const },
			...{ dy: -6, textAnchor: textAnchor as "start" | "end", fill: colors.words },
		}),
	];
}
