import * as Plot from "@observablehq/plot";
import type { TimelineChart } from "../../review/reviewPageModel.ts";
import type { ChartCanvas } from "./chartCanvas.ts";
import { chartDate, colors, fitText, halo, hoverTips, plot, textWidth } from "./chartDefaults.ts";
import { dateTicks } from "./dateTicks.ts";
import { assignLanes } from "./lanes.ts";

const margin = 6;
const axisHeight = 22;
const pointsHeight = 42;
const groupHeight = 24;
const laneHeight = 30;
const barHeight = 7;
const sampleWidth = 16;
/** The gap between a title and the next bar; bars may touch. */
const labelGap = 8;

interface PlacedBar {
	readonly title: string;
	readonly text: string;
	readonly start: number;
	readonly end: number;
	readonly isEndless: boolean;
	readonly tense: "past" | "current" | "future";
	/** The top of its lane. */
	readonly top: number;
	readonly labelAt: number;
}

/** A timeline with its bars in place and the scales that its marks share. */
interface TimelineLayout extends ReturnType<typeof place> {
	readonly chart: TimelineChart;
	/** The first and last day that are shown. */
	readonly first: number;
	readonly last: number;
	/** The right end of the drawing, in pixels. */
	readonly right: number;
	/** The horizontal position of a day, in pixels. */
	readonly pixel: (day: number) => number;
}

const pointsAt = axisHeight + pointsHeight - 12;
const barTop = (bar: PlacedBar) => bar.top + laneHeight - barHeight - 5;
const barBottom = (bar: PlacedBar) => bar.top + laneHeight - 5;
const pointDate = ({ day }: { readonly day: number }) => chartDate(day);

/** Phases and stages as bars under their titles, the checkpoints above them, and a line for today. */
export function drawTimeline(chart: TimelineChart, canvas: ChartCanvas): Element {
	const layout = layoutOf(chart, canvas.width);
	const { first, last, right, height } = layout;
	return plot({
		width: canvas.width,
		height,
		margin: 0,
		x: { type: "utc", domain: [chartDate(first), chartDate(last)], range: [margin, right], axis: null },
		y: { type: "linear", domain: [0, height], range: [0, height], axis: null },
		marks: [
			...backgroundMarks(layout, canvas.width),
			...barMarks(layout),
			...pointMarks(chart),
			todayLabel(layout),
			...hoverTips(hovers(layout), canvas),
		],
	});
}

function layoutOf(chart: TimelineChart, width: number): TimelineLayout {
	const { today, period, points, bars } = chart;
	const ends = bars.map(({ end, start }) => end ?? start);
	const first = Math.min(today, period.start, ...bars.map(({ start }) => start));
	const last = Math.max(today + 30, period.end, ...ends, ...points.map(({ day }) => day + 14));
	const right = width - margin;
	const pixel = (day: number) => margin + ((day - first) / (last - first)) * (right - margin);
	return { ...place(chart, pixel, right, last), chart, first, last, right, pixel };
}

/** The period of the review, the lines of the date axis, and the titles of the groups. */
function backgroundMarks({ chart, first, last, height, groups }: TimelineLayout, width: number): Array<Plot.Markish> {
	const { period } = chart;
	const ticks = dateTicks(first, last, width);
	return [
		Plot.rect([period], {
			x1: chartDate(period.start),
			x2: chartDate(period.end),
			y1: axisHeight,
			y2: height,
			fill: colors.band,
		}),
		Plot.ruleX(ticks, { x: "date", y1: axisHeight, y2: height, stroke: colors.grid }),
		Plot.text(ticks, {
			x: "date",
			y: 10,
			text: "text",
			fill: colors.muted,
			textAnchor: "start",
			dx: 3,
			lineAnchor: "middle",
		}),
		Plot.text(groups, {
			x: chartDate(first),
			y: "top",
			text: "title",
			fill: colors.muted,
			fontWeight: 600,
			textAnchor: "start",
			dy: 14,
		}),
	];
}

/** The bars with their titles, and the line for today above the bars and below the titles. */
function barMarks({ bars, chart: { today }, height }: TimelineLayout): Array<Plot.Markish> {
	const x2 = (bar: PlacedBar) => chartDate(bar.end);
	const edges = { x1: (bar: PlacedBar) => chartDate(bar.start), x2, y1: barTop, y2: barBottom, rx: 3 };
	const of = (tense: PlacedBar["tense"]) => bars.filter((bar) => bar.tense === tense);
	return [
		Plot.rect(of("past"), { ...edges, insetRight: 1, fill: colors.soft }),
		Plot.rect(of("current"), { ...edges, insetRight: 1, fill: colors.mark }),
		Plot.rect(of("future"), { ...edges, fill: colors.ground, stroke: colors.muted, inset: 0.5, insetRight: 1.5 }),
		Plot.text(
			bars.filter(({ isEndless }) => isEndless),
			{ x: x2, y: barBottom, text: () => "→", fill: colors.words, textAnchor: "end", dx: -2, dy: -4, ...halo },
		),
		Plot.ruleX([today], { x: chartDate(today), y1: axisHeight, y2: height, stroke: colors.today, strokeWidth: 1.5 }),
		Plot.text(bars, {
			x: (bar: PlacedBar) => chartDate(bar.labelAt),
			y: (bar: PlacedBar) => bar.top + 9,
			text: "title",
			fill: colors.words,
			textAnchor: "start",
			...halo,
		}),
	];
}

