import { html, render, svg } from "lit";
import type { OverviewPage } from "../../viewmodel/overview/overviewPageModel.ts";
import type { SavedOverview } from "../../viewmodel/overview/overviewProtocol.ts";
import { dataTable } from "../parts/dataTable.ts";
import { standalonePage, withoutComments } from "../standalonePage.ts";
import { axisHeight, drawOverviewTimeline } from "./drawOverviewTimeline.ts";
import { renderOverview } from "./renderOverview.ts";
import { listHeight, timelineList } from "./timelineList.ts";
import { timelineTable } from "./timelineTable.ts";
import { fitWindow } from "./timelineWindow.ts";

const exportWidth = 1000;
/** What only the mouse needs. */
const handles = ".tl-handle, .tl-hit";

/** The whole timeline as an `svg` element. */
function wholeTimeline({ timeline, labels }: OverviewPage, options: Pick<SavedOverview, "grouping" | "filter">) {
	const entries = timelineList(timeline, options);
	const height = axisHeight + listHeight(entries);
	const shown = fitWindow({ first: timeline.start, last: timeline.end });
	const picture = { timeline, entries, shown, width: exportWidth, height, scroll: 0, todayText: labels.today };
	return { entries, height, content: drawOverviewTimeline(picture) };
}

/** The overview as one file without scripts: the timeline with all rows, all sections, and the tables. */
export function overviewFile(page: OverviewPage, options: Pick<SavedOverview, "grouping" | "filter">): string {
	const { entries, height, content } = wholeTimeline(page, options);
	const nothingToDo = () => undefined;
	const timeline = html`<svg class="tl-svg" role="img" aria-label=${page.labels.timelineTitle} viewBox="0 0 ${exportWidth} ${height}">${content}</svg>
		<details class="export-table"><summary>${page.labels.showTable}</summary>${dataTable(timelineTable(entries, page.timeline, page.labels), false)}</details>`;
	const body = document.createElement("body");
	render(
		renderOverview({
			...{ page, timeline, isExport: true, folds: new Set<string>(), tables: new Set<string>(), error: "" },
			...{
				onFold: nothingToDo,
				onTable: nothingToDo,
				onShow: nothingToDo,
				onExport: nothingToDo,
			},
		}),
		body,
	);
	for (const part of body.querySelectorAll(handles)) part.remove();
	// Nothing can be selected in a picture.
	for (const row of body.querySelectorAll(".tl-row")) {
		for (const { name } of [...row.attributes]) if (name !== "class") row.removeAttribute(name);
	}
	return standalonePage(page.title, body);
}

/** The whole timeline as an SVG image that needs no style sheet, in the colors of the page. */
export function timelineSvg(page: OverviewPage, options: Pick<SavedOverview, "grouping" | "filter">): SvgImage {
	const { height, content } = wholeTimeline(page, options);
	const holder = document.createElement("div");
	holder.className = "unseen";
	document.body.append(holder);
	try {
		render(
			html`<svg xmlns="http://www.w3.org/2000/svg" class="tl-svg" viewBox="0 0 ${exportWidth} ${height}" width=${exportWidth} height=${height}>${svg`<rect class="tl-ground" width="100%" height="100%"></rect>`}${content}</svg>`,
			holder,
		);
		withoutComments(holder);
		const element = holder.querySelector("svg");
		if (element === null) throw new Error("The timeline was not drawn.");
		for (const part of element.querySelectorAll(handles)) part.remove();
		const parts = [element, ...element.querySelectorAll<SVGElement>("*")];
		for (const { part, look } of parts.map((each) => ({ part: each, look: lookOf(each) }))) {
			for (const { name } of [...part.attributes]) if (!kept.test(name)) part.removeAttribute(name);
			for (const [name, value] of look) part.setAttribute(name, value);
		}
		element.setAttribute("font-family", "system-ui, sans-serif");
		return { text: new XMLSerializer().serializeToString(element), width: exportWidth, height };
	} finally {
		holder.remove();
	}
}

/** An image as text, with its size in pixels. */
export interface SvgImage {
	readonly text: string;
	readonly width: number;
	readonly height: number;
}

/** The attributes that describe a shape; the others are for the page. */
const kept = /^(?:xmlns|viewBox|width|height|x|y|d|rx|cx|cy|r|text-anchor)$/;
const lookNames = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size", "font-weight"];
const usual: Readonly<Record<string, string>> = { stroke: "none", "stroke-dasharray": "none", opacity: "1" };

/** What the style sheet says about an element, as attributes that every viewer knows. */
function lookOf(element: Element): ReadonlyArray<readonly [string, string]> {
	const style = getComputedStyle(element);
	const isText = element.localName === "text";
	const isShape = isText || /^(?:path|rect|circle)$/.test(element.localName);
	return lookNames
		.filter((name) => isShape && (isText || !name.startsWith("font")))
		.map((name) => [name, plainColor(style.getPropertyValue(name))] as const)
		.filter(([name, value]) => value !== usual[name]);
}

/** A mixed color in the notation of all viewers. */
function plainColor(value: string): string {
	const parts = /^color\(srgb ([\d.e+-]+) ([\d.e+-]+) ([\d.e+-]+)(?: \/ ([\d.]+))?\)$/.exec(value);
	if (parts === null) return value;
	const [red, green, blue] = parts.slice(1, 4).map((part) => Math.round(Number(part) * 255));
	return parts[4] === undefined ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${parts[4]})`;
}

/** The longest side of a PNG image, in pixels, that browsers draw. */
const mostPixels = 16_000;

/** An SVG image as PNG, in base64; at twice its size if that is possible. Undefined if it is too long. */
export async function pngOf({ text, width, height }: SvgImage): Promise<string | undefined> {
	const scale = Math.min(2, mostPixels / Math.max(width, height));
	if (scale < 1) return undefined;
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
	await image.decode();
	const canvas = document.createElement("canvas");
	canvas.width = Math.round(width * scale);
	canvas.height = Math.round(height * scale);
	canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
	return canvas.toDataURL("image/png").replace(/^data:image\/png;base64,/, "");
}
