import * as Plot from "@observablehq/plot";
import { closeIsolates } from "../parts/textParts.ts";
import type { ChartCanvas } from "./chartCanvas.ts";

/** Theme colors by purpose. The style sheet defines their values. */
export const colors = {
	mark: "var(--chart-mark)",
	soft: "var(--chart-soft)",
	aim: "var(--chart-aim)",
	today: "var(--chart-today)",
	grid: "var(--chart-grid)",
	band: "var(--chart-band)",
	future: "var(--chart-future)",
	words: "var(--chart-words)",
	muted: "var(--chart-muted)",
	ground: "var(--chart-ground)",
} as const;

/** Keeps text readable over lines. */
export const halo = { stroke: colors.ground, strokeWidth: 4, paintOrder: "stroke" } as const;

export const dayMs = 86_400_000;

/** A day (days since 1970) as a date for a time axis. */
export function chartDate(day: number): Date {
	return new Date(day * dayMs);
}

/**
 * Plots with common settings, without the style element that a strict content security policy refuses; the style sheet
 * has its rules.
 */
export function plot(options: Plot.PlotOptions): Element {
	const drawn = Plot.plot({ className: "plot-svg", ...options });
	for (const style of drawn.querySelectorAll("style")) style.remove();
	// Removes labels such as "rect" of parts without a role: the chart as a whole has a summary.
	for (const part of drawn.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
	return drawn;
}

/** A point with a tooltip, in the units of the axes. */
export interface Hover {
	readonly x: Date | number;
	readonly y: number;
	readonly text: string;
}

/** Shows the tooltip of the nearest point. */
export function hoverTips(
	points: ReadonlyArray<Hover>,
	{ hasTips }: ChartCanvas,
	by: "x" | "both" = "both",
): Array<Plot.Markish> {
	if (!hasTips) return [];
	const channels = { x: "x", y: "y", title: (point: Hover) => closeIsolates(point.text) };
	const options = {
		...channels,
		fill: "var(--chart-tip)",
		stroke: "var(--chart-tip-border)",
		maxRadius: 60,
		ariaHidden: "true",
	} as const;
	return [Plot.tip([...points], by === "x" ? Plot.pointerX(options) : Plot.pointer(options))];
}

/** An estimated text width in CSS pixels, independent of fonts and available before rendering. */
export function textWidth(words: string): number {
	let width = 0;
	for (const character of words) width += character > "\u2e80" ? 12 : 6.5;
	return width;
}

/** The longest prefix of a text that fits. */
export function fitText(words: string, width: number): string {
	if (textWidth(words) <= width) return words;
	let kept = "";
	for (const character of words) {
		if (textWidth(`${kept}${character}…`) > width) break;
		kept += character;
	}
	return `${kept.trimEnd()}…`;
}

/** Small charts of the same kind next to each other, each with its title. */
export function smallMultiples<T>(
	all: ReadonlyArray<T>,
	{ width, hasTips }: ChartCanvas,
	draw: (one: T, canvas: ChartCanvas) => { readonly title: string; readonly fact?: string; readonly picture: Element },
): Element {
	const gap = 24;
	const most = Math.max(1, Math.min(all.length, Math.floor((width + gap) / (240 + gap)), 3));
	// Four are arranged two by two.
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

/** The legend of a dashed line, a band, or a cell of a heatmap. */
export interface LegendEntry {
	readonly sample: keyof typeof samples;
	readonly text: string;
}

const cell = "M11 0h10v10h-10z";
const samples = { band: "M1 1h20v8h-20z", dashed: "M0 5h22", empty: cell, full: cell, hollow: "M11.5 0.5h9v9h-9z" };

/** The chart with its legend. */
export function withLegend(entries: ReadonlyArray<LegendEntry>, picture: Element): Element {
	const svg = "http://www.w3.org/2000/svg";
	picture.setAttribute("aria-hidden", "true");
	const legend = element("p", "plot-legend", "");
	for (const { sample, text } of entries) {
		const drawn = document.createElementNS(svg, "svg");
		drawn.classList.add(`is-${sample}`);
		const path = document.createElementNS(svg, "path");
		path.setAttribute("d", samples[sample]);
		drawn.append(path);
		const entry = element("span", "plot-legend-entry", text);
		entry.prepend(drawn);
		legend.append(entry, " ");
	}
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
