import * as Plot from "@observablehq/plot";
import type { TimelinePicture } from "../../present/review/page.ts";
import { dateTicks } from "./dates.ts";
import { lanesOf } from "./lanes.ts";
import type { Canvas } from "./pictures.ts";
import { colours, dateOf, fitted, halo, plot, tips, widthOf } from "./plain.ts";

const margin = 6;
const axisHeight = 22;
const pointsHeight = 42;
const groupHeight = 24;
const laneHeight = 30;
const barHeight = 7;
const sampleWidth = 16;
/** Between a title and what comes after it; bars may touch. */
const labelGap = 8;

interface PlacedBar {
	readonly title: string;
	readonly text: string;
	readonly start: number;
	readonly end: number;
	readonly isEndless: boolean;
	readonly standing: "past" | "now" | "coming";
	/** The top of its lane. */
	readonly top: number;
	readonly labelAt: number;
}

/** Phases and stages as bars under their titles, the checkpoints above them, and a line for today. */
export function timeline(picture: TimelinePicture, canvas: Canvas): Element {
	const { today, todayText, period, points } = picture;
	const ends = picture.bars.map(({ end, start }) => end ?? start);
	const first = Math.min(today, period.start, ...picture.bars.map(({ start }) => start));
	const last = Math.max(today + 30, period.end, ...ends, ...points.map(({ day }) => day + 14));
	const right = canvas.width - margin;
	const pixel = (day: number) => margin + ((day - first) / (last - first)) * (right - margin);
	const { bars, groups, height } = place(picture, pixel, right, last);
	const ticks = dateTicks(first, last, canvas.width);
	const pointsAt = axisHeight + pointsHeight - 12;
	const isTodayLate = pixel(today) + widthOf(todayText) + 8 > right;
	const thisOne = points.filter(({ isThis }) => isThis);
	const x1 = (bar: PlacedBar) => dateOf(bar.start);
	const x2 = (bar: PlacedBar) => dateOf(bar.end);
	const y1 = (bar: PlacedBar) => bar.top + laneHeight - barHeight - 5;
	const y2 = (bar: PlacedBar) => bar.top + laneHeight - 5;
	const of = (standing: PlacedBar["standing"]) => bars.filter((bar) => bar.standing === standing);
	const day = ({ day: at }: { readonly day: number }) => dateOf(at);
	const hovers = [
		...bars.flatMap((bar) => samples(bar, pixel).map((x) => ({ x, y: y1(bar), text: `${bar.title}\n${bar.text}` }))),
		...points.map((point) => ({ x: day(point), y: pointsAt, text: `${point.title}\n${point.text}` })),
	];
	return plot({
		width: canvas.width,
		height,
		margin: 0,
		x: { type: "utc", domain: [dateOf(first), dateOf(last)], range: [margin, right], axis: null },
		y: { type: "linear", domain: [0, height], range: [0, height], axis: null },
		marks: [
			Plot.rect([period], {
				x1: dateOf(period.start),
				x2: dateOf(period.end),
				y1: axisHeight,
				y2: height,
				fill: colours.band,
			}),
			Plot.ruleX(ticks, { x: "date", y1: axisHeight, y2: height, stroke: colours.grid }),
			Plot.text(ticks, {
				x: "date",
				y: 10,
				text: "text",
				fill: colours.muted,
				textAnchor: "start",
				dx: 3,
				lineAnchor: "middle",
			}),
			Plot.text(groups, {
				x: dateOf(first),
				y: "top",
				text: "title",
				fill: colours.muted,
				fontWeight: 600,
				textAnchor: "start",
				dy: 14,
			}),
			Plot.rect(of("past"), { x1, x2, y1, y2, rx: 3, insetRight: 1, fill: colours.soft }),
			Plot.rect(of("now"), { x1, x2, y1, y2, rx: 3, insetRight: 1, fill: colours.mark }),
			Plot.rect(of("coming"), {
				x1,
				x2,
				y1,
				y2,
				rx: 3,
				fill: colours.ground,
				stroke: colours.muted,
				inset: 0.5,
				insetRight: 1.5,
			}),
			Plot.text(
				bars.filter(({ isEndless }) => isEndless),
				{ x: x2, y: y2, text: () => "→", fill: colours.words, textAnchor: "end", dx: -2, dy: -4, ...halo },
			),
			Plot.ruleX([today], { x: dateOf(today), y1: axisHeight, y2: height, stroke: colours.today, strokeWidth: 1.5 }),
			Plot.text(bars, {
				x: (bar: PlacedBar) => dateOf(bar.labelAt),
				y: (bar: PlacedBar) => bar.top + 9,
				text: "title",
				fill: colours.words,
				textAnchor: "start",
				...halo,
			}),
			Plot.dot(
				points.filter(({ isHeld, isThis }) => !isHeld && !isThis),
				{ x: day, y: pointsAt, r: 4, symbol: "diamond2", stroke: colours.muted, fill: colours.ground },
			),
			Plot.dot(
				points.filter(({ isHeld, isThis }) => isHeld && !isThis),
				{ x: day, y: pointsAt, r: 4, symbol: "diamond2", fill: colours.soft },
			),
			Plot.dot(thisOne, { x: day, y: pointsAt, r: 7, symbol: "star", fill: colours.mark, stroke: colours.ground }),
			Plot.text([today], {
				x: dateOf(today),
				y: axisHeight + 8,
				text: () => fitted(todayText, right / 2),
				fill: colours.today,
				fontWeight: 600,
				textAnchor: isTodayLate ? "end" : "start",
				dx: isTodayLate ? -5 : 5,
				...halo,
			}),
			...tips(hovers, canvas),
		],
	});
}

