import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Chart } from "../../review/reviewPageModel.ts";
import { chartDirective } from "../chartDirective.ts";
import { drawChart, exportWidth } from "../charts/drawChart.ts";
import { type PageView, pageLabel } from "../pageView.ts";
import { dataTable } from "../parts/dataTable.ts";
import { isolatedText } from "../parts/textParts.ts";
import { section } from "./section.ts";

/** The charts, each with a switch for its table. */
export function chartsSection(view: PageView): TemplateResult | typeof nothing {
	const { charts: all } = view.page;
	if (all.length === 0) return nothing;
	const figures = repeat(
		all,
		(picture) => picture.kind,
		(picture, index) => (view.mode === "export" ? printed(picture) : figure(view, picture, index)),
	);
	return section(view, "picturesTitle", figures);
}

function figure(view: PageView, picture: Chart, index: number): TemplateResult {
	const isTable = view.tables.has(picture.kind);
	return html`<figure>
		<figcaption>
			<h3>${isolatedText(picture.title)}</h3>
			<button
				type="button"
				class="switch"
				aria-pressed=${isTable ? "true" : "false"}
				aria-label=${`${pageLabel(view, "showTable")}: ${picture.title}`}
				title=${pageLabel(view, isTable ? "showPicture" : "showTable")}
				@click=${() => view.actions.toggleTable(picture.kind)}
			>
				${pageLabel(view, "showTable")}
			</button>
		</figcaption>
		${isTable ? dataTable(picture.table, false) : html`<div class="plot is-${picture.kind}" ${chartDirective(picture, index === 0)}></div>`}
	</figure>`;
}

/** For an exported file without controls: both. */
function printed(picture: Chart): TemplateResult {
	return html`<figure>
		<figcaption><h3>${isolatedText(picture.title)}</h3></figcaption>
		<div class="plot is-${picture.kind}">${drawChart(picture, { width: exportWidth, hasTips: false })}</div>
		${dataTable(picture.table, false)}
	</figure>`;
}
