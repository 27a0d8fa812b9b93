import { html, type TemplateResult } from "lit";
import type { PageView } from "../pageView.ts";
import { dataTable } from "../parts/dataTable.ts";
import { section } from "./section.ts";

/** How time was spent. */
export function timeSection(view: PageView): TemplateResult {
	const { hours, split } = view.page;
	return section(view, "timeTitle", html`<div class="tables">${dataTable(hours)}${dataTable(split)}</div>`);
}
