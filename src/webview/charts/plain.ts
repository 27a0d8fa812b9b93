import * as Plot from "@observablehq/plot";
import { closed } from "../parts/text.ts";
import type { Canvas } from "./pictures.ts";

/** The theme's colours, by what they are for. The style sheet gives them their values. */
export const colours = {
	mark: "var(--chart-mark)",
	soft: "var(--chart-soft)",
	aim: "var(--chart-aim)",
	today: "var(--chart-today)",
	grid: "var(--chart-grid)",
	band: "var(--chart-band)",
	words: "var(--chart-words)",
	muted: "var(--chart-muted)",
	ground: "var(--chart-ground)",
} as const;

/** Words over lines stay readable. */
export const halo = { stroke: colours.ground, strokeWidth: 4, paintOrder: "stroke" } as const;

export const dayMs = 86_400_000;

/** A day, counted from 1970, on a time axis. */
export function dateOf(day: number): Date {
	return new Date(day * dayMs);
}

/** Draws with our settings, without the style element that a strict content policy refuses; our style sheet has its rules. */
export function plot(options: Plot.PlotOptions): Element {
	const drawn = Plot.plot({ className: "plot-svg", ...options });
	for (const style of drawn.querySelectorAll("style")) style.remove();
	// Names such as "rect", of parts that have no role: the picture as a whole has its summary.
	for (const part of drawn.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
	return drawn;
}

/** Where hovering tells something: a point, in the units of the axes. */
export interface Hover {
	readonly x: Date | number;
	readonly y: number;
	readonly text: string;
}

/** What hovering tells at the nearest of these points. */
export function tips(
	points: ReadonlyArray<Hover>,
	{ hasTips }: Canvas,
	by: "x" | "both" = "both",
): Array<Plot.Markish> {
	if (!hasTips) return [];
	const channels = { x: "x", y: "y", title: (point: Hover) => closed(point.text) };
	const options = {
		...channels,
		fill: "var(--chart-tip)",
		stroke: "var(--chart-tip-border)",
		maxRadius: 60,
		ariaHidden: "true",
	} as const;
	return [Plot.tip([...points], by === "x" ? Plot.pointerX(options) : Plot.pointer(options))];
}

/** An estimate of a text's width in CSS pixels: the same wherever and before it is shown. */
export function widthOf(words: string): number {
	let width = 0;
	for (const character of words) width += character > "\u2e80" ? 12 : 6.5;
	return width;
}

/** The beginning of a text that fits. */
export function fitted(words: string, width: number): string {
	if (widthOf(words) <= width) return words;
	let kept = "";
	for (const character of words) {
		if (widthOf(`${kept}${character}…`) > width) break;
		kept += character;
	}
	return `${kept.trimEnd()}…`;
}

/** Small pictures of the same kind beside each other, each under its title. */
export function multiples<T>(
	all: ReadonlyArray<T>,
	{ width, hasTips }: Canvas,
	draw: (one: T, canvas: Canvas) => { readonly title: string; readonly fact?: string; readonly picture: Element },
): Element {
	const gap = 24;
	const most = Math.max(1, Math.min(all.length, Math.floor((width + gap) / (240 + gap)), 3));
	// Four look better as two by two.
	const columns = all.length === 4 ? Math.min(most, 2) : most;
	const each = { width: Math.floor((width - gap * (columns - 1)) / columns), hasTips };
	const made = all.map((one) => {
		const { title, fact, picture } = draw(one, each);
		picture.setAttribute("aria-hidden", "true");
		return element(
			"div",
			"multiple",
			element("p", "multiple-title", title),
			element("p", "multiple-fact", fact),
			picture,
		);
	});
	return element("div", `multiples has-${columns}`, ...made);
}

/** The picture under what its dashed line means. */
export function withLegend(words: string, picture: Element): Element {
	const svg = "http://www.w3.org/2000/svg";
	const sample = document.createElementNS(svg, "svg");
	const line = document.createElementNS(svg, "path");
	line.setAttribute("d", "M0 2h22");
	sample.append(line);
	picture.setAttribute("aria-hidden", "true");
	const legend = element("p", "plot-legend", words);
	legend.prepend(sample);
	return element("div", "plot-whole", legend, picture);
}

function element(
	name: string,
	className: string,
	...content: ReadonlyArray<string | Element | undefined>
): HTMLElement {
	const made = document.createElement(name);
	made.className = className;
	if (name === "p") made.dir = "auto";
	made.append(...content.filter((one) => one !== undefined));
	return made;
}