/** The checkpoints: a star for this review, diamonds for the others, filled if they were held. */
function pointMarks({ points }: TimelineChart): Array<Plot.Markish> {
	const others = points.filter(({ isThis }) => !isThis);
	const place = { x: pointDate, y: pointsAt };
	return [
		Plot.dot(
			others.filter(({ isHeld }) => !isHeld),
			{ ...place, r: 4, symbol: "diamond2", stroke: colors.muted, fill: colors.ground },
		),
		Plot.dot(
			others.filter(({ isHeld }) => isHeld),
			{ ...place, r: 4, symbol: "diamond2", fill: colors.soft },
		),
		Plot.dot(
			points.filter(({ isThis }) => isThis),
			{ ...place, r: 7, symbol: "star", fill: colors.mark, stroke: colors.ground },
		),
	];
}

/** The label of today's line, on its left if there is no room on its right. */
function todayLabel({ chart: { today, todayText }, right, pixel }: TimelineLayout): Plot.Markish {
	const isLate = pixel(today) + textWidth(todayText) + 8 > right;
	return Plot.text([today], {
		x: chartDate(today),
		y: axisHeight + 8,
		text: () => fitText(todayText, right / 2),
		fill: colors.today,
		fontWeight: 600,
		textAnchor: isLate ? "end" : "start",
		dx: isLate ? -5 : 5,
		...halo,
	});
}

function hovers({ bars, chart: { points }, pixel }: TimelineLayout) {
	return [
		...bars.flatMap((bar) =>
			samples(bar, pixel).map((x) => ({ x, y: barTop(bar), text: `${bar.title}\n${bar.text}` })),
		),
		...points.map((point) => ({ x: pointDate(point), y: pointsAt, text: `${point.title}\n${point.text}` })),
	];
}

/** Positions the bars: by group, and within a group in as few lanes as the bars and their titles need. */
function place({ bars, today }: TimelineChart, pixel: (day: number) => number, right: number, last: number) {
	const placed: Array<PlacedBar> = [];
	const groups: Array<{ readonly title: string; readonly top: number }> = [];
	const perPixel = (pixel(last) - pixel(0)) / last;
	let top = axisHeight + pointsHeight;
	for (const group of new Set(bars.map((bar) => bar.group))) {
		groups.push({ title: fitText(group, right - margin), top });
		top += groupHeight;
		const own = bars
			.filter((bar) => bar.group === group)
			.map((bar) => {
				const title = fitText(bar.title, right - margin);
				const from = pixel(bar.start);
				const label = Math.max(margin, Math.min(from, right - textWidth(title)));
				const end = bar.end ?? last;
				return {
					bar,
					title,
					label,
					end,
					from: Math.min(from, label),
					to: Math.max(pixel(end) - labelGap, label + textWidth(title)),
				};
			});
		const { lanes, count } = assignLanes(own, labelGap);
		for (const [index, { bar, title, label, end }] of own.entries()) {
			placed.push({
				title,
				text: bar.text,
				start: bar.start,
				end,
				isEndless: bar.end === null,
				tense: tenseOf(bar.start, end, today),
				top: top + (lanes[index] ?? 0) * laneHeight,
				labelAt: bar.start + (label - pixel(bar.start)) / perPixel,
			});
		}
		top += count * laneHeight;
	}
	return { bars: placed, groups, height: top + 6 };
}

/** Points along a bar, so that its tooltip appears anywhere on it. */
function samples({ start, end }: PlacedBar, pixel: (day: number) => number): ReadonlyArray<Date> {
	const count = Math.max(1, Math.ceil((pixel(end) - pixel(start)) / sampleWidth));
	return Array.from({ length: count }, (_, index) => chartDate(start + ((index + 0.5) * (end - start)) / count));
}

/** Days as numbers; `end` is exclusive. */
function tenseOf(start: number, end: number, today: number): PlacedBar["tense"] {
	if (end <= today) {
		return "past";
	}
	return start <= today ? "current" : "future";
}
