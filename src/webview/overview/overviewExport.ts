import { html, render, svg } from "lit";
import type { OverviewPage } from "../../viewmodel/overview/overviewPageModel.ts";
import type { SavedOverview } from "../../viewmodel/overview/overviewProtocol.ts";
import { dataTable } from "../parts/dataTable.ts";
import { standalonePage, withoutComments } from "../standalonePage.ts";
import { css as exportCss } from "../styles/export.css?text";
import { css as overviewCss } from "../styles/overview.css?text";
import { axisHeight, drawOverviewTimeline } from "./drawOverviewTimeline.ts";
import { renderOverview } from "./renderOverview.ts";
import { listHeight, timelineList } from "./timelineList.ts";
import { timelineTable } from "./timelineTable.ts";
import { fitWindow } from "./timelineWindow.ts";

const exportWidth = 1000;

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
		<details class="export-table"><summary>${page.labels.showTable}</summary>${dataTable(timelineTable(entries, page.labels), false)}</details>`;
	const body = document.createElement("body");
	render(
		renderOverview({
			...{ page, timeline, isExport: true, folds: new Set<string>(), tables: new Set<string>(), error: "" },
			...{
				onFold: nothingToDo,
				onTable: nothingToDo,
				onShow: nothingToDo,
				onExport: nothingToDo,
				onExportImage: nothingToDo,
			},
		}),
		body,
	);
	return standalonePage(page.title, body);
}

/** The timeline as an image with its own colors, light or dark as the viewer is. */
export function timelineImage(page: OverviewPage, options: Pick<SavedOverview, "grouping" | "filter">): string {
	const { height, content } = wholeTimeline(page, options);
	const holder = document.createElement("div");
	render(
		html`<svg xmlns="http://www.w3.org/2000/svg" class="tl-svg" viewBox="0 0 ${exportWidth} ${height}" width=${exportWidth} height=${height}>${svg`<rect class="tl-ground" width="100%" height="100%"></rect>`}${content}</svg>`,
		holder,
	);
	withoutComments(holder);
	const element = holder.querySelector("svg");
	if (element === null) return "";
	for (const part of element.querySelectorAll("[data-key], [role]")) {
		for (const name of ["data-key", "id", "role", "aria-selected", "aria-setsize", "aria-posinset"])
			part.removeAttribute(name);
	}
	const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
	style.textContent = `${exportCss}${overviewCss}`;
	element.prepend(style);
	return new XMLSerializer().serializeToString(element);
}