/** Where each bar lies: by groups, and within one in as few lanes as its bars and their titles need. */
function place({ bars, today }: TimelinePicture, pixel: (day: number) => number, right: number, last: number) {
	const placed: Array<PlacedBar> = [];
	const groups: Array<{ readonly title: string; readonly top: number }> = [];
	const perPixel = (pixel(last) - pixel(0)) / last;
	let top = axisHeight + pointsHeight;
	for (const group of new Set(bars.map((bar) => bar.group))) {
		groups.push({ title: fitted(group, right - margin), top });
		top += groupHeight;
		const own = bars
			.filter((bar) => bar.group === group)
			.map((bar) => {
				const title = fitted(bar.title, right - margin);
				const from = pixel(bar.start);
				const label = Math.max(margin, Math.min(from, right - widthOf(title)));
				const end = bar.end ?? last;
				return {
					bar,
					title,
					label,
					end,
					from: Math.min(from, label),
					to: Math.max(pixel(end) - labelGap, label + widthOf(title)),
				};
			});
		const { lanes, count } = lanesOf(own, labelGap);
		for (const [index, { bar, title, label, end }] of own.entries()) {
			const isNow = bar.start <= today && today < end;
			placed.push({
				title,
				text: bar.text,
				start: bar.start,
				end,
				isEndless: bar.end === null,
				standing: isNow ? "now" : end <= today ? "past" : "coming",
				top: top + (lanes[index] ?? 0) * laneHeight,
				labelAt: bar.start + (label - pixel(bar.start)) / perPixel,
			});
		}
		top += count * laneHeight;
	}
	return { bars: placed, groups, height: top + 6 };
}

/** Points along a bar, so that hovering finds it wherever it is touched. */
function samples({ start, end }: PlacedBar, pixel: (day: number) => number): ReadonlyArray<Date> {
	const count = Math.max(1, Math.ceil((pixel(end) - pixel(start)) / sampleWidth));
	return Array.from({ length: count }, (_, index) => dateOf(start + ((index + 0.5) * (end - start)) / count));
}
