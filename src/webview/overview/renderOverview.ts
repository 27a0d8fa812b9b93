import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import {
	type OverviewLine,
	type OverviewPage,
	type OverviewSection,
	type SectionKey,
	sectionKeys,
} from "../../viewmodel/overview/overviewPageModel.ts";
import { chartDirective } from "../chartDirective.ts";
import { drawChart, exportWidth } from "../charts/drawChart.ts";
import { dataTable } from "../parts/dataTable.ts";
import { shape } from "../parts/shape.ts";
import { factList, isolatedText } from "../parts/textParts.ts";
import { textButton } from "./timelineControls.ts";

/** Everything that the overview is rendered from. */
export interface OverviewRendering {
	readonly page: OverviewPage;
	/** Whether it is for a file, without controls. */
	readonly isExport: boolean;
	readonly folds: ReadonlySet<string>;
	/** The sections that are shown as tables. */
	readonly tables: ReadonlySet<string>;
	readonly error: string;
	/** The timeline, as an element that draws itself, or as a picture. */
	readonly timeline: unknown;
	readonly onFold: (key: string, isOpen: boolean) => void;
	readonly onTable: (key: SectionKey) => void;
	readonly onShow: (key: string) => void;
	readonly onExport: () => void;
}

/** The page: the goal, the timeline, and the sections. */
export function renderOverview(view: OverviewRendering): TemplateResult {
	const { page, isExport, error, timeline, tables } = view;
	return html`<main class="review overview">
		<header class="head">
			<div class="head-words"><h1 tabindex="-1">${isolatedText(page.title)}</h1>${factList(page.facts)}</div>
			${isExport ? nothing : html`<div class="buttons">${textButton(page.labels.export, view.onExport)}</div>`}
		</header>
		${page.notice === "" ? nothing : html`<p class="notice" role="status">${shape("error")} ${isolatedText(page.notice)}</p>`}
		${error === "" ? nothing : html`<p class="notice" role="alert">${shape("error")} ${isolatedText(error)}</p>`}
		${folding("timeline", page.labels.timelineTitle, timeline, view)}
		<div class="overview-sections">
			${sectionKeys.map((key) =>
				guard([page[key], view.folds, isExport, tables.has(key), page.labels], () =>
					folding(key, page[key].title, sectionBody(key, page[key], view), view),
				),
			)}
		</div>
	</main>`;
}

function folding(
	key: string,
	title: string,
	body: unknown,
	{ folds, isExport, onFold }: OverviewRendering,
): TemplateResult {
	if (isExport) return html`<section class="fold is-${key}"><h2>${isolatedText(title)}</h2>${body}</section>`;
	return html`<details
		class="fold is-${key}"
		?open=${!folds.has(key)}
		@toggle=${({ currentTarget }: Event) => onFold(key, (currentTarget as HTMLDetailsElement).open)}
	>
		<summary><h2>${isolatedText(title)}</h2></summary>
		<div class="fold-body">${body}</div>
	</details>`;
}

function sectionBody(key: SectionKey, section: OverviewSection, view: OverviewRendering): TemplateResult {
	const { lines, chart, empty } = section;
	if (chart === undefined) {
		return lines.length === 0
			? html`<p class="muted">${empty}</p>`
			: html`<ul class="overview-lines">${lines.map((line) => lineOf(line, view))}</ul>`;
	}
	if (view.isExport) {
		return html`<figure><div class="plot is-${chart.kind}">${drawChart(chart, { width: exportWidth, hasTips: false })}</div></figure>
			<details class="export-table"><summary>${view.page.labels.showTable}</summary>${dataTable(chart.table, false)}</details>`;
	}
	const isTable = view.tables.has(key);
	return html`<figure>
		<figcaption>
			<span class="muted">${isolatedText(chart.kind === "goalProgress" || chart.kind === "split" ? "" : chart.summary)}</span>
			<button
				type="button"
				class="switch"
				aria-pressed=${isTable ? "true" : "false"}
				aria-label=${`${view.page.labels.showTable}: ${section.title}`}
				@click=${() => view.onTable(key)}
			>
				${view.page.labels.showTable}
			</button>
		</figcaption>
		${isTable ? dataTable(chart.table, false) : html`<div class="plot is-${chart.kind}" ${chartDirective(chart, false)}></div>`}
	</figure>`;
}

function lineOf({ key, text, facts, state }: OverviewLine, { isExport, onShow }: OverviewRendering): TemplateResult {
	return html`<li class="overview-line">
		${state === undefined ? nothing : html`<span class="item-shape">${shape(state)}</span>`}
		<div class="overview-words">
			${
				key === undefined || isExport
					? html`<span class="item-title">${isolatedText(text)}</span>`
					: html`<button type="button" class="item-title link" @click=${() => onShow(key)}>${isolatedText(text)}</button>`
			}
			${factList(facts)}
		</div>
	</li>`;
}
